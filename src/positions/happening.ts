import { fault } from '../base/fault.js';
import { quantityName, flagName, placeOf } from '../terms/layout.js';
import type { Namers } from '../terms/amount-words.js';
import type { Surface } from '../terms/surface.js';
import { splitPath, termLabel } from '../terms/term.js';
import type { Ask } from './ask.js';
import { checkTerm, type Checked } from './checks.js';

/**
 * Asks that something happen in a phase: that a quantity of it be one step or more, or that a flag be set.
 * `path` names a quantity, a category or a flag of each phase.
 */
export function askHappens({ layout, terms }: Surface, path: string, phase: number): Ask {
  const flag = terms[splitPath(path).term]?.kind === 'flag';
  const name = flag ? flagName(path, phase) : quantityName(path, phase);
  const band = { least: 1 };
  return { sum: [{ of: placeOf(layout, name), times: 1 }], surely: band, possibly: band, approximate: false };
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
