import type { Region } from '../positions/region.js';

/** A region once for each of its branches, however deep, with that branch alone in place of those beside it. */
export function* branchesOf(region: Region): Generator<Region> {
  if (region.kind === 'band') return;
  for (const [at, part] of region.of.entries()) {
    if (region.kind === 'either') yield part;
    for (const narrower of branchesOf(part)) {
      yield region.kind === 'either' ? narrower : { kind: 'both', of: region.of.with(at, narrower) };
    }
  }
}
