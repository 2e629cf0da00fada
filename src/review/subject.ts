import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import { NOTHING_HAPPENED } from '../obligations/happened.js';
import { hangingOnOrder, owingOf, type Owing } from '../obligations/owing.js';
import { owingByDays } from '../obligations/schedule.js';
import type { Instant } from '../obligations/instant.js';
import { dependencies } from '../obligations/dependencies.js';
import { concurrentGroups } from '../obligations/windows.js';
import type { Scenario } from '../scenario/scenario.js';
import { firingOf, type Firing } from './firing.js';
import { givingOf, type Giving } from './giving.js';
import { plansOf, type Plans } from './plans.js';

/** An offer whose text is reviewed, with what several kinds of finding need to know of it. */
export interface Subject {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly text: Text;
  /** For each obligation, those that are to be done together with it. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly owing: Owing;
  readonly giving: Giving;
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
  const owing = orderedOwing(scenario, offer, text, events);
  const dependsOn = dependencies({ text }, groups);
  const giving = givingOf({ scenario, offer, text, groups, owing, dependsOn, events });
  return {
    scenario,
    offer,
    text,
    groups,
    owing,
    giving,
    firing: firingOf({ scenario, offer, text, groups, giving, owing, dependsOn }),
    plans: plansOf({ scenario, offer, text, groups, owing, giving, dependsOn, events }),
  };
}

/** What each owes, one after the other in the order of days that a schedule has: whatever order the text has them in. */
function orderedOwing(scenario: Scenario, offer: Offer, text: Text, events: Readonly<Record<string, Instant>>): Owing {
  const owing = owingOf(scenario, offer, text);
  if (hangingOnOrder(text).length === 0) return owing;
  return owingByDays(scenario, offer, text, { ...NOTHING_HAPPENED, events }, owing);
}
