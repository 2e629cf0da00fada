import { fault } from '../base/fault.js';
import type { Multiple, Written } from '../base/tighten.js';
import { quantitySum, sumFromTotal } from '../terms/layout.js';
import type { Namers } from '../terms/amount-words.js';
import type { Surface } from '../terms/surface.js';
import { splitPath, termLabel } from '../terms/term.js';
import type { Ask } from './ask.js';
import { checkTerm, type Checked } from './checks.js';
import { judgeAsk } from './judge-ask.js';
import { judgedAny, type Judge } from './judged.js';

/**
 * Asks of which any one is enough for something to have begun by a phase: a quantity by being one step or more in one
 * of the phases up to it, a flag by being set there. `path` names a quantity, a category or a flag of each phase.
 *
 * Where the phases together have one step of it, one of them has: one sum, which the total bounds too, tells more than
 * each phase by itself. What is never less than nothing has begun only there; else a phase may be made up for by another.
 */
export function asksBegun(surface: Surface, path: string, phase: number): readonly Ask[] {
  const { layout, terms } = surface;
  const band = { least: 1 };
  const ask = (sum: readonly Multiple[], same?: Written): Ask => ({
    sum,
    ...(same && { same: [same] }),
    surely: band,
    possibly: band,
    approximate: false,
  });
  if (phase < 1) return [];
  const term = terms[splitPath(path).term];
  const sum = quantitySum(layout, path, { upTo: phase });
  if (term?.kind !== 'quantity') return [ask(sum)];
  const together = ask(sum, sumFromTotal(layout, path, { upTo: phase }));
  return term.bounds.least >= 0 ? [together] : [...sum.map((one) => ask([one])), together];
}

/** Judges whether something has begun by a phase. */
export function judgeBegun(surface: Surface, path: string, phase: number): Judge {
  const asks = asksBegun(surface, path, phase).map((ask) => judgeAsk(ask, surface, path));
  return (deal) => judgedAny(asks.map((ask) => ask(deal)));
}

/** What happens, in the words of a condition. */
export function sayHappening(path: string, { terms }: Namers): string {
  return termLabel(terms, path);
}

/** Checks that a path names something that happens in phases. */
export function checkHappening(where: Checked, path: string, key: string): void {
  const known = where.known.terms[splitPath(path).term];
  const term = checkTerm(where, path, known?.kind === 'flag' ? 'flag' : 'quantity', key);
  if (term?.scope === 'deal') {
    where.report(
      fault(
        'scenario/no-phases',
        [...where.path, key],
        `'${path}' is settled once for the whole deal, so nothing of it happens in a phase.`,
        {
          id: path,
        },
      ),
    );
  }
}
