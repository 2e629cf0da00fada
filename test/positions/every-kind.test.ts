import {
  draw,
  encode,
  judge,
  readDeal,
  say,
  settingOf,
  type Condition,
  type Deal,
  type Formula,
  type Judged,
  type Region,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { mentions } from '../../src/positions/mentions.js';
import { conditionShape } from '../../src/positions/shape.js';
import { lineOf } from '../../src/positions/suppositions.js';
import { expectGolden } from '../support/golden.js';
import { CONDITIONS, everyKind } from './every-kind.js';

const setting = settingOf(everyKind);
/** Where it is told apart whether a length is worded in one, two or three months. */
const worded = settingOf({ ...everyKind, space: { ...everyKind.space, months: [1, 2, 3] } });

type Sum = readonly { readonly of: string; readonly times: number }[];

const added = (sum: Sum) => sum.map(({ of, times }) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${of}`).join(' ');

function formula(f: Formula): string {
  return f.kind === 'linear' ? `${added(f.sum)} >= ${f.least}` : `${f.kind}(${f.of.map(formula).join(', ')})`;
}

function region(r: Region): string {
  if (r.kind !== 'band') return `${r.kind}(${r.of.map(region).join(', ')})`;
  return `${r.least ?? ''} <= ${added(r.sum)} <= ${r.most ?? ''}`;
}

function judged({ verdict, support, approximate, margins, causes }: Judged, deal: Deal): string {
  const paths = (facts: readonly number[]) => facts.map((f) => deal.facts[f]?.path ?? f).join(' ');
  return [
    `${verdict}${approximate ? ' about' : ''} by [${paths(support)}]`,
    ...margins.map(
      (m) => `${m.of} ${m.op} ${m.slack.least ?? ''}..${m.slack.most ?? ''} ${m.unit.many} [${paths(m.support)}]`,
    ),
    ...causes.map((c) => `${c.of} ${c.why}`),
  ].join('; ');
}

function linesOf(condition: Condition): readonly string[] {
  const { basis, because } = lineOf({ condition, basis: 'reported' }, setting.terms);
  return [
    say(condition, setting),
    `  speaks of ${JSON.stringify(mentions(condition, undefined))}; ${basis}${because === undefined ? '' : `: ${because}`}`,
    ...(['met', 'unmet'] as const).flatMap((want) => {
      const frame = { ...setting, want };
      return [`  ${want} where ${formula(encode(condition, frame))}`, `  ${want} in ${region(draw(condition, frame))}`];
    }),
    ...(condition.kind === 'length' ? wordedLines(condition) : []),
    ...Object.values(everyKind.offers).map((offer) => {
      const deal = readDeal(setting, offer);
      return `  ${offer.id} ${judged(judge(condition, deal), deal)}`;
    }),
  ];
}

/** Those readings of a length that differ where months are told apart. */
function wordedLines(condition: Condition): readonly string[] {
  return (['met', 'unmet'] as const).flatMap((want) => {
    const frames = [setting, worded].map((one) => ({ ...one, want }));
    const [formulas, regions] = [
      frames.map((frame) => formula(encode(condition, frame))),
      frames.map((frame) => region(draw(condition, frame))),
    ];
    return [
      ...(formulas[0] === formulas[1] ? [] : [`  ${want}, in whatever words, where ${formulas[1]}`]),
      ...(regions[0] === regions[1] ? [] : [`  ${want}, in whatever words, in ${regions[1]}`]),
    ];
  });
}

/** Whether a key of no value stands anywhere in it. */
function hasUndefined(data: unknown): boolean {
  return (
    typeof data === 'object' && data !== null && Object.values(data).some((v) => v === undefined || hasUndefined(v))
  );
}

describe('conditions of every kind', () => {
  it('are said, encoded, drawn and judged on every offer as they were', () => {
    expectGolden(`${CONDITIONS.flatMap(linesOf).join('\n')}\n`, 'conditions.txt');
  });

  it('are read as plain data, in which no key is without a value', () => {
    for (const condition of CONDITIONS) {
      const frames = [setting, worded].flatMap((one) => [
        { ...one, want: 'met' } as const,
        { ...one, want: 'unmet' } as const,
      ]);
      const deals = Object.values(everyKind.offers).map((offer) => readDeal(setting, offer));
      const read = [
        mentions(condition, undefined),
        frames.map((frame) => [encode(condition, frame), draw(condition, frame)]),
        deals.map((deal) => judge(condition, deal)),
      ];
      expect(hasUndefined(read), JSON.stringify(condition)).toBe(false);
    }
  });

  it('have a shape, which leaves them as they are', () => {
    for (const condition of CONDITIONS) expect(conditionShape().parse(condition)).toEqual(condition);
  });
});
