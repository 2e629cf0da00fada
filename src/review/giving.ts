import { once } from '../base/once.js';
import { isTotal } from '../obligations/adding-up.js';
import type { ScheduledDuty } from '../obligations/duty.js';
import type { Instant } from '../obligations/instant.js';
import { NOTHING_HAPPENED } from '../obligations/happened.js';
import type { Owing } from '../obligations/owing.js';
import { layOutText } from '../obligations/schedule.js';
import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Groups } from '../obligations/windows.js';
import type { Reach } from '../terms/amount-span.js';
import { turnsByStart } from './turns-by-start.js';

/** What each obligation of a text gives in all, however often it comes round. */
export interface Giving {
  /** How often it comes round for certain: once at least. */
  readonly timesOf: (obligation: string) => number;
  /** What it gives in all, before any rounding. */
  readonly gives: (obligation: string) => Reach;
  /** The least that it gives in all, on its step: what counts towards a total of several. */
  readonly least: (obligation: string) => number;
  /** The most that it gives in all, likewise. */
  readonly most: (obligation: string) => number;
  /** Whether it is not settled how much that is. */
  readonly isUnsettled: (obligation: string) => boolean;
  /** The same for days of a year on which the deal may enter into force, where months make a difference to how often. */
  readonly byStart: () => readonly GivingFrom[];
}

/** What each obligation gives if the deal enters into force on one day of a year: `01-31`. */
interface GivingFrom {
  readonly start: string;
  readonly giving: Giving;
}

interface Given {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly text: Text;
  readonly groups: Groups;
  readonly owing: Owing;
  readonly dependsOn: (node: string) => readonly string[];
  readonly events: Readonly<Record<string, Instant>>;
}

/** Lays the text out only where it does not say itself how often something comes round. */
export function givingOf(given: Given): Giving {
  const { scenario, offer, text, owing, events } = given;
  const laidOut = once(() => {
    const times = new Map<string, Reach>();
    const happened = { ...NOTHING_HAPPENED, events };
    for (const one of layOutText(scenario, offer, text, happened, owing)) {
      const { least, most } = times.get(one.obligation) ?? { least: 0, most: 0 };
      // What has no day yet, or another one as things turn out, may come round more often.
      const isCertain = one.due && !one.provisional && isCountedAlike(one);
      times.set(one.obligation, isCertain ? { least: least + 1, most: most + 1 } : { least, most: Infinity });
    }
    return times;
  });
  const byPlan = (id: string): Reach => {
    const { least, most } = laidOut().get(id) ?? { least: 1, most: Infinity };
    const phases = text.obligations[id]?.perPhase === true ? scenario.space.phases.most : Infinity;
    return { least: Math.max(1, least), most: Math.max(1, Math.min(most, phases)) };
  };
  const starts = once(() => {
    const ids = Object.keys(text.obligations).filter((id) => isUncounted(text, id));
    return turnsByStart(
      given,
      ids.filter((id) => byPlan(id).least !== byPlan(id).most),
    );
  });
  const timesOf = (id: string): Reach => {
    const known = timesIn(text, id) ?? byPlan(id);
    if (known.least === known.most) return known;
    const counts = starts().flatMap((from) => from.timesOf(id) ?? []);
    const isKnown = counts.length > 0 && counts.length === starts().length;
    return isKnown ? { least: Math.min(...counts), most: Math.max(...counts) } : known;
  };
  const byStart = once(() =>
    starts().map(({ start, timesOf: from }): GivingFrom => {
      const times = (id: string) => {
        const n = from(id);
        return n === undefined ? timesOf(id) : { least: n, most: n };
      };
      return { start, giving: givingBy(given, times, () => []) };
    }),
  );
  return givingBy(given, timesOf, byStart);
}

/** Whether what comes round has its first and its last day counted from the same: else how often hangs on the start. */
function isCountedAlike({ opens, due }: ScheduledDuty): boolean {
  return (opens?.on === undefined) === (due?.on === undefined);
}

/** Whether a text leaves it to the days how often something comes round. */
function isUncounted({ obligations }: Text, id: string): boolean {
  const { kind, times } = obligations[id] ?? {};
  return kind === 'recurring' && times === undefined;
}

/** How often something comes round by its own words, where they say so. */
function timesIn(text: Text, id: string): Reach | undefined {
  if (isUncounted(text, id)) return undefined;
  const n = text.obligations[id]?.times ?? 1;
  return { least: n, most: n };
}

function givingBy({ text, owing }: Given, times: (id: string) => Reach, byStart: Giving['byStart']): Giving {
  /** Of what comes round in a series as often as the days have it, no more than its own figure is known, each time. */
  const isByDays = (id: string) => text.obligations[id]?.series !== undefined && isUncounted(text, id);
  const often = (id: string, figure: number): number => {
    const own = text.obligations[id];
    const isOnce = own !== undefined && isByDays(id) && isTotal(own);
    return figure === 0 ? 0 : isOnce ? figure : figure * times(id).most;
  };
  return {
    timesOf: (id) => times(id).least,
    gives: (id) => {
      const { kind, series } = text.obligations[id] ?? {};
      if (kind === 'refrain') return { least: 0, most: 0 };
      const { least, most } = owing.figures(id);
      // What a series has left to give another time is not known here.
      if (isByDays(id)) return { least: owing.adds(id).least, most: often(id, most) };
      if (series) return owing.all(id); // as often as the text says
      return { least: least * times(id).least, most: often(id, most) };
    },
    least: (id) => {
      const { kind, series } = text.obligations[id] ?? {};
      if (kind === 'refrain') return 0;
      if (!series) return owing.rounded(id, owing.figures(id).least) * times(id).least;
      return isByDays(id) ? Math.min(owing.least(id), owing.rounded(id, owing.adds(id).least)) : owing.least(id);
    },
    most: (id) => {
      const { kind, series } = text.obligations[id] ?? {};
      if (kind === 'refrain') return 0;
      if (series && !isByDays(id)) return owing.most(id);
      return often(id, owing.rounded(id, owing.figures(id).most));
    },
    isUnsettled: owing.isUnsettled,
    byStart,
  };
}
