import { pushAll } from '../base/list.js';
import { idsOf } from '../base/ids.js';
import type { Fault, Path } from '../base/fault.js';
import { checkCondition } from '../positions/check.js';
import { checking, unknownId } from '../positions/checks.js';
import { decisionFaults } from './decision-references.js';
import type { LooseDraft } from './draft.js';
import { evidenceFaults } from './evidence-faults.js';
import { offersFaults } from './contradictions.js';
import { processFaults } from './process-references.js';
import type { Scenario } from './scenario.js';
import { checkTerms } from './term-faults.js';
import { timelineFaults } from './timeline-references.js';

/** Every id in a scenario that names nothing, and every figure that contradicts another; `draft` is what it was made from. */
export function referenceFaults(scenario: Scenario, draft: LooseDraft): readonly Fault[] {
  const found: Fault[] = [...checkTerms(scenario)];
  // What is laid over terms that do not hold together would only repeat their faults.
  if (found.length > 0) return found;
  const party = (path: Path, id: string) => {
    if (Object.hasOwn(scenario.parties, id)) return;
    found.push(unknownId('party', 'scenario/unknown-party', path, id, idsOf(scenario.parties)));
  };
  const condition = (path: Path, c: Parameters<typeof checkCondition>[0]) => {
    checkCondition(c, checking(scenario, path, found));
  };

  found.push(...decisionFaults(scenario), ...processFaults(scenario));
  for (const [id, position] of Object.entries(scenario.positions)) {
    party(['positions', id, 'party'], position.party);
    for (const reading of position.readings) {
      const within = draft.positions[id]?.readings ? ['readings', reading.id] : [];
      condition(['positions', id, ...within, 'condition'], reading.condition);
    }
    if (position.reservation) condition(['positions', id, 'reservation'], position.reservation.value);
  }
  for (const [id, invariant] of Object.entries(scenario.invariants))
    condition(['invariants', id, 'condition'], invariant.condition);
  pushAll(found, offersFaults(scenario));
  const offer = (path: Path, id: string | undefined) => {
    if (id === undefined || Object.hasOwn(scenario.offers, id)) return;
    found.push(unknownId('offer', 'scenario/unknown-offer', path, id, idsOf(scenario.offers)));
  };
  scenario.answers.forEach((answer, i) => {
    party(['answers', i, 'party'], answer.party);
    offer(['answers', i, 'offer'], answer.offer);
  });
  scenario.named.forEach((named, i) => {
    offer(['named', i, 'offer'], named.offer);
    named.positions.forEach((id, j) => {
      if (Object.hasOwn(scenario.positions, id)) return;
      const path = ['named', i, 'positions', j];
      found.push(unknownId('position', 'scenario/unknown-position', path, id, idsOf(scenario.positions)));
    });
  });
  for (const [id, statement] of Object.entries(scenario.statements)) {
    if (statement.party !== undefined) party(['statements', id, 'party'], statement.party);
  }
  pushAll(found, timelineFaults(scenario));
  return [...found, ...evidenceFaults(draft, scenario.sources)];
}
