import * as z from 'zod/mini';
import type { Namers } from '../../terms/amount-words.js';
import type { Surface } from '../../terms/surface.js';
import { drawAsk, encodeAsk } from '../ask.js';
import type { Checked } from '../checks.js';
import type { Formula } from '../formula.js';
import { opposite, type Frame } from '../frame.js';
import { asksBegun, checkHappening, judgeBegun, sayHappening } from '../happening.js';
import { judgedAll, judgedAny, judgedNot, type Judge } from '../judged.js';
import type { Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/**
 * That one thing begins in an earlier phase than another. Where the other never happens, nothing is asked.
 *
 * @example
 * const order: Before = { kind: 'before', first: 'hostages/women', then: 'hostages/soldiers' };
 */
export interface Before<Q extends string = string> {
  readonly kind: 'before';
  /** A quantity, a category or a flag of each phase. */
  readonly first: Q;
  /** The same; it may happen only in a later phase than `first` began in. */
  readonly then: Q;
}

// In every phase: if the other has begun by then, this one has begun before.
export const judge: Reading<Before, Surface, Judge> = (c, surface) => {
  const begun = (path: string, phase: number) => judgeBegun(surface, path, phase);
  const phases = phasesOf(surface).map((phase) => ({ then: begun(c.then, phase), first: begun(c.first, phase - 1) }));
  return (deal) => judgedAll(phases.map(({ then, first }) => judgedAny([judgedNot(then(deal)), first(deal)])));
};

export const say: Reading<Before, Namers, string> = (c, namers) =>
  `${sayHappening(c.first, namers)} begins before ${sayHappening(c.then, namers)} begins`;

export const encode: Reading<Before, Frame, Formula> = (c, frame) => {
  const begun = (f: Frame, path: string, phase: number): Formula => ({
    kind: f.want === 'met' ? 'or' : 'and',
    of: asksBegun(f, path, phase).map((ask) => encodeAsk(ask, f.layout, f.want)),
  });
  const [outer, inner] = frame.want === 'met' ? (['and', 'or'] as const) : (['or', 'and'] as const);
  return {
    kind: outer,
    of: phasesOf(frame).map((phase) => ({
      kind: inner,
      of: [begun(opposite(frame), c.then, phase), begun(frame, c.first, phase - 1)],
    })),
  };
};

export const draw: Reading<Before, Frame, Region> = (c, frame) => {
  const begun = (f: Frame, path: string, phase: number): Region => ({
    kind: f.want === 'met' ? 'either' : 'both',
    of: asksBegun(f, path, phase).map((ask) => drawAsk(ask, f.layout, f.want)),
  });
  const [outer, inner] = frame.want === 'met' ? (['both', 'either'] as const) : (['either', 'both'] as const);
  return {
    kind: outer,
    of: phasesOf(frame).map((phase) => ({
      kind: inner,
      of: [begun(opposite(frame), c.then, phase), begun(frame, c.first, phase - 1)],
    })),
  };
};

export const shape = () =>
  z.strictObject({
    kind: z.literal('before'),
    first: z.string(),
    then: z.string(),
  });

export const mentions: Reading<Before, undefined, readonly Mention[]> = (c) => [{ term: c.first }, { term: c.then }];

export const check: Reading<Before, Checked, void> = (c, where) => {
  checkHappening(where, c.first, 'first');
  checkHappening(where, c.then, 'then');
};

function phasesOf({ layout }: Surface): readonly number[] {
  return Array.from({ length: layout.phases }, (_, i) => i + 1);
}
