import type { NamedMultiple } from '../positions/formula.js';
import type { Region } from '../positions/region.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import type { PointsPart, Score, TablePart } from '../scenario/score.js';
import { decimalsOf, greatestCommonDivisor, scaled } from '../terms/decimal.js';
import { flagName, optionName, quantitySum } from '../terms/layout.js';
import { quantityAt } from '../terms/term.js';

/** A stretch on which a part is worth a straight line: so much for each of its variables, and so much anyway, as fractions. */
interface Stretch {
  readonly within: Region;
  readonly sum: readonly { readonly of: string; readonly over: number; readonly times: number }[];
  readonly anyway: number;
}

/** Where the offers lie that are worth a party's threshold: for each way to take one stretch of every part, a band. */
export function worthEnough(scenario: Scenario, { parts, threshold }: Score): Region {
  const ways = parts
    .map((part) => ('points' in part ? stretchesOf(scenario, part) : [tabled(scenario, part)]))
    .reduce<readonly (readonly Stretch[])[]>(
      (ways, stretches) => ways.flatMap((way) => stretches.map((stretch) => [...way, stretch])),
      [[]],
    );
  return { kind: 'either', of: ways.map((way) => enoughIn(way, threshold)) };
}

function enoughIn(way: readonly Stretch[], threshold: number): Region {
  const multiples = way.flatMap((stretch) => stretch.sum);
  const over = multiples.reduce((most, { over: n }) => (most * n) / greatestCommonDivisor(most, n), 1);
  const anyway = way.reduce((sum, stretch) => sum + stretch.anyway, 0);
  const decimals = Math.max(decimalsOf(threshold), ...multiples.map(({ times }) => decimalsOf(times)), 6);
  const whole = (n: number) => Math.round(n * 10 ** decimals);
  const sum: readonly NamedMultiple[] = multiples.map((m) => ({ of: m.of, times: whole((m.times * over) / m.over) }));
  return {
    kind: 'both',
    of: [...way.map((stretch) => stretch.within), { kind: 'band', sum, least: whole((threshold - anyway) * over) }],
  };
}

function stretchesOf(scenario: Scenario, { of, in: scope, points }: PointsPart): readonly Stretch[] {
  const layout = layoutOf(scenario);
  const { step } = quantityAt(scenario.terms, of);
  const variables = quantitySum(layout, of, scope).map((m) => ({
    of: layout.variables[m.of]?.name ?? '',
    times: m.times,
  }));
  const between = (from: number | undefined, to: number | undefined): Region => ({
    kind: 'band',
    sum: variables,
    ...(from !== undefined && { least: Math.ceil(from / step) }),
    ...(to !== undefined && { most: Math.floor(to / step) }),
  });
  const [first, last] = [points[0], points.at(-1)];
  const level = (worth: number, within: Region): Stretch => ({ within, sum: [], anyway: worth });
  return [
    ...(first ? [level(first.worth, between(undefined, first.at))] : []),
    ...points.slice(1).map((right, i): Stretch => {
      const left = points[i] ?? right;
      const decimals = Math.max(decimalsOf(left.at), decimalsOf(right.at));
      const rise = right.worth - left.worth;
      return {
        within: between(left.at, right.at),
        sum: variables.map((v) => ({
          of: v.of,
          times: v.times * rise * step * 10 ** decimals,
          over: scaled(right.at, decimals) - scaled(left.at, decimals),
        })),
        anyway: left.worth - (rise * left.at) / (right.at - left.at),
      };
    }),
    ...(last ? [level(last.worth, between(last.at, undefined))] : []),
  ];
}

function tabled({ terms }: Scenario, { of, in: phase, table }: TablePart): Stretch {
  const within: Region = { kind: 'both', of: [] };
  if (terms[of]?.kind === 'flag') {
    const { yes = 0, no = 0 } = table;
    return { within, sum: [{ of: flagName(of, phase), times: yes - no, over: 1 }], anyway: no };
  }
  const sum = Object.entries(table).map(([option, times]) => ({ of: optionName(of, option, phase), times, over: 1 }));
  return { within, sum, anyway: 0 };
}
