import { daysOf, type Length } from '../terms/length.js';

/** A length so many times over. */
export function scaledLength({ length, unit, days }: Length, times: number): Length {
  if (length.wording === 'exactly') {
    const inDays = days === undefined ? {} : { days: days * times };
    return { length: { wording: 'exactly', n: length.n * times }, unit, ...inDays };
  }
  const { most } = daysOf({ length, unit });
  return { length: { wording: 'at most', n: most * times }, unit: 'days' };
}
