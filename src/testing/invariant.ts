import { fault, isFaultError } from '../base/fault.js';
import { listed } from '../base/list.js';
import { show } from '../base/plain.js';
import { failure, valueOrThrow } from '../base/result.js';
import type { Talks } from '../machine/talks.js';
import type { Offer } from '../offers/offer.js';
import type { Condition } from '../positions/condition.js';
import type { Scenario } from '../scenario/scenario.js';
import { wholeOfferFaults } from './whole-offer.js';

/** What asking one thing comes to: it holds, it is broken, or nobody can tell. The last is never counted as the first. */
export const FINDINGS = ['held', 'broken', 'undetermined'] as const;

/** What asking one thing comes to: one of {@link FINDINGS}. */
export type Finding = (typeof FINDINGS)[number];

/** A condition that has to be met by every deal, whoever wants it. */
export interface ConditionInvariant {
  /** What must be so, in a few words; the condition in words, unless given. */
  readonly title?: string;
  readonly condition: Condition;
}

/** What must be so of every deal, asked of one at a time. `true` is `held`, `false` is `broken`. */
export interface OfferInvariant {
  readonly title: string;
  /** Whether it is so of an offer. */
  readonly offer: (offer: Offer, scenario: Scenario) => Finding | boolean;
  /** Whether an offer has anything of which this speaks: where none that is drawn has, it is not held. @defaultValue each has */
  readonly speaksOf?: (offer: Offer, scenario: Scenario) => boolean;
  /** Whether a draft has to be asked itself, since what completes it leaves nothing of this unsaid. @defaultValue none has */
  readonly asksDraft?: (draft: Offer, scenario: Scenario) => boolean;
}

/** What must be so of talks, asked at their beginning and after each event. `true` is `held`, `false` is `broken`. */
export interface TalksInvariant {
  readonly title: string;
  /** Whether it is so of talks as they stand. */
  readonly talks: (talks: Talks) => Finding | boolean;
  /** Whether this speaks of talks as they stand: where no course comes to such, it is not held. @defaultValue of all */
  readonly speaksOf?: (talks: Talks) => boolean;
  /**
   * Whether it finds the same in all talks that `exhaust` counts as one state, whatever it reads of them: of that it takes
   * your word. @defaultValue `false`: what it reads there is watched
   */
  readonly ofStateAlone?: boolean;
}

/**
 * Something that must always be so: of a deal, by a condition or a function; or of talks all along their course.
 *
 * @example
 * const enough: DealInvariant = { condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } };
 * const short: DealInvariant = { title: 'is said in one phase', offer: (offer) => offer.phases.length <= 1 };
 * const owned: DealInvariant = { title: 'knows its deal', talks: (talks) => (talks.deal ? talks.offer !== null : true) };
 */
export type DealInvariant = ConditionInvariant | OfferInvariant | TalksInvariant;

/** What an invariant's function said, as a finding; a fault where it said neither. */
export function findingOf(said: Finding | boolean, title: string): Finding {
  if (typeof said === 'boolean') return said ? 'held' : 'broken';
  if (FINDINGS.includes(said)) return said;
  const message = `The function of '${title}' returned ${show(said)}: it must return true or false, or one of ${listed(FINDINGS, 'or')}.`;
  return valueOrThrow<Finding>(failure([fault('testing/no-finding', [], message, { title })]), 'Nothing was found.');
}

/** Whether an offer has anything of which an invariant speaks; a fault where its function does not say so. */
export function speaksOfOffer({ title, speaksOf }: OfferInvariant, offer: Offer, scenario: Scenario): boolean {
  return !speaksOf || yesOrNoOf(speaksOf(offer, scenario), 'speaksOf', title);
}

/** Whether a draft has to be asked itself; a fault where the invariant's function does not say so. */
export function asksDraftItself({ title, asksDraft }: OfferInvariant, draft: Offer, scenario: Scenario): boolean {
  return asksDraft !== undefined && yesOrNoOf(asksDraft(draft, scenario), 'asksDraft', title);
}

/** Whether an invariant speaks of talks as they stand; a fault where its function does not say so. */
export function speaksOfTalks({ title, speaksOf }: TalksInvariant, talks: Talks): boolean {
  return !speaksOf || yesOrNoOf(speaksOf(talks), 'speaksOf', title);
}

function yesOrNoOf(said: boolean, key: string, title: string): boolean {
  if (typeof said === 'boolean') return said;
  const message = `'${key}' of '${title}' returned ${show(said)}: it must return true or false.`;
  return valueOrThrow<boolean>(failure([fault('testing/no-finding', [], message, { title })]), 'Nothing was found.');
}

/** Whether something is wrong with how an invariant was asked, which is no finding of it. */
export function isNoFinding(error: unknown): boolean {
  return isFaultError(error) && error.faults.some(({ code }) => code === 'testing/no-finding');
}

/** What an arbitrary drew, where it is an offer of the scenario; a fault where it is something else. */
export function drawnOffer(scenario: Scenario, drawn: Offer): Offer {
  // Whatever an arbitrary draws: its type is what its user says it is.
  const [unfit] = wholeOfferFaults(scenario, drawn, ['among']);
  if (!unfit) return drawn;
  const message = `What 'among' draws cannot be asked of: ${unfit.message}`;
  return valueOrThrow<Offer>(
    failure([fault('testing/no-finding', ['among'], message, unfit.facts)]),
    'Nothing was found.',
  );
}
