import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import {
  about,
  ambiguous,
  assumed,
  checkOffer,
  defineScenario,
  inferred,
  remaining,
  reported,
  shareOf,
  some,
  weeks,
  worded,
  type Offer,
  type Result,
  type Scenario,
} from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { offers } from 'sticking-points/testing';
import { dealCode } from '../../../src/testing/print/deal-code.js';
import { runs } from '../../laws/runs.js';
import { drawnScenarios, WRITTEN } from '../../support/scenarios.js';
import { evaluated } from './evaluated.js';

const gaza = gaza2024();

/** What the code comes to where the scenario is at hand; it must be an offer. */
function again(code: string, scenario: Scenario): Offer {
  // Whatever `checkOffer` returns.
  const deal = evaluated(code, 'deal', { scenario }) as Result<Offer>;
  if (!deal.ok) throw new Error(JSON.stringify(deal.faults));
  return deal.value;
}

const lake = defineScenario({
  id: 'lake',
  basis: 'reported',
  sources: { wire: { outlet: 'the wire', date: '2030-01-10' }, weekly: { outlet: 'the weekly', date: '2030-01-20' } },
  parties: { north: {}, south: {} },
  terms: {
    catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 }, categories: { perch: 'perch', pike: 'pike' } },
    observer: { kind: 'flag' },
    'gear-1': { kind: 'choice', options: { net: 'nets', rod: 'rods' } },
  },
  counts: { held: { figure: 12 } },
  space: { phases: { least: 1, most: 2 } },
  positions: {},
  exchange: { rate: { of: 'catch', per: 'catch/pike' } },
  offers: { first: {} },
});

/** An offer in which everything is said that an offer can say, each in the way that is furthest from the plain one. */
const everything = checkOffer(lake, 'every', {
  label: 'every way',
  standing: 'draft',
  by: inferred(['north'], 'Who else?'),
  to: ['south'],
  put: { words: 'in January', latest: '2030-01', basis: 'reported' },
  basis: 'inferred',
  because: 'Read from the map.',
  citations: [{ source: 'wire', attribution: 'narrator' }],
  reported: '2030-01-12',
  related: [{ how: 'answer to', offer: 'first', basis: 'assumed' }],
  phaseCount: { readings: [2, reported(2)] },
  length: reported(weeks(about(8, 1)), { source: 'weekly', attribution: 'on-record' }),
  terms: {
    catch: assumed(shareOf(1, 3, { count: 'held' }), 'It must be something.'),
    'catch/perch': { value: worded('a few', some()), basis: 'assumed', reported: '2030-01-15' },
    'catch/pike': { value: remaining(), basis: 'assumed', because: 'As ever.' },
    observer: { value: true, basis: 'reported' },
    'gear-1': ambiguous({ party: 'north', reading: 'nets' }, { party: 'south', reading: 'rods' }),
  },
  phases: [
    // What it rests on is what the offer rests on, but for the day.
    { length: { value: weeks(3), basis: 'inferred', because: 'Read from the map.', reported: '2030-01-15' } },
    { label: 'later', toBeNegotiated: { value: true, basis: 'reported', citations: [] } },
  ],
  barred: { rate: 'they count different fish' },
  note: 'All at once.',
});

describe('a deal as code', () => {
  it('is a draft as a modeller would write it', () => {
    const drawn: Offer = {
      ...checked(lake, 'drawn', { known: 'full', terms: { catch: 30, 'gear-1': 'net' } }),
      basis: 'reported',
    };
    expect(dealCode(drawn, lake)).toBe(
      [
        "import { checkOffer } from 'sticking-points';",
        '',
        "const deal = checkOffer(scenario, 'drawn', {",
        "  known: 'full',",
        "  terms: { catch: 30, 'gear-1': 'net' },",
        '});',
        '',
      ].join('\n'),
    );
    expect(dealCode(checked(lake, 'drawn', {}), lake)).toContain("checkOffer(scenario, 'drawn', {});");
  });

  it('comes to the offer it was printed from, on random scenarios', () => {
    const cases = drawnScenarios().chain((scenario) => fc.tuple(fc.constant(scenario), offers(scenario)));
    fc.assert(
      fc.property(cases, ([scenario, offer]) => {
        expect(again(dealCode(offer, scenario), scenario)).toEqual(offer);
      }),
      runs(300),
    );
  });

  it.each(Object.entries(WRITTEN))('comes to the offer it was printed from, on %s', (_, scenario) => {
    fc.assert(
      fc.property(offers(scenario, { absences: true }), (offer) => {
        expect(again(dealCode(offer, scenario), scenario)).toEqual(offer);
      }),
      runs(50),
    );
    for (const offer of Object.values(scenario.offers)) {
      expect(again(dealCode(offer, scenario), scenario), offer.id).toEqual(offer);
    }
  });

  it('comes to an offer that says everything in every way', async () => {
    if (!everything.ok) throw new Error(JSON.stringify(everything.faults));
    const code = dealCode(everything.value, lake);
    expect(again(code, lake)).toEqual(everything.value);
    expect(code).toMatch(/assumed\(\s*shareOf\(1, 3, \{ count: 'held' \}\),\s*'It must be something.',?\s*\)/);
    await expect(format(code, { parser: 'typescript', singleQuote: true })).resolves.toBe(code);
  });

  it('does not come to another offer', () => {
    const [one, other] = fc.sample(offers(gaza, { known: 'full' }), { numRuns: 2, seed: 7 });
    if (!one || !other) throw new Error('nothing drawn');
    const code = dealCode(one, gaza);
    expect(again(code, gaza)).not.toEqual(other);
    expect(() => evaluated(code.replace('days }', 'days, weeks }'), 'deal', { scenario: gaza })).toThrow('in vain');
    expect(() => again(code.replace('days }', 'weeks }'), gaza)).toThrow();
  });

  it('has nothing that a formatter would change', async () => {
    const drawn = fc.sample(offers(gaza), { numRuns: 30, seed: 1 });
    // Both phases would fit on one line, and a formatter would not leave them there.
    const short = checked(lake, 'short', { phases: ['a', 'b'].map((label) => ({ label, length: weeks(1) })) });
    for (const offer of [short, ...Object.values(gaza.offers), ...drawn]) {
      const code = dealCode(offer, gaza);
      await expect(format(code, { parser: 'typescript', singleQuote: true })).resolves.toBe(code);
    }
  });

  it.each([
    `it's "quoted" \\ and`,
    "'''",
    '</script>',
    '${process.exit(1)} `',
    'one\ntwo\r\nthree\u2028four',
    '*/ // /*',
    '\u202egnp\u0000\ud800',
    '__proto__',
  ])('keeps %j as it is', (hostile) => {
    const offer: Offer = {
      ...checked(lake, 'drawn', { terms: { catch: worded(hostile, some()) } }),
      label: hostile,
      note: hostile,
    };
    const code = dealCode(offer, lake);
    expect(again(code, lake)).toEqual(offer);
    for (const unseen of ['\r', '\0', '\u2028', '\u202e']) expect(code).not.toContain(unseen);
    expect(Buffer.from(code).toString()).toBe(code); // a half of a pair would be lost in a file
  });

  it('keeps any text, and ids that have to be quoted', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\\', "'", '"', '\n', '$') }),
    );
    fc.assert(
      fc.property(text, (hostile) => {
        const offer: Offer = { ...checked(lake, 'drawn', {}), note: hostile };
        expect(again(dealCode(offer, lake), lake)).toEqual(offer);
        const keyed: Offer = { ...offer, barred: Object.fromEntries([[hostile, { value: hostile, ...NOTED }]]) };
        // The scenario does not know it, and says so of just this key.
        expect(evaluated(dealCode(keyed, lake), 'deal', { scenario: lake })).toEqual(checkOffer(lake, 'drawn', keyed));
      }),
      runs(300),
    );
  });
});

const NOTED = { basis: 'reported', citations: [] } as const;

function checked(scenario: Scenario, id: string, draft: Parameters<typeof checkOffer>[2]): Offer {
  const result = checkOffer(scenario, id, draft);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}
