import {
  about,
  atMost,
  between,
  days,
  defineScenario,
  draw,
  encode,
  holds,
  judge,
  lessThan,
  liesIn,
  months,
  moreThan,
  readDeal,
  settingOf,
  some,
  upTo,
  type AmountDraft,
  type LengthUnit,
  type Op,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { monthsAt } from '../../src/positions/kinds/length.js';

const OPS: readonly Op[] = ['>=', '>', '<=', '<', '='];

describe('the months that offers are told apart by', () => {
  const at = (line: AmountDraft, unit: LengthUnit = 'months') => monthsAt({ kind: 'length', op: '>=', line, unit });

  it('are the whole ones that a line lies at or between', () => {
    expect([at(2), at(1), at(between(1, 3)), at(moreThan(1)), at(lessThan(2)), at(about(2, 0.5))]).toEqual([
      [2],
      [1],
      [1, 3],
      [1, 2],
      [1, 2],
      [1, 2, 3],
    ]);
  });

  it('are none in other units, and never none or without end', () => {
    expect([at(2, 'weeks'), at(60, 'days'), at(0), at(atMost(0)), at(some())]).toEqual([[], [], [], [], [1]]);
  });
});

/** So many days, and the months that they are worded in. */
interface Worded {
  readonly days: number;
  readonly months?: number;
}

const ENDS: Readonly<Record<number, readonly [number, number]>> = { 1: [28, 31], 2: [59, 62] };

function wordings(n: number): readonly Worded[] {
  const fitting = Object.entries(ENDS).filter(([, [least, most]]) => n >= least && n <= most);
  return [{ days: n }, ...fitting.map(([m]) => ({ days: n, months: Number(m) }))];
}

/** Deals of one phase and of two, with lengths on both sides of each end that one or two months have. */
const DEALS: readonly (readonly [whole: Worded, ...phases: Worded[]])[] = [
  ...[27, 28, 31, 32, 58, 59, 62, 63].flatMap((n) =>
    wordings(n).flatMap((whole) => wordings(n).map((only): [Worded, Worded] => [whole, only])),
  ),
  ...[31, 59, 62].flatMap((n) =>
    [0, 28, 31].flatMap((first) =>
      wordings(n).flatMap((whole) =>
        wordings(first).flatMap((one) => wordings(n - first).map((two): [Worded, Worded, Worded] => [whole, one, two])),
      ),
    ),
  ),
];

const scenario = defineScenario({
  id: 'told-apart',
  parties: { north: {} },
  terms: { calm: { kind: 'flag', absent: false } },
  space: { phases: { least: 1, most: 2 }, days: 64, months: [1, 2] },
  positions: {},
  offers: Object.fromEntries(
    DEALS.map(([whole, ...phases], i) => {
      const said = (one: Worded) => (one.months === undefined ? days(one.days) : months(one.months, one));
      return [
        `deal${i}`,
        { known: 'full' as const, length: said(whole), phases: phases.map((one) => ({ length: said(one) })) },
      ];
    }),
  ),
});

/** The value of every variable of a deal that is not 0. Of a deal of one phase, the phase and the whole are the same. */
function valuesOf([whole, ...phases]: (typeof DEALS)[number]): Readonly<Record<string, number>> {
  const found = phases.length === 1 ? (whole.months ?? phases[0]?.months) : undefined;
  const of = (name: string, one: Worded) => {
    const worded = found ?? one.months;
    return { [name]: one.days, ...(worded !== undefined && { [`${name}=${worded} months`]: 1 }) };
  };
  const each = phases.map((one, i) => ({ [`phase@${i + 1}`]: 1, ...of(`length@${i + 1}`, one) }));
  return Object.assign({ phases: phases.length, ...of('length', whole) }, ...each) as Readonly<Record<string, number>>;
}

describe('on deals that word a length in months or do not, judged, encoded and drawn say the same', () => {
  const setting = settingOf(scenario);
  const deals = Object.values(scenario.offers).map((offer, i) => ({
    deal: readDeal(setting, offer),
    values: valuesOf(DEALS[i]!),
  }));

  it.each<[string, AmountDraft]>([
    ['1', 1],
    ['2', 2],
    ['about 2', about(2)],
    ['1 to 2', between(1, 2)],
    ['more than 1', moreThan(1)],
    ['up to 1', upTo(1)],
  ])('of lines at %s', (_, line) => {
    for (const op of OPS) {
      for (const scope of [undefined, 1, 2, { upTo: 1 }, { upTo: 2 }]) {
        const condition = { kind: 'length', op, line, unit: 'months', ...(scope && { in: scope }) } as const;
        const judged = deals.map(({ deal }) => judge(condition, deal).verdict);
        for (const want of ['met', 'unmet'] as const) {
          const [formula, region] = [encode(condition, { ...setting, want }), draw(condition, { ...setting, want })];
          const wanted = judged.map((verdict) => verdict === want);
          const message = `${want}: ${JSON.stringify(condition)}`;
          expect(
            deals.map(({ values }) => holds(formula, values)),
            message,
          ).toEqual(wanted);
          expect(
            deals.map(({ values }) => liesIn(region, values)),
            message,
          ).toEqual(wanted);
        }
      }
    }
  });
});
