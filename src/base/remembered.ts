import { isDeepFrozen } from './freeze.js';

/**
 * The same function, which works a thing out once and then remembers it, as long as the thing itself lives. What can
 * still change is worked out each time. `work` may read nothing but what it is given.
 */
export function remembered<K extends object, V extends object>(work: (from: K) => V): (from: K) => V {
  const known = new WeakMap<K, V>();
  return (from) => {
    const found = known.get(from);
    if (found) return found;
    const value = work(from);
    if (isDeepFrozen(from)) known.set(from, value);
    return value;
  };
}
