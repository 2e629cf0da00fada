import type { Obligation } from '../offers/text/obligation.js';
import { settledAmount } from '../offers/text/own-amount.js';
import { shareIn } from '../terms/amount.js';
import { reachOf } from '../terms/amount-span.js';
import { isTotal } from './adding-up.js';
import type { Delivery } from './delivery.js';
import { isBefore } from './instant.js';
import { instantIn } from './text-run.js';
import type { Timing } from './days.js';

/**
 * What asks for something between two figures, by its own words, and is over by what has happened: on its last day more of it
 * could still be done. Nothing where the text has nothing that hangs on that.
 */
export function overIn({ text, run }: Delivery, timing: () => Timing): ReadonlySet<string> {
  const all = Object.entries(text.obligations);
  const open = all.filter(([, obligation]) => leavesOpen(obligation));
  if (open.length === 0 || !all.some(([, obligation]) => isTotal(obligation) || obligation.byKey)) return new Set();
  const today = instantIn(run, run.day);
  const { of } = timing();
  return new Set(open.flatMap(([id]) => (isBefore(of(`due ${id}`).at, today) ? [id] : [])));
}

/**
 * Whether it is up to those who owe it how much it is. Of a share nobody may know of what it is one, which is no choice, and
 * what is not settled is not theirs alone to settle.
 */
function leavesOpen(obligation: Obligation): boolean {
  const { kind } = obligation;
  const amount = settledAmount(obligation);
  if (!amount || kind === 'refrain' || kind === 'level' || shareIn(amount)) return false;
  const { least, most } = reachOf(amount, 1);
  return least < most;
}
