import fc from 'fast-check';
import {
  all,
  checkOffer,
  defineScenario,
  halfOf,
  onDay,
  schedule,
  shareOf,
  upTo,
  type AmountDraft,
  type ObligationDraft,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';

const stock = (least: number, most: number) =>
  defineScenario({
    id: 'stock',
    parties: { north: {} },
    terms: {
      boats: { kind: 'quantity', unit: 'boats', step: 0.001, bounds: { least, most } },
      nets: { kind: 'quantity', unit: 'nets', bounds: { least: 12, most: 12 } },
    },
    positions: {},
  });

function owed(scenario: ReturnType<typeof stock>, text: TextDraft) {
  const checked = checkOffer(scenario, 'x', { text });
  if (!checked.ok) throw new Error(checked.faults.map(({ message }) => message).join(' '));
  return schedule(scenario, checked.value).duties.map(({ amount }) => ({ least: 0, ...amount }));
}

const duty = (more: Partial<ObligationDraft>): ObligationDraft => ({
  owedBy: ['north'],
  of: 'boats',
  begins: onDay(1),
  ...more,
});
const inTable = (n: AmountDraft, s: AmountDraft) => {
  const dimensions = { zone: ['n', 's'] };
  return duty({
    table: {
      dimensions,
      cells: [
        { where: { zone: 'n' }, amount: n },
        { where: { zone: 's' }, amount: s },
      ],
    },
  });
};

describe('a table of amounts', () => {
  const amounts = fc.oneof(
    fc.nat(20),
    fc.constantFrom<AmountDraft[]>(
      all(),
      halfOf(),
      shareOf(1, 4),
      halfOf({ quantity: 'nets' }),
      upTo(9),
      { wording: 'some' },
      { wording: 'between', from: 2, to: 5 },
      { wording: 'at least', n: 3 },
    ),
  );

  it('comes to what its lines would as obligations of their own, shares with them', () => {
    fc.assert(
      fc.property(amounts, amounts, fc.constantFrom([100, 100], [80, 120]), (n, s, [least = 0, most = 0]) => {
        const scenario = stock(least, most);
        const [one, other] = owed(scenario, { obligations: { one: duty({ amount: n }), other: duty({ amount: s }) } });
        const [whole] = owed(scenario, { obligations: { whole: inTable(n, s) } });
        expect(whole?.least).toBeCloseTo((one?.least ?? 0) + (other?.least ?? 0), 6);
        expect(whole?.most ?? Infinity).toBeCloseTo((one?.most ?? Infinity) + (other?.most ?? Infinity), 6);
      }),
      { numRuns: 100 },
    );
  });

  it('has an exact figure where what its shares are of is known', () => {
    const [whole] = owed(stock(100, 100), { obligations: { whole: inTable(10, halfOf({ quantity: 'boats' })) } });
    expect(whole).toEqual({ least: 60, most: 60 });
  });
});
