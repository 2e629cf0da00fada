import type { Length } from '../terms/length.js';
import { isBefore, plusLength, type Instant } from './instant.js';
import { scaledLength } from './scaled-length.js';

/** The last day of a turn of what comes round every so often from a day on; nothing while that cannot be counted. */
export function turnAfter(opens: Instant, every: Length, turn: number): Instant | undefined {
  return turn === 0 ? opens : plusLength(opens, scaledLength(every, turn));
}

/** More turns than any text that is laid out can have. */
const BEYOND_COUNTING = 2 ** 40;

/** How many turns are over by a day, as far as the two days are counted alike and turns have days. */
export function turnsBy(opens: Instant, every: Length, closes: Instant): number | undefined {
  if (opens.count !== closes.count || !turnAfter(opens, every, 1)) return undefined;
  const isOver = (turn: number) => {
    const day = turnAfter(opens, every, turn);
    return day !== undefined && !isBefore(closes, day);
  };
  let [over, ahead] = [0, 1];
  while (isOver(ahead)) {
    if (ahead > BEYOND_COUNTING) return undefined;
    [over, ahead] = [ahead, ahead * 2];
  }
  while (ahead - over > 1) {
    const middle = Math.floor((over + ahead) / 2);
    if (isOver(middle)) over = middle;
    else ahead = middle;
  }
  return over;
}
