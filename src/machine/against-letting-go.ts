import { fault, type Fault } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { listed, unique } from '../base/list.js';
import type { Delivery } from '../obligations/delivery.js';
import { standingsOf } from '../obligations/standing.js';
import type { PerformanceLetGo } from '../scenario/events/performance.js';
import { reachOf } from '../terms/amount-span.js';
import { normaliseAmount } from '../terms/amount.js';
import { added } from '../terms/decimal.js';
import { againstSettled } from './against-settled.js';
import { withoutConsent } from './consent.js';
import { owedTo } from './owed-to.js';

/** What stands against waiving or excusing: consent that is missing, nothing that is left, or less than that. */
export function againstLettingGo(delivery: Delivery, event: PerformanceLetGo): readonly Fault[] {
  const { obligation: id, by = [], type } = event;
  const found: Fault[] = [];
  const missing = owedTo(delivery, id).filter((party) => !by.includes(party));
  if (type === 'performance.waived') found.push(...withoutConsent(missing, `waive '${id}'`));
  else found.push(...againstOwnExcuse(delivery, id, by, missing));
  found.push(...againstSettled(delivery, id, type === 'performance.waived' ? 'waived' : 'excused'));
  const amount = event.amount === undefined ? undefined : normaliseAmount(event.amount);
  if (amount && !(reachOf(amount, 1).least > 0)) {
    found.push(fault('talks/bad-amount', ['amount'], 'What is let go is more than nothing.', { amount }));
  }
  if (amount && found.length === 0) found.push(...againstTooMuch(delivery, id, reachOf(amount, 1).least));
  return found;
}

/**
 * Nobody excuses themselves: that something could not be done holds where those to whom it is owed take it so, or where a
 * body of the text, or the verifier, says so who does not owe it.
 */
function againstOwnExcuse(
  { text }: Delivery,
  id: string,
  by: readonly string[],
  missing: readonly string[],
): readonly Fault[] {
  const { owedBy, verifier } = text.obligations[id] ?? {};
  const others = [...(verifier ? [verifier.value] : []), ...idsOf(text.bodies)];
  const judges = unique(others).filter((who) => owedBy?.value.includes(who) !== true);
  const further = judges.filter((who) => !missing.includes(who));
  if (missing.length === 0 || by.some((who) => judges.includes(who))) return [];
  const or = further.length === 0 ? '' : `, or the word of ${listed(further, 'or')}`;
  const message = `'${id}' is not excused by those who owe it: it takes the consent of ${listed(missing)}${or}. Name them in 'by'.`;
  return [fault('talks/no-consent', ['by'], message, { missing, judges })];
}

/** No more is let go than is left. */
function againstTooMuch(delivery: Delivery, id: string, amount: number): readonly Fault[] {
  const now = standingsOf(delivery).find((duty) => duty.id === id);
  if (!now || now.duties.every(({ kind }) => kind === 'refrain')) return [];
  // How often something comes round of which the text gives no number, may not be known before the deal is in force.
  const { kind, times } = delivery.text.obligations[id] ?? {};
  if (kind === 'recurring' && times === undefined && delivery.run.started === null) return [];
  const { owed, done, waived, excused } = now.account;
  const left = added(owed.most, -added(done, added(waived, excused)));
  if (amount <= left) return [];
  const message = `Of '${id}' ${left} is left, and no more than that can be let go: not ${amount}.`;
  return [fault('talks/bad-amount', ['amount'], message, { obligation: id, left, amount })];
}
