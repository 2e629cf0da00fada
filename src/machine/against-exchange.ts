import { fault, type Fault } from '../base/fault.js';
import { listed } from '../base/list.js';
import { isOpen } from '../obligations/account.js';
import type { Delivery } from '../obligations/delivery.js';
import { inFact } from '../obligations/in-fact.js';
import { standingsOf } from '../obligations/standing.js';
import { added } from '../terms/decimal.js';

/**
 * What stands against saying that something was not kept that is owed by a key: all of it was done but what is owed only in
 * exchange for what is overdue, or not due yet, and of which nobody reports anything.
 */
export function againstNotExchanged(delivery: Delivery, id: string): readonly Fault[] {
  const { byKey } = delivery.text.obligations[id] ?? {};
  const { unperformed } = inFact(delivery);
  const missing = (byKey?.of ?? []).filter((other) => unperformed.get(other)?.isFound === false);
  const account = standingsOf(delivery).find((duty) => duty.id === id)?.account;
  if (missing.length === 0 || !account || !isOpen(account)) return [];
  const { owed, done, waived, excused } = account;
  if (added(done, added(waived, excused)) < owed.least) return [];
  const others = listed(missing.map((other) => `'${other}'`));
  const message = `What is left of '${id}' is owed only in exchange for ${others}, of which nothing is reported: report first what was done of that, were it nothing.`;
  return [fault('talks/nothing-owed', ['obligation'], message, { obligation: id, missing })];
}
