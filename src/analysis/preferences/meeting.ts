import { fault, FaultError } from '../../base/fault.js';
import { didYouMean } from '../../base/spelling.js';
import type { Position } from '../../positions/position.js';
import type { Scenario } from '../../scenario/scenario.js';

/**
 * Which positions every deal has to meet, in all their readings: all red lines, or those with these ids.
 *
 * @example
 * const meeting: Meeting = ['enough'];
 */
export type Meeting = 'red lines' | readonly string[];

/** The positions meant; `analysis/unknown-position` for an id that is none. */
export function positionsMeant({ id, positions }: Scenario, meeting: Meeting | undefined): readonly Position[] {
  if (meeting === undefined) return [];
  if (meeting === 'red lines') return Object.values(positions).filter((p) => p.rigidity.value === 'red line');
  const known = Object.keys(positions);
  const unknown = meeting.filter((wanted) => !Object.hasOwn(positions, wanted));
  if (unknown.length > 0) {
    const faults = unknown.map((wanted) =>
      fault(
        'analysis/unknown-position',
        ['meeting', meeting.indexOf(wanted)],
        `There is no position called '${wanted}'. ${didYouMean(wanted, known)}`,
        { id: wanted, known },
      ),
    );
    throw new FaultError(`Not every position that the deals of '${id}' are to meet is known.`, faults);
  }
  return Object.values(positions).filter((p) => meeting.includes(p.id));
}
