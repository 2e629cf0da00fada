import * as z from 'zod/mini';
import type { Deal } from '../../offers/deal.js';
import type { Namers } from '../../terms/amount-words.js';
import { drawAsk, encodeAsk, judgeAsk } from '../ask.js';
import type { Checked } from '../checks.js';
import type { Formula } from '../formula.js';
import { opposite, type Frame } from '../frame.js';
import { askHappens, checkHappening, sayHappening } from '../happening.js';
import { judgedAll, judgedAny, judgedNot, type Judged } from '../judged.js';
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

export const judge: Reading<Before, Deal, Judged> = (c, deal) => {
  const happens = (path: string, phase: number) => judgeAsk(askHappens(deal, path, phase), deal, path);
  return judgedAll(
    upTo(deal.layout.phases).map((phase) =>
      judgedAny([judgedNot(happens(c.then, phase)), ...upTo(phase - 1).map((earlier) => happens(c.first, earlier))]),
    ),
  );
};

export const say: Reading<Before, Namers, string> = (c, namers) =>
  `${sayHappening(c.first, namers)} begins before ${sayHappening(c.then, namers)} begins`;

export const encode: Reading<Before, Frame, Formula> = (c, frame) => {
  const happens = (f: Frame, path: string, phase: number) => encodeAsk(askHappens(f, path, phase), f.layout, f.want);
  const [outer, inner] = frame.want === 'met' ? (['and', 'or'] as const) : (['or', 'and'] as const);
  return {
    kind: outer,
    of: upTo(frame.layout.phases).map((phase) => ({
      kind: inner,
      of: [
        happens(opposite(frame), c.then, phase),
        ...upTo(phase - 1).map((earlier) => happens(frame, c.first, earlier)),
      ],
    })),
  };
};

export const draw: Reading<Before, Frame, Region> = (c, frame) => {
  const happens = (f: Frame, path: string, phase: number) => drawAsk(askHappens(f, path, phase), f.layout, f.want);
  const [outer, inner] = frame.want === 'met' ? (['both', 'either'] as const) : (['either', 'both'] as const);
  return {
    kind: outer,
    of: upTo(frame.layout.phases).map((phase) => ({
      kind: inner,
      of: [
        happens(opposite(frame), c.then, phase),
        ...upTo(phase - 1).map((earlier) => happens(frame, c.first, earlier)),
      ],
    })),
  };
};

export const shape = () => z.strictObject({ kind: z.literal('before'), first: z.string(), then: z.string() });

export const mentions: Reading<Before, undefined, readonly Mention[]> = (c) => [{ term: c.first }, { term: c.then }];

export const check: Reading<Before, Checked, void> = (c, where) => {
  checkHappening(where, c.first, 'first');
  checkHappening(where, c.then, 'then');
};

function upTo(phase: number): readonly number[] {
  return Array.from({ length: phase }, (_, i) => i + 1);
}
