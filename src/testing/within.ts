import type { Region } from '../positions/region.js';
import type { Point } from '../terms/layout.js';
import type { Guide } from './search.js';

/** Where to look for points. */
export interface Within {
  readonly region: Region;
  /** A point within a further region that a guide finds; none where there is none. */
  readonly find: (narrowed: Region, guide: Guide) => Point | undefined;
  /** The same as close to a point as may be, `simplify` naming what takes the simplest value there is instead. */
  readonly nearest: (narrowed: Region, point: Point, simplify?: (place: number) => boolean) => Point | undefined;
}
