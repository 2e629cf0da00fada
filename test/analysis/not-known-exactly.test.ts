import { all, assess, between, defineScenario, months, openTalks, type Scenario } from 'sticking-points';
import {
  bridge,
  explain,
  findConcessions,
  findConflicts,
  sayConflict,
  zopa,
  type AnalysisOptions,
} from 'sticking-points/analysis';
import { describe, expect, it } from 'vitest';

type Draft = Parameters<typeof defineScenario>[0];

const cited = (source: 'early' | 'late') => ({ citations: [{ source, attribution: 'narrator' }] });
const held = all({ count: 'held' });
const line = (op: string, n: unknown) => ({ kind: 'compare', of: 'free', op, line: n });
const demand = (party: string, condition: object) => ({ party, rigidity: 'demand', condition, ...cited('early') });

/** Two parties over how many go free of a number held, of which reports say this. */
function heldAs(figure: unknown, part: object): Scenario {
  const draft = {
    id: 'cells',
    basis: 'reported',
    sources: { early: { outlet: 'The Post', date: '2030-01-01' }, late: { outlet: 'The Post', date: '2030-03-01' } },
    parties: { guards: {}, families: {} },
    counts: { held: { label: 'people held', figure } },
    terms: { free: { kind: 'quantity', unit: 'people', bounds: { most: 40 } } },
    ...part,
  };
  return defineScenario(draft as unknown as Draft); // made of parts, ids are no literals
}

const ofConflicts = async (scenario: Scenario, options: AnalysisOptions = {}) =>
  (await findConflicts(scenario, options)).conflicts.map(({ positions, certain }) => [positions.join(), certain]);

describe('a conflict over a count that is not known exactly', () => {
  const range = between(10, 20);

  it('is certain where no figure of the count would let both be met', async () => {
    const positions = { all: demand('families', line('>=', held)), fewer: demand('guards', line('<', held)) };
    expect(await ofConflicts(heldAs(range, { positions }))).toEqual([['fewer,all', true]]);
  });

  it('is not certain where one figure would, and says of exact figures alone that none is sure', async () => {
    const positions = { all: demand('families', line('>=', held)), few: demand('guards', line('<=', 15)) };
    const scenario = heldAs(range, { positions });
    expect(await ofConflicts(scenario)).toEqual([['few,all', false]]);
    const [conflict] = (await findConflicts(scenario)).conflicts;
    const said = conflict ? sayConflict(scenario, conflict, { sources: 'by id' }) : '';
    expect(said).toMatch(/^No offer in exact figures is sure to meet both /);
    expect(said).toMatch(/were it where it suits best, one might meet it\.$/);
  });

  it('is not certain where an invariant, and no position, turns on the count', async () => {
    const invariants = { held: { title: 'no more than are held', condition: line('<=', held) } };
    const scenario = (n: number) =>
      heldAs(range, { invariants, positions: { many: demand('families', line('>=', n)) } });
    expect(await ofConflicts(scenario(15))).toEqual([['many', false]]);
    expect(await ofConflicts(scenario(21))).toEqual([['many', true]]);
  });

  it('takes one of several reports of a count, and nothing between them', async () => {
    const reports = { readings: [10, 20] };
    const exactly = (n: number) =>
      heldAs(reports, {
        invariants: { n: { title: 'so many', condition: line('=', n) } },
        positions: { just: demand('guards', line('=', held)) },
      });
    expect(await ofConflicts(exactly(15))).toEqual([['just', true]]);
    expect(await ofConflicts(exactly(20))).toEqual([['just', false]]);
  });
});

describe('a count reported after the day asked about', () => {
  const figure = {
    readings: [
      { value: 10, basis: 'reported', ...cited('early') },
      { value: 20, basis: 'reported', ...cited('late') },
    ],
  };
  const scenario = heldAs(figure, {
    positions: { all: demand('families', line('>=', held)), few: demand('guards', line('<=', 12)) },
    offers: { eleven: { by: [], terms: { free: 11 }, ...cited('early') } },
  });

  it('excludes nothing before that day, as assessing has it', async () => {
    const [before, after] = [{ asOf: '2030-02-01' }, { asOf: '2030-03-01' }];
    expect(assess(scenario, 'eleven', before).verdicts.map(({ verdict }) => verdict)).toEqual(['met', 'met']);
    expect(await ofConflicts(scenario, before)).toEqual([]);
    expect(await ofConflicts(scenario, after)).toEqual([['few,all', false]]);
    const given = await findConcessions(scenario, before);
    expect(given.coalitions[0]?.concessions.map(({ positions }) => positions)).toEqual([[]]);
    expect((await zopa(scenario, before)).coalitions[0]?.spans.at(-1)).toEqual({ path: 'free', least: 10, most: 12 });
    expect((await bridge(scenario, 'eleven', before)).coalitions[0]?.bridges[0]?.changes).toEqual([]);
  });

  it('makes for no conflict in talks of that day which have an agreement', async () => {
    const talks = openTalks(scenario, { asOf: '2030-02-01', start: 'talks' });
    talks.do({ type: 'offer.tabled', offer: 'eleven' });
    expect(talks.state).toBe('talks.agreedInPrinciple');
    const { underReadings } = await explain(talks);
    expect(underReadings[0]?.conflicts.conflicts).toEqual([]);
    expect(underReadings[0]?.bridges[0]?.bridge?.changes).toEqual([]);
  });

  it('is not known at all where no report had appeared', async () => {
    expect(await ofConflicts(scenario, { asOf: '2029-12-31' })).toEqual([]);
    const unknown = heldAs(
      { readings: [{ value: 10, basis: 'reported', ...cited('late') }] },
      {
        positions: { all: demand('families', line('>=', held)) },
      },
    );
    expect(await ofConflicts(unknown, { asOf: '2030-02-01' })).toEqual([['all', false]]);
    expect(await ofConflicts(unknown)).toEqual([]);
  });
});

it('lines in calendar months that an offer worded in them meets are no conflict', async () => {
  const inMonths = (op: string) => ({ kind: 'length', op, line: 2, unit: 'months' });
  const scenario = heldAs(10, {
    space: { days: 400 },
    positions: { long: demand('families', inMonths('>=')), short: demand('guards', inMonths('<=')) },
    offers: { two: { by: [], length: months(2), ...cited('early') } },
  });
  expect(assess(scenario, 'two').verdicts.map(({ verdict }) => verdict)).toEqual(['met', 'met']);
  expect(await ofConflicts(scenario)).toEqual([]);
});
