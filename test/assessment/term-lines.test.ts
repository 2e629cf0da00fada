import fc from 'fast-check';
import {
  defineScenario,
  judge,
  readDeal,
  settingOf,
  termFigures,
  termLines,
  weeks,
  type Condition,
  type Scenario,
} from 'sticking-points';
import { conditions, offers, scenarios } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { inBrief } from '../laws/in-brief.js';
import { few, runs } from '../laws/runs.js';
import { PLAIN } from '../support/plain.js';

const base = {
  parties: { north: {}, south: {} },
  terms: {
    catch: { kind: 'quantity', unit: 'tonnes', scope: 'phase', step: 5, categories: { cod: 'cod', eel: 'eels' } },
    fee: { kind: 'quantity', unit: 'crowns' },
    calm: { kind: 'flag' },
    zone: { kind: 'choice', ordered: true, options: { coast: 'coast', shared: 'shared', open: 'open' } },
  },
  counts: { boats: { label: 'boats' } },
  space: { phases: { least: 1, most: 3 } },
} as const;

/** A scenario of one position, whose condition this is. */
function holding(condition: unknown): Scenario {
  return defineScenario({
    id: 'line',
    ...base,
    positions: { held: { party: 'north', title: 'held', rigidity: 'demand', condition: condition as never } },
  });
}

const compare = (op: string, line: unknown, more: object = {}) => ({ kind: 'compare', of: 'fee', op, line, ...more });
const calm = { kind: 'flag', of: 'calm', is: true };
const zone = (...is: string[]) => ({ kind: 'choice', of: 'zone', is });
const rank = (op: string, option: string) => ({ kind: 'rank', of: 'zone', op, option });
const ratio = { kind: 'ratio', of: 'fee', per: 'catch', op: '>=', line: 2 };
const not = (of: unknown) => ({ kind: 'not', of });
const all = (...of: unknown[]) => ({ kind: 'all', of });
const any = (...of: unknown[]) => ({ kind: 'any', of });

const AT_LEAST = { of: 'fee', figures: { least: 40 }, alone: true };
const CALM = { of: 'calm', options: ['yes'], alone: true };

describe('what a position asks of a term', () => {
  it.each([
    ['a lower line', compare('>=', 40), [AT_LEAST]],
    ['one to be passed', compare('>', 40), [AT_LEAST]],
    ['an upper line', compare('<=', 40), [{ of: 'fee', figures: { most: 40 }, alone: true }]],
    ['an upper line to stay under', compare('<', 40), [{ of: 'fee', figures: { most: 40 }, alone: true }]],
    ['one figure', compare('=', 40), [{ of: 'fee', figures: { least: 40, most: 40 }, alone: true }]],
    ['a lower line denied', not(compare('>=', 40)), [{ of: 'fee', figures: { most: 40 }, alone: true }]],
    ['an upper line denied', not(compare('<=', 40)), [AT_LEAST]],
    ['an upper line to stay under, denied', not(compare('<', 40)), [AT_LEAST]],
    ['a lower line to be passed, denied', not(compare('>', 40)), [{ of: 'fee', figures: { most: 40 }, alone: true }]],
    ['one figure denied', not(compare('=', 40)), [{ of: 'fee', alone: true }]],
    ['denied twice', not(not(compare('>=', 40))), [AT_LEAST]],
    ['a line of a phase', compare('>=', 40, { of: 'catch/cod', in: 2 }), [{ ...AT_LEAST, of: 'catch/cod', in: 2 }]],
    [
      'a line of phases',
      compare('>=', 40, { of: 'catch', in: { upTo: 2 } }),
      [{ ...AT_LEAST, of: 'catch', in: { upTo: 2 } }],
    ],
    [
      'more than one step',
      compare('>=', { wording: 'more than', n: 40 }, { of: 'catch' }),
      [{ of: 'catch', figures: { least: 45 }, alone: true }],
    ],
    ['a share', compare('>=', { wording: 'half of', of: { count: 'boats' } }), [{ of: 'fee', alone: true }]],
    ['a sum', compare('>=', 40, { plus: [{ of: 'catch', times: 1 }] }), [{ of: 'fee', alone: false }]],
    ['a sum of one', compare('>=', 40, { plus: [] }), [AT_LEAST]],
    ['a multiple', compare('>=', 40, { times: 2 }), []],
    ['once', compare('>=', 40, { times: 1 }), [AT_LEAST]],
    [
      'a length',
      { kind: 'length', op: '>=', line: 4, unit: 'weeks' },
      [{ of: 'length', figures: { least: 28 }, alone: true }],
    ],
    [
      'a length of a phase',
      { kind: 'length', in: 1, op: '<=', line: 4, unit: 'days' },
      [{ of: 'length', in: 1, figures: { most: 4 }, alone: true }],
    ],
    [
      'a length denied',
      not({ kind: 'length', op: '<=', line: 4, unit: 'days' }),
      [{ of: 'length', figures: { least: 4 }, alone: true }],
    ],
    ['a flag', calm, [CALM]],
    ['a flag that is not to be', { ...calm, is: false }, [{ ...CALM, options: ['no'] }]],
    ['a flag denied', not(calm), [{ ...CALM, options: ['no'] }]],
    ['a flag that is not to be, denied', not({ ...calm, is: false }), [CALM]],
    ['options', zone('open', 'coast'), [{ of: 'zone', options: ['coast', 'open'], alone: true }]],
    ['options denied', not(zone('open', 'coast')), [{ of: 'zone', options: ['shared'], alone: true }]],
    ['at least a rank', rank('>=', 'shared'), [{ of: 'zone', options: ['shared', 'open'], alone: true }]],
    ['above a rank', rank('>', 'shared'), [{ of: 'zone', options: ['open'], alone: true }]],
    ['at most a rank', rank('<=', 'shared'), [{ of: 'zone', options: ['coast', 'shared'], alone: true }]],
    ['below a rank', rank('<', 'shared'), [{ of: 'zone', options: ['coast'], alone: true }]],
    ['a rank denied', not(rank('>=', 'shared')), [{ of: 'zone', options: ['coast'], alone: true }]],
    ['all of several', all(compare('>=', 40), calm), [AT_LEAST, CALM]],
    [
      'any of several',
      any(compare('>=', 40), calm),
      [
        { ...AT_LEAST, alone: false },
        { ...CALM, alone: false },
      ],
    ],
    [
      'not any of several',
      not(any(calm, zone('open'))),
      [
        { ...CALM, options: ['no'] },
        { of: 'zone', options: ['coast', 'shared'], alone: true },
      ],
    ],
    [
      'not all of several',
      not(all(calm, calm)),
      [
        { of: 'calm', options: ['no'], alone: false },
        { of: 'calm', options: ['no'], alone: false },
      ],
    ],
    ['all of any', all(any(calm, calm), calm), [{ ...CALM, alone: false }, { ...CALM, alone: false }, CALM]],
    [
      'any of all',
      any(all(calm), zone('open')),
      [
        { ...CALM, alone: false },
        { of: 'zone', options: ['open'], alone: false },
      ],
    ],
    [
      'what follows from something',
      { kind: 'ifThen', if: calm, then: compare('>=', 40) },
      [
        { of: 'calm', options: ['no'], alone: false },
        { ...AT_LEAST, alone: false },
      ],
    ],
    [
      'that it does not follow',
      not({ kind: 'ifThen', if: calm, then: compare('>=', 40) }),
      [
        { of: 'calm', options: ['yes'], alone: false },
        { of: 'fee', figures: { most: 40 }, alone: false },
      ],
    ],
    ['a line beside a ratio', all(compare('>=', 40), ratio), [{ ...AT_LEAST, alone: false }]],
    [
      'a line beside an order in time',
      all(calm, { kind: 'before', first: 'catch', then: 'catch/cod' }),
      [{ ...CALM, alone: false }],
    ],
    ['a line beside what nothing meets', all(any(), calm), [{ ...CALM, alone: false }]],
    [
      'a line beside a multiple',
      not(any(not(calm), not(compare('>=', 40, { times: 2 })))),
      [{ ...CALM, alone: false }],
    ],
    ['a ratio', { kind: 'ratio', of: 'fee', per: 'catch', op: '>=', line: 2 }, []],
    ['an order in time', { kind: 'before', first: 'catch', then: 'catch/cod' }, []],
  ] as const)('%s', (_, condition, lines) => {
    const said = termLines(holding(condition));
    expect(
      said.map(({ of, in: where, figures, options, alone }) => ({
        of,
        ...(where !== undefined && { in: where }),
        ...(figures && { figures }),
        ...(options && { options }),
        alone,
      })),
    ).toEqual(lines);
  });
});

describe('the lines of a position', () => {
  const scenario = defineScenario({
    id: 'lines',
    ...base,
    sources: { wire: { outlet: 'the wire', date: '2030-01-10' } },
    positions: {
      fair: {
        party: 'south',
        title: 'a fair fee',
        rigidity: 'red line',
        readings: {
          low: { title: 'a low fee', condition: { kind: 'compare', of: 'fee', op: '<=', line: 10 }, basis: 'assumed' },
          lower: {
            condition: { kind: 'compare', of: 'fee', op: '<=', line: 5 },
            citations: [{ source: 'wire', attribution: 'on-record' }],
          },
        },
      },
    },
  });

  it('are those of each of its readings, with what each rests on', () => {
    const held = { of: 'fee', position: 'fair', party: 'south', rigidity: 'red line', alone: true };
    const cited = scenario.positions['fair']!.readings[1]!;
    expect(termLines(scenario)).toEqual([
      { ...held, reading: 'low', title: 'a low fee', figures: { most: 10 }, basis: 'assumed', citations: [] },
      {
        ...held,
        reading: 'lower',
        title: 'a fair fee',
        figures: { most: 5 },
        basis: cited.basis,
        citations: cited.citations,
      },
    ]);
    expect(cited.citations).toHaveLength(1);
  });

  it('are those of the readings that are known, where these are given', () => {
    const later = termLines(scenario, (id) => scenario.positions[id]!.readings.slice(1));
    expect(later.map((line) => line.reading)).toEqual(['lower']);
  });
});

describe('what an offer says of a term', () => {
  const scenario = defineScenario({
    id: 'figures',
    ...base,
    positions: {},
    offers: {
      first: {
        length: weeks(6),
        terms: {
          fee: { value: { wording: 'at least', n: 40 }, basis: 'inferred', because: 'As before.' },
          calm: false,
          zone: { oneOf: ['coast', 'open'] },
        },
        phases: [
          { length: weeks(2), terms: { catch: { wording: 'more than', n: 10 }, 'catch/cod': { wording: 'half of' } } },
          { terms: { 'catch/eel': { readings: [5, { wording: 'less than', n: 10 }] } } },
        ],
      },
      vague: { terms: { fee: { unsettled: 'on the agenda' }, calm: true } },
    },
  });

  it('comes with its place, and reading by reading', () => {
    const said = termFigures(scenario, scenario.offers['first']!);
    expect(
      said.map(({ offer, of, in: where, figures, options, basis }) => [offer, of, where, figures ?? options, basis]),
    ).toEqual([
      ['first', 'length', undefined, { least: 42, most: 42 }, 'assumed'],
      ['first', 'fee', undefined, { least: 40 }, 'inferred'],
      ['first', 'calm', undefined, ['no'], 'assumed'],
      ['first', 'zone', undefined, ['coast', 'open'], 'assumed'],
      ['first', 'length', 1, { least: 14, most: 14 }, 'assumed'],
      ['first', 'catch', 1, { least: 15 }, 'assumed'],
      ['first', 'catch/cod', 1, undefined, 'assumed'],
      ['first', 'catch/eel', 2, { least: 5, most: 5 }, 'assumed'],
      ['first', 'catch/eel', 2, { most: 5 }, 'assumed'],
    ]);
    expect(said[1]?.value).toEqual({ wording: 'at least', n: 40 });
  });

  it('leaves out what is left open', () => {
    const said = termFigures(scenario, scenario.offers['vague']!);
    expect(said.map(({ of, options }) => [of, options])).toEqual([['calm', ['yes']]]);
  });
});

describe('a line that is all a position asks', () => {
  /** A line and a mark of one term in one place, from a position and a full offer, and whether the position is met. */
  const cases = scenarios(PLAIN).chain((scenario) =>
    fc.tuple(
      fc.constant(scenario),
      conditions(scenario, { lines: 'single' }),
      offers(scenario, { known: 'full', absences: false }),
    ),
  );

  it('holds the mark of an offer exactly where the offer meets it', () => {
    let [met, unmet] = [0, 0];
    fc.assert(
      fc.property(cases, ([scenario, condition, offer]) => {
        const reading = { id: 'only', condition, basis: 'assumed', citations: [] } as const;
        const position = { id: 'p', party: 'north', title: 'p', rigidity: { value: 'demand' }, readings: [reading] };
        const lines = termLines({ terms: scenario.terms, positions: { p: position as never } });
        const [line] = lines;
        if (lines.length !== 1 || !line?.alone || typeof line.in === 'object' || isStrict(condition)) return;
        const marks = termFigures(scenario, offer).filter((m) => m.of === line.of && m.in === line.in);
        const [mark] = marks;
        if (marks.length !== 1 || !mark) return;
        const { verdict } = judge(condition, readDeal(settingOf(scenario), offer));
        const holds =
          line.options && mark.options
            ? mark.options.every((option) => line.options?.includes(option))
            : line.figures && mark.figures
              ? (mark.figures.least ?? 0) >= (line.figures.least ?? -Infinity) &&
                (mark.figures.most ?? 0) <= (line.figures.most ?? Infinity)
              : undefined;
        if (holds === undefined) return;
        expect(verdict, inBrief(scenario, condition, offer)).toBe(holds ? 'met' : 'unmet');
        if (holds) met++;
        else unmet++;
      }),
      runs(1_000),
    );
    expect(met).toBeGreaterThan(few(25));
    expect(unmet).toBeGreaterThan(few(25));
  });
});

/** Whether something in it has to pass its line, or is worded in months: a span holds its ends, and is in days. */
function isStrict(condition: Condition): boolean {
  return /"op":"[<>]"|"kind":"not"|"months"/.test(JSON.stringify(condition));
}
