import { createTalksMachine, openTalks, type Talks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { comesHome } from '../support/course.js';
import { oneFlag } from './tiny/one-flag.js';
import { oneRound } from './tiny/one-round.js';
import { talksPromised } from './tiny/talks-promised.js';
import { stepsOf, type Tiny } from './tiny/tiny.js';
import { twoPhases } from './tiny/two-phases.js';

/** Every state that can be reached from the first, by a breadth-first search. */
function reach(first: string, from: (state: string) => Iterable<string>): ReadonlySet<string> {
  const reached = new Set([first]);
  for (const state of reached) for (const next of from(state)) reached.add(next);
  return reached;
}

/** The states of a table that its own rows reach. */
const reachOfTable = ({ table, first }: Tiny) => reach(first, (state) => stepsOf(table[state] ?? []).values());

/** The talks that first came to each state, and what each event leads to from there. */
function triedOut({ scenario, events, nameOf }: Tiny) {
  const first = openTalks(scenario);
  const found = new Map<string, { readonly talks: Talks; readonly steps: ReadonlyMap<string, string> }>();
  const waiting: Talks[] = [first];
  for (let talks = waiting.shift(); talks; talks = waiting.shift()) {
    const name = nameOf(talks.snapshot);
    if (found.has(name)) continue;
    const steps = new Map<string, string>();
    for (const [event, what] of Object.entries(events)) {
      const fork = talks.fork();
      if (!fork.do(what).accepted) continue;
      steps.set(event, nameOf(fork.snapshot));
      waiting.push(fork);
    }
    found.set(name, { talks, steps });
  }
  return found;
}

/** The states that the real talks reach, and what each event leads to from each. */
const reachOfTalks = (tiny: Tiny): ReadonlyMap<string, ReadonlyMap<string, string>> =>
  new Map([...triedOut(tiny)].map(([state, { steps }]) => [state, steps]));

describe.each([
  ['two parties and one flag', oneFlag],
  ['a round with a precondition and a mandate', oneRound],
  ['a vote, two phases and a dispute', twoPhases],
  ['talks promised on a second phase, and what holds otherwise', talksPromised],
])('tiny talks: %s', (_, tiny) => {
  const { scenario, events, table, first, count, nameOf } = tiny;

  it('their table is whole: it reaches all its states, and no other', () => {
    expect(Object.keys(table)).toHaveLength(count);
    expect([...reachOfTable(tiny)].sort()).toEqual(Object.keys(table).sort());
    const named = Object.values(table).flatMap((rows) => [...stepsOf(rows).keys()]);
    expect(new Set(named)).toEqual(new Set(Object.keys(events)));
  });

  it('talks go as the table says, and refuse what it does not name', () => {
    const found = reachOfTalks(tiny);
    for (const [state, steps] of found) {
      expect(Object.fromEntries(steps), state).toEqual(Object.fromEntries(stepsOf(table[state] ?? [])));
    }
    expect([...found.keys()].sort()).toEqual(Object.keys(table).sort());
    expect(nameOf(openTalks(scenario).snapshot)).toBe(first);
  });

  it('from every one of their states there is a course to a final one, without anybody ending the deal', () => {
    const lost = [...triedOut(tiny)].filter(([, { talks }]) => comesHome(talks) !== true);
    expect(lost.map(([state]) => state)).toEqual([]);
  });

  it('xstate/graph reaches exactly the same states', () => {
    const paths = getShortestPaths(createTalksMachine(scenario), {
      events: Object.values(events),
      serializeState: nameOf,
      limit: 2_000,
    });
    expect(paths.map(({ state }) => nameOf(state)).sort()).toEqual(Object.keys(table).sort());
  });

  it('the search finds out a table of which one step is wrong', () => {
    const [state = '', rows = []] = Object.entries(table)[1] ?? [];
    const wrong = { ...tiny, table: { ...table, [state]: rows.map((row) => row.replace(/> .*/, '> nowhere')) } };
    expect(reachOfTable(wrong)).toContain('nowhere');
    expect([...reachOfTalks(wrong)].sort()).not.toEqual([...reachOfTable(wrong)].sort());
  });
});
