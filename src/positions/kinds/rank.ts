import * as z from 'zod/mini';
import { fault } from '../../base/fault.js';
import { quoted } from '../../base/quoted.js';
import type { Namers } from '../../terms/amount-words.js';
import { sayScope } from '../../terms/scope.js';
import type { Surface } from '../../terms/surface.js';
import { choiceAt, termLabel } from '../../terms/term.js';
import { drawAsk, encodeAsk, type Ask } from '../ask.js';
import { judgeAsk } from '../judge-ask.js';
import { checkScope, checkTerm, type Checked } from '../checks.js';
import type { Formula } from '../formula.js';
import type { Frame } from '../frame.js';
import type { Judge } from '../judged.js';
import { OP_WORDS } from '../line.js';
import type { Mention } from '../mention.js';
import type { Op } from '../op.js';
import { askForOptions, checkOptions } from '../options.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/** How an option may be held against another of an ordered choice. */
export const RANK_OPS = ['>=', '<=', '>', '<'] as const satisfies readonly RankCondition['op'][];

/**
 * That an ordered choice falls at, above or below an option. Unmet in a phase that a deal has not got.
 *
 * @example
 * const talks: RankCondition = { kind: 'rank', of: 'endOfWar', op: '>=', option: 'talksTowards' };
 */
export interface RankCondition<C extends string = string, O extends string = string> {
  readonly kind: 'rank';
  readonly of: C;
  /** For a choice of each phase: which. */
  readonly in?: number;
  readonly op: Exclude<Op, '='>;
  readonly option: O;
}

export const judge: Reading<RankCondition, Surface, Judge> = (c, surface) =>
  judgeAsk(layOutRank(c, surface), surface, c.of);

export const say: Reading<RankCondition, Namers, string> = (c, { terms }) =>
  `${termLabel(terms, c.of)}${sayScope(c.in)}: ${OP_WORDS[c.op]} ${quoted(choiceAt(terms, c.of).options[c.option] ?? c.option)}`;

export const encode: Reading<RankCondition, Frame, Formula> = (c, frame) =>
  encodeAsk(layOutRank(c, frame), frame.layout, frame.want);

export const draw: Reading<RankCondition, Frame, Region> = (c, frame) =>
  drawAsk(layOutRank(c, frame), frame.layout, frame.want);

export const shape = () =>
  z.strictObject({
    kind: z.literal('rank'),
    of: z.string(),
    in: z.optional(z.int().check(z.positive())),
    op: z.enum(RANK_OPS),
    option: z.string(),
  });

export const mentions: Reading<RankCondition, undefined, readonly Mention[]> = (c) => [
  { term: c.of, ...(c.in === undefined ? {} : { in: c.in }) },
];

export const check: Reading<RankCondition, Checked, void> = (c, where) => {
  const term = checkTerm(where, c.of, 'choice');
  if (term?.kind !== 'choice') return;
  checkScope(where, c.of, term, c.in, false);
  checkOptions(where.in('option'), c.of, term, c.option);
  if (!term.ordered) {
    where.report(
      fault(
        'scenario/unordered-choice',
        where.path,
        `The options of '${c.of}' have no order: use { kind: 'choice', is: [...] }, or declare it ordered.`,
        {
          id: c.of,
        },
      ),
    );
  }
};

function layOutRank(c: RankCondition, surface: Surface): Ask {
  const options = Object.keys(choiceAt(surface.terms, c.of).options);
  const at = options.indexOf(c.option);
  const wanted = {
    '>=': options.slice(at),
    '>': options.slice(at + 1),
    '<=': options.slice(0, at + 1),
    '<': options.slice(0, at),
  }[c.op];
  return askForOptions(surface, c.of, c.in, wanted);
}
