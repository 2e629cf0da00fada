import type { Condition } from '../positions/condition.js';
import { draw } from '../positions/draw.js';
import { drawAsk } from '../positions/ask.js';
import { withoutCounts } from '../positions/frame.js';
import { NEGATED } from '../positions/judged.js';
import type { Op } from '../positions/op.js';
import type { Region } from '../positions/region.js';
import { layOutSum, type SumAgainstLine } from '../positions/sum-against-line.js';
import { normaliseAmount, shareIn } from '../terms/amount.js';
import type { Surface } from '../terms/surface.js';
import { complement } from './complement.js';
import { missedBy } from './missed-by.js';

/**
 * Where, of the offers that leave a condition unmet, each figure that decides that is off its line by so much at least, in
 * the unit of the line. Nothing where the condition holds no figure against a line.
 */
export function missedIn(condition: Condition, margin: number, setting: Surface): Region | undefined {
  const each = (parts: readonly Condition[]) => parts.map((part) => missedIn(part, margin, setting));
  switch (condition.kind) {
    case 'any':
      return everyOne(each(condition.of));
    case 'all':
      return everyOneUnmet(condition.of, each(condition.of), setting);
    case 'ifThen':
      return everyOne(each([not(condition.if), condition.then]));
    case 'not':
      return notMissedIn(condition.of, margin, setting);
    default:
      return byItself(condition, margin, setting);
  }
}

/** Where the contrary of a condition is so missed: `not` is taken inside, to the figures. */
function notMissedIn(condition: Condition, margin: number, setting: Surface): Region | undefined {
  switch (condition.kind) {
    case 'not':
      return missedIn(condition.of, margin, setting);
    case 'all':
      return missedIn({ kind: 'any', of: condition.of.map(not) }, margin, setting);
    case 'any':
      return missedIn({ kind: 'all', of: condition.of.map(not) }, margin, setting);
    case 'ifThen':
      return missedIn({ kind: 'all', of: [condition.if, not(condition.then)] }, margin, setting);
    case 'compare':
    case 'length':
    case 'ratio':
      // What must not lie at its line lies there where that is missed: by nothing.
      if (condition.op === '=') return margin > 0 ? { kind: 'either', of: [] } : { kind: 'both', of: [] };
      return byItself({ ...condition, op: NEGATED[condition.op] }, margin, setting);
    default:
      return undefined;
  }
}

/** Where one figure against one line is so missed. */
function byItself(condition: Condition, margin: number, setting: Surface): Region | undefined {
  if (condition.kind === 'compare' && shareIn(normaliseAmount(condition.line))?.of) {
    return ofShare(condition, margin, setting);
  }
  const missed = missedBy(condition, margin);
  return missed && draw(missed, { ...setting, want: 'met' });
}

/** The line is a share, rounded down to a step: so many steps of the sum are short of it, or over it. */
function ofShare(c: SumAgainstLine, margin: number, setting: Surface): Region {
  const { ask, inUnits } = layOutSum({ ...c, op: '>=' }, setting);
  const oneStep = 1 - (ask.surely.least ?? 0); // at least the part rounded down is more than the part less one step
  const steps = Math.ceil(margin / inUnits(oneStep) - 1e-9);
  const short = { most: -steps * oneStep };
  const over = { least: (steps - 1) * oneStep + 1 };
  const sides: Readonly<Record<Op, readonly (typeof short | typeof over)[]>> = {
    '>=': [short],
    '>': [short],
    '<=': [over],
    '<': [over],
    '=': [short, over],
  };
  const of = sides[c.op].map((band) =>
    drawAsk(withoutCounts({ ...ask, surely: band, possibly: band }, setting), setting.layout, 'met'),
  );
  return { kind: 'either', of };
}

/** Of several that are unmet together: where each that has a figure misses its line. */
function everyOne(missed: readonly (Region | undefined)[]): Region | undefined {
  const of = missed.filter((region) => region !== undefined);
  return of.length === 0 ? undefined : { kind: 'both', of };
}

/** Of several of which one unmet is enough: where one misses its line, and no other is unmet by less. */
function everyOneUnmet(
  parts: readonly Condition[],
  missed: readonly (Region | undefined)[],
  setting: Surface,
): Region | undefined {
  const each = parts.flatMap((part, i) => {
    const far = missed[i];
    return far ? [{ far, unmet: draw(part, { ...setting, want: 'unmet' }) }] : [];
  });
  if (each.length === 0) return undefined;
  const some = each.map(({ far, unmet }): Region => ({ kind: 'both', of: [far, unmet] }));
  const others = each.map(({ far, unmet }): Region => ({ kind: 'either', of: [far, complement(unmet)] }));
  return { kind: 'both', of: [{ kind: 'either', of: some }, ...others] };
}

function not(condition: Condition): Condition {
  return { kind: 'not', of: condition };
}
