import type { Arbitrary, Random, Stream, Value } from 'fast-check';
import { hasPlace } from '../../machine/next-events.js';
import type { TalksOptions } from '../../machine/options.js';
import { openTalks, type Talks } from '../../machine/talks.js';
import type { Offer } from '../../offers/offer.js';
import type { Condition } from '../../positions/condition.js';
import type { NewOffer } from '../../scenario/events/table.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { noted } from '../../offers/clauses.js';
import {
  badOption,
  checkOptions,
  oneOf,
  refuseOptions,
  talksOptions,
  wholeBetween,
  type OptionChecks,
} from '../bad-options.js';
import { isSimpler } from '../complexity.js';
import { conditions } from '../conditions.js';
import { fc } from '../fast-check.js';
import { fullOffers } from '../full-offers.js';
import { EVERYWHERE, isWithinReach } from '../points.js';
import { printedCourse } from '../print/printed-course.js';
import { dealRegion } from '../standing-region.js';
import { withTexts } from '../texts.js';
import { daysThatMatter, onSomeDay, type DaysThatMatter } from './days-that-matter.js';
import { diceOf, type Dice } from './dice.js';
import type { Happening } from './happening.js';
import { withDaysCounted, withDaysHandedOn } from './days-handed-on.js';
import { withDaysAtOnce, withFewerEvents } from './fewer-events.js';
import { withFewerOffers, withOtherOffers } from './fewer-offers.js';
import { happeningsOf, type Stock } from './happenings.js';
import { idKindsOf } from './ids.js';
import { LONGEST } from './longest.js';
import { onwardFrom } from './onward.js';
import { withSimpleOffers } from './offers-instead.js';
import { withEarlierIds, withIdsThatNeedLess } from './other-ids.js';
import { drawnName, withOffersNumbered } from './numbered-offers.js';
import { withPlainRefusal } from './plain-refusal.js';
import { Steps } from './play.js';
import { withLessInOne } from './less-somewhere.js';
import { courseComplexity } from './simpler-courses.js';
import { simplerEvents } from './simpler-events.js';

/** Which courses of talks to draw. */
export interface CoursesConstraints {
  /** The most events, 10,000 at most. Talks that have come to an end are shorter. @defaultValue `30` */
  readonly events?: number;
  /** The fewest events, as far as the talks do not end before. @defaultValue `0` */
  readonly least?: number;
  /** `none`: every event is accepted. `one`: all but one are, which one is refused and changes nothing. @defaultValue `'none'` */
  readonly refused?: 'none' | 'one';
  /** How the talks are run. */
  readonly talks?: TalksOptions;
}

const CHECKS: OptionChecks<CoursesConstraints> = {
  events: wholeBetween(0, LONGEST),
  least: wholeBetween(0, LONGEST),
  refused: oneOf('none', 'one'),
  talks: talksOptions,
};

const MOST_EVENTS = 30;

/** How many of so many events lead on, at most: courses differ in it, so that some wander and others come far. */
const [MOST_PUSHES, ALL_PUSHES] = [4, 5];

/** One of so many courses has events that bear a day, and of its events one of so many does: days bring talks to their end. */
const [DATED_COURSES, DATED_EVENTS] = [4, 3];

/**
 * Courses of talks, as a fast-check arbitrary: arrays of events that can all happen one after another from the beginning, or
 * all but one of them, as plain data. They shrink towards fewer events, the earlier ones staying, with less in each, new
 * offers and conditions among it, towards ids that need less, or stand earlier in the scenario, and towards
 * a simple new offer where that needs fewer events: along `courseComplexity`. What is refused once another event is left out goes with it.
 *
 * New offers are brought in as well as those of the scenario, and now and then one that all who need to would accept. Where the
 * scenario speaks of days, some courses have events that bear them, those before, on and after a deadline among them.
 * Throws a `FaultError` with `testing/bad-option` for constraints that cannot be, and with `talks/bad-option`.
 *
 * @example
 * fc.assert(
 *   fc.property(courses(scenario), (events) => {
 *     const talks = openTalks(scenario);
 *     return events.every((event) => talks.do(event).accepted);
 *   }),
 * );
 */
export function courses(scenario: Scenario, constraints: CoursesConstraints = {}): Arbitrary<readonly TalksEvent[]> {
  checkOptions(constraints, CHECKS);
  const { events = MOST_EVENTS, least = 0, refused = 'none' } = constraints;
  if (least > events) {
    const message = `'least' cannot be ${least}: no course has more than ${events} events.`;
    refuseOptions([badOption(['least'], message, least)]);
  }
  if (refused === 'one' && events === 0) {
    const message = "'events' cannot be 0: a course of no event has none that is refused.";
    refuseOptions([badOption(['events'], message, events)]);
  }
  return new Courses(scenario, constraints, least);
}

/** Courses of so many events, as far as the talks do not end before, which shrink to shorter ones all the same. */
export function longCourses(
  scenario: Scenario,
  events: number,
  talks: TalksOptions | undefined,
): Arbitrary<readonly TalksEvent[]> {
  return new Courses(scenario, { events, least: events, ...(talks && { talks }) }, 0);
}

class Courses extends fc.Arbitrary<readonly TalksEvent[]> {
  private readonly beginning: Talks;
  private readonly steps: Steps;
  private readonly happenings: readonly Happening[];
  private readonly newOffer: Stock['newOffer'];
  private readonly days: DaysThatMatter | undefined;

  constructor(
    private readonly scenario: Scenario,
    private readonly constraints: CoursesConstraints,
    private readonly shortest: number,
  ) {
    super();
    this.beginning = openTalks(scenario, constraints.talks);
    this.steps = new Steps(this.beginning);
    this.days = daysThatMatter(scenario, constraints.talks);
    const [any, wanted] = newOffers(scenario);
    const asked = conditions(scenario, { depth: 1 }).filter(asksForSomething);
    this.newOffer = (talks, dice) => broughtIn(dice.draw(dice.onceIn(2) ? wanted : any), talks, dice);
    this.happenings = happeningsOf({
      scenario,
      newOffer: this.newOffer,
      condition: (dice) => dice.draw(asked),
    });
  }

  override generate(random: Random): Value<readonly TalksEvent[]> {
    const { events: most = MOST_EVENTS, least = 0, refused = 'none' } = this.constraints;
    const dice = diceOf(random);
    const length = dice.from(refused === 'one' ? Math.max(1, least) : least, most);
    const wrongAt = refused === 'one' ? dice.from(0, length - 1) : -1;
    const pushes = dice.from(0, MOST_PUSHES);
    const days = this.days && dice.onceIn(DATED_COURSES) ? this.days : undefined;
    const talks = this.beginning.fork();
    const events: TalksEvent[] = [];
    while (events.length < length) {
      const wrong = events.length === wrongAt ? this.somethingRefused(talks, dice) : undefined;
      const event = wrong ?? this.somethingThatHappens(talks, dice, dice.from(1, ALL_PUSHES) <= pushes, days);
      if (!event) break;
      events.push(event);
    }
    // Where the talks come to an end before, whatever is still tried is refused.
    const late = events.length <= wrongAt ? this.somethingRefused(talks, dice) : undefined;
    if (late) events.push(late);
    return this.value(withOffersNumbered(this.scenario, events));
  }

  override canShrinkWithoutContext(value: unknown): value is readonly TalksEvent[] {
    return Array.isArray(value);
  }

  override shrink(events: readonly TalksEvent[]): Stream<Value<readonly TalksEvent[]>> {
    const measure = courseComplexity(events, this.scenario);
    const isWrong = this.constraints.refused === 'one';
    const wrong = isWrong ? events[this.steps.play(events).refused[0] ?? -1] : undefined;
    const tried = new Set<string>();
    const isNew = (simpler: readonly TalksEvent[]) => tried.size !== tried.add(JSON.stringify(simpler)).size;
    return fc
      .stream(this.simpler(events, wrong))
      .map((simpler) => this.mended(simpler, wrong))
      .filter((simpler) => simpler !== undefined && isSimpler(courseComplexity(simpler, this.scenario), measure))
      .filter((simpler = []) => isNew(simpler))
      .map((simpler = []) => this.value(simpler));
  }

  private *simpler(events: readonly TalksEvent[], wrong: TalksEvent | undefined): Generator<readonly TalksEvent[]> {
    const known = Object.keys(this.scenario.offers);
    yield* withFewerEvents(events);
    if (wrong) yield* withPlainRefusal(events, wrong);
    yield* withDaysAtOnce(events);
    const dayAfter = (place: number) => this.steps.dayAfter(events.slice(0, place + 1));
    yield* withDaysHandedOn(events, dayAfter);
    yield* withDaysCounted(events, dayAfter);
    yield* withFewerOffers(events, known);
    yield* withOtherOffers(events, known);
    yield* withLessInOne(events, (event) => simplerEvents(this.scenario, event));
    const kinds = idKindsOf(this.scenario);
    yield* withIdsThatNeedLess(events, kinds, (others) => {
      return this.steps.play(others).refused.length === (this.constraints.refused === 'one' ? 1 : 0);
    });
    yield* withEarlierIds(events, kinds);
    // Last, once all else is as simple as it gets: what it brings in is mostly more to read, in fewer events.
    yield* withSimpleOffers(this.scenario, events);
  }

  /** Such a course as is drawn, without what is refused once something else is left out; none where there is no such one. */
  private mended(events: readonly TalksEvent[], wrong: TalksEvent | undefined): readonly TalksEvent[] | undefined {
    const { refused, ended } = this.steps.play(events);
    const isWrong = this.constraints.refused === 'one';
    const kept = isWrong ? (refused.find((i) => events[i] === wrong) ?? refused[0]) : undefined;
    if (isWrong && kept === undefined) return undefined;
    const left = events.filter((_, i) => i === kept || !refused.includes(i));
    return ended || left.length >= this.shortest ? withOffersNumbered(this.scenario, left) : undefined;
  }

  private value(events: readonly TalksEvent[]): Value<readonly TalksEvent[]> {
    return new fc.Value(printedCourse(this.scenario, events, this.constraints.talks), undefined);
  }

  /**
   * Lets something happen that can: what leads on, where that is wanted; else types of event are tried by their weight, each
   * with a few of its events.
   */
  private somethingThatHappens(
    talks: Talks,
    dice: Dice,
    isOnward: boolean,
    days: DaysThatMatter | undefined,
  ): TalksEvent | undefined {
    const happened = (event: TalksEvent) => {
      // Of what is done under a text, its own happenings say the days.
      const dated = days && !talks.deal?.text && dice.onceIn(DATED_EVENTS) && onSomeDay(event, days, talks.clock, dice);
      if (dated && talks.do(dated).accepted) return dated;
      return talks.do(event).accepted ? event : undefined;
    };
    if (isOnward) {
      for (const event of onwardFrom(talks, dice, this.newOffer)) {
        const done = hasPlace(talks.snapshot, event.type) && happened(event);
        if (done) return done;
      }
    }
    let left = this.happenings.filter(({ type }) => hasPlace(talks.snapshot, type));
    while (left.length > 0) {
      const happening = dice.weighed(left);
      for (let tries = 0; happening && tries < 3; tries++) {
        const event = happening.event(talks, dice);
        const done = event && happened(event);
        if (done) return done;
      }
      left = left.filter((other) => other !== happening);
    }
    return undefined;
  }

  private somethingRefused(talks: Talks, dice: Dice): TalksEvent | undefined {
    for (let tries = 0; tries < 200; tries++) {
      const event = dice.one(this.happenings)?.event(talks, dice);
      if (!event) continue;
      if (!talks.do(event).accepted) return event;
      talks.undo();
    }
    return undefined;
  }
}

/** Whether a condition is more than a list of none. */
function asksForSomething(condition: Condition): boolean {
  return !('of' in condition && Array.isArray(condition.of)) || condition.of.length > 0;
}

/** Any offers, and such as all who need to would accept; half of them with texts, where any of the scenario has one. */
function newOffers(scenario: Scenario): readonly [Arbitrary<Offer>, Arbitrary<Offer>] {
  const deal = dealRegion(scenario);
  const any = fullOffers(scenario, EVERYWHERE);
  const wanted = isWithinReach(scenario, deal) ? fullOffers(scenario, deal) : any;
  if (!Object.values(scenario.offers).some(({ text }) => text)) return [any, wanted];
  return [fc.oneof(any, withTexts(scenario, any)), fc.oneof(wanted, withTexts(scenario, wanted))];
}

/** A drawn offer under an id that none in the talks has, now and then put forward by a party. */
function broughtIn(offer: Offer, talks: Talks, dice: Dice): NewOffer {
  let n = 1;
  while (Object.hasOwn(talks.scenario.offers, drawnName(n).id)) n++;
  const by = dice.onceIn(3) ? dice.one(Object.keys(talks.scenario.parties)) : undefined;
  return { ...offer, ...drawnName(n), ...(by !== undefined && { by: noted([by]) }) };
}
