import type { BodyRule, RatificationStep, TalksEvent } from 'sticking-points';
import { addDays } from '../../src/base/day.js';
import { comeIntoForce } from './delivery.js';
import { isRatifying, own, type Approval, type Model } from './model.js';
import { stateOfApproval } from './rounds.js';
import { daysSince, isBefore, toldOn } from './time.js';

type Of<T extends TalksEvent['type']> = Extract<TalksEvent, { readonly type: T }>;

export function onVoted(model: Model, event: Of<'ratification.voted'>): Model | undefined {
  const { approval } = model;
  if (model.state !== 'ratifying.voting' || !approval) return undefined;
  const step = model.scenario.process.ratification[approval.step];
  if (step?.id !== event.step || isBefore(event, approval.since)) return undefined;
  const { rule } = step;
  const several = rule.kind === 'bodies';
  const { body } = event;
  if (several ? body === undefined || own(approval.heard, body) !== undefined : body !== undefined) return undefined;
  const said = outcomeOf((several ? own(rule.rules ?? {}, body ?? '') : rule) ?? { kind: 'as reported' }, event);
  if (said === undefined) return undefined;
  const heard = several ? { ...approval.heard, [body ?? '']: said } : {};
  const heardOn = several ? { ...approval.heardOn, [body ?? '']: toldOn(model, event) } : {};
  const decided = several ? together(rule, heard) : said;
  if (decided === undefined) return at(model, { ...approval, heard, heardOn });
  const told = toldOn(model, event);
  // Whoever of them decided so last has made it good, be it told first or last.
  const days = Object.entries(heard).flatMap(([one, how]) => (how === decided ? [heardOn[one] ?? null] : []));
  const last = isDay(told) ? ([told, ...days].filter(isDay).sort().at(-1) ?? told) : told;
  if (decided === 'rejected') return failed(model, approval, step, last);
  const approved = last;
  if (step.objectionDays === undefined) return stands(model, approval, approved, approved);
  // Whoever may object has had so many days already.
  const ago = daysSince(model, last === null ? event : { ...event, on: last });
  const daysLeft = step.objectionDays - ago;
  return ago > 0 && daysLeft <= 0
    ? stands(model, approval, dayAgo(model, -daysLeft), goodOn(approved, step))
    : at(model, { ...approval, daysLeft, approved });
}

const isDay = (told: string | null): told is string => told?.length === 10;

/** The day on which an approval of a day can be objected to no longer; of a month, that is all that is known. */
const goodOn = (approved: string | null, { objectionDays = 0 }: RatificationStep): string | null =>
  isDay(approved) ? (addDays(approved, objectionDays) ?? null) : approved;

type Outcome = 'approved' | 'rejected';

/** What bodies have come to together: nothing while those that are still to decide can turn it either way. */
function together(
  { needed, of }: { readonly needed: number; readonly of: readonly string[] },
  heard: Readonly<Record<string, Outcome>>,
): Outcome | undefined {
  const against = of.filter((body) => own(heard, body) === 'rejected').length;
  if (of.filter((body) => own(heard, body) === 'approved').length >= needed) return 'approved';
  return against > of.length - needed ? 'rejected' : undefined;
}

/** What a vote of one body comes to; nothing where it does not say, or says two things at once. */
function outcomeOf(rule: BodyRule, { outcome, votes }: Of<'ratification.voted'>) {
  if (!votes || rule.kind === 'as reported') return outcome;
  if (rule.kind === 'quota' && votes.for + votes.against + (votes.abstained ?? 0) > rule.of) return undefined;
  const carried = rule.kind === 'majority' ? votes.for > votes.against : votes.for >= rule.needed;
  const byVotes = carried ? 'approved' : 'rejected';
  return outcome === undefined || outcome === byVotes ? byVotes : undefined;
}

export function onObjected(model: Model, event: Of<'ratification.objected'>): Model | undefined {
  const { approval, state } = model;
  if (!approval || (state !== 'ratifying.objectionWindow' && state !== 'suspended')) return undefined;
  if (approval.daysLeft === null) return undefined;
  const step = model.scenario.process.ratification[approval.step];
  if (step?.id !== event.step || isBefore(event, approval.approved ?? approval.since)) return undefined;
  return event.outcome === 'sustained' ? failed(model, approval, step, toldOn(model, event)) : model;
}

/** Days in which an approval may be objected to run on, whether or not the talks are suspended. */
export function objectionDaysPass(model: Model, days: number): Model {
  const { approval } = model;
  if (!approval || approval.daysLeft === null) return model;
  const daysLeft = approval.daysLeft - days;
  if (daysLeft > 0) return at(model, { ...approval, daysLeft });
  const step = model.scenario.process.ratification[approval.step]!; // there is one under way
  return stands(model, approval, dayAgo(model, -daysLeft), goodOn(approval.approved, step));
}

/** The talks where their approval is, unless they are suspended: they then find it there when they are resumed. */
function at(model: Model, approval: Approval): Model {
  return { ...model, approval, state: isRatifying(model) ? stateOfApproval(approval) : model.state };
}

/** What stands in for a step stands for it; the chain goes on after that, by those that stand in for none. */
function stands(
  model: Model,
  { offer, step, inPlaceOf, since: before }: Approval,
  since: string | null,
  good: string | null,
): Model {
  const chain = model.scenario.process.ratification;
  for (let next = (inPlaceOf ?? step) + 1; next < chain.length; next++) {
    if (chain.every(({ otherwise }) => otherwise !== chain[next]?.id))
      return at(model, newly(offer, next, null, good ?? before));
  }
  return comeIntoForce({ ...model, approval: null, table: null, declared: {} }, offer, since);
}

function dayAgo({ today }: Model, days: number): string | null {
  return today === null ? null : (addDays(today, -days) ?? null);
}

/** A step that is to be voted on, to which the chain came on a day. */
export function newly(offer: string, step: number, inPlaceOf: number | null, since: string | null): Approval {
  return { offer, step, daysLeft: null, heard: {}, heardOn: {}, inPlaceOf, since, approved: null };
}

function failed(
  model: Model,
  approval: Approval,
  { onFailure, otherwise }: RatificationStep,
  on: string | null,
): Model {
  if (otherwise !== undefined) {
    const second = model.scenario.process.ratification.findIndex(({ id }) => id === otherwise);
    return at(model, newly(approval.offer, second, approval.inPlaceOf ?? approval.step, on ?? approval.since));
  }
  const over = { ...model, approval: null };
  if (onFailure === 'ends') return { ...over, state: 'lapsed' };
  return { ...over, state: isRatifying(model) ? 'talks.open' : model.state, table: null, declared: {} };
}
