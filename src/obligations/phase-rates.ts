import { mapValues } from '../base/records.js';
import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import type { Trigger } from '../offers/text/trigger.js';
import { lastEnd, lastPhaseIn } from './last-end.js';
import { isBefore, laterOf } from './instant.js';
import type { Timed } from './timed.js';
import type { Timing } from './days.js';

/** The text with what comes round once a phase lasting to the end of the last phase to end, where it gives no other end. */
export function withPhaseEnds(text: Text, last: () => number): Text {
  const { obligations } = text;
  if (!Object.values(obligations).some(({ perPhase, until }) => perPhase === true && !until)) return text;
  return {
    ...text,
    obligations: mapValues(obligations, (duty) =>
      duty.perPhase === true && !duty.until ? { ...duty, until: lastEnd(text, last()) } : duty,
    ),
  };
}

/** One time that something comes round with a phase: from when and until when, and which phase. */
interface Turn {
  readonly phase: number;
  readonly from: Timed;
  readonly until: Timed;
}

/**
 * The times that something comes round with the phases that end between its first and its last day. Where it lasts until a
 * phase ends, each up to that, dated or not; where its last day is not known otherwise, one time, which waits for that.
 */
export function turnsByPhase(
  timing: Pick<Timing, 'of'>,
  phases: number,
  { opens, closes, until }: { readonly opens: Timed; readonly closes: Timed; readonly until: Trigger | undefined },
): readonly Turn[] {
  const last = until && lastPhaseIn(until);
  const { at: first } = opens;
  if (!first || (!closes.at && last === undefined)) return [];
  const most = last === undefined ? phases : Math.min(phases, last);
  return Array.from({ length: most }, (_, i) => i + 1).flatMap((phase): readonly Turn[] => {
    const [begins, ends] = [timing.of(`event ${phaseStart(phase)}`), timing.of(`event ${phaseEnd(phase)}`)];
    // What has its last day ends with the phases that are dated.
    if (!ends.at) return closes.at ? [] : [{ phase, from: opens, until: ends }];
    if (isBefore(ends.at, first) || (closes.at && isBefore(closes.at, ends.at))) return [];
    return [{ phase, from: { ...opens, at: (begins.at && laterOf(begins.at, first)) ?? first }, until: ends }];
  });
}
