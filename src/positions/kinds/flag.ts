import * as z from 'zod/mini';
import type { Namers } from '../../terms/amount-words.js';
import { flagName, placeOf } from '../../terms/layout.js';
import { sayScope } from '../../terms/scope.js';
import type { Surface } from '../../terms/surface.js';
import { termLabel } from '../../terms/term.js';
import { drawAsk, encodeAsk, type Ask } from '../ask.js';
import { judgeAsk } from '../judge-ask.js';
import { checkScope, checkTerm, type Checked } from '../checks.js';
import type { Formula } from '../formula.js';
import type { Frame } from '../frame.js';
import type { Judge } from '../judged.js';
import type { Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/**
 * That something is so, or is not. In a phase that a deal has not got, nothing is so.
 *
 * @example
 * const home: FlagCondition = { kind: 'flag', of: 'displacedReturn', is: true };
 */
export interface FlagCondition<F extends string = string> {
  readonly kind: 'flag';
  readonly of: F;
  /** For a flag of each phase: which. */
  readonly in?: number;
  readonly is: boolean;
}

export const judge: Reading<FlagCondition, Surface, Judge> = (c, surface) =>
  judgeAsk(layOutFlag(c, surface), surface, c.of);

export const say: Reading<FlagCondition, Namers, string> = (c, { terms }) =>
  `${termLabel(terms, c.of)}${sayScope(c.in)}: ${c.is ? 'yes' : 'no'}`;

export const encode: Reading<FlagCondition, Frame, Formula> = (c, frame) =>
  encodeAsk(layOutFlag(c, frame), frame.layout, frame.want);

export const draw: Reading<FlagCondition, Frame, Region> = (c, frame) =>
  drawAsk(layOutFlag(c, frame), frame.layout, frame.want);

export const shape = () =>
  z.strictObject({
    kind: z.literal('flag'),
    of: z.string(),
    in: z.optional(z.int().check(z.positive())),
    is: z.boolean(),
  });

export const mentions: Reading<FlagCondition, undefined, readonly Mention[]> = (c) => [
  { term: c.of, ...(c.in === undefined ? {} : { in: c.in }) },
];

export const check: Reading<FlagCondition, Checked, void> = (c, where) => {
  const term = checkTerm(where, c.of, 'flag');
  if (term) checkScope(where, c.of, term, c.in, false);
};

function layOutFlag(c: FlagCondition, { layout }: Surface): Ask {
  const band = c.is ? { least: 1 } : { most: 0 };
  return {
    sum: [{ of: placeOf(layout, flagName(c.of, c.in)), times: 1 }],
    surely: band,
    possibly: band,
    approximate: false,
  };
}
