import { ambiguous, assess, checkScenario, defineScenario, type Scenario } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { draftWith } from '../support/draft.js';
import { fishery } from '../support/fishery.js';
import { rivers } from '../support/rivers.js';
import { wages } from '../support/wages.js';

function checked(...changes: [string, unknown][]): Scenario {
  const result = checkScenario(draftWith(...changes));
  if (!result.ok) throw new Error(result.faults.map((f) => f.message).join('\n'));
  return result.value;
}

describe.each([fishery, wages, rivers])('a checked scenario ($id)', (scenario) => {
  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
  });

  it('is frozen all the way down', () => {
    const thawed: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) thawed.push(path);
      for (const [key, child] of Object.entries(value)) look(child, `${path}.${key}`);
    };
    look(scenario, scenario.id);
    expect(thawed).toEqual([]);
  });
});

describe('what is thrown', () => {
  it('has nothing in it that a terminal would obey, wherever the draft put it', () => {
    let message = '';
    try {
      const offers = { '\u001b[31mfirst': { put: { earliest: '2030-02', latest: '2030-01' } } } as const;
      defineScenario({ id: '\u001b[2J\u202elake', parties: {}, terms: {}, positions: {}, offers });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(/^The scenario '.*lake' does not hold together\./);
    for (const obeyed of ['\u001b', '\u202e']) expect(message).not.toContain(obeyed);
  });
});

describe('what a draft becomes', () => {
  it('the draft itself stays as it was, and may be changed afterwards', () => {
    const draft = draftWith() as { offers: { first: { by: string[] } } };
    const before = structuredClone(draft);
    const result = checkScenario(draft);
    expect(draft).toEqual(before);
    draft.offers.first.by.push('north');
    expect(result.ok && result.value.offers['first']?.by?.value).toEqual(['south']);
  });

  it('every field has a basis: its own, that of its record, that of the scenario', () => {
    const scenario = checked(
      ['basis', 'reported'],
      ['offers.first', { basis: 'assumed', terms: { boats: 3, observers: { value: true, basis: 'reported' } } }],
      ['offers.second', { terms: { boats: 3 } }],
    );
    const basis = (offer: string, term: string) => scenario.offers[offer]?.terms[term];
    expect(basis('first', 'boats')).toMatchObject({ basis: 'assumed' });
    expect(basis('first', 'observers')).toMatchObject({ basis: 'reported' });
    expect(basis('second', 'boats')).toMatchObject({ basis: 'reported' });
    // How firm a position is has a basis of its own: no record around it supplies one.
    expect(scenario.positions['enough']?.rigidity).toMatchObject({ value: 'demand', basis: 'assumed' });
  });

  it('an inferred record hands on its reasoning with its basis, and keeps it', () => {
    const because = 'It follows.';
    const scenario = checked(
      ['positions.enough.basis', 'inferred'],
      ['positions.enough.because', because],
      ['offers.first', { basis: 'inferred', because, terms: { boats: 3 } }],
    );
    expect(scenario.positions['enough']?.readings[0]).toMatchObject({ basis: 'inferred', because });
    expect(scenario.offers['first']).toMatchObject({ basis: 'inferred', because });
    expect(scenario.offers['first']?.terms['boats']).toMatchObject({ basis: 'inferred', because });
  });

  it('an ambiguous clause is one value with readings of its own, not several reports', () => {
    const clause = ambiguous({ party: 'north', reading: 'the coast' }, { party: 'south', reading: 'open waters' });
    const scenario = checked(['offers.first.terms', { zone: clause }]);
    expect(scenario.offers['first']?.terms['zone']).toMatchObject({ value: clause });
  });

  it('unanimity of those who hold a red line or a demand, where no rule is given', () => {
    expect(wages.agreement.of).toEqual(['union', 'company']);
    expect(fishery.agreement).toMatchObject({ of: ['north', 'south'] });
  });

  it('a month as a date stands for its last day, in the order of reports', () => {
    expect(fishery.offers['late']?.reported).toBe('2030-02-20');
    expect(fishery.offers['low']?.reported).toBeUndefined();
  });

  it('a two-party scenario is a dozen lines', () => {
    const scenario = defineScenario({
      id: 'small',
      parties: { north: {}, south: {} },
      terms: { catch: { kind: 'quantity', unit: 'tonnes' } },
      positions: {
        enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
      },
    });
    expect(scenario.positions['enough']?.title).toBe('catch: at least 40 tonnes');
  });
});

describe('an offer known first from one report and then from another', () => {
  const cite = (source: string) => [{ source, attribution: 'narrator' }];
  const known = (value: number, source: string) => ({ value, basis: 'reported', citations: cite(source) });
  const draft = (first: number, then: number) =>
    draftWith(
      ['sources.later', { outlet: 'the weekly', date: '2030-02-10' }],
      ['offers.first.citations', cite('wire')],
      ['offers.first.terms', { catch: 2, 'catch/cod': { readings: [known(first, 'wire'), known(then, 'later')] } }],
    );

  it('has to hold together on every day on which it may be assessed', () => {
    const result = checkScenario(draft(3, 1));
    expect(result.ok ? [] : result.faults).toMatchObject([
      { code: 'offer/contradiction', path: ['offers', 'first'], facts: { asOf: '2030-01-10' } },
    ]);
    expect(!result.ok && result.faults[0]?.message).toContain('known on 2030-01-10: look at catch and catch/cod');
  });

  it('may hold together only by the reading that came first, as long as one does', () => {
    const result = checkScenario(draft(1, 3));
    expect(result.ok).toBe(true);
    expect(result.ok && assess(result.value, 'first', { asOf: '2030-01-10' }).offer).toBe('first');
  });
});
