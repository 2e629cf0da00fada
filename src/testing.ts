// Arbitraries for fast-check, which must be installed beside this package
export { conditions } from './testing/conditions.js';
export type { ConditionsConstraints } from './testing/conditions.js';
export { drawOffers, isEmptyRegion } from './testing/draw-offers.js';
export type { DrawOffersConstraints } from './testing/draw-offers.js';
export { offers } from './testing/offers.js';
export type { OffersConstraints } from './testing/offers.js';
export { partialOffersOf } from './testing/partial-offers.js';
export type { PartialOffersConstraints } from './testing/partial-offers.js';
export { scenarios } from './testing/scenarios.js';
export type { ScenariosConstraints } from './testing/scenarios.js';
