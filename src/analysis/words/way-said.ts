import { listed } from '../../base/list.js';
import type { Formula } from '../../positions/formula.js';
import type { VariableSaid } from './variables-said.js';

/** What is left of an unknown. */
interface Ends {
  least: number;
  most: number;
}

/**
 * What one way to meet something asks, where that is of one unknown after another: `x at least 80 tonnes and with “gate”`;
 * nothing where it asks more than can be said so.
 */
export function waySaid(variables: ReadonlyMap<string, VariableSaid>, asks: Formula): string | undefined {
  const ends = new Map<string, Ends>();
  if (!narrowedBy(asks, ends)) return undefined;
  const said = [...ends].flatMap(([name, left]) => leftSaid(variables.get(name), name, left));
  return said.length === 0 ? undefined : listed(said);
}

/** Notes what a formula leaves of each unknown; false where it is not of one unknown after another. */
function narrowedBy(formula: Formula, ends: Map<string, Ends>): boolean {
  if (formula.kind !== 'linear') return formula.kind === 'and' && formula.of.every((part) => narrowedBy(part, ends));
  const [only, ...others] = formula.sum.filter((m) => m.times !== 0);
  if (!only || others.length > 0) return others.length === 0;
  const { of, times } = only;
  const left = ends.get(of) ?? { least: -Infinity, most: Infinity };
  if (times > 0) left.least = Math.max(left.least, Math.ceil(formula.least / times));
  else left.most = Math.min(left.most, Math.floor(formula.least / times));
  ends.set(of, left);
  return true;
}

function leftSaid(variable: VariableSaid | undefined, name: string, { least, most }: Ends): readonly string[] {
  const label = variable?.label ?? name;
  if (variable?.kind === 'figure') {
    const [from, to] = [least, most].map((n) => (Number.isFinite(n) ? variable.figure(n + 0) : undefined));
    if (from === undefined) return [`${label} at most ${to ?? ''}`];
    if (to === undefined) return [`${label} at least ${from}`];
    return [least === most ? `${label} ${from}` : `${label} from ${from} to ${to}`];
  }
  // Of what is so or not so, to be at least nothing, or at most one, asks nothing.
  return least > 0 || most < 1 ? [`${least > 0 ? 'with' : 'without'} “${label}”`] : [];
}
