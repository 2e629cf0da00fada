import type { RatificationStep, TalksEvent } from 'sticking-points';
import { comeIntoForce } from './delivery.js';
import { isRatifying, type Approval, type Model } from './model.js';
import { stateOfApproval } from './rounds.js';
import { daysSince } from './time.js';

type Of<T extends TalksEvent['type']> = Extract<TalksEvent, { readonly type: T }>;

export function onVoted(model: Model, event: Of<'ratification.voted'>): Model | undefined {
  const { approval } = model;
  if (model.state !== 'ratifying.voting' || !approval) return undefined;
  const step = model.scenario.process.ratification[approval.step];
  if (step?.id !== event.step) return undefined;
  const decided = outcomeOf(step, event);
  if (decided === undefined) return undefined;
  if (decided === 'rejected') return failed(model, step);
  if (step.objectionDays === undefined) return stands(model, approval);
  // Whoever may object has had so many days already.
  const ago = daysSince(model, event);
  const daysLeft = step.objectionDays - ago;
  return ago > 0 && daysLeft <= 0 ? stands(model, approval) : at(model, { ...approval, daysLeft });
}

/** What a vote comes to; nothing where it does not say, or says two things at once. */
function outcomeOf({ rule }: RatificationStep, { outcome, votes }: Of<'ratification.voted'>) {
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
  if (step?.id !== event.step) return undefined;
  return event.outcome === 'sustained' ? failed(model, step) : model;
}

/** Days in which an approval may be objected to run on, whether or not the talks are suspended. */
export function objectionDaysPass(model: Model, days: number): Model {
  const { approval } = model;
  if (!approval || approval.daysLeft === null) return model;
  const daysLeft = approval.daysLeft - days;
  return daysLeft > 0 ? at(model, { ...approval, daysLeft }) : stands(model, approval);
}

/** The talks where their approval is, unless they are suspended: they then find it there when they are resumed. */
function at(model: Model, approval: Approval): Model {
  return { ...model, approval, state: isRatifying(model) ? stateOfApproval(approval) : model.state };
}

function stands(model: Model, { offer, step }: Approval): Model {
  if (step + 1 < model.scenario.process.ratification.length) {
    return at(model, { offer, step: step + 1, daysLeft: null });
  }
  return comeIntoForce({ ...model, approval: null, table: null, declared: {} }, offer);
}

function failed(model: Model, { onFailure }: RatificationStep): Model {
  const over = { ...model, approval: null };
  if (onFailure === 'ends') return { ...over, state: 'lapsed' };
  return { ...over, state: isRatifying(model) ? 'talks.open' : model.state, table: null, declared: {} };
}
