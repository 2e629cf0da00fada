import { unique } from '../../base/list.js';
import { logOf, type Point } from '../../machine/history.js';
import { talksAt, type House } from '../../machine/talks.js';
import { stateOf, type TalksState } from '../../machine/where.js';
import type { Offer } from '../../offers/offer.js';
import { readDeal } from '../../offers/read-deal.js';
import { judge } from '../../positions/judge.js';
import type { TalksEvent } from '../../scenario/event.js';
import { settingOf, type Scenario } from '../../scenario/scenario.js';
import {
  asksDraftItself,
  findingOf,
  isNoFinding,
  speaksOfOffer,
  speaksOfTalks,
  type ConditionInvariant,
  type DealInvariant,
  type Finding,
  type OfferInvariant,
  type TalksInvariant,
} from '../invariant.js';
import { isPassedOver } from '../passed-over.js';
import { titleOf } from '../title-of.js';
import type { Untold } from './left-untold.js';
import { whyUntold } from './untold-words.js';
import { watched, type Reads } from './watched.js';

/** What asking one invariant all along a walk came to. */
export interface ExhaustFinding {
  readonly title: string;
  /**
   * `held` where all that were asked held it; `undetermined` where one could not be told, none was there to be asked, or
   * the walk was cut off before it had come to all states, or it read of states what they are not told apart by.
   */
  readonly finding: Finding;
  /** Why it is `undetermined` though all that were asked held it: what it read that only one of several courses to a state has. */
  readonly why?: string;
  /** How many were asked: states, or deals; without those that `fc.pre` passed over, or of which the invariant does not speak. */
  readonly asked: number;
  /** How many of these could not be told. */
  readonly undetermined: number;
  /** The first state that breaks it: no course to another is shorter. */
  readonly counterexample?: {
    /** What leads there from the beginning of the talks. */
    readonly events: readonly TalksEvent[];
    readonly state: TalksState;
    /** The deal that breaks it, by its id, where the invariant is one of deals. */
    readonly offer?: string;
    /** What asking it threw there, in words, where that is how it broke. */
    readonly threw?: string;
  };
}

/** What is asked at a point: once of the talks, or of each deal that is new there. */
interface Question {
  readonly at: Point;
  readonly offer?: Offer;
  readonly ask: (reads: Reads) => Finding | PassedOver;
}

/** That an invariant does not speak of what it was asked of. */
type PassedOver = 'passed over';

/** What was walked: where, whether that is all, and what of it is not told apart. */
export interface Ground {
  readonly house: House;
  readonly points: readonly Point[];
  readonly complete: boolean;
  readonly untold: (point: Point) => ReadonlySet<Untold>;
  /** Told what an invariant read of a point that its state leaves untold. */
  readonly reads: (at: Point, what: Untold) => void;
}

/** Asks each invariant at all points, in their order. */
export function findingsOf(ground: Ground, invariants: readonly DealInvariant[]): readonly ExhaustFinding[] {
  const { house, points } = ground;
  const { scenario } = house.rules;
  const deals = dealsAt(house, points);
  return invariants.map((invariant): ExhaustFinding => {
    if ('talks' in invariant) return found(invariant.title, ground, ofTalks(ground, invariant));
    const title = titleOf(scenario, invariant);
    return found(
      title,
      ground,
      deals.map(({ at, offer }) => ({ at, offer, ask: () => ofDeal(scenario, offer, invariant) })),
    );
  });
}

function ofTalks({ house, points, untold }: Ground, invariant: TalksInvariant): readonly Question[] {
  const { title, talks, ofStateAlone = false } = invariant;
  return points.map((at) => ({
    at,
    ask: (reads) => {
      const here = talksAt(house, at);
      const finding = findingOf(talks(ofStateAlone ? here : watched(here, untold(at), reads)), title);
      return finding === 'held' && !speaksOfTalks(invariant, talksAt(house, at)) ? 'passed over' : finding;
    },
  }));
}

const FINDING_BY_VERDICT = { met: 'held', unmet: 'broken', open: 'undetermined' } as const;

function ofDeal(
  scenario: Scenario,
  offer: Offer,
  invariant: ConditionInvariant | OfferInvariant,
): Finding | PassedOver {
  if ('offer' in invariant) {
    const finding = findingOf(invariant.offer(offer, scenario), invariant.title);
    // A deal is there as it was put forward: of what it leaves unsaid it is asked itself.
    const bears = speaksOfOffer(invariant, offer, scenario) || asksDraftItself(invariant, offer, scenario);
    return finding === 'held' && !bears ? 'passed over' : finding;
  }
  return FINDING_BY_VERDICT[judge(invariant.condition, readDeal(settingOf(scenario), offer)).verdict];
}

/** Every deal reached, where it is first: what is being ratified, in force, or settled for the next phase. */
function dealsAt({ rules }: House, points: readonly Point[]): readonly { readonly at: Point; readonly offer: Offer }[] {
  const seen = new Set<Offer>();
  return points.flatMap((at) => {
    const { context } = at.snapshot;
    const ids = unique([context.ratification?.offer, context.deal?.offer, context.deal?.settled]);
    return ids.flatMap((id) => {
      const offer = typeof id === 'string' ? rules.offer(context, id) : undefined;
      if (!offer || seen.has(offer)) return [];
      seen.add(offer);
      return [{ at, offer }];
    });
  });
}

function found(title: string, { complete, reads }: Ground, questions: readonly Question[]): ExhaustFinding {
  const read = new Set<Untold>();
  let undetermined = 0;
  let broken: (Question & { readonly threw?: string }) | undefined;
  let asked = 0;
  for (const question of questions) {
    const finding = askedOf(question, (what) => {
      read.add(what);
      reads(question.at, what);
    });
    if (finding === 'passed over') continue;
    asked++;
    if (finding === 'undetermined') undetermined++;
    else if (finding === 'broken') broken ??= question;
    else if (finding !== 'held') broken ??= { ...question, ...finding };
  }
  const told = broken ? 'broken' : undetermined > 0 || asked === 0 || !complete ? 'undetermined' : 'held';
  const why = told === 'held' && read.size > 0 ? whyUntold(read) : undefined;
  return {
    title,
    finding: why === undefined ? told : 'undetermined',
    ...(why !== undefined && { why }),
    asked,
    undetermined,
    ...(broken && {
      counterexample: {
        events: logOf(broken.at).map(({ event }) => event),
        state: stateOf(broken.at.snapshot.value),
        ...(broken.offer && { offer: broken.offer.id }),
        ...(broken.threw !== undefined && { threw: broken.threw }),
      },
    }),
  };
}

/** What asking comes to. A function that throws has broken its invariant, or passed it over, as in `checkDeal`. */
function askedOf({ ask }: Question, reads: Reads): Finding | PassedOver | { readonly threw: string } {
  try {
    return ask(reads);
  } catch (error) {
    if (isNoFinding(error)) throw error;
    if (isPassedOver(error)) return 'passed over';
    return { threw: String(error) };
  }
}
