import { assess, defineScenario, layoutOf, readDeal, settingOf, type Assessment, type Scenario } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { fishery } from '../support/fishery.js';

/** What can be written on: a copy of plain data that nobody froze. */
function writable<T>(data: T): T {
  return structuredClone(data);
}

function verdicts({ verdicts: found }: Assessment): Readonly<Record<string, string>> {
  return Object.fromEntries(found.map((v) => [v.position, v.verdict]));
}

describe('what assess remembers', () => {
  it('is the same as what it finds anew, whichever day was asked for before', () => {
    const gaza = gaza2024();
    const days = [undefined, '2024-01-28', '2024-02-23', '2024-02-22', undefined, '2024-01-28'];
    for (const asOf of days) {
      const options = asOf === undefined ? {} : { asOf };
      const afresh = assess(writable(gaza), 'P4b', options);
      expect(assess(gaza, 'P4b', options)).toEqual(afresh);
      expect(assess(gaza, writable(gaza.offers['P4b']!), options)).toEqual(afresh);
    }
  });

  it('is not an offer that can still change', () => {
    const offer = writable(fishery.offers['low']!);
    expect(verdicts(assess(fishery, offer))['enough']).toBe('unmet');
    Object.assign(offer.terms, { catch: { value: { wording: 'exactly', n: 45 }, basis: 'assumed', citations: [] } });
    expect(verdicts(assess(fishery, offer))['enough']).toBe('met');
  });

  it('is not an offer that is frozen only on the outside', () => {
    const offer = Object.freeze(writable(fishery.offers['low']!));
    expect(verdicts(assess(fishery, offer))['enough']).toBe('unmet');
    Object.assign(offer.terms, { catch: { value: { wording: 'exactly', n: 45 }, basis: 'assumed', citations: [] } });
    expect(verdicts(assess(fishery, offer))['enough']).toBe('met');
  });

  it('is not a scenario that can still change', () => {
    const scenario: Scenario = writable(fishery);
    expect(verdicts(assess(scenario, 'low'))['enough']).toBe('unmet');
    Object.assign(scenario.positions['enough']!.readings[0]!.condition, { line: 20 });
    expect(verdicts(assess(scenario, 'low'))['enough']).toBe('met');
  });

  it('is kept apart for scenarios that share an offer', () => {
    const strict = defineScenario({
      id: 'strict',
      parties: { north: {} },
      terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 200 } }, observers: { kind: 'flag' } },
      positions: {
        enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 80 } },
      },
    });
    const { terms, ...rest } = fishery.offers['high']!;
    const offer = Object.freeze({ ...rest, terms: Object.freeze({ catch: terms['catch']! }) });
    expect(verdicts(assess(fishery, offer))['stock']).toBe('unmet');
    expect(verdicts(assess(strict, offer))['enough']).toBe('met');
    expect(verdicts(assess(fishery, offer))['stock']).toBe('unmet');
  });

  it('is not touched by who reads the layout', () => {
    const { bounds } = readDeal(settingOf(fishery), fishery.offers['low']!);
    bounds.least.fill(7);
    expect(readDeal(settingOf(fishery), fishery.offers['low']!).bounds.least).not.toEqual(bounds.least);
    expect(layoutOf(fishery)).toBe(settingOf(fishery).layout);
  });
});
