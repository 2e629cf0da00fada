import { mapValues } from '../base/records.js';
import type { Offer } from '../offers/offer.js';
import type { Scenario } from '../scenario/scenario.js';
import { broughtBy, fellDueBy, movedBy } from '../obligations/brought.js';
import { goingOnBefore } from '../obligations/going-on.js';
import { dateOf } from '../obligations/instant.js';
import {
  instantIn,
  reportedUpTo,
  startedOn,
  TEXT_AGREED,
  type GoingOn,
  type TextRun,
} from '../obligations/text-run.js';
import type { DutyNow } from '../obligations/duty-now.js';
import { wentBy, type DealRun } from './context.js';
import { dayAfter, phaseOf } from '../obligations/course.js';

/** Where a deal stands after something happened: in the phase it was in, in another that begins, or at an end. */
export type Delivered =
  | { readonly to: 'stay'; readonly deal: DealRun }
  | { readonly to: `phase${number}`; readonly next: 'toBegin' | 'none'; readonly deal: DealRun }
  | { readonly to: 'fulfilled' | 'lapsed'; readonly deal: DealRun };

/** A deal agreed upon, before it starts. */
export function awaiting(offer: string, hasText: boolean): DealRun {
  return {
    ...(hasText && { text: TEXT_AGREED }),
    offer,
    phase: 0,
    day: 0,
    began: null,
    extended: 0,
    extensions: {},
    settled: null,
    disputes: [],
    performed: {},
  };
}

/** What carrying out a deal needs: the scenario, and the texts of its offers. */
export interface Texts {
  readonly scenario: Scenario;
  readonly text: (offer: string) => Offer | undefined;
  /** What binds by the text of a deal and is not settled. */
  readonly unsettled: (deal: DealRun) => readonly string[];
  /** How each obligation of the text of a deal stands. */
  readonly standings: (deal: DealRun) => readonly DutyNow[];
  /** Days by which the text makes the present phase longer, without anyone's consent. */
  readonly granted: (deal: DealRun) => number;
  /** The day of the text's run on which the deal comes into force, by the text or as that was moved: `undefined` before it. */
  readonly starts: (deal: DealRun) => number | undefined;
  /** The day of the text's run on which a phase begins by a trigger of its own: `null` while that has not fired. */
  readonly begins: (deal: DealRun, phase: number) => number | null | undefined;
  /** Whether a phase, by its own trigger or that of something before it, begins only once a body finds something not kept. */
  readonly uponFindingAlone: (deal: DealRun, phase: number) => boolean;
  /** Whether the text of a deal promises talks on its next phase, and says what holds if they come to nothing. */
  readonly holdsOtherwise: (deal: DealRun) => boolean;
  /**
   * The day of the run, from one on, on which a phase that has begun was over by the text of a deal and by what was known then;
   * nothing while it is not. That of a phase which the text has not got stays as it is.
   */
  readonly endsFrom: (deal: DealRun, phase: number, from: number) => number | undefined;
  /**
   * The deal with the ends of phases before the present one that are over by now, since so many days at the most; and whether
   * any of them still goes on.
   */
  readonly earlier: (deal: DealRun, ago?: number) => { readonly deal: DealRun; readonly goOn: boolean };
}

/** The deal with a phase begun, so many days ago, by the text that was settled for it. */
function begin(texts: Texts, deal: DealRun, phase: number, day: number): Delivered {
  const offer = deal.settled ?? deal.offer;
  const began = deal.phase === 0 ? deal.began : dayAfter(deal.began, deal.day - day);
  const next = courseOf(texts, offer, phase + 1, null);
  const text = deal.text
    ? goesBy(texts, deal, deal.text, offer, phase, day)
    : texts.text(offer)?.text && textBegun(day, began);
  const { opened: _, ...before } = deal;
  const now: DealRun = {
    ...before,
    offer,
    phase,
    day,
    began,
    extended: 0,
    extensions: {},
    settled: null,
    ...(offer !== deal.offer && deal.phase > 0 && wentBy(deal, (id) => texts.text(id)?.text !== undefined)),
    ...(offer !== deal.offer && began !== null && { byOfferSince: began }),
    ...(text && { text: phaseBegun(text, phase, text.day - day) }),
  };
  return {
    to: `phase${phase}`,
    next: next?.toBeNegotiated ? 'toBegin' : 'none',
    deal: offer === deal.offer ? now : moved(texts, deal, now, day),
  };
}

/**
 * A deal that goes by another text since so many days: nothing is open, or overdue, by that since before, and what had fallen due
 * asks what it did.
 */
function moved(texts: Texts, before: DealRun, now: DealRun, ago: number): DealRun {
  const [old, run] = [before.text, now.text];
  if (!old || !run || old.started === null) return now;
  const day = run.day - ago;
  const then = (deal: DealRun, text: TextRun) => texts.standings({ ...deal, text: reportedUpTo(text, day) });
  const was = then(before, old);
  const { obligations } = texts.text(now.offer)?.text ?? { obligations: {} };
  const after = fellDueBy(run, obligations, was, then(now, run), day);
  return { ...now, text: movedBy(after, was, then(now, after), day) };
}

/**
 * What has become of the text of a deal whose phases follow another since so many days; what it made due before goes on, and
 * what the other makes due besides is in force since then.
 */
function goesBy(texts: Texts, deal: DealRun, run: TextRun, offer: string, phase: number, day: number): TextRun {
  if (offer === deal.offer) return run;
  const after = leftOf(texts, deal, run, phase, offer);
  const now = texts.text(offer)?.text;
  return now ? broughtBy(after, now, textsIn(texts, deal, run), run.day - day) : after;
}

/** What is left of the texts of a deal beside that of another offer, which phases follow from one on and which says the rest anew. */
function leftOf(texts: Texts, deal: DealRun, run: TextRun, phase: number, offer: string): TextRun {
  const anew = new Set(Object.keys(texts.text(offer)?.text?.obligations ?? {}));
  const left = [...Object.keys(run.goingOn), deal.offer].flatMap((id): readonly (readonly [string, GoingOn])[] => {
    const text = texts.text(id)?.text;
    if (!text) return [];
    const { obligations, before } = goingOnBefore(text, phase);
    const known = Object.hasOwn(run.goingOn, id) ? run.goingOn[id] : undefined;
    const goOn = obligations.filter((duty) => !anew.has(duty) && (known?.obligations.includes(duty) ?? true));
    return [[id, { obligations: goOn, before: Math.min(before, known?.before ?? before) }]];
  });
  return { ...run, goingOn: Object.fromEntries(left) };
}

/** On which day the next phase begins by a trigger of its own: by the text that was settled for it, where one was. */
function nextBegins(texts: Texts, deal: DealRun): number | null | undefined {
  return texts.begins(byNext(texts, deal), deal.phase + 1);
}

/** The deal by the text that was settled for its next phase, where that has one. */
function byNext(texts: Texts, deal: DealRun): DealRun {
  const { settled, offer, text, phase } = deal;
  const isOther = settled !== null && settled !== offer && texts.text(settled)?.text !== undefined;
  return text && isOther ? { ...deal, offer: settled, text: leftOf(texts, deal, text, phase + 1, settled) } : deal;
}

/** The texts by which a deal goes. */
const textsIn = (texts: Texts, deal: DealRun, run: TextRun) =>
  [deal.offer, ...Object.keys(run.goingOn)].map((id) => texts.text(id)?.text);

/**
 * What has become of the text of a deal that was amended by an offer so many days ago: one that has a text, or is in a phase.
 * Where the offer has a text, it takes the place of the one in force; where it has none, what was due goes on. One that comes in
 * only now counts from the start of the present phase. What it brings is in force since the day on which the deal was amended.
 */
export function amendedText(texts: Texts, deal: DealRun, offer: string, ago: number): TextRun | undefined {
  const [before, now] = [texts.text(deal.offer)?.text, texts.text(offer)?.text];
  if (!deal.text) {
    if (!now) return undefined;
    const run = phaseBegun(textBegun(deal.day, deal.began), deal.phase, 0);
    return broughtBy(run, now, [], deal.day - sinceStart(run, ago));
  }
  if (now && deal.text.started !== null) {
    // Phases of earlier texts go by the amendment as well.
    const goingOn = mapValues(deal.text.goingOn, (left) => ({ ...left, before: 1 }));
    const day = deal.text.day - sinceStart(deal.text, ago);
    return broughtBy({ ...deal.text, goingOn }, now, textsIn(texts, deal, deal.text), day);
  }
  if (now || !before) return deal.text;
  const all: GoingOn = { obligations: Object.keys(before.obligations), before: texts.scenario.space.phases.most + 1 };
  return { ...deal.text, goingOn: { ...deal.text.goingOn, [deal.offer]: all } };
}

/** A deal that was amended so many days ago: what comes of that, none of it before that day, or before the deal is in force. */
export function passAmended(texts: Texts, before: DealRun, deal: DealRun, ago: number): Delivered {
  const since = deal.text ? sinceStart(deal.text, ago) : ago;
  const now = pass(texts, deal, 0, since);
  return { ...now, deal: moved(texts, before, now.deal, since) };
}

/**
 * The deal whose next phase was settled so many days ago. By the words of another text that begins no sooner; nor where the text
 * says what held until then.
 */
export function passSettled(texts: Texts, deal: DealRun, ago: number): Delivered {
  const { text, settled, offer } = deal;
  const isNoSooner = settled !== offer || texts.holdsOtherwise(deal);
  return pass(texts, deal, 0, text && isNoSooner ? sinceStart(text, ago) : Infinity);
}

/** So many days ago, or the day on which a deal came into force, or was agreed on, if that was later. */
function sinceStart({ day, started }: TextRun, ago: number): number {
  return Math.min(ago, day - (started ?? 0));
}

/** A text that comes in while its deal is carried out already: its days count from the start of the present phase on. */
function textBegun(day: number, began: DealRun['began']): TextRun {
  return { ...TEXT_AGREED, day, started: 0, dated: began === null ? null : { day: 0, date: began } };
}

function phaseBegun(run: TextRun, phase: number, day: number): TextRun {
  return { ...run, phases: { ...run.phases, [phase]: day } };
}

/**
 * The deal after so many days: phases that last no longer than that are over, one after the other; before it starts no day
 * counts. A phase to which the text gives a trigger of its own begins when that fires: the one before it may still go on then,
 * or be over since some days.
 *
 * That it is alleged not to be kept suspends nothing (Vienna Convention on the Law of Treaties, 1969, articles 60 and 65):
 * phases end and begin on their days. Only the deal itself comes to no end, as long as that is disputed.
 *
 * `ago` is how many days ago that may have been at the most: by the words of an amendment nothing ends, or begins, before those
 * are in force.
 */
export function pass(texts: Texts, deal: DealRun, days: number, ago = Infinity): Delivered {
  if (deal.phase === 0) return comesIntoForce(texts, deal, ago);
  const counted: DealRun = { ...deal, day: deal.day + days };
  let now: Delivered = { to: 'stay', deal: texts.earlier(counted, ago).deal };
  let most = ago;
  for (;;) {
    const present: DealRun = now.deal;
    const { phase, day, began, extended, offer, text } = present;
    const next = followingOf(texts, present);
    const starts = next?.comes ? nextBegins(texts, present) : undefined;
    const length = courseOf(texts, offer, phase, began)?.days.most;
    const lasts = daysOver(present) ?? (length === undefined ? Infinity : length + extended + texts.granted(present));
    if (text && next?.mayBegin && typeof starts === 'number') {
      const over = day >= lasts ? endedOn(present, Math.min(most, day - lasts)) : present;
      now = begin(texts, over, phase + 1, Math.min(most, text.day - starts));
      if (now.deal.offer !== offer) most = Math.min(most, now.deal.day);
      continue;
    }
    if (day < lasts) return now;
    const after = end(texts, present, Math.min(most, day - lasts));
    // The last phase that began is told, though it is over by now.
    if (after.to === 'stay') return { ...now, deal: after.deal };
    if (after.to === 'fulfilled' || after.to === 'lapsed') {
      return after.deal.disputes.length > 0 ? { ...now, deal: after.deal } : after;
    }
    now = after;
    if (now.deal.offer !== offer) most = Math.min(most, now.deal.day);
  }
}

/**
 * The deal before its first phase. On the day to which its entry into force was moved, or on which the trigger of that fires,
 * it has started; and its first phase begins with the start, or when the trigger fires that the text gives it.
 */
function comesIntoForce(texts: Texts, deal: DealRun, ago: number): Delivered {
  const first = (deal.text?.day ?? 0) - ago;
  const came = deal.text?.started === null ? texts.starts(deal) : undefined;
  const now = deal.text && came !== undefined ? { ...deal, text: startedOn(deal.text, Math.max(came, first)) } : deal;
  if (!now.text || now.text.started === null) return { to: 'stay', deal };
  const starts = texts.begins(now, 1);
  if (starts === null) return { to: 'stay', deal: now };
  const day = Math.max(starts ?? now.text.started, first);
  const began = dateOf(instantIn(now.text, day)) ?? null;
  return beginFirst(texts, { ...now, began }, now.text.day - day, ago);
}

/** The deal with its first phase begun so many days ago, and whatever phases have begun since. */
export function beginFirst(texts: Texts, deal: DealRun, day: number, ago = Infinity): Delivered {
  const first = begin(texts, deal, 1, day);
  return first.deal.text || day > 0 ? upToNow(texts, first, ago) : first;
}

/** The deal whose present phase was ended by report so many days ago, and whatever phases have begun since. */
export function endOfPresent(texts: Texts, deal: DealRun, daysAgo: number): Delivered {
  const after = end(texts, deal, daysAgo);
  return daysAgo > 0 && after.to.startsWith('phase') ? upToNow(texts, after) : after;
}

/** The same with what has become of it since by the days that have passed. */
function upToNow(texts: Texts, after: Delivered, ago = Infinity): Delivered {
  const then = pass(texts, after.deal, 0, ago);
  return then.to === 'stay' ? { ...after, deal: then.deal } : then;
}

/**
 * The deal after a phase that ended so many days ago. A further phase that still had to be negotiated and was not settled
 * leaves nothing to carry out: the deal lapses, unless its text says what holds otherwise, and so provides for that. Then it
 * stays in force until that phase is settled, or the deal superseded, amended or broken off. One of which it is open whether the
 * deal has it begins only if settled.
 */
function end(texts: Texts, deal: DealRun, daysAgo: number): Delivered {
  const over = endedOn(deal, daysAgo);
  const next = followingOf(texts, deal);
  const starts = next?.comes ? nextBegins(texts, over) : undefined;
  // What has a trigger of its own waits for that, over as the phase before it may be; but for one that only a finding sets off.
  const isLeftOut = starts === null && texts.uponFindingAlone(byNext(texts, over), deal.phase + 1);
  if (starts === null && !isLeftOut) return { to: 'stay', deal: over };
  if (next?.mayBegin && starts !== null) {
    return begin(texts, over, deal.phase + 1, starts === undefined || !deal.text ? daysAgo : deal.text.day - starts);
  }
  if (next?.isWanted && !isLeftOut) return { to: texts.holdsOtherwise(over) ? 'stay' : 'lapsed', deal: over };
  // Whatever binds and is not done, waived or excused by then keeps the deal from being fulfilled, as does an earlier phase.
  const isDone = texts.unsettled(over).length === 0 && !texts.earlier(over).goOn;
  return isDone ? { to: 'fulfilled', deal: over } : { to: 'stay', deal: over };
}

/** The deal with the end of its present phase, so many days ago. */
function endedOn(deal: DealRun, daysAgo: number): DealRun {
  const { text, phase } = deal;
  if (!text || Object.hasOwn(text.ended, phase)) return deal;
  return { ...deal, text: { ...text, ended: { ...text.ended, [phase]: text.day - daysAgo } } };
}

/** How many days the present phase lasted, where it is over. */
function daysOver({ text, phase }: DealRun): number | undefined {
  const [began, ended] = [text?.phases[phase], text?.ended[phase]];
  return began === undefined || ended === undefined ? undefined : ended - began;
}

/** What is to become of the phase after the present one; nothing where the offer space has none. */
function followingOf(texts: Texts, deal: DealRun) {
  const next = courseOf(texts, deal.settled ?? deal.offer, deal.phase + 1, null);
  if (!next) return undefined;
  const comes = deal.settled !== null || next.has === true;
  return {
    /** Whether the deal has it. */
    comes,
    /** Whether nothing has to be settled before it. */
    mayBegin: deal.settled !== null || (next.has === true && !next.toBeNegotiated),
    /** Whether the deal cannot do without it. */
    isWanted: next.has === true,
  };
}

/** How a phase of a text runs; nothing where the offer space has no such phase. */
function courseOf({ scenario, text }: Texts, offer: string, phase: number, began: DealRun['began']) {
  const whole = text(offer);
  return whole && phase <= scenario.space.phases.most ? phaseOf(scenario, whole, phase, began) : undefined;
}
