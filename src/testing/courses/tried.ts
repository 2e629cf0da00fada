import { addDays, lastDay } from '../../base/day.js';
import { unique } from '../../base/list.js';
import { hasPlace } from '../../machine/next-events.js';
import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { usedBounds } from '../exhaust/bounds.js';
import { menuOf } from '../exhaust/menu.js';
import { dueInText, elseInText } from '../laws/onward-in-text.js';
import { offersIn } from './fewer-offers.js';
import { freshName } from './numbered-offers.js';
import { simpleOffers } from './simple-offers.js';
import { daysToDeadlines, turningDays } from './turning-days.js';

/** What is tried in some state of talks; some of it may be refused. */
export type Tried = (talks: Talks) => readonly TalksEvent[];

/**
 * What is tried beside a course: what `exhaust` tries by default, the events of the course itself, what carries out a text, days
 * by which something turns, the day after each deadline, and all days of the course at once.
 */
export function triedBeside(scenario: Scenario, course: readonly TalksEvent[]): Tried {
  const menu = [...menuOf(scenario, usedBounds(scenario, {})), ...course];
  // What was an event is one after it was text.
  const events = unique(menu.map((event) => JSON.stringify(event))).map((text) => JSON.parse(text) as TalksEvent);
  const allDays = course.reduce((sum, event) => sum + (event.type === 'days.passed' ? (event.days ?? 0) : 0), 0);
  const afterDeadlines = Object.values(scenario.process.deadlines).flatMap(({ by }): readonly TalksEvent[] => {
    const on = addDays(lastDay(by), 1);
    return on === undefined ? [] : [{ type: 'days.passed', days: 1, on }];
  });
  return (talks) => {
    const canPass = hasPlace(talks.snapshot, 'days.passed');
    const days = canPass ? unique([allDays, ...turningDays(talks), ...daysToDeadlines(talks)]) : [];
    return [
      ...events,
      ...days.filter((n) => n > 0).map((n): TalksEvent => ({ type: 'days.passed', days: n })),
      ...(canPass ? afterDeadlines : []),
      ...dueInText(talks),
      ...elseInText(talks),
    ];
  };
}

/** Of what is tried, only events of the types that a course has itself: so few that long courses can be tried. */
export function triedAlike(tried: Tried, course: readonly TalksEvent[]): Tried {
  const types = new Set(course.map(({ type }) => type));
  return (talks) => tried(talks).filter(({ type }) => types.has(type));
}

/** Besides what is tried, simple new offers put on the table, those that need few answers, like the first that a course speaks of. */
export function triedWithOffers(tried: Tried, scenario: Scenario, course: readonly TalksEvent[]): Tried {
  const name = freshName(scenario, course);
  const known = [...offersIn(course), ...Object.keys(scenario.offers)].flatMap((id) => scenario.offers[id] ?? []);
  const simple = known.slice(0, 1).flatMap((offer) => [...simpleOffers(scenario, offer)]);
  const tabled = simple.map((offer): TalksEvent => ({ type: 'offer.tabled', offer: { ...offer, ...name } }));
  return (talks) => [...tabled, ...tried(talks)];
}
