import * as z from 'zod/mini';
import type { Namers } from '../../terms/amount-words.js';
import type { Surface } from '../../terms/surface.js';
import type { Checked } from '../checks.js';
import type { Formula } from '../formula.js';
import { opposite, type Frame } from '../frame.js';
import { judgedNot, type Judge } from '../judged.js';
import type { Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/** That a condition does not hold. */
export interface Not<Child> {
  readonly kind: 'not';
  readonly of: Child;
}

export const judge = <Child>(...[c, surface, go]: Parameters<Reading<Not<Child>, Surface, Judge, Child>>): Judge => {
  const part = go(c.of, surface);
  return (deal) => judgedNot(part(deal));
};

export const say = <Child>(...[c, namers, go]: Parameters<Reading<Not<Child>, Namers, string, Child>>): string =>
  `not (${go(c.of, namers)})`;

export const encode = <Child>(...[c, frame, go]: Parameters<Reading<Not<Child>, Frame, Formula, Child>>): Formula =>
  go(c.of, opposite(frame));

export const draw = <Child>(...[c, frame, go]: Parameters<Reading<Not<Child>, Frame, Region, Child>>): Region =>
  go(c.of, opposite(frame));

export const shape = <T extends z.core.$ZodType>(child: T) => z.strictObject({ kind: z.literal('not'), of: child });

export const mentions = <Child>(
  ...[c, input, go]: Parameters<Reading<Not<Child>, undefined, readonly Mention[], Child>>
): readonly Mention[] => go(c.of, input);

export const check = <Child>(...[c, where, go]: Parameters<Reading<Not<Child>, Checked, void, Child>>): void => {
  go(c.of, where.in('of'));
};
