import type { Arbitrary } from 'fast-check';
import { isFaultError } from '../base/fault.js';
import { readDeal } from '../offers/read-deal.js';
import type { Offer } from '../offers/offer.js';
import { judge } from '../positions/judge.js';
import type { TalksOptions } from '../machine/options.js';
import { openTalks, type Talks } from '../machine/talks.js';
import type { TalksEvent } from '../scenario/event.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { draftAmong, regionAmong, type Among } from './among.js';
import { longCourses } from './courses/courses.js';
import { withOffersNumbered } from './courses/numbered-offers.js';
import { Steps } from './courses/play.js';
import { stagesOf } from './courses/reached.js';
import { shorterThan, type Shorter } from './courses/shorter.js';
import type { Asked } from './courses/shortest-breaking.js';
import { drawOffersOf } from './draw-offers.js';
import {
  asksDraftItself,
  drawnOffer,
  findingOf,
  speaksOfOffer,
  speaksOfTalks,
  type ConditionInvariant,
  type Finding,
  type OfferInvariant,
  type TalksInvariant,
} from './invariant.js';
import { isPassedOver } from './passed-over.js';
import { shrinkingFurther } from './shrinking-by.js';
import type { Answer } from './tally.js';
import { courseCode } from './print/course-code.js';
import { courseText } from './print/course-text.js';
import { dealCode } from './print/deal-code.js';
import { dealText } from './print/deal-text.js';
import { printedCourse } from './print/printed-course.js';
import { shorterWords } from './print/shorter-words.js';

/** How many are drawn, unless told otherwise. */
export const RUNS = 200;

/** What decides all that is drawn, unless told otherwise. */
export const SEED = 0;

/** What is drawn to ask an invariant of, how it is asked, and how what was drawn reads, and stands as code. */
export interface Drawing<T> {
  readonly arbitrary: Arbitrary<T>;
  /** The draft that has to be asked itself, before all that is drawn. */
  readonly draft?: T | undefined;
  readonly find: (drawn: T) => Answer;
  readonly text: (drawn: T) => string;
  /** On what beside seed and path it depends what is drawn, as it was given. */
  readonly given: Given;
  /** How far what is shorter than a course was tried, as data and as a sentence; nothing of what is none, or is empty. */
  readonly shorterThan?: (drawn: T) => { readonly shorter: Shorter; readonly sentence: string } | undefined;
  /** What to do where nothing that is drawn bears on the invariant. */
  readonly wayOut: string;
}

/** What leads to a counterexample again, as options of `checkDeal`. */
export interface Replay extends CourseDrawing {
  readonly seed: number;
  readonly path: string;
  readonly among?: Among;
}

/** What beside seed and path decides what is drawn. */
type Given = Omit<Replay, 'seed' | 'path'>;

/** How many are asked, the draft itself, where it is to be, before those that are drawn. */
export function beginningWith<T>({ draft }: Drawing<T>, runs: number) {
  const examples: [T][] = draft === undefined ? [] : [[draft]];
  return { numRuns: examples.length + runs, examples };
}

/** What a verdict on a condition says of the invariant that it is. */
const BY_VERDICT = { met: 'held', unmet: 'broken', open: 'undetermined' } as const;

/** Deals, for an invariant that is asked of one at a time. */
export function dealsFor(
  scenario: Scenario,
  invariant: OfferInvariant | ConditionInvariant,
  given?: Among,
): Drawing<Offer> {
  const among = given ?? 'offers';
  const region = regionAmong(scenario, among);
  const setting = settingOf(scenario);
  const why = {
    none: `There is no offer of '${scenario.id}' to ask this of`,
    wayOut: 'its positions, or its draft, leave none.',
  };
  const completed = draftAmong(scenario, among);
  const draft = completed && 'offer' in invariant ? draftToAsk(scenario, invariant, completed) : undefined;
  // Whatever a draft may leave unsaid, what lies in a region says.
  const bears = (offer: Offer, one: OfferInvariant) =>
    speaksOfOffer(one, offer, scenario) && !(region && offer !== draft?.offer && asksDraftItself(one, offer, scenario));
  return {
    // What lies in no region is what an arbitrary draws.
    arbitrary: region ? drawOffersOf(scenario, region, why, {}, {}, completed) : (among as Arbitrary<Offer>),
    ...(draft && { draft: draft.offer }),
    find: (drawn) => {
      // What a region holds fits; what an arbitrary of somebody else's draws may be anything.
      const offer = region ? drawn : drawnOffer(scenario, drawn);
      if ('condition' in invariant) {
        return { finding: BY_VERDICT[judge(invariant.condition, readDeal(setting, offer)).verdict], bears: true };
      }
      const finding = findingOf(invariant.offer(offer, scenario), invariant.title);
      if (finding === 'held' && offer === draft?.offer) draft.isAsked();
      return { finding, bears: finding !== 'held' || bears(offer, invariant) };
    },
    text: (offer) => dealToRead(scenario, offer),
    given: given === undefined ? {} : { among: given },
    wayOut: "ask it of a draft that does, with 'completing', or of an arbitrary that draws such offers.",
  };
}

/** The draft, where it has to be asked itself, or else what was thrown instead of saying so, to be thrown where it is asked. */
function draftToAsk(scenario: Scenario, invariant: OfferInvariant, offer: Offer) {
  const isAsked = () => asksDraftItself(invariant, offer, scenario);
  try {
    return isAsked() ? { offer, isAsked } : undefined;
  } catch (error) {
    const again = () => {
      throw error;
    };
    return { offer, isAsked: again };
  }
}

/** Why there is nothing to draw, where that is what was thrown; whatever else was thrown is thrown again. */
export function whyNothing(error: unknown): string {
  const codes = ['testing/empty-region', 'testing/out-of-reach', 'testing/region-too-hard'];
  const none = isFaultError(error) ? error.faults.find(({ code }) => codes.includes(code)) : undefined;
  if (!none) throw error;
  return none.message;
}

/** A deal as a person reads it, and as code to paste. */
export function dealToRead(scenario: Scenario, offer: Offer): string {
  return `${dealText(scenario, offer)}\n\n${dealCode(offer, scenario).trimEnd()}`;
}

/** How long the courses may be that are drawn, and how their talks are run. */
export interface CourseDrawing {
  /** The most events of a course. @defaultValue `30` */
  readonly events?: number;
  /** How the talks are run. */
  readonly talks?: TalksOptions;
}

/** Courses of talks, for an invariant that is asked at their beginning and after each event. */
export function coursesFor(
  scenario: Scenario,
  invariant: TalksInvariant,
  { events, talks: options }: CourseDrawing = {},
): Drawing<readonly TalksEvent[]> {
  const beginning = openTalks(scenario, options);
  const steps = new Steps(beginning);
  // A function gets talks of its own: what it does in them is not part of the course.
  const ask = (talks: Talks) => findingOf(invariant.talks(talks.fork()), invariant.title);
  let searched: { readonly of: number; readonly shorter: Shorter } | undefined;
  const drawn = longCourses(scenario, events ?? 30, options);
  return {
    arbitrary: shrinkingFurther(drawn, function* (course) {
      if (course.length === 0) return;
      const { course: found, ...shorter } = shorterThan(course, beginning, scenario, (talks) => askedOf(ask, talks));
      searched = { of: course.length, shorter };
      if (found) yield printedCourse(scenario, withOffersNumbered(scenario, found), options);
    }),
    shorterThan: ({ length }) => {
      if (searched?.of !== length) return undefined;
      return { shorter: searched.shorter, sentence: shorterWords(searched.shorter, length) };
    },
    given: { ...(events !== undefined && { events }), ...(options && { talks: options }) },
    find: (events) => {
      let stand = steps.beginning();
      const speaks = () => speaksOfTalks(invariant, stand.talks.fork());
      let [finding, bears] = [ask(stand.talks), speaks()];
      for (const event of events) {
        if (finding === 'broken') break;
        stand = steps.after(stand, event);
        bears ||= speaks();
        const next = ask(stand.talks);
        if (next !== 'held') finding = next;
      }
      return { finding, bears: finding !== 'held' || bears, stages: stagesOf(events, stand.talks) };
    },
    wayOut: "let more courses be drawn, with 'runs', or longer ones, with 'events'.",
    text: (events) => `${courseText(scenario, events, options)}\n\n${courseCode(events, scenario, options).trimEnd()}`,
  };
}

/** What asking comes to in a search: what throws is broken, as it is where it was drawn. */
function askedOf(ask: (talks: Talks) => Finding, talks: Talks): Asked {
  try {
    return ask(talks) === 'broken' ? 'broken' : 'unbroken';
  } catch (error) {
    return isPassedOver(error) ? 'passed over' : 'broken';
  }
}
