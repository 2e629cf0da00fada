import * as z from 'zod/mini';
import type { Namers } from '../../terms/amount-words.js';
import type { Surface } from '../../terms/surface.js';
import type { Checked } from '../checks.js';
import type { Formula } from '../formula.js';
import { opposite, type Frame } from '../frame.js';
import { judgedAny, judgedNot, type Judge } from '../judged.js';
import type { Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/** That where one condition holds, another does; where the first does not hold, nothing is asked. */
export interface IfThen<Child> {
  readonly kind: 'ifThen';
  readonly if: Child;
  readonly then: Child;
}

export const judge = <Child>(...[c, surface, go]: Parameters<Reading<IfThen<Child>, Surface, Judge, Child>>): Judge => {
  const [premise, conclusion] = [go(c.if, surface), go(c.then, surface)];
  return (deal) => judgedAny([judgedNot(premise(deal)), conclusion(deal)]);
};

export const say = <Child>(...[c, namers, go]: Parameters<Reading<IfThen<Child>, Namers, string, Child>>): string =>
  `if (${go(c.if, namers)}) then (${go(c.then, namers)})`;

export const encode = <Child>(
  ...[c, frame, go]: Parameters<Reading<IfThen<Child>, Frame, Formula, Child>>
): Formula => ({
  kind: frame.want === 'met' ? 'or' : 'and',
  of: [go(c.if, opposite(frame)), go(c.then, frame)],
});

export const draw = <Child>(...[c, frame, go]: Parameters<Reading<IfThen<Child>, Frame, Region, Child>>): Region => ({
  kind: frame.want === 'met' ? 'either' : 'both',
  of: [go(c.if, opposite(frame)), go(c.then, frame)],
});

export const shape = <T extends z.core.$ZodType>(child: T) =>
  z.strictObject({ kind: z.literal('ifThen'), if: child, then: child });

export const mentions = <Child>(
  ...[c, input, go]: Parameters<Reading<IfThen<Child>, undefined, readonly Mention[], Child>>
): readonly Mention[] => [...go(c.if, input), ...go(c.then, input)];

export const check = <Child>(...[c, where, go]: Parameters<Reading<IfThen<Child>, Checked, void, Child>>): void => {
  go(c.if, where.in('if'));
  go(c.then, where.in('then'));
};
