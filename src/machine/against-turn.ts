import { later, type CalendarDate } from '../base/day.js';
import { fault, type Fault } from '../base/fault.js';
import type { Delivery } from '../obligations/delivery.js';
import { isEndless, isRoundUntil } from '../obligations/endless.js';
import { plannedFrom } from '../obligations/in-fact.js';
import { bySince, noSoonerThan } from '../obligations/in-force.js';
import { dateOf } from '../obligations/instant.js';
import { isToComeRound, standingsOf } from '../obligations/standing.js';
import { isTurnDone } from '../obligations/behind.js';
import { instantIn } from '../obligations/text-run.js';
import { turnAfter } from '../obligations/turns.js';
import { MOST_OCCURRENCES } from '../offers/text/occurrences.js';

/** Only what recurs has turns, and no more than its text gives it, as far as that is known. */
export function againstUnknownTurn(delivery: Delivery, id: string, occurrence: number): readonly Fault[] {
  const obligation = delivery.text.obligations[id];
  if (obligation?.kind !== 'recurring') {
    const message = `'${id}' does not recur: put it off without naming a turn.`;
    return [fault('talks/never-recurs', ['occurrence'], message, { obligation: id, occurrence })];
  }
  const now = standingsOf(delivery).find((duty) => duty.id === id);
  const isUnknown = now && isToComeRound(obligation, now.due) && !plannedFrom(delivery).of(`due ${id}`).at;
  const isOpen = isUnknown === true || isEndless(obligation) || isUncounted(delivery, id);
  const turns = isOpen ? MOST_OCCURRENCES : Math.max(now?.duties.length ?? 0, obligation.times ?? 0);
  if (occurrence <= turns) return [];
  const way = turns > 1 ? `name one from 1 to ${turns}` : 'there is only turn 1';
  const message = `'${id}' has no turn ${occurrence}, as far as its days are known: ${way}.`;
  return [fault('talks/unknown-turn', ['occurrence'], message, { obligation: id, occurrence, turns })];
}

/** Whether nobody can count the turns: from a start whose day is not known to an end on the calendar, or the other way round. */
function isUncounted(delivery: Delivery, id: string): boolean {
  const obligation = delivery.text.obligations[id];
  if (!obligation || !isRoundUntil(obligation)) return false;
  const [opens, due] = [plannedFrom(delivery).of(`opens ${id}`).at, plannedFrom(delivery).of(`due ${id}`).at];
  return opens !== undefined && due !== undefined && opens.count !== due.count;
}

/** A turn that is still to be done is put off to a later day than it has, by what has happened and for the rest by plan. */
export function againstTurn(delivery: Delivery, id: string, occurrence: number, to: CalendarDate): readonly Fault[] {
  const { run } = delivery;
  const now = standingsOf(delivery).find((duty) => duty.id === id);
  if (now && isTurnDone(now, occurrence)) {
    const message = `Nothing more of turn ${occurrence} of '${id}' is owed that could be put off: name one that is still to be done.`;
    return [fault('talks/nothing-owed', ['occurrence'], message, { obligation: id, occurrence })];
  }
  const facts = { obligation: id, occurrence, to };
  const laidOut = isUncounted(delivery, id) ? undefined : now?.duties.find((duty) => duty.occurrence === occurrence);
  const due = laidOut?.due?.on ?? dayToCome(delivery, id, occurrence);
  if (due !== undefined) {
    if (due < to) return [];
    const message = `Turn ${occurrence} of '${id}' is due on ${due}: put it off to a later day than ${to}.`;
    return [fault('talks/not-later', ['to'], message, { ...facts, due })];
  }
  const first = dateOf(now?.opens.at ?? instantIn(run, run.day));
  if (first === undefined || later(first, to) === to) return [];
  const message = `Turn ${occurrence} of '${id}' cannot fall due before ${first}: put it off to that day or a later one, not to ${to}.`;
  return [fault('talks/not-later', ['to'], message, { ...facts, due: first })];
}

/** The day of a turn that is not laid out yet, of what comes round without end, or until a day that nobody knows. */
function dayToCome(delivery: Delivery, id: string, occurrence: number): CalendarDate | undefined {
  const { every } = delivery.text.obligations[id] ?? {};
  const opens = plannedFrom(delivery).of(`opens ${id}`);
  const { at: since } = bySince(opens);
  const day = since && every && turnAfter(since, every, occurrence);
  return day && dateOf(noSoonerThan(opens, day));
}
