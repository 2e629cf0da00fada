import { defineScenario } from 'sticking-points';
import {
  findConcessions,
  findConflicts,
  sayConcession,
  sayConflict,
  sayProof,
  type Proof,
} from 'sticking-points/analysis';
import { gaza2024 } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { prove } from '../../src/analysis/proof.js';

const cite = { source: 'post', attribution: 'party-source', by: 'a delegate' } as const;

const canal = defineScenario({
  id: 'canal',
  basis: 'reported',
  sources: { post: { outlet: 'The Post', date: '2030-05-01', dateBasis: 'inferred', because: 'By its contents.' } },
  parties: { upper: { label: 'Upper' }, lower: { label: 'Lower valleys' } },
  space: { days: 100, phases: 2 },
  counts: { barges: { label: 'barges there are', figure: 40 } },
  terms: {
    water: { kind: 'quantity', unit: 'units', step: 0.5, bounds: { most: 900 } },
    gate: { kind: 'flag' },
    lock: { kind: 'flag' },
    toll: {
      kind: 'choice',
      scope: 'phase',
      options: { none: 'no toll', half: 'in part', full: 'in full' },
      ordered: true,
    },
  },
  positions: {
    more: {
      party: 'lower',
      rigidity: 'demand',
      citations: [cite],
      condition: { kind: 'compare', of: 'water', op: '>=', line: 500.5 },
    },
    less: {
      party: 'upper',
      rigidity: 'demand',
      citations: [cite],
      condition: { kind: 'compare', of: 'water', op: '<', line: 500.5 },
    },
    short: { party: 'upper', rigidity: 'demand', condition: { kind: 'length', op: '<=', line: 2, unit: 'weeks' } },
    long: { party: 'lower', rigidity: 'demand', condition: { kind: 'length', op: '>', line: 2, unit: 'weeks' } },
    'no-gate': { party: 'upper', rigidity: 'demand', condition: { kind: 'flag', of: 'gate', is: false } },
    gate: { party: 'lower', rigidity: 'red line', condition: { kind: 'flag', of: 'gate', is: true } },
    free: { party: 'lower', rigidity: 'demand', condition: { kind: 'choice', of: 'toll', in: 1, is: ['none'] } },
    paid: {
      party: 'upper',
      rigidity: 'demand',
      condition: { kind: 'choice', of: 'toll', in: 1, is: ['half', 'full'] },
    },
  },
});

async function saidOf(scenario = canal, ids: readonly string[] = []) {
  const { conflicts } = await findConflicts(scenario);
  const one = conflicts.find(({ positions }) => ids.every((id) => positions.includes(id)));
  if (!one) throw new RangeError(`There is no conflict of ${ids.join()}.`);
  return sayConflict(scenario, one);
}

describe('saying a conflict', () => {
  it('gives figures in the unit of their term, with outlet, date and on whose word', async () => {
    expect(await saidOf(canal, ['more', 'less'])).toBe(
      'No offer meets both “water: less than 500.5 units” (Upper; post: The Post, 2030-05-01 (date inferred), a delegate) ' +
        'and “water: at least 500.5 units” (Lower valleys; post: The Post, 2030-05-01 (date inferred), a delegate). ' +
        'Water would have to be at least 500.5 units for “water: at least 500.5 units” (Lower valleys), ' +
        'and at most 500 units for “water: less than 500.5 units” (Upper).',
    );
  });

  it('gives lengths in days', async () => {
    expect(await saidOf(canal, ['short', 'long'])).toContain(
      'The whole length would have to be at least 15 days for “length: more than 2 weeks” (Lower valleys), ' +
        'and at most 14 days for “length: at most 2 weeks” (Upper).',
    );
  });

  it('says what is so and not so', async () => {
    expect(await saidOf(canal, ['gate', 'no-gate'])).toContain(
      'Gate would have to be part of the deal for “gate: yes” (Lower valleys), and no part of it for “gate: no” (Upper).',
    );
  });

  it('says of a choice which options each leaves', async () => {
    expect(await saidOf(canal, ['free', 'paid'])).toContain(
      'Of the options of “toll in phase 1”, “toll in phase 1: in part or in full” (Upper) leaves “in part” or “in full”; ' +
        '“toll in phase 1: no toll” (Lower valleys) leaves “no toll”; none is left to all of them.',
    );
  });

  it('takes sources by id alone where they are listed beside', async () => {
    const { conflicts } = await findConflicts(gaza2024());
    expect(conflicts.map((one) => sayConflict(gaza2024(), one, { sources: 'by id' }))[0]).toMatch(
      /^No offer meets both “a complete ceasefire” \(Hamas; S1\) and “a temporary ceasefire only” \(Israel; S1 S3\)\. Of/,
    );
  });

  it('says of a conflict by an invariant that this is nobody’s position', async () => {
    const readings = { 'HA-endOfWar': 'a' };
    const { conflicts } = await findConflicts(gaza2024(), { readings });
    const said = conflicts.map((one) => sayConflict(gaza2024(), one, { readings }));
    expect(said[1]).toContain("(asked of every deal, no party's position)");
    expect(said[1]).toContain(
      '“an agreed end of the war” (Hamas; S2: CNN, 2024-01-26, an official familiar with the talks)',
    );
  });

  it('says so where it rests on a line that is not known exactly', async () => {
    const vague = defineScenario({
      id: 'vague',
      parties: { a: {}, b: {} },
      counts: {
        held: {
          label: 'held',
          figure: {
            readings: [
              { value: 4, basis: 'assumed' },
              { value: 8, basis: 'assumed' },
            ],
          },
        },
      },
      terms: { x: { kind: 'quantity', unit: 'u', bounds: { most: 10 } } },
      positions: {
        all: {
          party: 'a',
          title: 'all',
          rigidity: 'demand',
          condition: { kind: 'compare', of: 'x', op: '>=', line: { wording: 'all', of: { count: 'held' } } },
        },
        few: {
          party: 'b',
          title: 'few',
          rigidity: 'demand',
          condition: { kind: 'compare', of: 'x', op: '<=', line: 6 },
        },
      },
    });
    expect(await saidOf(vague, ['all', 'few'])).toMatch(/a line that is not known exactly/);
  });
});

describe('saying a proof', () => {
  it('has figures that JSON knows: nothing is never minus nothing', () => {
    const linear = (times: number, least: number) => ({ kind: 'linear', sum: [{ of: 'x', times }], least }) as const;
    const proof = prove(
      [{ name: 'x', least: 0, most: 1 }],
      [
        { formula: linear(-1, 0), ground: { claim: 'never' } },
        { formula: linear(1, 1), ground: { claim: 'so' } },
      ],
    );
    expect(proof).toMatchObject({ atMost: { figure: 0 } });
    expect(proof).toEqual(JSON.parse(JSON.stringify(proof)));
  });

  it('goes through its cases', async () => {
    const either = (p: boolean, q: boolean) =>
      ({
        kind: 'any',
        of: [
          { kind: 'flag', of: 'gate', is: p },
          { kind: 'flag', of: 'lock', is: q },
        ],
      }) as const;
    const position = (party: 'a' | 'b', title: string, p: boolean, q: boolean) =>
      ({ party, title, rigidity: 'demand', condition: either(p, q) }) as const;
    const four = defineScenario({
      id: 'four',
      parties: { a: {}, b: {} },
      terms: { gate: { kind: 'flag' }, lock: { kind: 'flag' } },
      positions: {
        p: position('a', 'P', true, true),
        q: position('a', 'Q', true, false),
        r: position('b', 'R', false, true),
        s: position('b', 'S', false, false),
      },
    });
    const said = await saidOf(four, ['p', 'q', 'r', 's']);
    expect(said).toMatch(/^No offer meets together “P” \(a; the line itself assumed\), .* and “S” \(b;/);
    expect(said).toContain(
      'There are 2 cases, and no offer in any of them. (1) by the first of 2 ways to meet “P” (a), with “gate”: ',
    );
    expect(said).toContain(' (2) by the second of 2 ways to meet “P” (a), with “lock”: ');
  });

  it('says what each way to a score’s threshold asks, and that some of its stretches never reach it', async () => {
    const score = (at0: number, at50: number, at100: number, threshold: number) => {
      const points = [at0, at50, at100].map((worth, i) => ({ at: 50 * i, worth }));
      return { because: 'To try.', threshold, parts: [{ of: 'water' as const, points }] };
    };
    const scored = defineScenario({
      id: 'scored',
      parties: { a: {}, b: {} },
      terms: { water: { kind: 'quantity', unit: 'units', step: 5, bounds: { most: 100 } } },
      positions: {},
      scores: { a: score(20, 10, 0, 8), b: score(0, 0, 20, 12) },
    });
    const said = await saidOf(scored);
    expect(said).toContain('There are 4 cases, and no offer in any of them.');
    expect(said).toContain(
      '(2) by the second of 4 ways to meet “a deal worth 12 to it” (b), water from 0 units to 50 units: ' +
        '“a deal worth 12 to it” (b) asks: a deal worth 12 to it. No offer has that.',
    );
    expect(said).toContain(
      '(3) by the third of 4 ways to meet “a deal worth 12 to it” (b), water from 80 units to 100 units: ' +
        '“a deal worth 8 to it” (a) asks: a deal worth 8 to it.',
    );
  });

  it('speaks of what falls up to a phase as one figure', async () => {
    const upTo2 = { upTo: 2 } as const;
    const phased = defineScenario({
      id: 'phased',
      parties: { a: {}, b: {} },
      space: { phases: 3, days: 600 },
      terms: {
        boats: { kind: 'quantity', unit: 'boats', scope: 'phase', bounds: { most: 900 } },
        nets: { kind: 'quantity', unit: 'nets', scope: 'phase', bounds: { most: 900 } },
      },
      positions: {
        long: {
          party: 'a',
          rigidity: 'demand',
          condition: { kind: 'length', in: upTo2, op: '>=', line: 175, unit: 'days' },
        },
        third: {
          party: 'a',
          rigidity: 'demand',
          condition: { kind: 'length', in: 3, op: '>=', line: 30, unit: 'days' },
        },
        short: { party: 'b', rigidity: 'demand', condition: { kind: 'length', op: '<=', line: 200, unit: 'days' } },
        boats: {
          party: 'a',
          rigidity: 'demand',
          condition: { kind: 'compare', of: 'boats', in: upTo2, op: '>=', line: 40 },
        },
        rate: {
          party: 'a',
          rigidity: 'demand',
          condition: { kind: 'ratio', of: 'nets', per: 'boats', in: upTo2, op: '>=', line: 8 },
        },
        nets: {
          party: 'b',
          rigidity: 'demand',
          condition: { kind: 'compare', of: 'nets', in: upTo2, op: '<=', line: 300 },
        },
      },
    });
    expect(await saidOf(phased, ['long'])).toContain(
      'The length up to phase 2 would have to be at least 175 days for “length up to phase 2: at least 175 days” (a), ' +
        'and at most 170 days for “length in phase 3: at least 30 days” (a) and “length: at most 200 days” (b).',
    );
    expect(await saidOf(phased, ['rate'])).toContain(
      'Nets up to phase 2 would have to be at least 320 nets for “boats up to phase 2: at least 40 boats” (a) and ' +
        '“nets per boats up to phase 2: at least 8” (a), and at most 300 nets for “nets up to phase 2: at most 300 nets” (b).',
    );
  });

  it('has words for every kind of step', () => {
    const of = { claim: 'more' } as const;
    const end = (figure: number) => ({ figure, from: [] });
    const crossing = (name: string, low = 1, high = 0): Proof => ({
      kind: 'crossing',
      of: name,
      atLeast: end(low),
      atMost: end(high),
    });
    expect(sayProof(canal, { kind: 'searched' })).toMatch(/^More cases than anybody would read aloud/);
    expect(sayProof(canal, crossing('phases', 2, 1))).toBe(
      'The number of phases would have to be at least 2 phases for the offer space itself, and at most 1 phase for the offer space itself.',
    );
    expect(sayProof(canal, crossing('phase@2'))).toMatch(/^Phase 2 would have to be part of the deal/);
    expect(sayProof(canal, crossing('length@2', 3, 1))).toMatch(
      /^The length of phase 2 would have to be at least 3 days .* at most 1 day/,
    );
    expect(sayProof(canal, crossing('count barges', 50, 40))).toMatch(
      /^Barges there are would have to be at least 50 /,
    );
    expect(sayProof(canal, crossing('toll@2=half'))).toBe(
      'Of toll in phase 2, “in part” would have to be chosen for the offer space itself, and not chosen for the offer space itself.',
    );
    const cases: Proof = {
      kind: 'cases',
      cases: [
        { where: { unknown: 'water', least: 1, most: 4 }, proof: crossing('gate') },
        { where: { unknown: 'water', least: 5, most: 5 }, proof: { kind: 'none left', for: [of], from: [of] } },
        { where: { unknown: 'lock', least: 1, most: 1 }, proof: { kind: 'searched' } },
        { where: { unknown: 'lock', least: 0, most: 0 }, proof: { kind: 'searched' } },
        { where: { of, part: 11, parts: 12, asks: { kind: 'and', of: [] } }, proof: { kind: 'searched' } },
      ],
    };
    const said = sayProof(canal, cases);
    expect(said).toContain('(1) with water from 0.5 units to 2 units: Gate would');
    expect(said).toContain(
      '(2) with water 2.5 units: “water: at least 500.5 units” (Lower valleys) asks: water: at least 500.5 units. No offer has that.',
    );
    expect(said).toContain('(3) with “lock”: More');
    expect(said).toContain('(4) without “lock”: More');
    expect(said).toContain('(5) by the 11th of 12 ways to meet “water: at least 500.5 units” (Lower valleys): More');
  });
});

describe('saying a concession', () => {
  it('names what would be given up with its sources, and a deal that is nobody’s', async () => {
    const { coalitions } = await findConcessions(gaza2024(), { most: 1 });
    const [first] = coalitions[0]?.concessions ?? [];
    const said = first ? sayConcession(gaza2024(), first, { sources: 'by id' }) : '';
    expect(said).toBe(
      'Without “a complete ceasefire” (Hamas; S1), “an end of the war, or talks on it” (Hamas; S0 S2) and ' +
        '“complete withdrawal” (Hamas; S0 S1 S3), a deal can meet all other red lines and demands of those whose ' +
        'acceptance makes an agreement. One such deal, worked out here and proposed by nobody: ceasefire: a pause; ' +
        'end of the war: no talks on ending the war; withdrawal of Israeli troops from Gaza: no withdrawal; in phase 1, ' +
        'prisoners released: 1,500 persons, prisoners released (other prisoners): 1,500 persons.',
    );
  });

  it('says of one set of parties alone that it does not speak of what others ask', async () => {
    const catches = (op: '>=' | '<=', n: number) => ({ kind: 'compare', of: 'catch', op, line: n }) as const;
    const quota = defineScenario({
      id: 'quota',
      parties: { a: {}, b: {}, c: {} },
      terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } } },
      agreement: { rule: 'quota', of: ['a', 'b', 'c'], needed: 2, vetoes: ['a'] },
      positions: {
        least: { party: 'a', rigidity: 'demand', condition: catches('>=', 40) },
        more: { party: 'b', rigidity: 'demand', condition: catches('>=', 60) },
        cap: { party: 'c', rigidity: 'demand', condition: catches('<=', 50) },
      },
    });
    const { coalitions } = await findConcessions(quota);
    expect(coalitions.map(({ parties }) => parties)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
    for (const { concessions } of coalitions) {
      for (const given of concessions) {
        expect(sayConcession(quota, given)).toMatch(
          /^Nothing has to be given up: a deal can meet all red lines and demands of one set of parties whose acceptance makes an agreement\./,
        );
      }
    }
  });

  it('says so where nothing has to be given up', async () => {
    const lake = defineScenario({ id: 'lake', parties: { a: {} }, terms: { x: { kind: 'flag' } }, positions: {} });
    const { coalitions } = await findConcessions(lake);
    expect(coalitions.flatMap((one) => one.concessions.map((given) => sayConcession(lake, given)))).toEqual([
      'Nothing has to be given up: a deal can meet all red lines and demands of those whose acceptance makes an agreement.',
    ]);
  });
});
