import { once } from '../base/once.js';
import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import { owingOf, type Owing } from '../obligations/owing.js';
import type { Instant } from '../obligations/instant.js';
import { dependencies } from '../obligations/dependencies.js';
import { NOTHING_HAPPENED } from '../obligations/happened.js';
import { layOutText } from '../obligations/schedule.js';
import { concurrentGroups } from '../obligations/windows.js';
import type { Scenario } from '../scenario/scenario.js';
import { firingOf, type Firing } from './firing.js';
import { plansOf, type Plans } from './plans.js';

/** An offer whose text is reviewed, with what several kinds of finding need to know of it. */
export interface Subject {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly text: Text;
  /** For each obligation, those that are to be done together with it. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly owing: Owing;
  /** How often an obligation comes round for certain: once at least. */
  readonly timesOf: (obligation: string) => number;
  /** What can happen at all. */
  readonly firing: Firing;
  /** What comes before what, whatever the days of events from outside. */
  readonly plans: Plans;
}

/** Makes a subject of an offer; `events` are the days that some of its events are known to have. */
export function subjectOf(
  scenario: Scenario,
  offer: Offer,
  text: Text,
  events: Readonly<Record<string, Instant>>,
): Subject {
  const groups = concurrentGroups(text);
  const owing = owingOf(scenario, offer, text);
  const dependsOn = dependencies({ text }, groups);
  const rounds = once(() => {
    const times = new Map<string, number>();
    for (const { obligation, due, provisional } of layOutText(
      scenario,
      offer,
      text,
      { ...NOTHING_HAPPENED, events },
      owing,
    )) {
      if (due && !provisional) times.set(obligation, (times.get(obligation) ?? 0) + 1);
    }
    return times;
  });
  return {
    scenario,
    offer,
    text,
    groups,
    owing,
    timesOf: (id) => {
      const { kind, times } = text.obligations[id] ?? {};
      return times ?? (kind === 'recurring' ? Math.max(1, rounds().get(id) ?? 1) : 1);
    },
    firing: firingOf({ scenario, offer, text, groups, owing, dependsOn }),
    plans: plansOf({ scenario, offer, text, groups, owing, dependsOn, events }),
  };
}
