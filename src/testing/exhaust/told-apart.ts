import { isRecord } from '../../base/plain.js';
import { mapValues } from '../../base/records.js';
import type { TalksSnapshot } from '../../machine/next-events.js';
import type { DutyReport } from '../../obligations/text-run.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { horizonOf, latestDayIn } from './horizon.js';

/** A text for each state: two snapshots have the same where they are one state. */
export type NameOf = (snapshot: TalksSnapshot) => string;

/**
 * What tells states apart: everything in a snapshot but the order in which it came about, and what would go on without end:
 * days further than any that can matter, and how often the same breach of a text was alleged and cured.
 */
export function namerOf(scenario: Scenario, menu: readonly TalksEvent[], extensions: number): NameOf {
  const horizon = horizonOf(scenario, menu, extensions);
  const latest = latestDayIn([scenario, menu]);
  // A memo: each snapshot is asked for several times.
  const names = new WeakMap<TalksSnapshot, string>();
  return (snapshot) => {
    const known = names.get(snapshot);
    if (known !== undefined) return known;
    const { value, context } = snapshot;
    const { deal, asOf, met } = context;
    const name = inOrder([
      value,
      {
        ...context,
        met: [...met].sort(),
        asOf: asOf !== null && latest !== undefined && asOf > latest ? 'later' : asOf,
        deal: deal && {
          ...deal,
          day: Math.min(deal.day, horizon(deal)),
          disputes: deal.disputes.map(inOrder).sort(),
          ...(deal.text && { text: { ...deal.text, duties: mapValues(deal.text.duties, withoutRepeats) } }),
        },
      },
    ]);
    names.set(snapshot, name);
    return name;
  };
}

/**
 * Reports of an obligation, without a breach that is alleged and cured once more on the same day, word for word: the second
 * cure leaves things as the first one did.
 */
function withoutRepeats(reports: readonly DutyReport[]): readonly DutyReport[] {
  const kept: DutyReport[] = [];
  for (const report of reports) {
    kept.push(report);
    const [before, cured, alleged, last] = kept.slice(-4);
    if (alleged?.what !== 'breach alleged' || last?.what !== 'breach cured') continue;
    if (inOrder([before, cured]) === inOrder([alleged, last])) kept.splice(-2);
  }
  return kept;
}

/** Plain data as text, the same for records that hold the same. */
function inOrder(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
