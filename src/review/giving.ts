import { once } from '../base/once.js';
import type { Instant } from '../obligations/instant.js';
import { NOTHING_HAPPENED } from '../obligations/happened.js';
import type { Owing } from '../obligations/owing.js';
import { layOutText } from '../obligations/schedule.js';
import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Reach } from '../terms/amount-span.js';

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
}

interface Given {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly text: Text;
  readonly owing: Owing;
  readonly events: Readonly<Record<string, Instant>>;
}

/** Lays the text out only where it does not say itself how often something comes round. */
export function givingOf({ scenario, offer, text, owing, events }: Given): Giving {
  const laidOut = once(() => {
    const times = new Map<string, Reach>();
    for (const { obligation, due, provisional } of layOutText(
      scenario,
      offer,
      text,
      { ...NOTHING_HAPPENED, events },
      owing,
    )) {
      const { least, most } = times.get(obligation) ?? { least: 0, most: 0 };
      // What has no day yet, or another one as things turn out, may come round more often.
      times.set(obligation, due && !provisional ? { least: least + 1, most: most + 1 } : { least, most: Infinity });
    }
    return times;
  });
  const isUncounted = (id: string) => {
    const { kind, times } = text.obligations[id] ?? {};
    return kind === 'recurring' && times === undefined;
  };
  const times = (id: string): Reach => {
    if (!isUncounted(id)) {
      const n = text.obligations[id]?.times ?? 1;
      return { least: n, most: n };
    }
    const { least, most } = laidOut().get(id) ?? { least: 1, most: Infinity };
    return { least: Math.max(1, least), most };
  };
  /** Whether it is not certain how often it comes round. */
  const isUncertain = (id: string) => isUncounted(id) && times(id).least !== times(id).most;
  return {
    timesOf: (id) => times(id).least,
    gives: (id) => {
      const { kind, series } = text.obligations[id] ?? {};
      if (kind === 'refrain') return { least: 0, most: 0 };
      if (series) {
        const { least, most } = owing.all(id); // as often as the text says
        // What a series has left to give another time is not known here.
        return isUncertain(id) ? { least: owing.adds(id).least, most: most === 0 ? 0 : Infinity } : { least, most };
      }
      const { least, most } = owing.figures(id);
      const often = times(id);
      return { least: least * often.least, most: most === 0 ? 0 : most * often.most };
    },
    least: (id) => {
      const { kind, series } = text.obligations[id] ?? {};
      if (kind === 'refrain') return 0;
      if (!series) return owing.rounded(id, owing.figures(id).least) * times(id).least;
      return isUncertain(id) ? Math.min(owing.least(id), owing.rounded(id, owing.adds(id).least)) : owing.least(id);
    },
    most: (id) => {
      const { kind, series } = text.obligations[id] ?? {};
      if (kind === 'refrain') return 0;
      const most = series ? owing.most(id) : owing.rounded(id, owing.figures(id).most);
      const often = series ? (isUncertain(id) ? Infinity : 1) : times(id).most;
      return most === 0 ? 0 : most * often;
    },
    isUnsettled: owing.isUnsettled,
  };
}
