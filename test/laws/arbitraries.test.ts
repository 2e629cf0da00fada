import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkOffer,
  checkScenario,
  layoutOf,
  readDeal,
  readingsOf,
  settingOf,
  type Condition,
  type Offer,
  type Scenario,
} from 'sticking-points';
import { conditions, drawOffers, offers, partialOffersOf, scenarios } from 'sticking-points/testing';
import { draftOf } from '../../src/scenario/draft-of.js';
import { inSteps } from '../../src/terms/decimal.js';
import { PLAIN } from '../support/plain.js';
import { completions } from './enumerate.js';
import { runs } from './runs.js';

const ANYWHERE = { kind: 'both', of: [] } as const;

/** What each arbitrary of the testing door draws, on scenarios of its own. */
const ARBITRARIES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  scenarios: scenarios(),
  'scenarios without bounds': scenarios({ bounded: false }),
  'scenarios with awkward labels': scenarios({ labels: 'awkward' }),
  conditions: scenarios().chain((s) => conditions(s)),
  offers: scenarios().chain((s) => offers(s)),
  partialOffersOf: scenarios().chain((s) => offers(s, { known: 'full' }).chain((full) => partialOffersOf(s, full))),
  drawOffers: scenarios().chain((s) => drawOffers(s, ANYWHERE)),
};

describe('every arbitrary', () => {
  it.each(Object.entries(ARBITRARIES))('draws the same from the same seed: %s', (_, arbitrary) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [once, again] = [1, 2].map(() => fc.sample(arbitrary, { seed, numRuns: 5 }));
        expect(once).toEqual(again);
      }),
      runs(10),
    );
  });
});

describe('scenarios', () => {
  it('are accepted by checkScenario as they are drawn, so that they are so when saved and loaded', () => {
    fc.assert(
      fc.property(scenarios({ labels: 'awkward' }), (scenario) => {
        expect(checkScenario(draftOf(scenario))).toMatchObject({ ok: true });
      }),
      runs(100),
    );
  });

  it('are within their constraints', () => {
    const limits = { parties: 1, terms: 2, phases: 2, steps: 1, positions: 2 };
    fc.assert(
      fc.property(scenarios(limits), ({ parties, terms, space, positions }) => {
        expect(Object.keys(parties).length).toBeLessThanOrEqual(limits.parties);
        expect(Object.keys(terms).length).toBeLessThanOrEqual(limits.terms);
        expect(space.phases.most).toBeLessThanOrEqual(limits.phases);
        expect(Object.keys(positions).length).toBeLessThanOrEqual(limits.positions);
        for (const term of Object.values(terms)) {
          if (term.kind === 'quantity') expect((term.bounds.most ?? 0) - term.bounds.least).toBeLessThanOrEqual(5);
        }
      }),
      runs(100),
    );
  });
});

describe('offers', () => {
  const cases = scenarios({ positions: 0, bounded: false, ...PLAIN }).chain((scenario) =>
    fc.tuple(fc.constant(scenario), offers(scenario, { absences: true })),
  );

  it('fit their scenario, those of a space without bounds too', () => {
    fc.assert(
      fc.property(cases, ([scenario, offer]) => {
        expect(checkOffer(scenario, offer.id, offer)).toEqual({ ok: true, value: offer });
      }),
      runs(300),
    );
  });

  it('that are partial have a completion', () => {
    const partial = scenarios({ positions: 0, terms: 3, ...PLAIN }).chain((scenario) =>
      fc.tuple(fc.constant(scenario), offers(scenario, { known: 'partial' })),
    );
    const nothing = { kind: 'all', of: [] } as const;
    fc.assert(
      fc.property(partial, ([scenario, offer]) => {
        expect(completions(scenario, offer, nothing).next().done).toBe(false);
      }),
      runs(200),
    );
  });

  it('tell of partial ones no more than the full one they are drawn from', () => {
    const pairs = scenarios({ positions: 0, ...PLAIN }).chain((scenario) =>
      offers(scenario, { known: 'full' }).chain((full) =>
        fc.tuple(fc.constant(scenario), fc.constant(full), partialOffersOf(scenario, full)),
      ),
    );
    fc.assert(
      fc.property(pairs, ([scenario, full, partial]) => {
        const [exact, known] = [full, partial].map((o) => readDeal(settingOf(scenario), o).bounds);
        for (const [v, { name }] of layoutOf(scenario).variables.entries()) {
          if (name.startsWith('count ')) continue;
          expect(known?.least[v], name).toBeLessThanOrEqual(exact?.least[v] ?? NaN);
          expect(known?.most[v], name).toBeGreaterThanOrEqual(exact?.most[v] ?? NaN);
        }
      }),
      runs(200),
    );
  });
});

describe('hard values are reached', () => {
  type Case = readonly [Scenario, Offer];
  const cases: fc.Arbitrary<Case> = scenarios({ positions: 0, ...PLAIN }).chain((scenario) =>
    fc.tuple(fc.constant(scenario), offers(scenario)),
  );
  const drawn = fc.sample(cases, 1500);
  const full = drawn.filter(([, o]) => o.known === 'full');
  const partial = drawn.filter(([, o]) => o.known === 'partial');
  const clauses = ({ terms, phases }: Offer) =>
    [terms, ...phases.map((p) => p.terms)].flatMap((t) => Object.entries(t));
  const said = (o: Offer) => clauses(o).flatMap(([, field]) => readingsOf(field).map((r) => r.value));
  const total = ([{ terms }, o]: Case, end: 'least' | 'most') =>
    Object.entries(terms).some(([id, term]) => {
      const field = o.terms[id];
      const value = field && 'value' in field ? field.value : undefined;
      if (term.kind !== 'quantity' || term.bounds.least === term.bounds.most) return false;
      return typeof value === 'object' && 'n' in value && value.n === term.bounds[end];
    });
  const zeroRatio = ([{ exchange }, o]: Case) =>
    Object.values(exchange).some(({ per }) => {
      const field = o.terms[per];
      const value = field && 'value' in field ? field.value : undefined;
      return typeof value === 'object' && 'n' in value && value.n === 0;
    });

  it.each<readonly [string, (all: { full: readonly Case[]; partial: readonly Case[] }) => boolean]>([
    [
      'a term that is passed over in silence',
      (all) =>
        all.partial.some(([s, o]) =>
          Object.keys(s.terms).some((id) => !clauses(o).some(([path]) => path.split('/')[0] === id)),
        ),
    ],
    ['an offer that says nothing at all', (all) => all.partial.some(([, o]) => clauses(o).length === 0)],
    [
      'a range that holds figures on both sides of nothing',
      (all) =>
        all.partial.some(([, o]) =>
          said(o).some((v) => typeof v === 'object' && 'from' in v && v.from < 0 && v.to > 0),
        ),
    ],
    [
      'a range of several figures',
      (all) => all.partial.some(([, o]) => said(o).some((v) => typeof v === 'object' && 'from' in v && v.from < v.to)),
    ],
    [
      'a phase of no length',
      (all) =>
        all.full.some(([, o]) =>
          o.phases.some(
            (p) => p.length && 'value' in p.length && 'n' in p.length.value.length && p.length.value.length.n === 0,
          ),
        ),
    ],
    ['the lower bound of a quantity', (all) => all.full.some((c) => total(c, 'least'))],
    ['the upper bound of a quantity', (all) => all.full.some((c) => total(c, 'most'))],
    ['a ratio over zero', (all) => all.full.some(zeroRatio)],
    [
      'a share of a count',
      (all) =>
        all.partial.some(([, o]) => said(o).some((v) => typeof v === 'object' && 'of' in v && v.of && 'count' in v.of)),
    ],
    [
      'a share of another quantity',
      (all) =>
        all.partial.some(([, o]) =>
          said(o).some((v) => typeof v === 'object' && 'of' in v && v.of && 'quantity' in v.of),
        ),
    ],
    [
      'a term that is mentioned and not settled',
      (all) => all.partial.some(([, o]) => said(o).some((v) => typeof v === 'object' && 'unsettled' in v)),
    ],
    [
      'a field of which reports differ',
      (all) => all.partial.some(([, o]) => clauses(o).some(([, f]) => 'readings' in f)),
    ],
    [
      'a length in calendar months',
      (all) =>
        all.partial.some(([, o]) =>
          [o, ...o.phases].some((p) => p.length && readingsOf(p.length).some((r) => r.value.unit === 'months')),
        ),
    ],
    ['fewer phases than there can be', (all) => all.full.some(([s, o]) => o.phases.length < s.space.phases.most)],
    [
      'a total reported without its phases',
      (all) =>
        all.partial.some(
          ([s, o]) =>
            o.phases.length === 0 &&
            Object.keys(o.terms).some((path) => s.terms[path.split('/')[0] ?? '']?.scope === 'phase'),
        ),
    ],
  ])('%s', (_, found) => {
    expect(found({ full, partial })).toBe(true);
  });
});

describe('about the line of a position, hard values are reached', () => {
  /** What a position asks of one total, as it stands, to be held against one figure between what it may be. */
  interface Lined {
    readonly scenario: Scenario;
    readonly of: string;
    readonly line: number;
    readonly step: number;
  }

  const simpleIn = (c: Condition): readonly Condition[] => {
    if (c.kind === 'all' || c.kind === 'any') return c.of.flatMap(simpleIn);
    if (c.kind === 'ifThen') return [...simpleIn(c.if), ...simpleIn(c.then)];
    return c.kind === 'not' ? simpleIn(c.of) : [c];
  };

  // Planted conflicts hold one total each against a line above its least.
  const drawnScenarios = fc.sample(scenarios({ steps: 6, conflicts: 2, ...PLAIN }), { seed: 11, numRuns: 150 });
  const all = drawnScenarios.flatMap((scenario): readonly Lined[] =>
    Object.values(scenario.positions).flatMap(({ readings }) =>
      readings
        .flatMap(({ condition }) => simpleIn(condition))
        .flatMap((c): readonly Lined[] => {
          if (c.kind !== 'compare' || c.times !== undefined || c.plus) return [];
          if (c.in !== undefined && c.in !== 'total') return [];
          const line =
            typeof c.line === 'number' ? c.line : 'n' in c.line && c.line.wording === 'exactly' ? c.line.n : NaN;
          const term = scenario.terms[c.of]; // not of a category: what its whole allows, it may not
          if (term?.kind !== 'quantity' || Object.keys(term.categories).length > 0) return [];
          const { bounds, step } = term;
          const isInside = line > bounds.least && line < (bounds.most ?? Infinity);
          return isInside && Number.isInteger(inSteps(line, step)) ? [{ scenario, of: c.of, line, step }] : [];
        }),
    ),
  );

  const lined = all.slice(0, 30);

  const valuesOf = (offer: Offer, path: string) => {
    const field = offer.terms[path];
    return field ? readingsOf(field).map(({ value }) => value) : [];
  };

  it('in enough random scenarios to tell', () => {
    expect(lined.length).toBe(30);
  });

  it('the line itself, and a step to either side', () => {
    for (const { scenario, of, line, step } of lined) {
      const drawn = fc.sample(offers(scenario, { known: 'full' }), { seed: 3, numRuns: 150 });
      const figures = new Set(
        drawn.flatMap((offer) =>
          valuesOf(offer, of).map((v) => (typeof v === 'object' && 'n' in v ? inSteps(v.n, step) : NaN)),
        ),
      );
      const at = inSteps(line, step);
      expect(
        [at - 1, at, at + 1].filter((n) => !figures.has(n)),
        JSON.stringify({ of, line, step }),
      ).toEqual([]);
    }
  });

  it('a range that holds figures on both sides of it', () => {
    for (const { scenario, of, line } of lined) {
      const drawn = fc.sample(offers(scenario, { known: 'partial' }), { seed: 3, numRuns: 300 });
      const straddles = drawn.some((offer) =>
        valuesOf(offer, of).some((v) => typeof v === 'object' && 'from' in v && v.from < line && v.to > line),
      );
      expect(straddles, JSON.stringify({ of, line })).toBe(true);
    }
  });
});

describe('shrinking', () => {
  it('leads to the smallest full offer that breaks a property, and keeps to the offer space', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [scenario] = fc.sample(scenarios({ positions: 0, ...PLAIN }), { seed, numRuns: 1 });
        if (!scenario) throw new Error('nothing drawn');
        const { counterexample } = fc.check(
          fc.property(offers(scenario, { known: 'full' }), (_: Offer) => false),
          { seed },
        );
        const least = counterexample?.[0];
        expect(least && checkOffer(scenario, least.id, least).ok).toBe(true);
        // One phase goes without saying.
        expect(least?.phases.length || 1).toBe(scenario.space.phases.least);
      }),
      runs(20),
    );
  });
});
