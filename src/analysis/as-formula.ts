import type { Formula } from '../positions/formula.js';
import type { Region } from '../positions/region.js';

/** That an offer lies in a region, as a formula. */
export function asFormula(region: Region): Formula {
  if (region.kind !== 'band') return { kind: region.kind === 'both' ? 'and' : 'or', of: region.of.map(asFormula) };
  const { sum, least, most } = region;
  const less = sum.map((m) => ({ of: m.of, times: -m.times }));
  return {
    kind: 'and',
    of: [
      ...(least === undefined ? [] : [{ kind: 'linear', sum, least } as const]),
      ...(most === undefined ? [] : [{ kind: 'linear', sum: less, least: -most } as const]),
    ],
  };
}
