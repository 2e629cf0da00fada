import { fault, type Fault } from '../base/fault.js';
import { showDays, showLength, type Length } from '../terms/length.js';
import type { BreachEvent } from '../scenario/events/breach.js';
import type {
  DealEnded,
  DealStarted,
  DealSuperseded,
  NextPhaseEvent,
  PhaseEnded,
  PhaseExtended,
} from '../scenario/events/deal.js';
import { addDays, type CalendarDate } from '../base/day.js';
import { isInForce, type DealRun, type TalksContext } from './context.js';
import { phaseOf } from '../obligations/course.js';
import { listed } from '../base/list.js';
import { unknownId } from '../positions/checks.js';
import { daysFrom, goesByItself, settledEnd } from '../obligations/extension.js';
import { dateOf, plusDays, type Instant } from '../obligations/instant.js';
import { scaledLength } from '../obligations/scaled-length.js';
import { unsettledOf } from '../obligations/standing.js';
import { instantIn } from '../obligations/text-run.js';
import { outcomeOf, votersIn } from '../scenario/agreement.js';
import { withoutConsent } from './consent.js';
import { againstCuring, endsFinding } from './against-cure.js';
import { bindsNobody } from './binds-nobody.js';
import { daysAgo } from './clock.js';
import { againstBeforeAnswered } from './against-before-answered.js';
import { againstEarlyDay } from './against-date.js';
import { againstNotExchanged } from './against-exchange.js';
import { againstConcluding } from './against-process.js';
import { againstTooEarly, earliestOf, earliestOfNextPhase, earliestOfReopening } from './against-too-early.js';
import type { Texts } from './delivery.js';
import { either } from './either.js';
import { mayExtendLate } from './ended-anew.js';
import { neverInForce } from './never-in-force.js';
import { deliveryOf } from './text-in-force.js';
import { textsFor } from './texts.js';
import { goesOnBeside, phaseToExtend } from './under-way.js';
import type { Rules } from './rules.js';

/** What stands against the entry into force of a deal: that it is in force, or was not agreed on by the day that is told. */
export function againstStarting({ deal }: TalksContext, event: DealStarted): readonly Fault[] {
  if (!deal) return [];
  if (!isInForce(deal)) return againstTooEarly(event, 'That the deal came into force', earliestOf(deal));
  return [fault('talks/so-already', ['type'], 'The deal has come into force already: its first phase is waited for.')];
}

/** What stands against the end of a phase: another is under way, it certainly lasts longer, or it is disputed. */
export function againstEnding(rules: Rules, context: TalksContext, event: PhaseEnded): readonly Fault[] {
  const { deal } = context;
  const offer = deal && rules.offer(context, deal.offer);
  if (!deal || !offer) return [nothingInForce()];
  const { phase } = event;
  if (phase !== deal.phase && !goesOnBeside(deal, phase)) return [anotherPhase(deal, phase)];
  if (deal.text && Object.hasOwn(deal.text.ended, phase)) {
    const leaving = againstLeaving(rules, context, phase);
    if (leaving.length > 0) return leaving;
    const isToSettle = deal.settled === null && offer.phases[phase]?.toBeNegotiated?.value === true;
    const waits = isToSettle ? 'the next one begins once it is settled' : 'what comes after it waits for its own day';
    const message = `Phase ${phase} is over already, and ${waits}.`;
    return [fault('talks/so-already', ['phase'], message, { phase })];
  }
  const began = deal.text?.phases[phase];
  const beside = phase !== deal.phase && deal.text && began !== undefined;
  // Told late, it ended as many days before the present one.
  const day = (beside ? deal.text.day - began : deal.day) - daysAgo(context, event);
  const since = beganOn(deal, phase);
  const added = extendedBy(deal, phase);
  const granted = textsFor(rules, context).granted({ ...deal, phase });
  const least = (phaseOf(rules.scenario, offer, phase, since).days.least ?? 0) + added + granted;
  if (day >= least) return beside ? [] : againstLeaving(rules, context, phase);
  const left = least - day;
  const message = `Phase ${phase} lasts ${showDays(least)} at least, and ${showDays(day)} have passed: let ${showDays(left)} pass.`;
  return [fault('talks/phase-not-over', ['phase'], message, { phase, least, day, left })];
}

/** What stands against the end of the last phase: obligations of the text that bind and are not settled. */
function againstLeaving(rules: Rules, context: TalksContext, phase: number): readonly Fault[] {
  const delivery = deliveryOf(rules, context);
  const more = (delivery?.offer.phases.length ?? 0) > phase;
  const left = delivery && !more ? unsettledOf(delivery) : [];
  if (left.length === 0) return [];
  const shown = `${listed(left.slice(0, 3).map((id) => `'${id}'`))}${left.length > 3 ? ' and others' : ''}`;
  const message = `The deal cannot end with ${shown} not done: report it done, or have it waived or excused.`;
  return [fault('talks/unsettled', ['phase'], message, { phase, obligations: left })];
}

/** What stands against making a phase longer: a rule that allows fewer days, or not so often. */
export function againstExtending(rules: Rules, context: TalksContext, event: PhaseExtended): readonly Fault[] {
  const { deal } = context;
  if (!deal) return [nothingInForce()];
  const phase = phaseToExtend(deal, event);
  const elsewhere = againstAnotherPhase(textsFor(rules, context), deal, phase, event);
  if (elsewhere.length > 0) return elsewhere;
  const found: Fault[] = [
    ...(deal.text ? againstEarlyDay(deal.text, event.on) : []),
    ...againstConsent(rules, phase, event),
  ];
  if (event.rule !== undefined && Object.hasOwn(rules.scenario.process.extensions, event.rule)) {
    const { days, times } = rules.scenario.process.extensions[event.rule] ?? {};
    if (days !== undefined && event.days > days) {
      const message = `'${event.rule}' adds ${showDays(days)} at most, and not ${showDays(event.days)}.`;
      found.push(
        fault('talks/extension-too-long', ['days'], message, { rule: event.rule, most: days, days: event.days }),
      );
    }
    found.push(...againstAgain(deal, phase, event.rule, times));
  } else found.push(...againstExtendingByText(rules, context, deal, phase, event));
  const began = beganOn(deal, phase);
  if (began !== null && addDays(began, extendedBy(deal, phase) + event.days) === undefined) {
    const message = 'The phase would last beyond the year 9999: extend it by less.';
    found.push(fault('talks/too-far', ['days'], message, { days: event.days }));
  }
  return found;
}

/** What stands against an extension by consent of those who are named: they do not make an agreement. Nobody named may be all. */
function againstConsent({ scenario }: Rules, phase: number, { rule, by = [] }: PhaseExtended): readonly Fault[] {
  if (by.length === 0 || (rule !== undefined && rule !== 'by consent')) return [];
  const { agreement } = scenario;
  if (outcomeOf(agreement, Object.fromEntries(by.map((party) => [party, 'accepts' as const]))) === 'agreed') return [];
  const missing = votersIn(agreement).filter((party) => !by.includes(party));
  if (agreement.rule === 'unanimity') return withoutConsent(missing, `extend phase ${phase}`);
  const message = `To extend phase ${phase} takes as many as make an agreement, and ${listed(by)} ${by.length === 1 ? 'is' : 'are'} not enough: name all who agreed in 'by', or nobody.`;
  return [fault('talks/no-consent', ['by'], message, { missing })];
}

function againstAgain(
  deal: DealRun,
  phase: number,
  rule: string | undefined,
  times: number | undefined,
): readonly Fault[] {
  const before = timesExtended(deal, phase, rule);
  if (times === undefined || before < times) return [];
  const message = `By '${rule ?? 'consent'}' a phase is extended ${times === 1 ? 'once' : `${times} times`} at most, and it has been.`;
  return [fault('talks/extended-already', ['rule'], message, { rule: rule ?? '', times, before })];
}

/**
 * What stands against making a phase longer by what the text says of it: by consent, where no rule is named; by a way that it
 * has not got, that goes by itself, or that allows fewer days, other steps, or not so often.
 */
function againstExtendingByText(
  rules: Rules,
  context: TalksContext,
  deal: DealRun,
  phase: number,
  { rule, days }: PhaseExtended,
): readonly Fault[] {
  const delivery = deliveryOf(rules, context);
  const ways = delivery?.text.phases[phase]?.extensions ?? [];
  const way = ways.find(({ how }) => how === (rule ?? 'by consent'));
  if (!delivery || !way) {
    // Who are all agreed may extend a phase of which the text says nothing.
    if (rule === undefined) return [];
    const known = ways.map(({ how }) => how);
    return [unknownId(`way of extending phase ${phase}`, 'talks/unknown-extension', ['rule'], rule, known)];
  }
  if (goesByItself(way)) {
    const message = `By the text phase ${phase} is extended '${way.how}' of itself: report what is done, or how the talks go.`;
    return [fault('talks/extends-itself', ['rule'], message, { rule: way.how, phase })];
  }
  const found: Fault[] = [...againstAgain(deal, phase, rule, way.times)];
  const { unit, cap } = way;
  const before = delivery.run.extendedBy[phase]?.[rule ?? ''] ?? 0;
  // It is made longer from the end that it has; what is bounded in all, from the end that it had before it was so at all.
  const ends = settledEnd(delivery, phase);
  if (unit && way.how !== 'by consent' && !isWhole(unit, days, ends)) {
    const { least, most } = daysFrom(ends, unit);
    const once = unit.unit === 'months' && least === most ? ` (${showDays(least)} from its end on)` : '';
    const message = `Phase ${phase} is extended '${way.how}' by ${showLength(unit, rules.scenario)}${once} each time, and not by ${showDays(days)}.`;
    found.push(fault('talks/extension-not-whole', ['days'], message, { rule: way.how, days }));
  }
  const first = ends && plusDays(ends, -before);
  // So often means so many units, whether told of one by one or together.
  const isCounted = found.length === 0 && way.times !== undefined && way.how !== 'by consent';
  const units = isCounted && unit ? scaledLength(unit, way.times ?? 1) : undefined;
  const bounds = [cap, units].flatMap((bound) => (bound ? [daysFrom(first, bound).most] : []));
  const most = bounds.length > 0 ? Math.min(...bounds) : undefined;
  if (most !== undefined && before + days > most) {
    const message = `By the text phase ${phase} is extended '${way.how}' by ${showDays(most)} in all at most, and has been by ${showDays(before)}.`;
    found.push(fault('talks/extension-too-long', ['days'], message, { rule: way.how, most: most - before, days }));
  }
  return found;
}

/** Whether so many days are a unit so many times over, from an instant on, where that is known. */
function isWhole(unit: Length, days: number, from: Instant | undefined): boolean {
  for (let n = 1; n <= days; n++) {
    const { least, most } = daysFrom(from, scaledLength(unit, n));
    if (least > days) return false;
    if (days <= most) return true;
  }
  return false;
}

/** How often a phase has been extended, by a rule or by consent. */
export function timesExtended(deal: DealRun, phase: number, rule: string | undefined): number {
  const times = phase === deal.phase ? deal.extensions : (deal.text?.timesExtended[phase] ?? {});
  return (Object.hasOwn(times, rule ?? '') ? times[rule ?? ''] : undefined) ?? 0;
}

/** Days added to a phase that is under way. */
function extendedBy(deal: DealRun, phase: number): number {
  return phase === deal.phase ? deal.extended : (deal.text?.extended[phase] ?? 0);
}

/** The day on which a phase that is under way began, where that is known. */
function beganOn({ phase: present, began, text }: DealRun, phase: number): CalendarDate | null {
  if (phase === present) return began;
  const day = text?.phases[phase];
  return text && day !== undefined ? (dateOf(instantIn(text, day)) ?? null) : null;
}

/** That a phase is neither the present one nor goes on beside it, or that it is over, and was so on the day that is told. */
function againstAnotherPhase(texts: Texts, deal: DealRun, phase: number, event: PhaseExtended): readonly Fault[] {
  if (deal.phase === 0) return [fault('talks/not-started', ['type'], 'No phase has begun that could be made longer.')];
  if (mayExtendLate(texts, deal, phase, event)) return [];
  if (phase !== deal.phase && !goesOnBeside(deal, phase)) return [anotherPhase(deal, phase)];
  if (!deal.text || !Object.hasOwn(deal.text.ended, phase)) return [];
  const message = `Phase ${phase} is over already, and cannot be made longer.`;
  return [fault('talks/so-already', ['phase'], message, { phase })];
}

function anotherPhase(deal: DealRun, phase: number): Fault {
  const message = `Phase ${deal.phase} is under way, and not phase ${phase}.`;
  return fault('talks/another-phase', ['phase'], message, { phase, underWay: deal.phase });
}

/**
 * What stands against alleging a breach, or its cure: it has been alleged, nothing is owed yet, no text by which the deal goes or
 * went makes it due, or it was neither alleged nor found.
 */
export function againstBreach(rules: Rules, context: TalksContext, event: BreachEvent): readonly Fault[] {
  const { deal } = context;
  if (!deal) return [nothingInForce()];
  if (!isInForce(deal)) {
    const message = 'The deal has not started, so that it can be neither kept nor broken: let it start first.';
    return [fault('talks/not-started', ['type'], message)];
  }
  const { text } = deal;
  const early = text ? againstEarlyDay(text, event.on) : [];
  if (early.length > 0) return early;
  const disputes = deal.disputes.filter(({ obligation }) => obligation === event.obligation);
  const open = disputes.some(({ by }) => by === event.by);
  const isCure = event.type === 'breach.cured';
  const delivery = open && !isCure ? undefined : deliveryOf(rules, context);
  if (isCure && open) return delivery ? againstBeforeAnswered(delivery, event) : [];
  if (!isCure && !open) {
    return either(neverInForce(rules, context, deal, event.obligation), () =>
      delivery ? [...bindsNobody(delivery, event.obligation), ...againstNotExchanged(delivery, event.obligation)] : [],
    );
  }
  if (isCure && delivery && endsFinding(delivery, event, disputes.length > 0)) {
    return [...againstCuring(delivery, event), ...againstBeforeAnswered(delivery, event)];
  }
  const by = event.by === undefined ? '' : ` by '${event.by}'`;
  const allegedBy = disputes.flatMap((dispute) => dispute.by ?? []);
  const others = listed(allegedBy);
  const what = `That '${event.obligation}' is not kept has`;
  const message = open
    ? `${what} been alleged${by} already.`
    : others === ''
      ? `${what} not been alleged${by}, nor found: there is nothing to cure.`
      : `${what} been alleged by ${others}${by && `, and not${by}`}: say in 'by' whose allegation is cured.`;
  const facts = { obligation: event.obligation, by: event.by ?? null, open, allegedBy };
  return [fault('talks/so-already', ['obligation'], message, facts)];
}

/** What stands against a turn of the talks on the next phase: none can follow, or what is on the table is not agreed. */
export function againstNextPhase(rules: Rules, context: TalksContext, event: NextPhaseEvent): readonly Fault[] {
  const { deal } = context;
  if (!deal) return [nothingInForce()];
  const { most } = rules.scenario.space.phases;
  if (deal.phase === 0) {
    const message = 'No phase has begun, so that none is next: let the deal start first.';
    return [fault('talks/not-started', ['type'], message)];
  }
  if (deal.phase >= most) {
    const message = `No phase follows phase ${deal.phase}: the offer space has ${most}.`;
    return [fault('talks/no-further-phase', ['type'], message, { phase: deal.phase, most })];
  }
  const turn = event.type.slice('nextPhase.'.length);
  const earliest = turn === 'opened' ? earliestOfReopening(deal) : earliestOfNextPhase(deal);
  const what = `That talks on phase ${deal.phase + 1} ${turn === 'failed' ? turn : `were ${turn}`}`;
  const early = againstTooEarly(event, what, earliest);
  // What lies on the table becomes the text of the next phase, and so it has to be concluded like any other.
  const isByOffer = event.type === 'nextPhase.settled' && context.offer !== null;
  return isByOffer ? [...againstConcluding(rules, context), ...early] : early;
}

/** A deal comes to no end before it is in force, or agreed where it is not. */
export function againstEndingEarly({ deal }: TalksContext, event: DealEnded | DealSuperseded): readonly Fault[] {
  const how = event.type === 'deal.ended' ? 'ended' : 'was superseded';
  return deal ? againstTooEarly(event, `That the deal ${how}`, earliestOf(deal)) : [];
}

/** That a deal is over is never taken on trust. */
export function againstBreakingOff(event: DealEnded): readonly Fault[] {
  if (event.citation) return [];
  const message = 'That a deal is over before its time needs a citation: say which source reports it.';
  return [fault('talks/uncited-end', ['citation'], message)];
}

function nothingInForce(): Fault {
  return fault('talks/nothing-in-force', [], 'No deal is being carried out.');
}
