import fc from 'fast-check';
import { days, defineScenario, onDay, progress, type ObligationDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const PARTIES = ['north', 'south', 'east'];

/** A pact that so many sign, and under which north does not make the survey. */
const pact = (duties: readonly ObligationDraft[], signed: readonly string[] = PARTIES) =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {}, east: {} },
    terms: {},
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south', 'east'] },
    offers: {
      deal: {
        by: ['north', 'south', 'east'],
        phases: [{ length: days(60) }],
        text: wide({
          bodies: { board: { members: PARTIES } },
          instruments: { pact: { parties: Object.fromEntries(signed.map((party) => [party, 'signs'])) } },
          obligations: {
            survey: {
              owedBy: ['north'],
              to: ['south', 'east'],
              verifier: 'board',
              instrument: 'pact',
              begins: onDay(0),
            },
            ...Object.fromEntries(
              duties.map((duty, i) => [`d${i}`, { ...duty, instrument: 'pact', begins: onDay(20), within: days(9) }]),
            ),
          },
        }),
      },
    },
  });

/** What is suspended when those invoke the breach. */
function suspended(scenario: ReturnType<typeof pact>, by: readonly string[]): readonly string[] {
  const talks = inForce(scenario, 'deal');
  go(talks, { type: 'breach.found', obligation: 'survey', by: 'board' });
  talks.do({ type: 'instrument.suspended', instrument: 'pact', obligation: 'survey', by: [...by] });
  return (progress(talks)?.duties ?? []).flatMap(({ obligation, standing }) =>
    standing === 'suspended' ? [obligation] : [],
  );
}

describe('a breach among three that is invoked', () => {
  it('suspends what those who invoke it and whoever broke it owe each other, and nothing in which a third has part', () => {
    const some = fc.subarray(PARTIES, { minLength: 1 });
    const drawn = fc
      .array(fc.record({ owedBy: some, to: fc.subarray(PARTIES) }), { minLength: 1, maxLength: 5 })
      .map((all) => all.map(({ owedBy, to }) => ({ owedBy, to: to.filter((party) => !owedBy.includes(party)) })));
    let [rests, stays] = [0, 0];
    fc.assert(
      fc.property(
        drawn,
        fc.constantFrom<(readonly string[])[]>(['south'], ['east'], ['south', 'east']),
        (duties, by) => {
          const isTheirs = ({ owedBy, to }: (typeof duties)[number]) => {
            const concerned = new Set([...owedBy, ...(to.length === 0 ? PARTIES : to)]);
            const isSplit = [...concerned].every((party) => party === 'north' || by.includes(party));
            const others = to.length === 0 ? PARTIES : to;
            const owes = (one: readonly string[], other: readonly string[]) =>
              owedBy.some((party) => one.includes(party)) && others.some((party) => other.includes(party));
            return isSplit && (owes(['north'], by) || owes(by, ['north']));
          };
          const expected = duties.flatMap((duty, i) => (isTheirs(duty) ? [`d${i}`] : []));
          rests += expected.length;
          stays += duties.length - expected.length;
          expect(suspended(pact(duties), by)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
    expect(Math.min(rests, stays)).toBeGreaterThan(5);
  });

  it('leaves what three are to refrain from together, and suspends it where only two have signed', () => {
    const together: ObligationDraft = { owedBy: ['north', 'south'] };
    expect(suspended(pact([{ owedBy: PARTIES }, together]), ['south'])).toEqual([]);
    expect(suspended(pact([{ owedBy: PARTIES }, together], ['north', 'south']), ['south'])).toEqual(['d1']);
  });
});
