import type { TalksEvent } from 'sticking-points';
import { startedOn } from './anchors.js';
import { namedIn, partsOf } from './circle.js';
import { beginsOf, type Begins, type Deal } from './deal.js';
import { standsOf } from './standing.js';
import type { Carried } from './told.js';

type Amending = Extract<
  TalksEvent,
  {
    readonly type: 'offer.tabled' | 'offer.withdrawn' | 'answer.declared' | 'agreement.concluded' | 'deal.superseded';
  }
>;

/** Whether something stands against a deal being amended by another, or superseded by it. */
export function isAgainstAmending(model: Carried, event: Amending): boolean {
  const { offer, table, against } = model;
  switch (event.type) {
    case 'offer.tabled':
      return event.offer === offer || event.offer === table;
    case 'offer.withdrawn':
      return event.offer !== table;
    case 'answer.declared':
      return table === null;
    case 'agreement.concluded':
      return table === null || !isAgreed(against);
    case 'deal.superseded':
      return event.offer === offer;
  }
}

/** Both have written it, and accept it unless they say otherwise; the third is not asked. */
export const isAgreed = (against: readonly string[]) => !['north', 'south'].some((party) => against.includes(party));

/** What lies on the table after an event, and who is against it. */
export function tableAfter(model: Carried, event: TalksEvent): Carried {
  if (event.type === 'offer.tabled') return { ...model, table: event.offer as string, against: [] }; // drawn so
  if (event.type === 'nextPhase.settled')
    return { ...model, settled: model.table ?? model.offer, table: null, against: [] };
  if (event.type === 'offer.withdrawn') return { ...model, table: null, against: [] };
  if (event.type !== 'answer.declared') return model;
  const others = model.against.filter((party) => party !== event.party);
  return { ...model, against: event.answer === 'accepts' ? others : [...others, event.party] };
}

/**
 * What lies on the table is from now on the text of the deal. All that was told of what it still has is kept; what it has
 * that the deal had not is in force from today on.
 */
export function amendedBy(model: Carried): Carried {
  const { table, day, beside } = model;
  const offer = table ?? model.offer;
  const deal = together(beside, dealBy(model, offer));
  // A next phase that was settled without words of its own follows those of the deal as it is by then.
  const settled = model.settled === model.offer ? offer : model.settled;
  const more = { amended: day, started: startedOn(model), brought: broughtOn(model, deal, day) };
  return { ...model, deal, offer, table: null, against: [], settled, ...more };
}

/** Since when each obligation is in force that a deal had not from the first, where it goes by another from a day on. */
export function broughtOn({ deal, brought }: Carried, next: Deal, day: number): ReadonlyMap<string, number> {
  return new Map(
    Object.keys(next.duties).flatMap((id) => {
      const since = Object.hasOwn(deal.duties, id) ? brought.get(id) : day;
      return since === undefined ? [] : [[id, since]];
    }),
  );
}

const dealBy = ({ offers, deal }: Carried, offer: string): Deal => offers[offer] ?? deal;

/** A deal with what goes on beside it; of what both say, its own stands. */
const together = (beside: Carried['beside'], deal: Deal): Deal => ({
  ...deal,
  duties: { ...beside.duties, ...deal.duties },
  talks: { ...beside.talks, ...deal.talks },
});

/**
 * The deal as it will be with the next phase: by the words of what was settled for it, beside which all goes on that the deal
 * had and that does not hang on that phase or a later one. Earlier phases go on by their own.
 */
export function bySettled(model: Carried): Carried {
  const { deal, offer, settled, began } = model;
  if (settled === null || settled === offer) return model;
  const next = began.length + 1;
  const to = dealBy(model, settled);
  const goesOn = Object.entries(deal.duties).filter(
    ([id]) => !Object.hasOwn(to.duties, id) && !hangsOnPhase(deal, id, next),
  );
  const beside = { duties: Object.fromEntries(goesOn), talks: deal.talks };
  const phases = to.phases.map((phase, i) => (i < began.length ? deal.phases[i]! : phase));
  return { ...model, offer: settled, deal: { ...together(beside, to), phases }, beside, started: startedOn(model) };
}

/** Whether an obligation waits for a phase, or for one after it, to begin or end, itself or by what it waits for. */
function hangsOnPhase(deal: Deal, id: string, phase: number): boolean {
  const waiting: Begins[] = [beginsOf(deal, id)];
  const seen = new Set<string>();
  for (let begins = waiting.pop(); begins; begins = waiting.pop()) {
    const parts = partsOf(begins).filter((part) => !('first' in part) && !('last' in part));
    if (parts.some((part) => 'phase' in part && part.phase >= phase)) return true;
    if (parts.some((part) => 'harvest' in part) && !seen.has('')) waiting.push(seen.add('') && deal.upon.harvest);
    for (const part of parts) {
      for (const other of namedIn(part).filter((one) => !seen.has(one))) {
        const { until } = deal.duties[other]!;
        waiting.push(beginsOf(deal, other), ...(until && ('completed' in part || 'total' in part) ? [until] : []));
        seen.add(other);
      }
    }
  }
  return false;
}

/**
 * What an amendment lets open, or makes overdue, on a day before it was concluded: that is so from the day on which it was, as if
 * it had brought the obligation. What was open or overdue by then stays so.
 */
export function movedUp(before: Carried, now: Carried): ReadonlyMap<string, number> {
  const { day } = now;
  if (startedOn(before) === null) return new Map();
  const isOverdue = (standing: string, other: string) =>
    standing === 'late' || (standing === 'not done' && other !== 'late');
  const moved = Object.keys(now.deal.duties).filter((id) => {
    if (!Object.hasOwn(before.deal.duties, id)) return false;
    const [was, is] = [standsOf(before, id), standsOf(now, id)];
    const wasOpen = was.opens !== null && was.opens <= day;
    const isEarlier = is.opens !== null && is.opens < day && !wasOpen;
    return isEarlier || (isOverdue(is.standing, was.standing) && was.standing !== is.standing);
  });
  return new Map(moved.map((id) => [id, day]));
}
