import { fault, FaultError, type Fault } from '../base/fault.js';
import { show } from '../base/plain.js';
import { didYouMean } from '../base/spelling.js';

/**
 * Refuses weights that are none: `analysis/bad-weight` for one that is no number above zero, `analysis/unknown-weight` for
 * what is not among these, `analysis/missing-weight` for any of these that has none.
 */
export function checkWeights(weights: Readonly<Record<string, number>>, of: readonly string[]): void {
  const given = Object.entries(weights).flatMap(([id, weight]: [string, unknown]): readonly Fault[] => {
    if (!of.includes(id)) {
      const message = `There is nothing called '${id}' to weigh. ${didYouMean(id, of)}`;
      return [fault('analysis/unknown-weight', ['weights', id], message, { id, known: of })];
    }
    if (typeof weight === 'number' && weight > 0 && Number.isFinite(weight)) return [];
    const message = `'${id}' cannot weigh ${show(weight)}: give a number above zero, or no weights at all.`;
    return [fault('analysis/bad-weight', ['weights', id], message, { id, weight: show(weight) })];
  });
  const missing = of.filter((id) => !Object.hasOwn(weights, id));
  const untold = missing.map((id) => {
    const message = `'${id}' has no weight: where some are weighed, all have to be.`;
    return fault('analysis/missing-weight', ['weights', id], message, { id });
  });
  if (given.length + untold.length > 0) throw new FaultError('These weights do not do.', [...given, ...untold]);
}
