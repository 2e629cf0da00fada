import { checkOffer, reportedBy, type Offer, type TalksEvent } from 'sticking-points';
import { canBeConcluded, held, judged } from './answers.js';
import { inDelivery, inTalks, own, type Model } from './model.js';
import { comeIntoForce, amended } from './delivery.js';
import { may } from './mandates.js';
import { newly } from './ratification.js';
import { stateOfApproval } from './rounds.js';
import { toldOn } from './time.js';

type Of<T extends TalksEvent['type']> = Extract<TalksEvent, { readonly type: T }>;

/** A new offer, filled in; nothing where its id is taken or it does not fit, or nobody had reported it. */
function brought(model: Model, offer: Of<'offer.recorded'>['offer']): Offer | undefined {
  if (own(model.offers, offer.id)) return undefined;
  const checked = checkOffer({ ...model.scenario, offers: model.offers }, offer.id, offer);
  return checked.ok && isReported(model, checked.value) ? checked.value : undefined;
}

export function onRecorded(model: Model, event: Of<'offer.recorded'>): Model | undefined {
  const offer = brought(model, event.offer);
  return offer && { ...model, offers: { ...model.offers, [offer.id]: offer } };
}

export function onTabled(model: Model, event: Of<'offer.tabled'>): Model | undefined {
  if (!inTalks(model) && !inDelivery(model)) return undefined;
  const offer = typeof event.offer === 'string' ? own(model.offers, event.offer) : brought(model, event.offer);
  if (!offer || offer.id === model.table || !isReported(model, offer)) return undefined;
  // A deal of the past is there to compare with, and the deal in force does not amend itself.
  if (offer.standing === 'carried out' || offer.id === model.delivery?.offer) return undefined;
  if (!(offer.by?.value ?? []).every((party) => may(model, party, 'negotiate'))) return undefined;
  const offers = { ...model.offers, [offer.id]: offer };
  return judged({ ...model, offers, table: offer.id, declared: {} });
}

/** Whether the offer had been reported by the day up to which reports count. */
function isReported({ asOf }: Model, { reported }: Offer): boolean {
  return reportedBy(reported, asOf ?? undefined);
}

export function onWithdrawn(model: Model, { offer }: Of<'offer.withdrawn'>): Model | undefined {
  if (!inTalks(model) && !inDelivery(model)) return undefined;
  return model.table === offer ? judged({ ...model, table: null, declared: {} }) : undefined;
}

export function onAnswer(model: Model, { party, answer, concedes }: Of<'answer.declared'>): Model | undefined {
  const answering = ['talks.considering', 'talks.blocked'].includes(model.state) || inDelivery(model);
  const offer = model.table === null ? undefined : own(model.offers, model.table);
  if (!answering || !offer || !may(model, party, 'negotiate')) return undefined;
  const { unmet } = held(model, offer);
  const accepts = answer === 'accepts';
  if (accepts && unmet(party, 'red line').length > 0) return undefined;
  const given = accepts ? unmet(party, 'demand') : [];
  if (concedes && ![...new Set([...concedes, ...given])].every((id) => concedes.includes(id) && given.includes(id))) {
    return undefined;
  }
  return judged({ ...model, declared: { ...model.declared, [party]: { answer, concedes: given } } });
}

export function onRevised(model: Model, event: Of<'position.revised'>): Model | undefined {
  const was = own(model.scenario.positions, event.position);
  if (!was) return undefined;
  // What its party answered before speaks no longer for it.
  const { [was.party]: _, ...declared } = model.declared;
  const { [event.position]: now, ...others } = model.positions;
  if (event.condition === null) {
    // Given up already, or given up and held at once.
    const isHeld = event.rigidity !== undefined || event.title !== undefined;
    return now && !isHeld ? judged({ ...model, declared, positions: others }) : undefined;
  }
  const position = {
    ...was,
    rigidity: event.rigidity ? { ...was.rigidity, value: event.rigidity } : (now ?? was).rigidity,
    readings: [{ id: 'revised', condition: event.condition, basis: 'assumed', citations: [] }],
  } as const;
  // At its old place, since positions are judged in the order in which they are declared.
  const entries = Object.keys(model.scenario.positions).flatMap((id) => {
    const one = id === event.position ? position : own(others, id);
    return one ? [[id, one] as const] : [];
  });
  return judged({ ...model, declared, positions: Object.fromEntries(entries) });
}

export function onConcluded(model: Model, event: Of<'agreement.concluded'>): Model | undefined {
  if ((!inTalks(model) && !inDelivery(model)) || !canBeConcluded(model) || model.table === null) return undefined;
  const concluded = { ...model, table: null, declared: {} };
  if (inDelivery(model)) return amended(concluded, model.table, event);
  if (model.scenario.process.ratification.length === 0)
    return comeIntoForce(concluded, model.table, toldOn(model, event));
  const approval = newly(model.table, 0, null, toldOn(model, event));
  return { ...concluded, approval, state: stateOfApproval(approval) };
}
