import type { CalendarDate } from '../base/day.js';
import { deepFreeze } from '../base/freeze.js';
import { remembered } from '../base/remembered.js';
import { notedSince, reportedBy, type Sources } from '../evidence/clocks.js';
import { readingsOf } from '../evidence/field.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Count, Counts } from '../terms/count.js';

/** A scenario with its counts as they had been reported by a day: the same one, where that leaves nothing out. */
export function withCountsBy(scenario: Scenario, asOf: CalendarDate | undefined): Scenario {
  if (asOf === undefined) return scenario;
  const counts = countsBy(scenario, asOf);
  return counts === scenario.counts ? scenario : { ...scenario, counts };
}

// A memo, not state: the same counts each time, since the layout of an offer space is remembered by them.
const lastKnown = /* @__PURE__ */ remembered(
  (_: Counts): { sources?: Sources; asOf?: CalendarDate; counts?: Counts } => ({}),
);

function countsBy({ counts, sources }: Scenario, asOf: CalendarDate): Counts {
  const last = lastKnown(counts);
  if (last.counts && last.sources === sources && last.asOf === asOf) return last.counts;
  let left = false;
  const entries = Object.entries(counts).map(([id, count]): readonly [string, Count] => {
    const { figure, ...rest } = count;
    const readings = figure ? readingsOf(figure) : [];
    const then = readings.filter((reading) => reportedBy(notedSince(reading, sources), asOf));
    if (then.length === readings.length) return [id, count];
    left = true;
    const [only, ...others] = then;
    if (!only) return [id, rest];
    return [id, { ...rest, figure: others.length === 0 ? only : { readings: then } }];
  });
  const made = left ? deepFreeze(Object.fromEntries(entries)) : counts;
  Object.assign(last, { sources, asOf, counts: made });
  return made;
}
