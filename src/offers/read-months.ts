import { reachOf } from '../terms/amount-span.js';
import { monthsName, PHASES } from '../terms/layout.js';
import type { Length } from '../terms/length.js';
import type { Ledger, Readings } from './ledger.js';

/**
 * Which calendar months the lengths of an offer may be worded in, once all of them have been entered. What it gives exactly
 * in days or weeks is not worded in months; what it leaves open may yet be.
 */
export function enterMonths(ledger: Ledger): void {
  const { months, phases } = ledger.setting.layout;
  if (months.length === 0) return;
  for (const [phase, { values, facts }] of ledger.lengths) {
    const other = ledger.lengths.get(phase === undefined ? 1 : undefined);
    for (const n of months) {
      if (mayBe(values, n)) {
        if (isExactly(values, n)) ledger.narrow(monthsName(n, phase), { least: 1, most: 1 }, facts);
      } else if ((phase ?? 1) > 1 || !other?.values.some(({ unit }) => unit === 'months')) {
        ledger.narrow(monthsName(n, phase), { least: 0, most: 0 }, facts);
      } else if (phases > 1) {
        // Of a deal of one phase, the phase and the whole are the same, and what is said of the other is said of it.
        const sum = [
          { of: ledger.place(monthsName(n, phase)), times: 1 - phases },
          { of: ledger.place(PHASES), times: -1 },
        ];
        ledger.extraTies.push({ sum, least: -phases, most: undefined, support: facts });
      }
    }
  }
}

/** Whether a length that is reported in these ways may be worded in so many months. */
function mayBe(values: Readings<Length>['values'], months: number): boolean {
  return values.some(({ length, unit }) => {
    if (unit !== 'months') return length.wording !== 'exactly';
    const { least, most } = reachOf(length, 1);
    return months >= least && months <= most;
  });
}

function isExactly([only, ...others]: Readings<Length>['values'], months: number): boolean {
  return (
    others.length === 0 && only?.unit === 'months' && only.length.wording === 'exactly' && only.length.n === months
  );
}
