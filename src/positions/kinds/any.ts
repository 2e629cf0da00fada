import * as z from 'zod/mini';
import type { Namers } from '../../terms/amount-words.js';
import type { Surface } from '../../terms/surface.js';
import type { Checked } from '../checks.js';
import type { Formula } from '../formula.js';
import type { Frame } from '../frame.js';
import { judgedAny, type Judge } from '../judged.js';
import type { Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/** That at least one of several conditions holds; of none, that nothing will do. */
export interface Any<Child> {
  readonly kind: 'any';
  readonly of: readonly Child[];
}

export const judge = <Child>(...[c, surface, go]: Parameters<Reading<Any<Child>, Surface, Judge, Child>>): Judge => {
  const parts = c.of.map((child) => go(child, surface));
  return (deal) => judgedAny(parts.map((part) => part(deal)));
};

export const say = <Child>(...[c, namers, go]: Parameters<Reading<Any<Child>, Namers, string, Child>>): string =>
  `any of [${c.of.map((child) => `(${go(child, namers)})`).join(' or ')}]`;

export const encode = <Child>(...[c, frame, go]: Parameters<Reading<Any<Child>, Frame, Formula, Child>>): Formula => ({
  kind: frame.want === 'met' ? 'or' : 'and',
  of: c.of.map((child) => go(child, frame)),
});

export const draw = <Child>(...[c, frame, go]: Parameters<Reading<Any<Child>, Frame, Region, Child>>): Region => ({
  kind: frame.want === 'met' ? 'either' : 'both',
  of: c.of.map((child) => go(child, frame)),
});

export const shape = <T extends z.core.$ZodType>(child: T) =>
  z.strictObject({ kind: z.literal('any'), of: z.array(child) });

export const mentions = <Child>(
  ...[c, input, go]: Parameters<Reading<Any<Child>, undefined, readonly Mention[], Child>>
): readonly Mention[] => c.of.flatMap((child) => go(child, input));

export const check = <Child>(...[c, where, go]: Parameters<Reading<Any<Child>, Checked, void, Child>>): void => {
  c.of.forEach((child, i) => {
    go(child, where.in('of', i));
  });
};
