import { firstDay, lastDay } from '../base/day.js';
import { fault, type Fault, type Path } from '../base/fault.js';
import { BASES } from '../evidence/basis.js';
import { checkCondition } from '../positions/check.js';
import { checking, unknownId } from '../positions/checks.js';
import type { Scenario } from './scenario.js';
import { checkOfferReferences } from './offer-references.js';
import { checkTerms } from './term-faults.js';

/** Every id in a scenario that names nothing, and every figure that contradicts another. */
export function referenceFaults(scenario: Scenario): readonly Fault[] {
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

  scenario.agreement.of.forEach((id, i) => {
    party(['agreement', 'of', i], id);
  });
  if (scenario.agreement.of.length === 0) {
    found.push(
      fault(
        'scenario/nobody-decides',
        ['agreement', 'of'],
        'An agreement needs at least one party that must accept it.',
      ),
    );
  }
  for (const [id, position] of Object.entries(scenario.positions)) {
    party(['positions', id, 'party'], position.party);
    for (const reading of position.readings) {
      const only = reading.id === 'only' && position.readings.length === 1;
      condition(['positions', id, ...(only ? [] : ['readings', reading.id]), 'condition'], reading.condition);
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
  return [...found, ...evidenceFaults(scenario, Object.keys(scenario.sources))];
}

/** Citations of sources that are not listed, and reasoning that is missing, wherever they stand. */
export function evidenceFaults(record: unknown, sources: readonly string[]): readonly Fault[] {
  const found: Fault[] = [];
  const waiting: { readonly value: unknown; readonly path: Path }[] = [{ value: record, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (
      'attribution' in value &&
      'source' in value &&
      typeof value.source === 'string' &&
      !sources.includes(value.source)
    ) {
      found.push(unknownId('source', 'scenario/unknown-source', [...path, 'source'], value.source, sources));
    }
    if (
      'basis' in value &&
      value.basis === BASES[1] &&
      !('because' in value) &&
      ('value' in value || 'citations' in value)
    ) {
      found.push(
        fault('evidence/no-reasoning', path, 'What is inferred needs the reasoning beside it: add `because`.', {
          basis: value.basis,
        }),
      );
    }
    if (
      'earliest' in value &&
      'latest' in value &&
      typeof value.earliest === 'string' &&
      typeof value.latest === 'string'
    ) {
      if (firstDay(value.earliest) > lastDay(value.latest)) {
        found.push(
          fault(
            'evidence/reversed-dates',
            path,
            `Nothing is from ${value.earliest} on and over by ${value.latest}: the two are the wrong way round.`,
            {
              earliest: value.earliest,
              latest: value.latest,
            },
          ),
        );
      }
    }
    const entries = Array.isArray(value) ? value.map((v, i) => [i, v] as const) : Object.entries(value);
    for (const [key, child] of [...entries].reverse()) waiting.push({ value: child, path: [...path, key] });
  }
  return found;
}
