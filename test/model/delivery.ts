import { reportedBy, type TalksEvent } from 'sticking-points';
import { addDays, firstDay } from '../../src/base/day.js';
import { own, inDelivery, type Delivery, type Model } from './model.js';
import { canBeConcluded, isEnough } from './answers.js';
import { isToBeNegotiated, lengthOf, phasesOf } from './text.js';
import { daysSince, isBefore, toldOn } from './time.js';

type Of<T extends TalksEvent['type']> = Extract<TalksEvent, { readonly type: T }>;

/** A deal that waits to be started, since a day. */
export function comeIntoForce(model: Model, offer: string, since: string | null): Model {
  const delivery: Delivery = {
    offer,
    phase: 0,
    day: 0,
    began: null,
    since,
    opened: null,
    extended: 0,
    extensions: {},
    disputes: [],
    next: 'none',
    settled: null,
    byOfferSince: since,
  };
  return { ...model, delivery, state: 'carryingOut.awaitingStart' };
}

/** The delivery as it is now, with the state's name for it. */
function at(model: Model, delivery: Delivery): Model {
  const { phase, disputes } = delivery;
  const where = phase === 0 ? 'awaitingStart' : disputes.length > 0 ? 'inDispute' : `phase${phase}`;
  return { ...model, delivery, state: `carryingOut.${where}` };
}

function begin(model: Model, delivery: Delivery, phase: number, day: number): Model {
  const offer = delivery.settled ?? delivery.offer;
  const next = isToBeNegotiated(model, offer, phase + 1) ? 'toBegin' : 'none';
  const began = model.today === null ? null : (addDays(model.today, -day) ?? null);
  const byOfferSince = offer === delivery.offer ? delivery.byOfferSince : (began ?? delivery.byOfferSince);
  const fresh = {
    ...delivery,
    offer,
    phase,
    day,
    began,
    extended: 0,
    extensions: {},
    next,
    settled: null,
    byOfferSince,
  } as const;
  return at(model, { ...fresh, opened: null });
}

/** Ends phases whose days are over, those of no days among them; while it is in dispute whether it is kept, not the deal. */
function goOn(model: Model): Model {
  const { delivery } = model;
  if (!inDelivery(model) || !delivery) return model;
  const { most } = lengthOf(model, delivery);
  if (delivery.day < most) return model;
  const after = endPhase(model, delivery, delivery.day - most);
  return delivery.disputes.length > 0 && !inDelivery(after) ? model : goOn(after);
}

function endPhase(model: Model, delivery: Delivery, left: number): Model {
  const { offer, phase, next } = delivery;
  if (next === 'settled') return begin(model, delivery, phase + 1, left);
  if (phase >= phasesOf(model, offer)) return { ...model, state: 'fulfilled' };
  // What is still to be negotiated cannot begin.
  return isToBeNegotiated(model, offer, phase + 1)
    ? { ...model, state: 'lapsed' }
    : begin(model, delivery, phase + 1, left);
}

export function deliveryDaysPass(model: Model, days: number): Model {
  const { delivery } = model;
  if (!inDelivery(model) || !delivery || delivery.phase === 0) return model;
  return goOn(at(model, { ...delivery, day: delivery.day + days }));
}

/** The day before which nothing can become of the deal: of its first phase, days that have passed tell it as well. */
function earliest({ delivery, today }: Model): string | null {
  if (!delivery || delivery.since !== null || delivery.phase !== 1) return delivery?.since ?? null;
  return today === null ? null : (addDays(today, -delivery.day) ?? null);
}

export function onStarted(model: Model, event: Of<'deal.started'>): Model | undefined {
  const { delivery } = model;
  if (model.state !== 'carryingOut.awaitingStart' || !delivery || isBefore(event, earliest(model))) return undefined;
  const ago = daysSince(model, event);
  const begun = begin(model, { ...delivery, since: toldOn(model, event) }, 1, ago);
  return ago > 0 ? goOn(begun) : begun;
}

export function onPhaseEnded(model: Model, event: Of<'phase.ended'>): Model | undefined {
  const { delivery } = model;
  if (!delivery || model.state !== `carryingOut.phase${event.phase}`) return undefined;
  const ago = daysSince(model, event);
  if (delivery.day - ago < lengthOf(model, delivery).least) return undefined;
  const after = endPhase(model, delivery, ago);
  return ago > 0 ? goOn(after) : after;
}

export function onExtended(model: Model, { days, rule: id, by }: Of<'phase.extended'>): Model | undefined {
  const { delivery } = model;
  if (!isUnderWay(model) || !delivery) return undefined;
  const rule = id === undefined ? undefined : own(model.scenario.process.extensions, id);
  const times = id === undefined ? 0 : (own(delivery.extensions, id) ?? 0);
  // Those who are named as agreed are all whom it takes.
  if (id === undefined && by && by.length > 0 && !isEnough(model.scenario.agreement, (party) => by.includes(party)))
    return undefined;
  if (rule?.days !== undefined && days > rule.days) return undefined;
  if (rule?.times !== undefined && times >= rule.times) return undefined;
  const extensions = id === undefined ? delivery.extensions : { ...delivery.extensions, [id]: times + 1 };
  return { ...model, delivery: { ...delivery, extended: delivery.extended + days, extensions } };
}

/** In a phase, or in dispute. */
export function isUnderWay(model: Model): boolean {
  return inDelivery(model) && (model.delivery?.phase ?? 0) > 0;
}

export function onBreach(model: Model, event: Of<'breach.alleged' | 'breach.cured'>): Model | undefined {
  const { delivery } = model;
  if (!isUnderWay(model) || !delivery) return undefined;
  const { obligation, by } = event;
  const others = delivery.disputes.filter((one) => one.obligation !== obligation || one.by !== by);
  const isOpen = others.length < delivery.disputes.length;
  if (event.type === 'breach.cured') return isOpen ? goOn(at(model, { ...delivery, disputes: others })) : undefined;
  const dispute = { obligation, ...(by !== undefined && { by }) };
  return isOpen ? undefined : at(model, { ...delivery, disputes: [...others, dispute] });
}

export function onNextPhase(model: Model, event: Of<`nextPhase.${'opened' | 'settled' | 'failed'}`>) {
  const { type } = event;
  const { delivery, table } = model;
  if (!isUnderWay(model) || !delivery) return undefined;
  const from = {
    'nextPhase.opened': ['none', 'toBegin', 'failed'],
    'nextPhase.settled': ['underWay'],
    'nextPhase.failed': ['toBegin', 'underWay'],
  }[type];
  if (!from.includes(delivery.next)) return undefined;
  const opened = type === 'nextPhase.opened' ? null : delivery.opened;
  if (isBefore(event, opened ?? earliest(model))) return undefined;
  if (type === 'nextPhase.failed') return { ...model, delivery: { ...delivery, next: 'failed' as const } };
  if (type === 'nextPhase.opened') {
    if (delivery.phase >= model.scenario.space.phases.most) return undefined;
    return { ...model, delivery: { ...delivery, next: 'underWay' as const, opened: toldOn(model, event) } };
  }
  // Settled by what lies on the table, which must then be agreed for good; or in words that nobody has reported.
  if (table !== null && !canBeConcluded(model)) return undefined;
  const settled = { ...delivery, next: 'settled' as const, settled: table };
  // In dispute the phase before it may be over already.
  return goOn({ ...model, delivery: settled, table: null, declared: {} });
}

/** Another text of the same deal, unless it was agreed on before the one by which the deal goes. */
export function amended(model: Model, offer: string, event: Of<'agreement.concluded'>): Model | undefined {
  const { delivery, today } = model;
  const day = today === null ? null : (addDays(today, -daysSince(model, event)) ?? null);
  const { byOfferSince = null } = delivery ?? {};
  if (!delivery || (day !== null && byOfferSince !== null && day < firstDay(byOfferSince))) return undefined;
  return at(model, { ...delivery, offer, byOfferSince: day });
}

export function onSuperseded(model: Model, event: Of<'deal.superseded'>): Model | undefined {
  const { offer } = event;
  if (!inDelivery(model) || offer === model.delivery?.offer || isBefore(event, earliest(model))) return undefined;
  const other = offer === undefined ? undefined : own(model.offers, offer);
  if (other && !reportedBy(other.reported, model.asOf ?? undefined)) return undefined;
  return { ...model, state: 'superseded' };
}

export function onEnded(model: Model, event: Of<'deal.ended'>): Model | undefined {
  return inDelivery(model) && event.citation && !isBefore(event, earliest(model))
    ? { ...model, state: 'collapsed' }
    : undefined;
}
