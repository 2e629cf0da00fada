import type { TalksEvent } from 'sticking-points';
import { startedOn } from './anchors.js';
import type { Deal } from './deal.js';
import { standsOf } from './standing.js';
import { dayOf, type Carried } from './told.js';
import { askedAt, turnsOf } from './turns.js';

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
      return (
        table === null || !isAgreed(against) || isAfterDaysThatCount(model, event) || isBeforeTheLastWord(model, event)
      );
    case 'deal.superseded':
      return event.offer === offer || isAfterDaysThatCount(model, event);
  }
}

/** Whether something is told of a day still to come, though days count by then: those have to pass first. */
export function isAfterDaysThatCount(model: Carried, event: TalksEvent): boolean {
  const on = dayOf(model, event);
  return on > model.day && startedOn({ ...model, day: on }) !== null;
}

/** Whether something was agreed on before that by which the deal goes, and cannot take its place. */
const isBeforeTheLastWord = (model: Carried, event: TalksEvent): boolean => dayOf(model, event) < model.since;

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
 * What lies on the table has been the text of the deal since a day. All that was told of what it still has is kept; what it has
 * that the deal had not is in force since then.
 */
export function amendedBy(model: Carried, day: number): Carried {
  const { table, beside } = model;
  const offer = table ?? model.offer;
  const deal = together(beside, dealBy(model, offer));
  // A next phase that was settled without words of its own follows those of the deal as it is by then.
  const settled = model.settled === model.offer ? offer : model.settled;
  const more = { amended: day, started: startedOn(model), brought: broughtOn(model, deal, day) };
  const had = startedOn(model) === null ? model.had : hadBy(model);
  return { ...model, deal, offer, table: null, against: [], settled, had, ...more };
}

/**
 * The day on which the deal was amended, or its next phase settled, by what is told today: not before it was carried out, or
 * concluded.
 */
export const agreedDay = (model: Carried, event: TalksEvent): number =>
  Math.max(startedOn(model) ?? 0, Math.min(model.day, dayOf(model, event)));

/** All that a deal in force has made due so far, by its text and by those before it. */
export const hadBy = ({ had, deal }: Carried): ReadonlySet<string> =>
  new Set([...had, ...Object.keys(deal.duties), ...Object.keys(deal.talks)]);

/** Since when each obligation is in force that a deal had not from the first, where it goes by another from a day on. */
export function broughtOn({ deal, brought }: Carried, next: Deal, day: number): ReadonlyMap<string, number> {
  return new Map(
    Object.keys(next.duties).flatMap((id) => {
      const since = Object.hasOwn(deal.duties, id) ? brought.get(id) : day;
      return since === undefined ? [] : [[id, since]];
    }),
  );
}

export const dealBy = ({ offers, deal }: Carried, offer: string): Deal => offers[offer] ?? deal;

/** A deal with what goes on beside it; of what both say, its own stands. */
export const together = (beside: Carried['beside'], deal: Deal): Deal => ({
  ...deal,
  duties: { ...beside.duties, ...deal.duties },
  talks: { ...beside.talks, ...deal.talks },
});

/**
 * What an amendment lets open, or makes overdue, on a day before it was concluded: that is so from the day on which it was, as if
 * it had brought the obligation. What was open or overdue by then stays so, by what obligations had come to on that day.
 */
export function movedUp(model: Carried, after: Carried, day: number): ReadonlyMap<string, number> {
  const [before, now] = [asOf(model, day), asOf(after, day)];
  if (startedOn(model) === null) return new Map();
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

/**
 * What turns asked that had fallen due, of what had opened by a day, by the words in force until then and by those since: they
 * ask no more, and no less, by an amendment.
 */
export function fallenBy(model: Carried, after: Carried, day: number): Carried {
  if (startedOn(model) === null) return after;
  const [before, now] = [asOf(model, day), asOf(after, day)];
  const ids = Object.keys(now.deal.duties).filter((id) => Object.hasOwn(before.deal.duties, id));
  const fallen = ids.flatMap((id): [string, readonly (number | undefined)[]][] => {
    const known = after.fallen.get(id);
    const isOpen = [before, now].every((one) => (standsOf(one, id).opens ?? Infinity) < day);
    const isRound = [before, now].every(({ deal }) => deal.duties[id]?.kind === 'recurring');
    if (!isRound || !isOpen) return known ? [[id, known]] : [];
    const [was, is] = [turnsOf(before, id), turnsOf(now, id)];
    const isPast = (turn: number | null | undefined) => typeof turn === 'number' && turn < day;
    const isOther = (turn: number) => askedAt(before, id, turn) !== askedAt(now, id, turn);
    const asked = Array.from({ length: Math.max(is.length, known?.length ?? 0) }, (_, i) =>
      isPast(was[i]) && isPast(is[i]) && isOther(i + 1) ? askedAt(before, id, i + 1) : known?.[i],
    );
    return [[id, asked]];
  });
  return { ...after, fallen: new Map(fallen) };
}

/** A deal on a day that is over: nothing of what is told of obligations later had come about. */
const asOf = (model: Carried, day: number): Carried => ({
  ...model,
  day,
  told: model.told.filter((told) => told.day <= day || !isOfObligations(told)),
});

const isOfObligations = ({ event, about }: Carried['told'][number]) =>
  'obligation' in event || 'obligations' in event || about !== undefined;
