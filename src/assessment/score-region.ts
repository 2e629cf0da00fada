import type { NamedMultiple } from '../positions/formula.js';
import type { Region } from '../positions/region.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import type { PointsPart, Score, TablePart } from '../scenario/score.js';
import { decimalsOf, inSteps, scaled } from '../terms/decimal.js';
import { flagName, optionName, quantitySum } from '../terms/layout.js';
import { quantityAt } from '../terms/term.js';

/** A whole number over another. */
interface Share {
  readonly times: number;
  readonly over: number;
}

/**
 * A stretch on which a part is worth a straight line: so much for each of its variables, and so much anyway, in the
 * smallest digit of the score's figures.
 */
interface Stretch {
  readonly within: Region;
  readonly sum: readonly (Share & { readonly of: string })[];
  readonly anyway: Share;
}

/** Where the offers lie that are worth a party's threshold: for each way to take one stretch of every part, a band. */
export function worthEnough(scenario: Scenario, { parts, threshold }: Score): Region {
  const worths = parts.flatMap((part) =>
    'points' in part ? part.points.map((p) => p.worth) : Object.values(part.table),
  );
  const digits = Math.max(...[threshold, ...worths].map(decimalsOf));
  const ways = parts
    .map((part) => ('points' in part ? stretchesOf(scenario, part, digits) : [tabled(scenario, part, digits)]))
    .reduce<readonly (readonly Stretch[])[]>(
      (ways, stretches) => ways.flatMap((way) => stretches.map((stretch) => [...way, stretch])),
      [[]],
    );
  return { kind: 'either', of: ways.map((way) => enoughIn(way, scaled(threshold, digits))) };
}

/** Whole numbers without limit, until what divides them all is gone: what is still too large is told from what is exact. */
function enoughIn(way: readonly Stretch[], threshold: number): Region {
  const over = [...way.flatMap((stretch) => stretch.sum), ...way.map((stretch) => stretch.anyway)].reduce(
    (most, one) => (most / commonDivisor(most, BigInt(one.over))) * BigInt(one.over),
    1n,
  );
  const whole = (share: Share) => BigInt(share.times) * (over / BigInt(share.over));
  const sum = way.flatMap((stretch) => stretch.sum.map((m) => ({ of: m.of, times: whole(m) })));
  const least = BigInt(threshold) * over - way.reduce((total, stretch) => total + whole(stretch.anyway), 0n);
  const divisor = sum.reduce((d, { times }) => commonDivisor(d, times), 0n) || 1n;
  return {
    kind: 'both',
    of: [
      ...way.map((stretch) => stretch.within),
      {
        kind: 'band',
        sum: sum.map(({ of, times }): NamedMultiple => ({ of, times: Number(times / divisor) })),
        // Rounded up: multiples of the divisor reach this exactly where they reach what it is rounded up to.
        least: Number(least > 0n ? (least + divisor - 1n) / divisor : least / divisor),
      },
    ],
  };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function stretchesOf(scenario: Scenario, { of, in: scope, points }: PointsPart, digits: number): readonly Stretch[] {
  const layout = layoutOf(scenario);
  const { step } = quantityAt(scenario.terms, of);
  const variables = quantitySum(layout, of, scope).map((m) => ({
    of: layout.variables[m.of]?.name ?? '',
    times: m.times,
  }));
  const between = (from: number | undefined, to: number | undefined): Region => ({
    kind: 'band',
    sum: variables,
    ...(from !== undefined && { least: Math.ceil(inSteps(from, step)) }),
    ...(to !== undefined && { most: Math.floor(inSteps(to, step)) }),
  });
  const [first, last] = [points[0], points.at(-1)];
  const level = (worth: number, within: Region): Stretch => ({
    within,
    sum: [],
    anyway: { times: scaled(worth, digits), over: 1 },
  });
  return [
    ...(first ? [level(first.worth, between(undefined, first.at))] : []),
    ...points.slice(1).map((right, i): Stretch => {
      const left = points[i] ?? right;
      const decimals = Math.max(decimalsOf(left.at), decimalsOf(right.at), decimalsOf(step));
      const rise = scaled(right.worth, digits) - scaled(left.worth, digits);
      const over = scaled(right.at, decimals) - scaled(left.at, decimals);
      return {
        within: between(left.at, right.at),
        sum: variables.map((v) => ({ of: v.of, times: v.times * rise * scaled(step, decimals), over })),
        anyway: { times: scaled(left.worth, digits) * over - rise * scaled(left.at, decimals), over },
      };
    }),
    ...(last ? [level(last.worth, between(last.at, undefined))] : []),
  ];
}

function tabled({ terms }: Scenario, { of, in: phase, table }: TablePart, digits: number): Stretch {
  const within: Region = { kind: 'both', of: [] };
  if (terms[of]?.kind === 'flag') {
    const [yes, no] = [scaled(table['yes'] ?? 0, digits), scaled(table['no'] ?? 0, digits)];
    return { within, sum: [{ of: flagName(of, phase), times: yes - no, over: 1 }], anyway: { times: no, over: 1 } };
  }
  const sum = Object.entries(table).map(([option, worth]) => ({
    of: optionName(of, option, phase),
    times: scaled(worth, digits),
    over: 1,
  }));
  return { within, sum, anyway: { times: 0, over: 1 } };
}
