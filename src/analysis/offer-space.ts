import { fault, FaultError } from '../base/fault.js';
import type { Tie } from '../base/ties.js';
import { encode } from '../positions/encode.js';
import type { Formula, NamedMultiple } from '../positions/formula.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import type { Layout } from '../terms/layout.js';
import type { Program, Unknown } from './program.js';

/**
 * The offer space as a program: its variables, its ties, and the invariants, which every deal has to meet.
 *
 * What has no upper end and is not asked about is given one that its own lower ends leave room for: it never keeps the rest
 * from being so.
 *
 * @param asked - everything that will be asked of it besides
 * @throws a `FaultError` with `analysis/unbounded` where what is asked turns on a figure without an upper end
 */
export function offerSpace(scenario: Scenario, asked: readonly Formula[]): Program {
  const { layout } = settingOf(scenario);
  const norms = Object.values(scenario.invariants).map(({ condition }) => met(scenario, condition));
  const spoken = namesIn([...asked, ...norms]);
  const room = Math.max(0, ...layout.variables.map((v) => v.least));
  const unknowns = layout.variables.map(({ name, least, most }): Unknown => {
    if (Number.isFinite(most)) return { name, least, most };
    // How far a count may reach is a matter for whoever asks about it.
    if (spoken.has(name) && !name.startsWith('count ')) refuseUnbounded(scenario, name);
    return { name, least, most: room };
  });
  return { unknowns, must: [...layout.ties.flatMap((tie) => rowsOf(tie, layout)), ...norms] };
}

/** That a condition is met, as a formula over the offer space. */
export function met(scenario: Scenario, condition: Parameters<typeof encode>[0]): Formula {
  return encode(condition, { ...settingOf(scenario), want: 'met' });
}

/** A tie as linear formulas: one for each end it has. */
export function rowsOf({ sum, least, most }: Tie, { variables }: Layout): readonly Formula[] {
  const named = (sign: 1 | -1): readonly NamedMultiple[] =>
    sum.map((m) => ({ of: variables[m.of]?.name ?? '', times: sign * m.times }));
  return [
    ...(least === undefined || least === -Infinity ? [] : [{ kind: 'linear', sum: named(1), least } as const]),
    ...(most === undefined || most === Infinity ? [] : [{ kind: 'linear', sum: named(-1), least: -most } as const]),
  ];
}

/** The names of all unknowns that formulas speak of. */
export function namesIn(formulas: readonly Formula[]): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (formula: Formula): void => {
    if (formula.kind === 'linear') for (const m of formula.sum) names.add(m.of);
    else formula.of.forEach(walk);
  };
  formulas.forEach(walk);
  return names;
}

/** Refuses a figure without an upper end: `analysis/unbounded`. */
export function refuseUnbounded(scenario: Scenario, name: string): never {
  const id = name.split(/[@/]/)[0] ?? name;
  const isLength = id === 'length';
  const wayOut = isLength
    ? 'Say how long a deal may last at most: space: { days: … }.'
    : `Say how much it may be at most: terms: { '${id}': { bounds: { most: … } } }.`;
  const message = `Nothing can be said of all offers while ${isLength ? 'their length' : `'${id}'`} has no upper end. ${wayOut}`;
  throw new FaultError(`The offers of '${scenario.id}' cannot be analysed.`, [
    fault('analysis/unbounded', isLength ? ['space', 'days'] : ['terms', id, 'bounds', 'most'], message, { term: id }),
  ]);
}
