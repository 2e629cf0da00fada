import { heldIn } from '../base/records.js';
import { added } from './decimal.js';
import { pathsOf, splitPath, type Quantity } from './term.js';

/** The categories that a quantity, a category or a group of one is made of; of the whole, all, and `''` for what is in none. */
function partsOf(quantity: Quantity, category: string | undefined): ReadonlySet<string> {
  const plain = Object.keys(quantity.categories).filter((id) => !quantity.categories[id]?.of);
  if (category !== undefined) return new Set(quantity.categories[category]?.of ?? [category]);
  return new Set(quantity.complete && plain.length > 0 ? plain : [...plain, '']);
}

/** Whether whatever is in one of a quantity's categories is in another as well: each by its path id, the quantity's own the whole. */
export function isWithin(quantity: Quantity, path: string, other: string): boolean {
  if (splitPath(other).category === undefined) return true;
  const [inner, outer] = [path, other].map((one) => partsOf(quantity, splitPath(one).category));
  return [...(inner ?? [])].every((part) => outer?.has(part));
}

/** Whether anything may be in both of two of a quantity's categories: each by its path id. */
export function mayMeet(quantity: Quantity, path: string, other: string): boolean {
  if (quantity.overlap) return true;
  const [one, two] = [path, other].map((each) => partsOf(quantity, splitPath(each).category));
  return [...(one ?? [])].some((part) => two?.has(part));
}

/**
 * How many there are at the least in a quantity or a category of one, where there are so many at the least in each: by path
 * id. Figures of categories that exclude each other add up; of those that may overlap the greatest counts.
 */
export function fewestIn(quantity: Quantity, path: string, least: Readonly<Record<string, number>>): number {
  const paths = pathsOf(splitPath(path).term, quantity).filter((one) => isWithin(quantity, one, path));
  if (quantity.overlap) return Math.max(0, ...paths.map((one) => heldIn(least, one) ?? 0));
  const isAll = (one: string) => isWithin(quantity, path, one);
  const inside = paths.filter((one) => !isAll(one));
  const groups = inside.filter((one) => partsOf(quantity, splitPath(one).category).size > 1);
  // Of groups that share a category one is taken, and what is in none of those taken: nothing is counted twice.
  const apart = inside.map((first) => {
    const taken: string[] = [];
    for (const one of [first, ...groups, ...inside]) {
      if (!taken.some((other) => mayMeet(quantity, one, other))) taken.push(one);
    }
    return taken.reduce((sum, one) => added(sum, fewestIn(quantity, one, least)), 0);
  });
  return Math.max(0, ...paths.filter(isAll).map((one) => heldIn(least, one) ?? 0), ...apart);
}
