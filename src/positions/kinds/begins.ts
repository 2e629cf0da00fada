import * as z from 'zod/mini';
import type { Namers } from '../../terms/amount-words.js';
import type { Surface } from '../../terms/surface.js';
import { drawAsk, encodeAsk } from '../ask.js';
import { checkPhase, type Checked } from '../checks.js';
import type { Formula } from '../formula.js';
import type { Frame } from '../frame.js';
import { asksBegun, checkHappening, judgeBegun, sayHappening } from '../happening.js';
import type { Judge } from '../judged.js';
import type { Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/**
 * That something begins to happen no later than a phase: one step of a quantity or more in one of the phases up to it,
 * or a flag set there.
 *
 * @example
 * const early: Begins = { kind: 'begins', of: 'bodies', noLaterThan: 2 };
 */
export interface Begins<Q extends string = string> {
  readonly kind: 'begins';
  /** A quantity, a category or a flag of each phase. */
  readonly of: Q;
  readonly noLaterThan: number;
}

export const judge: Reading<Begins, Surface, Judge> = (c, surface) => judgeBegun(surface, c.of, c.noLaterThan);

export const say: Reading<Begins, Namers, string> = (c, namers) =>
  `${sayHappening(c.of, namers)} begins no later than phase ${c.noLaterThan}`;

export const encode: Reading<Begins, Frame, Formula> = (c, frame) => ({
  kind: frame.want === 'met' ? 'or' : 'and',
  of: asksBegun(frame, c.of, c.noLaterThan).map((ask) => encodeAsk(ask, frame.layout, frame.want)),
});

export const draw: Reading<Begins, Frame, Region> = (c, frame) => ({
  kind: frame.want === 'met' ? 'either' : 'both',
  of: asksBegun(frame, c.of, c.noLaterThan).map((ask) => drawAsk(ask, frame.layout, frame.want)),
});

export const shape = () =>
  z.strictObject({
    kind: z.literal('begins'),
    of: z.string(),
    noLaterThan: z.int().check(z.positive()),
  });

export const mentions: Reading<Begins, undefined, readonly Mention[]> = (c) => [
  { term: c.of, in: { upTo: c.noLaterThan } },
];

export const check: Reading<Begins, Checked, void> = (c, where) => {
  checkHappening(where, c.of, 'of');
  checkPhase(where.in('noLaterThan'), c.noLaterThan);
};
