import { isDeepStrictEqual } from 'node:util';
import { openTalks, restoreTalks, type Scenario, type Talks, type TalksOptions } from 'sticking-points';
import { plain } from '../support/steps.js';
import type { Played } from '../support/runs.js';

/** The doors to talks: the library's, and broken ones on which a law has to fail. */
export interface Doors {
  readonly openTalks: (scenario: Scenario, options: TalksOptions) => Talks;
  readonly restoreTalks: typeof restoreTalks;
}

export const theDoors: Doors = { openTalks, restoreTalks };

/** A law of talks, given some that have been played; throws where it does not hold. */
export type Law = (run: Played, doors: Doors) => void;

function same(found: unknown, wanted: unknown, what: string): void {
  if (!isDeepStrictEqual(found, wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`);
  }
}

/** All that one can see of talks, as JSON has it. */
function seen(talks: Talks): unknown {
  const { state, assessment, clock, deadlines, deal, nextPhase, performance, log, scenario } = talks;
  const [snapshot, offers] = [plain(talks.snapshot), Object.keys(scenario.offers)];
  return JSON.parse(
    JSON.stringify({ state, assessment, clock, deadlines, deal, nextPhase, performance, log, snapshot, offers }),
  );
}

function playedOut({ scenario, options, tries }: Played, doors: Doors): Talks {
  const talks = doors.openTalks(scenario, options);
  for (const { event } of tries) talks.do(event);
  return talks;
}

/** The log done again on fresh talks leads through the same states to the same end; what was refused has left no trace. */
const replayed: Law = (run, doors) => {
  const talks = playedOut(run, doors);
  const again = openTalks(run.scenario, run.options);
  const log = JSON.parse(JSON.stringify(talks.log)) as typeof talks.log; // plain JSON, as its docstring says
  same(
    log.map(({ event }) => event.type),
    run.events.map((event) => event.type),
    'the log',
  );
  for (const { event, state } of log) {
    same(again.do(event).reasons, [], `${event.type} once more`);
    same(again.state, state, `the state after ${event.type}`);
  }
  same(seen(again), seen(talks), 'the log done again');
};

/** Saved, put through the text of JSON and restored, talks are the same, to look at and to take back. */
const restored: Law = (run, doors) => {
  const talks = playedOut(run, doors);
  const result = doors.restoreTalks(run.scenario, JSON.parse(JSON.stringify(talks.save())));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  same(seen(result.value), seen(talks), 'restored');
  same(result.value.save(), talks.save(), 'saved again');
  same(result.value.nextEvents, talks.nextEvents, 'what can happen next');
  while (talks.undo()) same(result.value.undo(), true, 'taking back');
  same(seen(result.value), seen(talks), 'all taken back');
};

/** Taken back and done again, every state is as it was; what happens anew leaves nothing to do again. */
const undoneAndRedone: Law = (run, doors) => {
  const talks = doors.openTalks(run.scenario, run.options);
  const been = [seen(talks)];
  for (const event of run.events) {
    talks.do(event);
    been.push(seen(talks));
  }
  const last = been.length - 1;
  same(talks.redo(), false, 'redoing what was not undone');
  for (let i = last; i > 0; i--) {
    same(talks.undo(), true, 'undo');
    same(seen(talks), been[i - 1], `after ${last - i + 1} times undo`);
  }
  same(talks.undo(), false, 'undo at the beginning');
  const half = Math.floor(last / 2);
  for (let i = 1; i <= half; i++) {
    same(talks.redo(), true, 'redo');
    same(seen(talks), been[i], `after ${i} times redo`);
  }
  const [, next] = [talks.undo(), run.events[half === 0 ? 0 : half - 1]];
  if (!next) return;
  same(talks.do(next).accepted, true, 'the event once more');
  same(talks.redo(), false, 'redo after a new event');
  same(seen(talks), been[Math.max(half, 1)], 'the event once more');
};

/** A fork has the same past, can be taken back as far, and neither of the two touches the other. */
const forked: Law = (run, doors) => {
  const half = Math.floor(run.events.length / 2);
  const talks = doors.openTalks(run.scenario, run.options);
  for (const event of run.events.slice(0, half)) talks.do(event);
  const before = seen(talks);
  const fork = talks.fork();
  same(seen(fork), before, 'a fork');
  for (const event of run.events.slice(half)) same(fork.do(event).accepted, true, `${event.type} in the fork`);
  same(seen(talks), before, 'the parent of a fork that went on');
  const after = seen(fork);
  while (talks.undo()); // to the beginning
  same(seen(fork), after, 'the fork of talks taken back');
  same(fork.log.length, run.events.length, 'the log of the fork');
};

/** In whatever order the scenario holds its positions, the same is said in the same order, and the talks go the same way. */
const ordered: Law = (run, doors) => {
  const positions = Object.fromEntries(Object.entries(run.scenario.positions).reverse());
  const [talks, other] = [
    doors.openTalks(run.scenario, run.options),
    doors.openTalks({ ...run.scenario, positions }, run.options),
  ];
  for (const { event } of run.tries) {
    same(
      other.do(event).reasons.map((r) => r.code),
      talks.do(event).reasons.map((r) => r.code),
      'reasons',
    );
    same(other.state, talks.state, 'the state');
    same(other.assessment, talks.assessment, 'the assessment');
    inDeclaredOrder(run.scenario, talks);
  }
};

/** Parties as the scenario has them; unmet, open, met; red lines, demands, preferences; then by id. */
function inDeclaredOrder(scenario: Scenario, talks: Talks): void {
  const rank = (words: readonly string[], word: string) => String(words.indexOf(word)).padStart(3, '0');
  const keys = (talks.assessment?.verdicts ?? []).map((v) =>
    [
      rank(Object.keys(scenario.parties), v.party),
      rank(['unmet', 'open', 'met'], v.verdict),
      rank(['red line', 'demand', 'preference'], v.rigidity.value),
      v.position,
    ].join(' '),
  );
  same(keys, [...keys].sort(), 'the order of verdicts');
}

/** What is agreed leaves no red line of a party unmet whose acceptance is needed, and its sticking points are unmet. */
const respectful: Law = (run, doors) => {
  const talks = doors.openTalks(run.scenario, run.options);
  for (const event of run.events) {
    talks.do(event);
    const { verdicts = [], stickingPoints = [] } = talks.assessment ?? {};
    const unmet = verdicts.filter((v) => v.verdict === 'unmet' && v.rigidity.value === 'red line');
    const { agreement } = run.scenario;
    const needed = agreement.rule === 'unanimity' ? agreement.of : agreement.vetoes;
    if (talks.state === 'talks.agreedInPrinciple') {
      // A proposer accepts its own offer, whatever its positions say.
      const crossed = unmet.filter((v) => needed.includes(v.party) && !talks.answers[v.party]?.byAuthorship);
      same(
        crossed.map((v) => v.position),
        [],
        'red lines unmet by what is agreed',
      );
    }
    same(
      stickingPoints.every((v) => verdicts.includes(v) && v.verdict === 'unmet'),
      true,
      'sticking points',
    );
  }
};

export const LAWS: readonly (readonly [string, Law])[] = [
  ['the log done again is the live run', replayed],
  ['save and restore give an equal state', restored],
  ['undo, then redo, is the identity, and a new event clears redo', undoneAndRedone],
  ['a fork does not touch its parent, nor the parent its fork', forked],
  ['verdicts do not depend on the order of positions, and come in the declared one', ordered],
  ['nothing is agreed over a red line', respectful],
];
