import type { Fault, Path } from '../base/fault.js';
import { checkCondition } from '../positions/check.js';
import { checking, unknownId } from '../positions/checks.js';
import { decisionFaults } from './decision-references.js';
import type { LooseDraft } from './draft.js';
import { evidenceFaults } from './evidence-faults.js';
import { checkOfferReferences } from './offer-references.js';
import { processFaults } from './process-references.js';
import type { Scenario } from './scenario.js';
import { checkTerms } from './term-faults.js';
import { timelineFaults } from './timeline-references.js';

/** Every id in a scenario that names nothing, and every figure that contradicts another; `draft` is what it was made from. */
export function referenceFaults(scenario: Scenario, draft: LooseDraft): readonly Fault[] {
  const found: Fault[] = [...checkTerms(scenario)];
  // What is laid over terms that do not hold together would only repeat their faults.
  if (found.length > 0) return found;
  const parties = Object.keys(scenario.parties);
  const party = (path: Path, id: string) => {
    if (!parties.includes(id)) found.push(unknownId('party', 'scenario/unknown-party', path, id, parties));
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
  for (const offer of Object.values(scenario.offers))
    found.push(...checkOfferReferences(scenario, offer, ['offers', offer.id]));
  const offers = Object.keys(scenario.offers);
  scenario.answers.forEach((answer, i) => {
    party(['answers', i, 'party'], answer.party);
    if (!offers.includes(answer.offer))
      found.push(unknownId('offer', 'scenario/unknown-offer', ['answers', i, 'offer'], answer.offer, offers));
  });
  scenario.named.forEach((named, i) => {
    if (named.offer !== undefined && !offers.includes(named.offer)) {
      found.push(unknownId('offer', 'scenario/unknown-offer', ['named', i, 'offer'], named.offer, offers));
    }
    named.positions.forEach((id, j) => {
      const known = Object.keys(scenario.positions);
      if (!known.includes(id))
        found.push(unknownId('position', 'scenario/unknown-position', ['named', i, 'positions', j], id, known));
    });
  });
  for (const [id, statement] of Object.entries(scenario.statements)) {
    if (statement.party !== undefined) party(['statements', id, 'party'], statement.party);
  }
  found.push(...timelineFaults(scenario));
  return [...found, ...evidenceFaults(draft, Object.keys(scenario.sources))];
}
