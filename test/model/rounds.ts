import type { Mandate, RoundEvent, TalksEvent } from 'sticking-points';
import { judged, stateOfTable } from './answers.js';
import { covers } from './mandates.js';
import { inTalks, own, type Model } from './model.js';

function isMet(model: Model, id: string): boolean {
  const made = own(model.scenario.process.preconditions, id)?.jointly;
  return made ? made.every((part) => isMet(model, part)) : model.met.includes(id);
}

type Of<T extends TalksEvent['type']> = Extract<TalksEvent, { readonly type: T }>;

export function onPrecondition(
  model: Model,
  { type, precondition: id }: Of<'precondition.met' | 'precondition.lapsed'>,
): Model | undefined {
  // A joint one follows from its parts. And what is so already does not happen.
  if (own(model.scenario.process.preconditions, id)?.jointly) return undefined;
  const already = model.met.includes(id);
  if (type === 'precondition.met') return already ? undefined : { ...model, met: [...model.met, id] };
  return already ? { ...model, met: model.met.filter((one) => one !== id) } : undefined;
}

export function onMandate(model: Model, { party, mandate }: Of<'mandate.given'>): Model {
  return judged({ ...model, mandates: { ...model.mandates, [party]: mandate } });
}

export function onRoundOpened(model: Model, { round: id }: RoundEvent): Model | undefined {
  const round = own(model.scenario.process.rounds, id);
  if (!round || (model.state !== 'betweenRounds' && model.state !== 'suspended')) return undefined;
  // What is with those who ratify is not taken back by meeting again.
  if (model.approval) return undefined;
  if (!round.needs.every((need) => isMet(model, need))) return undefined;
  const holds = ([party, needed]: readonly [string, { readonly value: Mandate }]): boolean => {
    const mandate = own(model.mandates, party);
    return mandate !== undefined && covers(mandate, needed.value);
  };
  if (!Object.entries(round.mandates).every(holds)) return undefined;
  return { ...model, round: id, state: stateOfTable(model) };
}

export function onRoundClosed(model: Model, { round }: RoundEvent): Model | undefined {
  if (!inTalks(model) || model.round !== round) return undefined;
  const between = { ...model, state: 'betweenRounds', round: null };
  return model.state === 'talks.agreedInPrinciple' ? between : { ...between, table: null, declared: {} };
}

export function onBreak(model: Model, { type }: Of<'talks.suspended' | 'talks.resumed'>): Model | undefined {
  if (type === 'talks.suspended') {
    return inTalks(model) || model.state.startsWith('ratifying.') ? { ...model, state: 'suspended' } : undefined;
  }
  if (model.state !== 'suspended') return undefined;
  if (model.approval) return { ...model, state: stateOfApproval(model.approval) };
  // In force since the last days of objection ran out: it waits to be started.
  if (model.delivery) return { ...model, state: 'carryingOut.awaitingStart' };
  return { ...model, state: stateOfTable(model) };
}

export function stateOfApproval({ daysLeft }: { readonly daysLeft: number | null }): string {
  return daysLeft === null ? 'ratifying.voting' : 'ratifying.objectionWindow';
}
