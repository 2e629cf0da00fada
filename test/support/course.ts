import type { Scenario, Talks, TalksEvent } from 'sticking-points';
import { deciding } from '../../src/scenario/process.js';

/**
 * What is tried in talks on a scenario, what leads to an end first: all that can happen but new offers and what ends a deal
 * from outside, superseding among it, with one figure each. Positions are given up only.
 */
export function homeward({ parties, positions, offers, process, space }: Scenario): readonly TalksEvent[] {
  const phases = Array.from({ length: space.phases.most }, (_, i) => i + 1);
  const each = <T>(record: Readonly<Record<string, T>>, make: (id: string) => TalksEvent) =>
    Object.keys(record).map(make);
  return [
    { type: 'deal.started' },
    ...phases.map((phase): TalksEvent => ({ type: 'phase.ended', phase })),
    { type: 'agreement.concluded' },
    ...votes(process, 'approved'),
    ...each(parties, (party) => ({ type: 'answer.declared', party, answer: 'accepts' })),
    { type: 'talks.resumed' },
    ...each(process.rounds, (round) => ({ type: 'round.opened', round })),
    { type: 'days.passed', days: 400 },
    { type: 'days.passed', days: 40 },
    ...each(process.preconditions, (precondition) => ({ type: 'precondition.met', precondition })),
    ...each(parties, (party) => ({ type: 'mandate.given', party, mandate: 'conclude' })),
    ...each(positions, (position) => ({ type: 'position.revised', position, condition: null })),
    ...each(offers, (offer) => ({ type: 'offer.tabled', offer })),
  ];
}

/** A decision on each step of ratification, by each body where there are several. */
function votes({ ratification }: Scenario['process'], outcome: 'approved' | 'rejected'): readonly TalksEvent[] {
  return ratification.flatMap(({ id, rule }) =>
    deciding(rule).map((by): TalksEvent => ({
      type: 'ratification.voted',
      step: id,
      outcome,
      ...by,
    })),
  );
}

/** And what leads elsewhere. */
export function astray({ parties, process, terms }: Scenario): readonly TalksEvent[] {
  const [obligation = ''] = Object.keys(terms);
  const each = <T>(record: Readonly<Record<string, T>>, make: (id: string) => TalksEvent) =>
    Object.keys(record).map(make);
  return [
    ...each(parties, (party) => ({ type: 'answer.declared', party, answer: 'rejects' })),
    ...each(parties, (party) => ({ type: 'mandate.given', party, mandate: 'listen' })),
    ...each(process.rounds, (round) => ({ type: 'round.closed', round })),
    ...each(process.preconditions, (precondition) => ({ type: 'precondition.lapsed', precondition })),
    ...votes(process, 'rejected'),
    { type: 'talks.suspended' },
    { type: 'deal.started' },
    { type: 'days.passed', days: 2 },
    { type: 'phase.ended', phase: 1 },
    { type: 'phase.ended', phase: 2 },
    { type: 'breach.alleged', obligation },
    { type: 'breach.cured', obligation },
    { type: 'nextPhase.opened' },
    { type: 'nextPhase.settled' },
    { type: 'nextPhase.failed' },
  ];
}

/**
 * What tells states apart here: days only as far as they may matter. Of a long phase, how many are left to pass before it can
 * end; a search that took all its later days for one would never get to the last.
 */
function nameOf(talks: Talks): string {
  const { value, context } = talks.snapshot;
  const { deal, declared, added, today: _, asOf: __, ...rest } = context;
  const answers = Object.entries(declared).map(([party, { answer }]) => `${party} ${answer}`);
  const left = deal && {
    ...deal,
    day: Math.min(deal.day, 50),
    began: null,
    left: deal.day < 50 ? null : daysLeft(talks),
  };
  return JSON.stringify([value, rest, Object.keys(added), answers.sort(), left]);
}

/** Days that must still pass before the present phase can end, as the talks themselves say when it is ended before. */
function daysLeft(talks: Talks): number {
  if (!talks.state.startsWith('carryingOut.phase')) return 0;
  const { reasons } = talks.fork().do({ type: 'phase.ended', phase: talks.deal?.phase ?? 0 });
  const left = reasons.find(({ code }) => code === 'talks/phase-not-over')?.facts?.['left'];
  return typeof left === 'number' ? left : 0;
}

/** States after which a search gives up. */
const MOST = 300;

/** A course from here to an end, if there is one, by a search into the depth, what leads there tried first. */
function courseHome(
  talks: Talks,
  among = homeward(talks.scenario),
  seen = new Set<string>(),
): readonly Talks[] | undefined {
  if (talks.snapshot.status === 'done') return [talks];
  if (seen.size > MOST) return undefined;
  seen.add(nameOf(talks));
  const cures = (talks.deal?.disputes ?? []).map((dispute): TalksEvent => ({ type: 'breach.cured', ...dispute }));
  const days = daysLeft(talks);
  const over: readonly TalksEvent[] = days > 0 ? [{ type: 'days.passed', days }] : [];
  // Where a phase is over and no end has come, no days may lead on.
  const isOver = Object.hasOwn(talks.deal?.text?.ended ?? {}, talks.deal?.phase ?? 0);
  const settling: readonly TalksEvent[] = isOver ? [{ type: 'nextPhase.opened' }, { type: 'nextPhase.settled' }] : [];
  for (const event of [...cures, ...over, ...settling, ...among]) {
    const fork = talks.fork();
    if (!fork.do(event).accepted || seen.has(nameOf(fork))) continue;
    const further = courseHome(fork, among, seen);
    if (further) return [talks, ...further];
  }
  return undefined;
}

/** Whether there is one; not known where the search gave up before it had seen all that is within reach. */
export function comesHome(talks: Talks, among?: readonly TalksEvent[]): boolean | 'not known' {
  const seen = new Set<string>();
  if (courseHome(talks, among, seen)) return true;
  return seen.size > MOST ? 'not known' : false;
}
