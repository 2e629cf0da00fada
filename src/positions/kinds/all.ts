import * as z from 'zod/mini';
import type { Namers } from '../../terms/amount-words.js';
import type { Surface } from '../../terms/surface.js';
import type { Checked } from '../checks.js';
import type { Formula } from '../formula.js';
import type { Frame } from '../frame.js';
import { judgedAll, type Judge } from '../judged.js';
import type { Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/** That every one of several conditions holds; of none, that nothing is asked. */
export interface All<Child> {
  readonly kind: 'all';
  readonly of: readonly Child[];
}

export const judge = <Child>(...[c, surface, go]: Parameters<Reading<All<Child>, Surface, Judge, Child>>): Judge => {
  const parts = c.of.map((child) => go(child, surface));
  return (deal) => judgedAll(parts.map((part) => part(deal)));
};

export const say = <Child>(...[c, namers, go]: Parameters<Reading<All<Child>, Namers, string, Child>>): string =>
  `all of [${c.of.map((child) => `(${go(child, namers)})`).join(' and ')}]`;

export const encode = <Child>(...[c, frame, go]: Parameters<Reading<All<Child>, Frame, Formula, Child>>): Formula => ({
  kind: frame.want === 'met' ? 'and' : 'or',
  of: c.of.map((child) => go(child, frame)),
});

export const draw = <Child>(...[c, frame, go]: Parameters<Reading<All<Child>, Frame, Region, Child>>): Region => ({
  kind: frame.want === 'met' ? 'both' : 'either',
  of: c.of.map((child) => go(child, frame)),
});

export const shape = <T extends z.core.$ZodType>(child: T) =>
  z.strictObject({ kind: z.literal('all'), of: z.array(child) });

export const mentions = <Child>(
  ...[c, input, go]: Parameters<Reading<All<Child>, undefined, readonly Mention[], Child>>
): readonly Mention[] => c.of.flatMap((child) => go(child, input));

export const check = <Child>(...[c, where, go]: Parameters<Reading<All<Child>, Checked, void, Child>>): void => {
  c.of.forEach((child, i) => {
    go(child, where.in('of', i));
  });
};
