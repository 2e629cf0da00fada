import { addDays, daysBetween, firstDay, type CalendarDate } from '../base/day.js';
import { fault, type Fault } from '../base/fault.js';
import { listed } from '../base/list.js';
import { nextOf } from '../base/drafts.js';
import { optional } from '../base/records.js';
import type { Offer } from '../offers/offer.js';
import type { TalksEvent } from '../scenario/event.js';
import { showDays } from '../terms/length.js';
import { clockAfter, daysAgo, isMonth, passedDeadlines, toldOn, type Clock } from './clock.js';
import { isInForce, wentBy, type DealRun, type TalksContext, type WritableContext } from './context.js';
import { againstPassing, counted } from './days-passed.js';
import { eventFaults } from './event-faults.js';
import {
  amendedText,
  awaiting,
  beginFirst,
  endOfPresent,
  pass,
  passAmended,
  passSettled,
  type Delivered,
  type Texts,
} from './delivery.js';
import { endedAnew, extendedLate } from './ended-anew.js';
import { endedEarlier, textsFor } from './texts.js';
import { nextContext } from './next-context.js';
import { afterDays, afterObjection, afterVote, stepAfter, type Ratified } from './ratifying.js';
import { datedRun } from './record-text.js';
import { reasonsAgainst } from './reasons.js';
import type { Rules } from './rules.js';

/**
 * Where an event leads. What lies on the table: `open` where nothing does, `considering`, `blocked`, `agreed`. An agreement:
 * `voting`, `objectionWindow`, `inForce`. A deal: `phase1` and so on where one begins, `resumed` or `inDispute`,
 * `fulfilled`. `lapsed` for good. `stay` where it changes none of these.
 */
export type Leads =
  | 'stay'
  | 'open'
  | 'considering'
  | 'blocked'
  | 'agreed'
  | 'voting'
  | 'objectionWindow'
  | 'inForce'
  | `phase${number}`
  | 'resumed'
  | 'inDispute'
  | 'fulfilled'
  | 'lapsed';

/** What comes of an event: every reason against it, or else the context after it and where that leads. */
interface Followed {
  readonly reasons: readonly Fault[];
  readonly context: TalksContext;
  readonly leads: Leads;
  /** Of a phase that begins: whether the talks on the one after it are to begin. */
  readonly next?: 'toBegin' | 'none';
}

/** Follows events in contexts; `checked` says that nothing is wrong with the event itself. */
export type Follow = (context: TalksContext, event: TalksEvent, checked?: 'checked') => Followed;

/** Follows events in contexts; the last one is remembered, since a machine asks several times. */
export function followerOf(rules: Rules): Follow {
  // One, and no more: talks keep all their contexts, and whatever hung on each would be kept with them.
  let last: { context: TalksContext; event: TalksEvent; isStill: () => boolean; followed: Followed } | undefined;
  return (context, event, checked) => {
    if (last?.context === context && last.event === event && last.isStill()) return last.followed;
    const followed = follow(rules, context, event, checked);
    // What an event computes is not to be read.
    const isComputed = followed.reasons.some(({ code }) => code === 'talks/computed');
    last = isComputed ? undefined : { context, event, isStill: watch(event), followed };
    return followed;
  };
}

/** Says later whether its sender has changed nothing in an event: what it holds is the same, and frozen if it can change. */
function watch(event: TalksEvent): () => boolean {
  if (isFrozen(event)) return () => true;
  const was = new Map<string, unknown>(Object.entries(event));
  return () => {
    const now = Object.entries(event) as [string, unknown][];
    return now.length === was.size && now.every(([key, value]) => was.get(key) === value && isFrozen(value));
  };
}

function isFrozen(value: unknown): boolean {
  return (
    Object.isFrozen(value) && (typeof value !== 'object' || value === null || Object.values(value).every(isFrozen))
  );
}

function follow(rules: Rules, context: TalksContext, given: TalksEvent, checked?: 'checked'): Followed {
  const { clock, reasons } = against(rules, context, given, checked);
  if (reasons.length > 0 || !clock) return { reasons, context, leads: 'stay' };
  const event = counted(given, context);
  return leading(rules, nextContext(rules, context, event, clock), event);
}

/** What stands against an event, and what the clocks show after it. */
interface Against extends Pick<Followed, 'reasons'> {
  readonly clock?: Clock;
}

/** Every reason against an event, without what would come of it: that takes far longer to find out. */
export function against(rules: Rules, context: TalksContext, given: TalksEvent, checked?: 'checked'): Against {
  const malformed = checked ? [] : eventFaults(rules.scenario, given, offersIn(rules, context));
  if (malformed.length > 0) return { reasons: malformed };
  const uncounted = given.type === 'days.passed' ? againstPassing(given, context) : [];
  if (uncounted.length > 0) return { reasons: uncounted };
  const event = counted(given, context);
  const clock = clockAfter(rules.scenario, context, event);
  if (!clock) {
    const message = 'The talks would come to a day beyond the year 9999: let fewer days pass.';
    return { reasons: [fault('talks/too-far', ['days'], message)] };
  }
  const reasons = [...againstTime(rules, context, event, clock), ...reasonsAgainst(rules, context, event, clock)];
  return { reasons, clock };
}

/** The offers that an event may speak of the text of. */
export function offersIn({ scenario }: Pick<Rules, 'scenario'>, { added }: TalksContext): readonly Offer[] {
  return [...Object.values(scenario.offers), ...Object.values(added)];
}

/** Reasons that lie in the calendar: a hard deadline that only passing days can reach, and days that count one by one. */
function againstTime(rules: Rules, context: TalksContext, event: TalksEvent, clock: Clock): readonly Fault[] {
  const found: Fault[] = [];
  const { deal, ratification, today } = context;
  // Only a day on which something happened can lie after a deadline: it may be reported, and put on record, later.
  const free =
    deal !== null || ratification !== null || event.type === 'days.passed' || event.type === 'offer.recorded';
  const passed = free || clock.today === null ? [] : passedDeadlines(rules.scenario, clock);
  if (passed.length > 0) {
    const message = `This is after a hard deadline, ${listed(passed)}: let the days pass, and the talks lapse.`;
    found.push(fault('talks/after-deadline', ['on'], message, { deadlines: passed }));
  }
  const counted =
    (deal !== null && isInForce(deal)) ||
    (ratification?.daysLeft ?? null) !== null ||
    (deal !== null && startsBy(rules, context, deal, event, clock));
  const days = event.type === 'days.passed' ? (event.days ?? 0) : 0;
  const skipped = counted && today !== null && event.on ? daysBetween(today, firstDay(event.on)) - days : 0;
  if (skipped > 0) {
    const message = `Days are being counted, and it is ${showDays(skipped)} to ${event.on ?? ''}: let them pass first.`;
    found.push(fault('talks/days-not-passed', ['on'], message, { today, on: event.on, days: skipped }));
  }
  return found;
}

/** Whether a deal comes into force by the day of an event, since that was moved so or since its trigger fires by then. */
function startsBy(rules: Rules, context: TalksContext, deal: DealRun, event: TalksEvent, clock: Clock): boolean {
  const { text } = deal;
  if (text?.started !== null) return false;
  return textsFor(rules, context).starts({ ...deal, text: datedRun(text, event, clock) }) !== undefined;
}

function leading(rules: Rules, context: TalksContext, event: TalksEvent): Followed {
  const { scenario } = rules;
  const { deal, ratification } = context;
  const at = (leads: Leads): Followed => ({ reasons: [], context, leads });
  if (event.type === 'agreement.concluded' && context.offer !== null && !deal) {
    const first = stepAfter(scenario, -1);
    const { offer } = context;
    const agreed = optional('agreed', toldOn(context, event));
    return first !== undefined
      ? ratified(
          { to: 'voting', ratification: { offer, step: first, daysLeft: null, ...agreed } },
          rules,
          context,
          offer,
          event,
        )
      : ratified({ to: 'inForce', daysAgo: daysAgo(context, event) }, rules, context, offer, event);
  }
  if (ratification) {
    const { offer } = ratification;
    const after = (next: Ratified) => ratified(next, rules, context, offer, event);
    if (event.type === 'ratification.voted') {
      const on = { daysAgo: daysAgo(context, event), day: toldOn(context, event) };
      return after(afterVote(scenario, ratification, event, on));
    }
    if (event.type === 'ratification.objected') {
      return after(afterObjection(scenario, ratification, event, toldOn(context, event)));
    }
    if (event.type === 'days.passed') return after(afterDays(scenario, ratification, event.days ?? 0));
    return at(ratification.daysLeft === null ? 'voting' : 'objectionWindow');
  }
  if (deal) {
    const texts = textsFor(rules, context);
    switch (event.type) {
      case 'agreement.concluded':
        return amended(rules, deal, context, daysAgo(context, event));
      case 'deal.started':
        return delivered(started(texts, deal, context, event), context);
      case 'days.passed':
        return delivered(pass(texts, deal, event.days ?? 0), context);
      case 'phase.ended':
        // One that began before the present phase, and went on beside it, ends by itself.
        return delivered(
          event.phase === deal.phase
            ? endOfPresent(texts, deal, daysAgo(context, event))
            : pass(texts, endedEarlier(deal, event.phase, daysAgo(context, event)), 0),
          context,
        );
      case 'phase.extended':
        // Of a deal without a text only passing days tell that a phase is over.
        return deal.text ? delivered(pass(texts, extendedLate(texts, deal, event), 0), context) : at('stay');
      case 'nextPhase.settled':
        // In dispute the phase before it may be over already.
        return delivered(passSettled(texts, deal, daysAgo(context, event)), context);
      case 'breach.alleged':
      case 'breach.cured': {
        if (deal.disputes.length > 0) return at('inDispute');
        // Days that passed in dispute may have brought the deal to its end.
        const now = delivered(pass(texts, deal, 0), context);
        return now.leads === 'stay' ? { ...now, leads: 'resumed' } : now;
      }
      default:
        // What was done, or let go, may have been all that a deal whose last phase is over still waited for.
        return deal.text ? delivered(pass(texts, deal, 0), context) : at('stay');
    }
  }
  if (event.type === 'days.passed' && passedDeadlines(scenario, context).length > 0) return at('lapsed');
  const outcome = rules.outcome(context);
  return at(outcome === 'undecided' ? 'considering' : outcome);
}

function ratified(after: Ratified, rules: Rules, context: TalksContext, offer: string, event: TalksEvent): Followed {
  const cleared = nextOf(context, (draft: WritableContext) => {
    draft.ratification = 'ratification' in after ? after.ratification : null;
    draft.offer = null;
    draft.declared = {};
    // The round in which it was concluded is the one that a failure leads back to.
    if (after.to === 'inForce') draft.round = null;
  });
  if (after.to !== 'inForce') return { reasons: [], context: cleared, leads: after.to };
  const month = event.type !== 'days.passed' && isMonth(event.on) ? event.on : undefined;
  const agreed = agreedOn(rules, cleared, offer, after.daysAgo, month);
  const now = delivered(pass(textsFor(rules, cleared), agreed, 0), cleared);
  return now.leads === 'stay' ? { ...now, leads: 'inForce' } : now;
}

/**
 * A deal agreed on so many days ago, or in a month of which no day is known: where its entry into force has a trigger, that may
 * have fired since.
 */
function agreedOn(rules: Rules, context: TalksContext, offer: string, daysAgo: number, month?: CalendarDate): DealRun {
  const deal = awaiting(offer, rules.offer(context, offer)?.text !== undefined);
  const { text } = deal;
  const { today } = context;
  const date = today === null ? undefined : addDays(today, -daysAgo);
  const byOffer = optional('byOfferSince', month ?? date);
  return text
    ? {
        ...deal,
        ...byOffer,
        ...optional('since', month),
        text: { ...text, day: daysAgo, ...(date !== undefined && { dated: { day: 0, date } }) },
      }
    : { ...deal, ...byOffer, ...optional('since', month ?? date) };
}

/**
 * A deal that has had another text for so many days, the amendment that lay on the table: what is over by that ended, or began,
 * on the day on which it was agreed.
 */
function amended(rules: Rules, deal: DealRun, context: TalksContext, ago: number): Followed {
  const texts = textsFor(rules, context);
  const after = nextOf(context, (draft: WritableContext) => {
    if (context.offer !== null) {
      // A next phase that was settled without a text of its own follows that of the deal, as it now is.
      const settled = deal.settled === deal.offer ? context.offer : deal.settled;
      const isToBegin = !deal.text && deal.phase === 0;
      const text = isToBegin
        ? agreedOn(rules, context, context.offer, ago).text
        : amendedText(texts, deal, context.offer, ago);
      const before = isInForce(deal) && wentBy(deal, (id) => rules.offer(context, id)?.text !== undefined);
      const byOfferSince = context.today === null ? undefined : addDays(context.today, -ago);
      draft.deal = {
        ...deal,
        offer: context.offer,
        settled,
        ...before,
        ...optional('byOfferSince', byOfferSince),
        ...(text && { text }),
      };
    }
    draft.offer = null;
    draft.declared = {};
  });
  // Of a deal without a text only passing days tell that a phase is over.
  if (!after.deal?.text) return { reasons: [], context: after, leads: 'stay' };
  return delivered(passAmended(texts, deal, endedAnew(texts, deal, after.deal, ago), ago), after);
}

/**
 * A deal that has come into force, on the day that the event says; phases that begin by triggers of their own may begin on the
 * same day, or are waited for.
 */
function started(texts: Texts, deal: DealRun, context: TalksContext, event: TalksEvent): Delivered {
  const { since: _, ...agreed } = deal;
  const since = deal.text ? undefined : toldOn(context, event);
  const began = isMonth(event.on) ? null : (event.on ?? context.today);
  const now = { ...agreed, began, ...optional('since', since) };
  return texts.begins(now, 1) === undefined ? beginFirst(texts, now, daysAgo(context, event)) : pass(texts, now, 0);
}

function delivered(after: Delivered, context: TalksContext): Followed {
  const now = nextOf(context, (draft: WritableContext) => {
    draft.deal = after.deal;
  });
  return { reasons: [], context: now, leads: after.to, ...('next' in after && { next: after.next }) };
}
