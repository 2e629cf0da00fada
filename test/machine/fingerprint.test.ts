import fc from 'fast-check';
import { openTalks, restoreTalks, type Scenario } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../src/scenario/fingerprint.js';
import { fishery } from '../support/fishery.js';
import { treaty } from '../support/refused.js';
import { rivers } from '../support/rivers.js';
import { anyScenario } from '../support/steps.js';
import { wages } from '../support/wages.js';

const PROSE = ['title', 'label', 'note', 'because', 'text', 'outlet', 'url'];
/** Of citations alone: a deadline's `by` is a day. */
const CITED = ['attribution', 'by', 'fact', 'note'];

/** The scenario with other prose wherever there is some: titles, labels, notes, reasons, and all that citations say but their source. */
function rewritten<T>(value: T, prose: () => string, within = ''): T {
  if (Array.isArray(value)) return value.map((inner: unknown) => rewritten(inner, prose, within)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const changed = Object.entries(value).map(([key, inner]: [string, unknown]): [string, unknown] => {
    const known = PROSE.includes(key) || (within === 'citations' && CITED.includes(key));
    const isProse =
      typeof inner === 'string' && (known || within === 'options' || (within === 'barred' && key === 'value'));
    // The reason for which a ratio is barred is the value of a field.
    return [key, isProse ? prose() : rewritten(inner, prose, key === 'value' || within === 'barred' ? within : key)];
  });
  return Object.fromEntries(changed) as T;
}

/** The scenario with one thing changed; nothing where it has none such. */
const CHANGES: Readonly<Record<string, (s: Scenario) => Scenario | undefined>> = {
  'a bound': (s) => {
    const [id, term] = Object.entries(s.terms).find(([, t]) => t.kind === 'quantity') ?? [];
    if (id === undefined || term?.kind !== 'quantity') return undefined;
    return { ...s, terms: { ...s.terms, [id]: { ...term, bounds: { ...term.bounds, least: 77 } } } };
  },
  'the id of an option': (s) => {
    const [id, term] = Object.entries(s.terms).find(([, t]) => t.kind === 'choice') ?? [];
    if (id === undefined || term?.kind !== 'choice') return undefined;
    const [first = '', ...others] = Object.entries(term.options).map(([option]) => option);
    const options = { [`${first}er`]: 'x', ...Object.fromEntries(others.map((o) => [o, 'y'])) };
    return { ...s, terms: { ...s.terms, [id]: { ...term, options } } };
  },
  'the rigidity of a position': (s) => {
    const [position] = Object.values(s.positions);
    if (!position) return undefined;
    const value = position.rigidity.value === 'demand' ? 'preference' : 'demand';
    return {
      ...s,
      positions: { ...s.positions, [position.id]: { ...position, rigidity: { ...position.rigidity, value } } },
    };
  },
  'a condition': (s) => {
    const [position] = Object.values(s.positions);
    if (!position) return undefined;
    const readings = position.readings.map((r) => ({ ...r, condition: { kind: 'not', of: r.condition } as const }));
    return { ...s, positions: { ...s.positions, [position.id]: { ...position, readings } } };
  },
  'the rule of agreement': (s) => ({ ...s, agreement: { ...s.agreement, of: [...s.agreement.of, 'another'] } }),
  'what an offer says': (s) => {
    const [offer] = Object.values(s.offers);
    const extra = { value: true, basis: 'assumed', citations: [] } as const;
    return offer && { ...s, offers: { ...s.offers, [offer.id]: { ...offer, terms: { ...offer.terms, extra } } } };
  },
  'the phases there may be': (s) => ({ ...s, space: { ...s.space, phases: { least: 1, most: 9 } } }),
  'a deadline': (s) => {
    const late = { title: 'late', by: '2040-01', kind: 'hard', basis: 'assumed', citations: [] } as const;
    return { ...s, process: { ...s.process, deadlines: { ...s.process.deadlines, late } } };
  },
  'the day of a report': (s) => {
    const [offer] = Object.values(s.offers);
    return offer && { ...s, offers: { ...s.offers, [offer.id]: { ...offer, reported: '2041-01-01' } } };
  },
};

describe('correcting a sentence or a citation', () => {
  it('leaves the fingerprint as it is', () => {
    const scenario = fc.oneof(fc.constantFrom(fishery, wages, rivers, treaty, gaza2024()), anyScenario);
    fc.assert(
      fc.property(scenario, fc.array(fc.string(), { minLength: 5 }), (drawn, texts) => {
        let n = 0;
        const other = rewritten(drawn, () => `${texts[n++ % texts.length] ?? ''}!`);
        expect(n).toBeGreaterThan(2);
        expect(fingerprintOf(other)).toBe(fingerprintOf(drawn));
      }),
      { numRuns: 60 },
    );
  });

  it('does not invalidate saved talks', () => {
    const talks = openTalks(fishery);
    talks.do({ type: 'offer.tabled', offer: 'low' });
    const restored = restoreTalks(
      rewritten(fishery, () => 'otherwise'),
      talks.save(),
    );
    expect(restored.ok && restored.value.state).toBe('talks.blocked');
  });
});

describe('changing what can happen', () => {
  it.each(Object.entries(CHANGES))('%s changes the fingerprint', (_, change) => {
    let tried = 0;
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(fishery, wages, rivers), anyScenario), (drawn) => {
        const other = change(drawn);
        if (other) tried += 1;
        if (other) expect(fingerprintOf(other)).not.toBe(fingerprintOf(drawn));
      }),
      { numRuns: 15 },
    );
    expect(tried).toBeGreaterThan(0);
  });

  it('a line, and then saved talks are refused', () => {
    const condition = { kind: 'compare', of: 'catch', op: '>=', line: 41 } as const;
    const enough = fishery.positions['enough']!;
    const moved = { ...enough, readings: enough.readings.map((reading) => ({ ...reading, condition })) };
    const result = restoreTalks(
      { ...fishery, positions: { ...fishery.positions, enough: moved } },
      openTalks(fishery).save(),
    );
    expect(result.ok ? [] : result.faults.map((f) => f.code)).toEqual(['save/changed-scenario']);
  });
});

it('a term, a position or a party may be called as prose is', () => {
  const flag = { kind: 'flag', scope: 'deal', label: 'x', absent: false } as const;
  const named = (id: string) => fingerprintOf({ ...fishery, terms: { ...fishery.terms, [id]: flag } });
  expect(new Set([...PROSE, 'citations', 'words'].map(named)).size).toBe(PROSE.length + 2);
});
