import { progress } from '../../machine/progress.js';
import type { Talks } from '../../machine/talks.js';
import type { DealProgress, DutyProgress } from '../../obligations/progress.js';
import { START } from '../../offers/text/trigger.js';
import type { TalksEvent } from '../../scenario/event.js';
import { added } from '../../terms/decimal.js';
import { lastOf } from './same-state.js';

/** Standings of which something is left to do now. */
const DUE: readonly DutyProgress['standing'][] = ['open', 'partly done', 'late', 'withheld', 'binding'];

/**
 * What carries out the text of a deal, that first which is due: what was found is cured, what was suspended goes on, all that is
 * owed now is done; then days pass, up to the end of the phase or to what is still to come.
 */
export function* dueInText(talks: Talks): Generator<TalksEvent> {
  const { deal, scenario } = talks;
  const done = deal?.text && progress(talks);
  if (!deal?.text || !done) return;
  if (deal.text.started === null) yield { type: 'deal.started' };
  for (const { obligation, by } of deal.disputes) yield { type: 'breach.cured', obligation, ...(by && { by }) };
  for (const duty of done.duties) yield* settling(duty);
  const left = lastOf(scenario, deal) - deal.day;
  const days = left > 0 ? left : lastDayOf(done) - (done.today.day ?? 0);
  if (days > 0) yield { type: 'days.passed', days };
  yield { type: 'phase.ended', phase: deal.phase };
}

/** What helps on where nothing that is due does: talks go well, something is certified, events happen; last, what is owed is waived. */
export function* elseInText(talks: Talks): Generator<TalksEvent> {
  const { deal, scenario } = talks;
  const done = deal?.text && progress(talks);
  const text = deal && scenario.offers[deal.offer]?.text;
  if (!done || !text) return;
  for (const type of ['nextPhase.opened', 'nextPhase.settled'] as const) yield { type };
  for (const instrument of Object.keys(text.instruments)) yield { type: 'instrument.resumed', instrument };
  for (const id of Object.keys(text.talks)) {
    for (const type of ['promisedTalks.opened', 'promisedTalks.settled'] as const) yield { type, talks: id };
  }
  for (const certification of Object.keys(text.certifications)) yield { type: 'certification.given', certification };
  for (const event of Object.keys(text.events)) if (event !== START) yield { type: 'event.happened', event };
  const parties = Object.keys(scenario.parties);
  for (const { obligation, to, settled } of done.duties) {
    if (!settled) yield { type: 'performance.waived', obligation, by: [...new Set([...parties, ...to])] };
  }
}

/** What leaves nothing open of an obligation now: what was found of it is cured, it goes on, and all that is owed is seen done. */
function* settling(duty: DutyProgress): Generator<TalksEvent> {
  const { obligation, kind, standing, owed, found, strength } = duty;
  if (found.length > 0) yield { type: 'breach.cured', obligation };
  if (standing === 'suspended') yield { type: 'performance.resumed', obligations: [obligation] };
  if (kind === 'refrain' || strength !== 'shall' || !DUE.includes(standing)) return;
  const all = Number.isFinite(owed.most) && kind !== 'level' ? owed.most : owed.least;
  const amount = all === undefined ? 0 : added(all, -added(duty.waived, duty.excused));
  if (amount < 0 || (amount === 0 && kind !== 'level')) return;
  for (const observer of observersFor(duty, amount)) {
    yield { type: 'performance.reported', obligation, amount, ...(observer !== '' && { observer }) };
  }
}

/** Whose word counts: the verifier's; else that of all who saw less done, the lowest figure standing. */
function observersFor({ verifier, seen }: DutyProgress, amount: number): readonly string[] {
  if (verifier !== undefined) return seen[verifier] === amount ? [] : [verifier];
  const all = Object.keys(seen);
  return all.length === 0 ? [''] : all.filter((observer) => seen[observer] !== amount);
}

/** The last day that is known of anything still to come, counted from the start. */
function lastDayOf({ duties, talks }: DealProgress): number {
  const days = [
    ...duties.filter(({ settled }) => !settled).flatMap(({ opens, due, expected }) => [opens, due, expected]),
    ...talks.flatMap(({ begin, end }) => [begin, end]),
  ];
  return days.reduce((last, day) => Math.max(last, day?.day ?? 0), 0);
}
