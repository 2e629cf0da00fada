import { addDays, daysBetween, type CalendarDate } from '../base/day.js';
import { fault, type Fault } from '../base/fault.js';
import { heldIn, optional } from '../base/records.js';
import { didYouMean } from '../base/spelling.js';
import type { RatificationObjected, RatificationVoted } from '../scenario/events/ratification.js';
import { ruleOfVotes, type RatificationStep } from '../scenario/process.js';
import type { Scenario } from '../scenario/scenario.js';
import { againstTooEarly } from './against-too-early.js';
import { isMonth } from './clock.js';
import type { Ratification } from './context.js';

/** Where a step leaves the chain: still with its approvals, through all of them, back in the talks, or over. */
export type Ratified =
  | { readonly to: 'voting' | 'objectionWindow'; readonly ratification: Ratification }
  | { readonly to: 'open' | 'lapsed' }
  /** So many days ago: a window may have closed before all the days of an event had passed. */
  | { readonly to: 'inForce'; readonly daysAgo: number };

/** The step of the chain that is under way. */
function stepOf(scenario: Scenario, { step }: Ratification): RatificationStep | undefined {
  return scenario.process.ratification[step];
}

/** What stands against a vote or an objection, given the step that is under way. */
export function againstRatifying(
  scenario: Scenario,
  current: Ratification | null,
  event: RatificationVoted | RatificationObjected,
): readonly Fault[] {
  const step = current && stepOf(scenario, current);
  if (!current || !step)
    return [fault('talks/nothing-to-ratify', [], 'No agreement is being ratified: conclude one first.')];
  if (event.step !== step.id) {
    const message = `'${step.id}' is under way, and not '${event.step}': the steps follow one another.`;
    return [fault('talks/another-step', ['step'], message, { step: event.step, underWay: step.id })];
  }
  const { agreed, approved, since } = current;
  const concluded = { after: 'the agreement was concluded', day: agreed };
  const begun = since === undefined ? concluded : { after: 'the step before it was over', day: since };
  if (event.type === 'ratification.voted') {
    const early = againstTooEarly(event, `The vote on '${step.id}'`, begun);
    return [...againstBody(current, step, event), ...againstVote(step, event), ...early];
  }
  if (current.daysLeft !== null) {
    const earliest = approved === undefined ? begun : { after: 'that was approved', day: approved };
    return againstTooEarly(event, `The objection to '${step.id}'`, earliest);
  }
  const message = `Nothing of '${step.id}' has been approved yet that could be objected to: it is still to be voted on.`;
  return [fault('talks/nothing-approved', ['step'], message, { step: step.id })];
}

/** Which body has decided, where there are several: it is to be named, and decides once; where there are not, none is. */
function againstBody(
  { decided = {} }: Ratification,
  { id, rule }: RatificationStep,
  { body }: RatificationVoted,
): readonly Fault[] {
  if (rule.kind !== 'bodies') {
    if (body === undefined) return [];
    const message = `'${id}' does not take several bodies: leave 'body' out.`;
    return [fault('talks/unknown-body', ['body'], message, { step: id, body })];
  }
  if (body === undefined || !rule.of.includes(body)) {
    const what =
      body === undefined ? `Which body of '${id}' has decided is missing.` : `'${id}' has no body '${body}'.`;
    return [fault('talks/unknown-body', ['body'], `${what} ${didYouMean(body ?? '', rule.of)}`, { step: id, body })];
  }
  if (!Object.hasOwn(decided, body)) return [];
  const message = `'${body}' has decided in '${id}' already: ${decided[body] ?? ''}.`;
  return [fault('talks/so-already', ['body'], message, { step: id, body })];
}

function againstVote(step: RatificationStep, event: RatificationVoted): readonly Fault[] {
  const { outcome, votes } = event;
  const body = step.rule.kind === 'bodies' ? event.body : undefined;
  const rule = ruleOfVotes(step.rule, body);
  const decided = decidedBy(step, event);
  const facts = { step: step.id, ...optional('body', body) };
  const what = body === undefined ? `'${step.id}'` : `'${body}' in '${step.id}'`;
  if (outcome === undefined && decided === undefined) {
    const undecided = `its rule is '${rule.kind}', so that votes alone decide nothing. Give its outcome too.`;
    const isToldOnly = rule.kind === 'as reported';
    const wanted = isToldOnly ? 'give its outcome.' : 'give its outcome, or the votes.';
    const how = body === undefined ? `How '${step.id}' was decided` : `How '${body}' decided in '${step.id}'`;
    const message = `${how} is missing: ${isToldOnly && votes ? undecided : wanted}`;
    return [fault('talks/outcome-missing', ['outcome'], message, { ...facts, rule: rule.kind })];
  }
  const cast = votes ? votes.for + votes.against + (votes.abstained ?? 0) : 0;
  if (rule.kind === 'quota' && cast > rule.of) {
    const message = `${cast} votes were cast ${body === undefined ? 'in' : 'by'} ${what}, and ${rule.of} may vote: correct the votes.`;
    return [fault('talks/too-many-votes', ['votes'], message, { ...facts, cast, of: rule.of })];
  }
  if (outcome !== undefined && decided !== undefined && outcome !== decided) {
    const message = `By these votes ${what} is ${decided}, and not ${outcome}: correct the one or the other.`;
    return [fault('talks/outcome-otherwise', ['outcome'], message, { ...facts, outcome, decided })];
  }
  return [];
}

/** What votes come to under the rule of a step or body; nothing where there are none, or what is reported is taken. */
function decidedBy(
  step: RatificationStep,
  { body, votes }: RatificationVoted,
): RatificationVoted['outcome'] | undefined {
  const rule = ruleOfVotes(step.rule, body);
  if (!votes || rule.kind === 'as reported') return undefined;
  const approved = rule.kind === 'quota' ? votes.for >= rule.needed : votes.for > votes.against;
  return approved ? 'approved' : 'rejected';
}

/** When something was voted on: so many days ago, and on this day, as far as one is known. */
export interface VotedOn {
  readonly daysAgo: number;
  readonly day: CalendarDate | undefined;
}

/** Where a vote leaves the chain. */
export function afterVote(scenario: Scenario, current: Ratification, event: RatificationVoted, on: VotedOn): Ratified {
  const step = stepOf(scenario, current);
  if (!step) return { to: 'inForce', daysAgo: 0 };
  if (step.rule.kind === 'bodies') return afterBody(scenario, current, step, step.rule, event, on);
  if ((event.outcome ?? decidedBy(step, event)) === 'rejected') return failed(scenario, current, step, on.day);
  return passed(scenario, current, step, on);
}

/**
 * A body has decided: the step is approved once enough have, has failed once enough cannot any more, and goes on till then. It
 * is so on the day of the last of them, whichever is told last.
 */
function afterBody(
  scenario: Scenario,
  current: Ratification,
  step: RatificationStep,
  { needed, of }: Extract<RatificationStep['rule'], { kind: 'bodies' }>,
  event: RatificationVoted,
  on: VotedOn,
): Ratified {
  const { body = '', outcome = decidedBy(step, event) } = event;
  const decided = { ...current.decided, ...(outcome && { [body]: outcome }) };
  const decidedOn = { ...current.decidedOn, ...(on.day !== undefined && { [body]: on.day }) };
  const many = (how: 'approved' | 'rejected') => Object.values(decided).filter((one) => one === how).length;
  const last = (how: 'approved' | 'rejected') =>
    lastOf(
      of.flatMap((one) => (heldIn(decided, one) === how ? (heldIn(decidedOn, one) ?? []) : [])),
      on,
    );
  if (many('approved') >= needed) return passed(scenario, current, step, last('approved'));
  if (of.length - many('rejected') < needed) return failed(scenario, current, step, last('rejected').day);
  const days = Object.keys(decidedOn).length > 0 ? { decidedOn } : {};
  return { to: 'voting', ratification: { ...current, decided, ...days } };
}

/** The last of several days on which was voted, of which one is told now; what is known by its month counts only as that one. */
function lastOf(days: readonly CalendarDate[], now: VotedOn): VotedOn {
  const { daysAgo, day } = now;
  if (day === undefined || isMonth(day)) return now;
  const last = days.filter((one) => !isMonth(one)).reduce((one, other) => (other > one ? other : one), day);
  return { daysAgo: daysAgo - daysBetween(day, last), day: last };
}

/** A step that was approved: its window of objection has opened, where it has one, and may be over. */
function passed(
  scenario: Scenario,
  current: Ratification,
  { objectionDays }: RatificationStep,
  { daysAgo, day }: VotedOn,
): Ratified {
  const since = afterWindow(day, objectionDays);
  if (objectionDays === undefined) return approved(scenario, current, since, daysAgo);
  if (daysAgo > 0 && daysAgo >= objectionDays) return approved(scenario, current, since, daysAgo - objectionDays);
  const window = { ...current, daysLeft: objectionDays - daysAgo, ...optional('approved', day) };
  return { to: 'objectionWindow', ratification: window };
}

/** The day on which an approval of a day is good, where that has days for objections; of a month, the month. */
function afterWindow(approved: CalendarDate | undefined, days = 0): CalendarDate | undefined {
  return approved === undefined || isMonth(approved) ? approved : addDays(approved, days);
}

/** Where an objection, told of a day as far as one is known, leaves the chain. */
export function afterObjection(
  scenario: Scenario,
  current: Ratification,
  event: RatificationObjected,
  day: CalendarDate | undefined,
): Ratified {
  const step = stepOf(scenario, current);
  if (step && event.outcome === 'sustained') return failed(scenario, current, step, day);
  return { to: 'objectionWindow', ratification: current };
}

/** Where days leave the chain: a window that closes makes the approval good. */
export function afterDays(scenario: Scenario, current: Ratification, days: number): Ratified {
  if (current.daysLeft === null) return { to: 'voting', ratification: current };
  const daysLeft = current.daysLeft - days;
  const since = afterWindow(current.approved, stepOf(scenario, current)?.objectionDays);
  if (daysLeft <= 0) return approved(scenario, current, since, -daysLeft);
  return { to: 'objectionWindow', ratification: { ...current, daysLeft } };
}

function approved(
  scenario: Scenario,
  current: Ratification,
  since: CalendarDate | undefined,
  daysAgo: number,
): Ratified {
  const after = stepAfter(scenario, current.insteadOf ?? current.step);
  return after === undefined ? { to: 'inForce', daysAgo } : voting(current, after, since);
}

/** Where a step that has failed on a day leads: to the second way that stands for it, back to the talks, or to their end. */
function failed(
  scenario: Scenario,
  current: Ratification,
  step: RatificationStep,
  day: CalendarDate | undefined,
): Ratified {
  const second = scenario.process.ratification.findIndex(({ id }) => id === step.otherwise);
  if (second >= 0) return voting(current, second, day, current.insteadOf ?? current.step);
  return { to: step.onFailure === 'talks' ? 'open' : 'lapsed' };
}

function voting(
  { offer, agreed }: Ratification,
  step: number,
  since: CalendarDate | undefined,
  insteadOf?: number,
): Ratified {
  const more = { ...optional('agreed', agreed), ...optional('since', since), ...optional('insteadOf', insteadOf) };
  return { to: 'voting', ratification: { offer, step, daysLeft: null, ...more } };
}

/** The place of the step that follows another in the chain: those that are only second ways are passed over. */
export function stepAfter({ process }: Scenario, step: number): number | undefined {
  const second = new Set(process.ratification.flatMap(({ otherwise = [] }) => otherwise));
  const next = process.ratification.findIndex(({ id }, i) => i > step && !second.has(id));
  return next < 0 ? undefined : next;
}
