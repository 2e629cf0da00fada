import { weightIn, type Agreement } from './agreement.js';

/**
 * The smallest sets of parties whose acceptance makes an agreement: each would be too few without any one of its members.
 *
 * @param most - how many are listed at the most
 * @returns the sets, each in the order of the rule, and whether these are all
 * @example
 * coalitionsOf({ rule: 'quota', of: ['a', 'b', 'c'], needed: 2, vetoes: ['a'], basis: 'assumed' }).sets;
 * // [['a', 'b'], ['a', 'c']]
 */
export function coalitionsOf(
  agreement: Agreement,
  most = 1000,
): { readonly sets: readonly (readonly string[])[]; readonly complete: boolean } {
  if (agreement.rule === 'unanimity') return { sets: [agreement.of], complete: true };
  const { of, needed, vetoes } = agreement;
  const weight = (party: string) => weightIn(agreement, party);
  const total = (parties: readonly string[]) => parties.reduce((sum, party) => sum + weight(party), 0);
  // The heaviest first, so that whoever comes last is the lightest: where it is needed, all are.
  const others = of.filter((party) => !vetoes.includes(party) && weight(party) > 0);
  others.sort((a, b) => weight(b) - weight(a));
  const sets: (readonly string[])[] = [];
  const add = (chosen: readonly string[], sum: number, from: number): boolean => {
    if (sum >= needed) return sets.push(of.filter((p) => vetoes.includes(p) || chosen.includes(p))) < most;
    if (sum + total(others.slice(from)) < needed) return true;
    return others.slice(from).every((party, i) => add([...chosen, party], sum + weight(party), from + i + 1));
  };
  return { complete: add([], total(vetoes), 0), sets };
}
