import { heldIn } from '../base/records.js';
import type { Happened } from './happened.js';
import type { TurnsMoved } from './put-off.js';
import type { Timed } from './timed.js';

/** What moves the turns of an obligation that opens on a day. */
export function turnsMoved({ suspended, turnsPutOff }: Happened, id: string, opens: Timed): TurnsMoved {
  return {
    opens: opens.at,
    suspended: heldIn(suspended, id) ?? [],
    putOff: heldIn(turnsPutOff, id) ?? [],
  };
}
