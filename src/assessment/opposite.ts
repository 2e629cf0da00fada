import type { Position } from '../positions/position.js';
import { mentions } from '../positions/mentions.js';
import { splitPath } from '../terms/term.js';
import { unique } from '../base/list.js';

/** The terms a position turns on, in any of its readings, categories counted with their term. */
function termsOf(position: Position): readonly string[] {
  return unique(position.readings.flatMap((r) => mentions(r.condition, undefined).map((m) => splitPath(m.term).term)));
}

/** The positions of other parties on terms that this one turns on: what stands opposite it, in the order given. */
export function oppositeOf(position: Position, others: readonly Position[]): readonly string[] {
  const terms = termsOf(position);
  return others
    .filter((other) => other.party !== position.party && termsOf(other).some((t) => terms.includes(t)))
    .map((other) => other.id);
}
