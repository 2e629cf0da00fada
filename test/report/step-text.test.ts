import { assess, checkScenario, defineScenario, days, inferred, months, reported, weeks } from 'sticking-points';
import { headline, stepText } from 'sticking-points/report';
import { describe, expect, it } from 'vitest';

const cite = { source: 'post', attribution: 'on-record' } as const;

const scenario = defineScenario({
  id: 'canal',
  basis: 'reported',
  sources: { post: { outlet: 'The Post', date: '2030-05-01' } },
  parties: { upper: { label: 'Upper' }, lower: { label: 'Lower valleys' } },
  space: { days: 5000 },
  counts: { barges: { label: 'barges there are' } },
  terms: {
    water: { kind: 'quantity', unit: 'units', bounds: { most: 900 } },
    power: { kind: 'quantity', unit: 'units', bounds: { most: 900 } },
    boats: { kind: 'quantity', unit: 'boats', bounds: { most: 900 } },
    gate: { kind: 'flag' },
  },
  positions: {
    long: { party: 'upper', rigidity: 'demand', condition: { kind: 'length', op: '>=', line: 7, unit: 'weeks' } },
    cap: { party: 'upper', rigidity: 'demand', condition: { kind: 'compare', of: 'water', op: '<=', line: 20 } },
    ratio: {
      party: 'upper',
      rigidity: reported('red line', cite),
      condition: { kind: 'ratio', of: 'water', per: 'power', op: '>=', line: 10 },
    },
    twice: {
      party: 'lower',
      title: 'more water',
      rigidity: 'demand',
      readings: {
        less: { condition: { kind: 'compare', of: 'water', op: '>=', line: 40 } },
        more: { condition: { kind: 'compare', of: 'water', op: '>=', line: 500 } },
      },
    },
    either: {
      party: 'lower',
      title: 'a gate where there is water',
      rigidity: 'demand',
      basis: 'assumed',
      condition: {
        kind: 'ifThen',
        if: { kind: 'compare', of: 'water', op: '>=', line: 20 },
        then: { kind: 'flag', of: 'gate', is: true },
      },
    },
    fleet: {
      party: 'lower',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'boats', op: '>=', line: { wording: 'all', of: { count: 'barges' } } },
    },
  },
  offers: {
    first: { length: weeks(6), terms: { water: 30, power: 0, gate: false, boats: 5 } },
    months: { phases: [{ length: months(1) }] },
    guessed: { length: days(10), terms: { water: { value: 30, basis: 'assumed' } } },
    inferredOnly: { terms: { water: inferred(30, 'The sluice holds that much.') } },
  },
});

const text = (offer: string) => stepText(scenario, assess(scenario, offer), { width: 300 }).replace(/\s+/g, ' ');

describe('a step in words', () => {
  it('gives a length its own unit, and says over where a figure is too high', () => {
    expect(text('first')).toContain('7 days short');
    expect(text('first')).toContain('10 over');
  });

  it('gives every reading its shortfall', () => {
    expect(text('first')).toContain('10 short in one reading, 470 short in another');
  });

  it('names what each fact is of where several stand together, and where a ratio has none', () => {
    expect(text('first')).toContain('water: 30 units, gate: no');
    expect(text('first')).toContain('power: 0 units');
  });

  it('says that a count is missing where the offer’s own figure is known', () => {
    expect(text('first')).toContain('barges there are: not reported');
  });

  it('marks what is assumed, with a reason or without', () => {
    expect(text('guessed')).toContain('10 over (assumed)');
    expect(text('inferredOnly')).toContain('inferred: The sluice holds that much.');
    expect(text('first')).toContain('the line itself is assumed');
  });

  it('says of which positions it is assumed how firm they are, where it is not so of all', () => {
    const said = /how firm these are is not reported: (.*) answers by position/.exec(text('first'))?.[1] ?? '';
    for (const title of ['more water (assumed)', 'water: at most 20 units (assumed)']) expect(said).toContain(title);
    expect(said).not.toContain('per power');
  });

  it('compares months with months in a deal of one phase', () => {
    const verdict = (line: number) =>
      assess({ ...scenario, positions: { p: { ...scenario.positions['long']!, readings: [reading(line)] } } }, 'months')
        .verdicts[0]?.verdict;
    const reading = (line: number) => ({
      ...scenario.positions['long']!.readings[0]!,
      condition: { kind: 'length', op: '>=', line, unit: 'months' } as const,
    });
    expect([verdict(1), verdict(2)]).toEqual(['met', 'unmet']);
  });

  it('forms the possessive of a plural, and wraps a long heading', () => {
    expect(headline(scenario, assess(scenario, 'first'))).toContain("of Lower valleys' 3 demands");
    const lines = stepText(scenario, assess(scenario, 'first'), { width: 60 }).split('\n');
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
  });
});

describe('a fault over hostile text', () => {
  it('holds nothing that a terminal would obey, and quotes no novel', () => {
    const result = checkScenario({
      id: 'x',
      parties: { a: {} },
      terms: {},
      positions: {
        p: {
          party: 'a',
          rigidity: 'demand',
          condition: { kind: 'flag', of: `\u001b[2J\u202e${'x'.repeat(3000)}`, is: true },
        },
      },
      '\u001b[2J': 1,
    });
    const messages = result.ok ? [] : result.faults.map((f) => f.message);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      for (const obeyed of ['\u001b', '\u202e']) expect(message).not.toContain(obeyed);
      expect(message.length).toBeLessThan(400);
    }
  });
});
