import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOffer, defineScenario, type Offer, type OfferDraft } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { offers } from 'sticking-points/testing';
import { dealText } from '../../../src/testing/print/deal-text.js';
import { runs } from '../../laws/runs.js';
import { drawnScenarios } from '../../support/scenarios.js';

const lake = defineScenario({
  id: 'lake',
  parties: { north: { label: 'the north' }, south: {} },
  terms: {
    catch: {
      kind: 'quantity',
      unit: { one: 'tonne', many: 'tonnes' },
      scope: 'phase',
      bounds: { most: 100 },
      categories: { perch: 'perch', pike: 'pike' },
    },
    boats: { kind: 'quantity', unit: 'boats' },
    observer: { kind: 'flag', label: 'an observer on board' },
    patrol: { kind: 'flag', scope: 'phase' },
    gear: { kind: 'choice', options: { net: 'nets', rod: 'rods' } },
  },
  space: { phases: { least: 1, most: 3 } },
  positions: {},
});

function offer(draft: OfferDraft): Offer {
  const result = checkOffer(lake, 'drawn', draft);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const lines = (draft: OfferDraft) => dealText(lake, offer(draft)).split('\n');

describe('a deal as text', () => {
  it('tells what it says phase by phase, with units and labels, and names what there is none of in one line', () => {
    const draft: OfferDraft = {
      by: ['north'],
      to: ['south'],
      known: 'full',
      length: { length: 60, unit: 'days' },
      terms: { catch: 2, 'catch/pike': 0, boats: 0, observer: false, gear: 'net' },
      phases: [
        {
          length: { length: 6, unit: 'weeks' },
          terms: { catch: { wording: 'between', from: 1, to: 2 }, 'catch/perch': 1, 'catch/pike': 0, patrol: true },
        },
        { label: 'the rest', terms: { catch: 0, patrol: false }, toBeNegotiated: true },
      ],
    };
    expect(lines(draft)).toEqual([
      'drawn: proposal by the north to south, known in full',
      '  60 days · catch: 2 tonnes · gear: nets',
      '  first phase, 6 weeks: catch: 1–2 tonnes, perch: 1 tonne · patrol: yes',
      '  second phase, “the rest”: to be negotiated',
      '  none: catch in phase 2, catch (pike), boats; not so: an observer on board,',
      '    patrol in phase 2',
    ]);
  });

  it('leaves out what it does not speak of', () => {
    expect(lines({})).toEqual(['drawn: proposal, partly known']);
    expect(lines({ phases: [{}] })).toEqual(['drawn: proposal, partly known', '  first phase']);
  });

  it('tells what a single phase repeats but once, and what it says differently twice', () => {
    const length = { length: 9, unit: 'days' } as const;
    expect(lines({ length, terms: { catch: 40 }, phases: [{ length, terms: { catch: 40 } }] })).toEqual([
      'drawn: proposal, partly known',
      '  first phase, 9 days: catch: 40 tonnes',
    ]);
    expect(lines({ terms: { catch: 40 }, phases: [{ terms: { catch: { wording: 'some' } } }] })).toEqual([
      'drawn: proposal, partly known',
      '  catch: 40 tonnes',
      '  first phase: catch: some tonnes',
    ]);
  });

  it('takes none of the whole for none of its parts, and nothing else for none', () => {
    expect(lines({ terms: { catch: 0, 'catch/perch': 0 } }).at(-1)).toBe('  none: catch');
    const asTold = lines({
      phaseCount: 1,
      terms: {
        catch: { readings: [0, 3] },
        boats: { wording: 'at most', n: 0 },
        observer: { value: false, basis: 'inferred', because: 'Who would watch?' },
      },
    });
    expect(asTold.slice(1)).toEqual([
      '  1 phase · catch: 0 tonnes; in another report, 3 tonnes · boats: at most 0',
      '    boats',
      '  not so: an observer on board',
    ]);
  });

  it('marks what rests on something else than the rest', () => {
    expect(lines({ terms: { boats: { value: 2, basis: 'inferred', because: 'One each.' } } }).at(-1)).toBe(
      '  boats: 2 boats (inferred)',
    );
  });

  it('is a few lines once it is shrunk', () => {
    const gaza = gaza2024();
    const { counterexample } = fc.check(
      fc.property(offers(gaza, { known: 'full' }), (_: Offer) => false),
      { seed: 1 },
    );
    const [least] = counterexample ?? [];
    expect(least && dealText(gaza, least).split('\n').length).toBeLessThanOrEqual(8);
  });

  it('has nothing in it that a terminal would obey, and no line but its own', () => {
    const hostile = 'red\u001b[31m\none\u2028two\u202e';
    const text = dealText(lake, { ...offer({ phases: [{ label: hostile }] }), label: hostile, id: hostile });
    expect(text.split('\n')).toHaveLength(2);
    for (const unseen of ['\u001b', '\u2028', '\u202e']) expect(text).not.toContain(unseen);
  });

  it('speaks of every term an offer says anything of', () => {
    const cases = drawnScenarios().chain((scenario) => fc.tuple(fc.constant(scenario), offers(scenario)));
    fc.assert(
      fc.property(cases, ([scenario, drawn]) => {
        const text = dealText(scenario, drawn).replace(/\s+/g, '');
        for (const path of [drawn.terms, ...drawn.phases.map((p) => p.terms)].flatMap((terms) => Object.keys(terms))) {
          const label = scenario.terms[path.split('/')[0] ?? '']?.label ?? '';
          if (/^[\w ]+$/.test(label)) expect(text).toContain(label.replace(/\s+/g, ''));
        }
      }),
      runs(100),
    );
  });
});
