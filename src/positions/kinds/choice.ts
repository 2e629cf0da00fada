import * as z from 'zod/mini';
import type { Namers } from '../../terms/amount-words.js';
import { sayScope } from '../../terms/scope.js';
import type { Surface } from '../../terms/surface.js';
import { choiceAt, termLabel } from '../../terms/term.js';
import { quoted } from '../../base/quoted.js';
import { askForOptions, checkOptions } from '../options.js';
import { drawAsk, encodeAsk } from '../ask.js';
import { judgeAsk } from '../judge-ask.js';
import { checkScope, checkTerm, type Checked } from '../checks.js';
import type { Formula } from '../formula.js';
import type { Frame } from '../frame.js';
import type { Judge } from '../judged.js';
import type { Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/**
 * That a choice falls on an option, or on one of several. In a phase that a deal has not got, no option is chosen.
 *
 * @example
 * const pause: ChoiceCondition = { kind: 'choice', of: 'ceasefire', is: ['pause'] };
 */
export interface ChoiceCondition<C extends string = string, O extends string = string> {
  readonly kind: 'choice';
  readonly of: C;
  /** For a choice of each phase: which. */
  readonly in?: number;
  /** The options that will do. */
  readonly is: readonly O[];
}

export const judge: Reading<ChoiceCondition, Surface, Judge> = (c, surface) =>
  judgeAsk(askForOptions(surface, c.of, c.in, c.is), surface, c.of);

export const say: Reading<ChoiceCondition, Namers, string> = (c, { terms }) => {
  const { options } = choiceAt(terms, c.of);
  return `${termLabel(terms, c.of)}${sayScope(c.in)}: ${c.is.map((o) => quoted(options[o] ?? o)).join(' or ')}`;
};

export const encode: Reading<ChoiceCondition, Frame, Formula> = (c, frame) =>
  encodeAsk(askForOptions(frame, c.of, c.in, c.is), frame.layout, frame.want);

export const draw: Reading<ChoiceCondition, Frame, Region> = (c, frame) =>
  drawAsk(askForOptions(frame, c.of, c.in, c.is), frame.layout, frame.want);

export const shape = () =>
  z.strictObject({
    kind: z.literal('choice'),
    of: z.string(),
    in: z.optional(z.int().check(z.positive())),
    is: z.array(z.string()).check(z.minLength(1)),
  });

export const mentions: Reading<ChoiceCondition, undefined, readonly Mention[]> = (c) => [
  { term: c.of, ...(c.in === undefined ? {} : { in: c.in }) },
];

export const check: Reading<ChoiceCondition, Checked, void> = (c, where) => {
  const term = checkTerm(where, c.of, 'choice');
  if (term?.kind !== 'choice') return;
  checkScope(where, c.of, term, c.in, false);
  c.is.forEach((option, i) => checkOptions(where.in('is', i), c.of, term, option));
};
