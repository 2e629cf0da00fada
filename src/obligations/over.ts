import { unique } from '../base/list.js';
import type { Obligation } from '../offers/text/obligation.js';
import { settledAmount, unsettledAmount } from '../offers/text/own-amount.js';
import { shareIn } from '../terms/amount.js';
import { reachOf } from '../terms/amount-span.js';
import { isTotal } from './adding-up.js';
import type { Delivery } from './delivery.js';
import { isBefore } from './instant.js';
import { instantIn } from './text-run.js';
import type { Timing } from './days.js';

/** What is over, its last day being past. */
export interface Over {
  /** Of what asks for something between two figures, by its own words: on its last day more of it could still be done. */
  readonly open: ReadonlySet<string>;
  /** Of what others answer by a key, where it is settled how much it is: that nobody says anything of it is no performance. */
  readonly answered: ReadonlySet<string>;
}

/** What is over by what has happened, as far as the text has anything that hangs on that. */
export function overIn({ text, run }: Delivery, timing: () => Timing): Over {
  const all = Object.entries(text.obligations);
  const hangs = all.some(([, obligation]) => isTotal(obligation) || obligation.byKey);
  const open = hangs ? all.flatMap(([id, obligation]) => (leavesOpen(obligation) ? [id] : [])) : [];
  const answered = unique(all.flatMap(([, { byKey }]) => byKey?.of ?? [])).filter(
    (id) => unsettledAmount(text.obligations[id]) === undefined,
  );
  if (open.length + answered.length === 0) return { open: new Set(), answered: new Set() };
  const today = instantIn(run, run.day);
  const { of } = timing();
  const past = (ids: readonly string[]) => new Set(ids.filter((id) => isBefore(of(`due ${id}`).at, today)));
  return { open: past(open), answered: past(answered) };
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
