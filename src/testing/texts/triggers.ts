import type { Arbitrary } from 'fast-check';
import {
  beforeEvent,
  earliestOf,
  latestOf,
  onDay,
  uponCompletion,
  uponEvent,
  uponFinding,
  uponStart,
  whenCertified,
  whenTotal,
  type TriggerDraft,
} from '../../offers/text/trigger.js';
import { days } from '../../terms/length.js';
import { fc } from '../fast-check.js';
import type { TextNames } from './names.js';

/** A trigger, once it is known what the text names. */
export type DrawnTrigger = (names: TextNames) => TriggerDraft;

/** Triggers of every kind but a calendar day, which no text that is drawn has, with counts of up to so many days. */
export function triggers(mostDays: number): Arbitrary<DrawnTrigger> {
  const nth = fc.nat({ max: 59 });
  const n = fc.nat({ max: mostDays });
  const either: Arbitrary<DrawnTrigger> = fc.tuple(n, nth).map(
    ([day, i]): DrawnTrigger =>
      ({ events }) =>
        onDay(day, { from: nthOf(events, i) }),
  );
  const event: Arbitrary<DrawnTrigger> = fc.tuple(nth, n).map(
    ([i, late]): DrawnTrigger =>
      ({ events }) =>
        late === 0 ? uponEvent(nthOf(events, i)) : uponEvent(nthOf(events, i), days(late)),
  );
  const before: Arbitrary<DrawnTrigger> = fc.tuple(nth, n).map(
    ([i, early]): DrawnTrigger =>
      ({ events }) =>
        beforeEvent(nthOf(events, i), days(early)),
  );
  const completion: Arbitrary<DrawnTrigger> = nth.map(
    (i): DrawnTrigger =>
      ({ obligations }) =>
        uponCompletion(nthOf(obligations, i)),
  );
  const beginning: Arbitrary<DrawnTrigger> = fc.tuple(nth, n).map(
    ([i, late]): DrawnTrigger =>
      ({ obligations }) =>
        uponStart(nthOf(obligations, i), days(late)),
  );
  const finding: Arbitrary<DrawnTrigger> = fc.tuple(nth, n).map(
    ([i, late]): DrawnTrigger =>
      ({ obligations }) =>
        uponFinding(nthOf(obligations, i), days(late)),
  );
  const half: Arbitrary<DrawnTrigger> = nth.map(
    (i): DrawnTrigger =>
      ({ obligations }) =>
        whenTotal([nthOf(obligations, i)], { parts: 1, outOf: 2 }),
  );
  // Where nothing is certified, something is done.
  const certification: Arbitrary<DrawnTrigger> = nth.map(
    (i): DrawnTrigger =>
      ({ obligations, certifications: [first] }) =>
        first === undefined ? uponCompletion(nthOf(obligations, i)) : whenCertified(first),
  );
  const simple = fc.oneof(
    { weight: 4, arbitrary: either },
    { weight: 4, arbitrary: event },
    { weight: 4, arbitrary: completion },
    { weight: 4, arbitrary: beginning },
    { weight: 4, arbitrary: finding },
    { weight: 1, arbitrary: before },
    { weight: 1, arbitrary: half },
    { weight: 1, arbitrary: certification },
  );
  const several = fc.tuple(fc.constantFrom(earliestOf, latestOf), simple, simple).map(
    ([of, a, b]): DrawnTrigger =>
      (names) =>
        of(a(names), b(names)),
  );
  return fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: several });
}

function nthOf(ids: readonly string[], n: number): string {
  return ids[n % ids.length] ?? '';
}
