import type { Region } from '../positions/region.js';
import type { Point } from '../terms/layout.js';
import type { Guide } from './search.js';

/** Where to look: a point within a further region that a guide finds; none where there is none. */
export type Within = (narrowed: Region, guide: Guide) => Point | undefined;
