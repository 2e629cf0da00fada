import type { Region } from '../positions/region.js';

/** Everything that does not lie in a region. */
export function complement(region: Region): Region {
  switch (region.kind) {
    case 'band': {
      const { sum, least, most } = region;
      return {
        kind: 'either',
        of: [
          ...(least === undefined ? [] : [{ kind: 'band', sum, most: least - 1 } as const]),
          ...(most === undefined ? [] : [{ kind: 'band', sum, least: most + 1 } as const]),
        ],
      };
    }
    case 'both':
      return { kind: 'either', of: region.of.map(complement) };
    case 'either':
      return { kind: 'both', of: region.of.map(complement) };
  }
}
