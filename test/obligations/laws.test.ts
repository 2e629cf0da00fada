import fc from 'fast-check';
import {
  between,
  checkOffer,
  defineScenario,
  onDay,
  progress,
  remaining,
  review,
  schedule,
  shareOf,
  type AmountDraft,
  type ObligationDraft,
  type Offer,
  type Scenario,
  type ScheduledDuty,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { agreed } from '../support/agreed.js';
import { carryOut, inForce } from '../support/carry-out.js';
import { anyOffer, calmOffer, market, weeklyOffer } from '../support/texts.js';

const RUNS = { numRuns: 25 };

/** Findings of the structural classes: a text without any can be run to its end. */
const STRUCTURAL = [
  'review/circular-sequence',
  'review/dead-trigger',
  'review/no-trigger',
  'review/window-closes-first',
  'review/deadline-before',
  'review/no-length',
  'review/recurring-without-end',
];

const structure = (offer: Offer) => review(market, offer).filter(({ code }) => STRUCTURAL.includes(code));

/** A text that is sound, with the obligations that bind and can be done. */
const sound = calmOffer.filter((offer) => structure(offer).length === 0);

const outside = (offer: Offer) => ({
  certified: { counted: 5 },
  happening: { harvest: 10, ...(!offer.text?.events['vote']?.trigger && { vote: 12 }) },
  whatever: true,
});

describe('a deal with a text', () => {
  it('is fulfilled when everything is done in full on its day', () => {
    fc.assert(
      fc.property(sound, (offer) => {
        const talks = inForce(agreed(offer), 'draft', '2031-01-15');
        carryOut(talks, outside(offer), 420);
        const left = (progress(talks)?.duties ?? []).filter(
          ({ strength, settled }) => strength === 'shall' && !settled,
        );
        expect(left.map(({ obligation, standing }) => `${obligation} ${standing}`)).toEqual([]);
        // What is counted back from a day may be due before anyone could know of it.
        const isBackdated = /"before"|"day":-/.test(JSON.stringify(offer.text));
        const done = (progress(talks)?.duties ?? []).filter(({ when }) => when !== undefined && !isBackdated);
        const notInTime = done.filter(({ when }) => when !== 'in time');
        expect(notInTime.map(({ obligation, when }) => `${obligation} ${when}`)).toEqual([]);
        expect(talks.state).toBe('fulfilled');
      }),
      RUNS,
    );
  });

  it('is not while any one of what binds is left undone', () => {
    fc.assert(
      fc.property(sound, fc.nat(), (offer, n) => {
        const binding = Object.entries(offer.text?.obligations ?? {}).filter(
          ([, { strength, kind }]) => strength === 'shall' && kind !== 'refrain',
        );
        const [left] = binding[n % binding.length] ?? [];
        const talks = inForce(agreed(offer), 'draft', '2031-01-15');
        carryOut(talks, { ...outside(offer), performs: (id) => id !== left }, 200);
        expect(talks.state).not.toBe('fulfilled');
      }),
      RUNS,
    );
  });
});

describe('a deal with something that comes round', () => {
  const whenever = fc.option(fc.nat(90), { nil: undefined, freq: 3 });

  it('is not fulfilled while one of its times is left out, whenever what ends it comes about, or never', () => {
    const soundWeekly = weeklyOffer.filter((offer) => structure(offer).length === 0);
    const outsideAt = fc.record({ counted: whenever, harvest: whenever, a: fc.nat(40) });
    fc.assert(
      fc.property(soundWeekly, outsideAt, fc.nat(4), (offer, { counted, harvest, a }, most) => {
        const talks = inForce(agreed(offer), 'draft', '2031-01-15');
        carryOut(
          talks,
          {
            certified: counted === undefined ? {} : { counted },
            happening: {
              ...(harvest !== undefined && { harvest }),
              ...(!offer.text?.events['vote']?.trigger && { vote: 12 }),
            },
            whatever: true,
            performs: (id) => id !== 'a' || (progress(talks)?.today.day ?? 0) >= a,
            times: (id) => (id === 'weekly' ? most : Infinity),
          },
          200,
        );
        const weekly = progress(talks)?.duties.find(({ obligation }) => obligation === 'weekly');
        // Its times by the days alone: those of whole weeks up to the day that ended it, and one at the least.
        const times = Math.max(1, Math.floor((weekly?.due?.day ?? Infinity) / 7));
        if (talks.state === 'fulfilled') expect(times).toBeLessThanOrEqual(most);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a schedule', () => {
  it('has nothing due before what sets it off', () => {
    fc.assert(
      fc.property(anyOffer, (offer) => {
        for (const duty of schedule(market, offer, { anchors: { start: '2031-01-15' } }).duties) {
          const { opens, due, waitsFor, kind, endless } = duty;
          // Only what is to be left undone has no last day although it waits for nothing.
          const lasts = kind === 'refrain' && endless;
          expect(waitsFor.length > 0).toBe(opens === undefined || (due === undefined && !lasts));
          if (opens?.day !== undefined && due?.day !== undefined) expect(due.day).toBeGreaterThanOrEqual(opens.day);
        }
      }),
      { numRuns: 200 },
    );
  });

  const shares = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
  const stock = (n: number) =>
    defineScenario({
      id: 'stock',
      parties: { north: {} },
      terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { least: n, most: n } } },
      positions: {},
    });

  /** A series that shares a stock out, worded in one way or the other. */
  function shared(
    scenario: Scenario,
    parts: readonly number[],
    counted: 'increment' | 'running total',
    rounding: 'down' | 'up' | 'nearest',
  ) {
    const all = parts.reduce((sum, part) => sum + part, 0);
    let sum = 0;
    const obligations = parts.map((part, i) => {
      sum += part;
      const amount = shareOf(counted === 'increment' ? part : sum, all);
      const series = { series: 's', counted };
      return [`o${i}`, { owedBy: ['north'], of: 'boats', amount, series, rounding, begins: onDay(i) }] as const;
    });
    const checked = checkOffer(scenario, 'x', { text: { obligations: Object.fromEntries(obligations) } });
    if (!checked.ok) throw new Error(checked.faults.map(({ message }) => message).join(' '));
    return schedule(scenario, checked.value).duties;
  }

  it('comes to the totals of its text, and to the same by increments and by running totals, whatever the rounding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        shares,
        fc.constantFrom('down' as const, 'up' as const, 'nearest' as const),
        (n, parts, rounding) => {
          const scenario = stock(n);
          const figures = (duties: readonly ScheduledDuty[]) => duties.map(({ amount, total }) => [amount, total]);
          const [increments, totals] = (['increment', 'running total'] as const).map((counted) =>
            shared(scenario, parts, counted, rounding),
          );
          expect(figures(increments ?? [])).toEqual(figures(totals ?? []));
          const sum = (increments ?? []).reduce((all, { amount }) => all + (amount?.least ?? 0), 0);
          expect(sum).toBe(n);
          expect(increments?.at(-1)?.total).toEqual({ least: n, most: n });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves of a whole what those before it may have left', () => {
    const figure = fc.tuple(fc.nat(8), fc.nat(8)).map(([least, more]) => [least, least + more] as const);
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 60 }), fc.array(figure, { minLength: 1, maxLength: 2 }), (n, first) => {
        const series = { series: 'all', counted: 'increment' } as const;
        const duty = (amount: AmountDraft, day: number): ObligationDraft => ({
          owedBy: ['north'],
          of: 'boats',
          amount,
          series,
          begins: onDay(day),
        });
        const steps = first.map(([least, most], i) => [`step-${i}`, duty(between(least, most), i)] as const);
        const rest = ['rest', duty(remaining(), first.length)] as const;
        const obligations = Object.fromEntries([...steps, rest]);
        const checked = checkOffer(stock(n), 'x', { text: { obligations } });
        if (!checked.ok) throw new Error(checked.faults.map(({ message }) => message).join(' '));
        const least = first.reduce((sum, [one]) => sum + one, 0);
        const most = first.reduce((sum, [, one]) => sum + one, 0);
        expect(schedule(stock(n), checked.value).duties.at(-1)?.amount).toEqual({ least: n - most, most: n - least });
      }),
      { numRuns: 100 },
    );
  });
});
