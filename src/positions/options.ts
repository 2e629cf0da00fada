import { idsOf } from '../base/ids.js';
import type { Multiple } from '../base/tighten.js';
import { optionName, phaseName, placeOf } from '../terms/layout.js';
import type { Surface } from '../terms/surface.js';
import { choiceAt, type Choice } from '../terms/term.js';
import type { Ask } from './ask.js';
import { unknownId, type Checked } from './checks.js';

/** Asks that a choice fall on one of these options: that none of the others is chosen, and that one is. */
export function askForOptions(
  { layout, terms }: Surface,
  id: string,
  phase: number | undefined,
  wanted: readonly string[],
): Ask {
  const places = (options: readonly string[], times: number): Multiple[] =>
    options.map((o) => ({
      of: placeOf(layout, optionName(id, o, phase)),
      times,
    }));
  const all = Object.keys(choiceAt(terms, id).options);
  const band = { least: 1 };
  return {
    sum: places(
      all.filter((o) => wanted.includes(o)),
      1,
    ),
    // One option is chosen where the phase exists, and every deal has a first phase.
    same: [
      {
        sum: [
          { of: placeOf(layout, phaseName(phase ?? 1)), times: 1 },
          ...places(
            all.filter((o) => !wanted.includes(o)),
            -1,
          ),
        ],
      },
    ],
    surely: band,
    possibly: band,
    approximate: false,
  };
}

/** Checks that an option belongs to its choice. */
export function checkOptions(where: Checked, id: string, term: Choice, option: string): void {
  if (Object.hasOwn(term.options, option)) return;
  where.report(unknownId(`option of '${id}'`, 'scenario/unknown-option', where.path, option, idsOf(term.options)));
}
