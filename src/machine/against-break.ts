import { fault, type Fault } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { listed, unique } from '../base/list.js';
import type { Delivery } from '../obligations/delivery.js';
import { standingsOf } from '../obligations/standing.js';
import type { DutyStanding } from '../obligations/duty-now.js';
import type { PerformanceBreak } from '../scenario/events/performance.js';
import { againstAgain, againstSettled } from './against-settled.js';
import { either } from './either.js';
import { owedTo } from './owed-to.js';
import { unknownDuty } from './unknown-in-text.js';

/** What stands against suspending obligations, or letting them go on: they are so already, over, or none of theirs. */
export function againstBreak(delivery: Delivery, { type, obligations, by = [] }: PerformanceBreak): readonly Fault[] {
  return obligations.flatMap((id, i) => {
    const path = ['obligations', i];
    if (obligations.indexOf(id) < i) {
      const message = `'${id}' stands twice in 'obligations': take one of them out.`;
      return [fault('talks/named-twice', path, message, { obligation: id })];
    }
    return either(unknownDuty(delivery, id, path), () =>
      either(againstAgain(delivery, id, 'suspended', type === 'performance.suspended', path), () => [
        ...(type === 'performance.resumed' ? [] : againstSettled(delivery, id, 'suspended', path)),
        ...againstTheirWord(delivery, id, by, type === 'performance.suspended'),
      ]),
    );
  });
}

/**
 * An obligation goes on by those who owe it or to whom it is owed, or by a body of the text, as far as it is known by whom; it
 * is suspended by these too, and by the word alone of those who owe it only while those to whom they do leave something undone
 * that they owe in their turn.
 */
function againstTheirWord(
  delivery: Delivery,
  id: string,
  by: readonly string[],
  isSuspending: boolean,
): readonly Fault[] {
  const { text } = delivery;
  const owedBy = text.obligations[id]?.owedBy.value ?? [];
  const creditors = owedTo(delivery, id);
  const others = [...creditors, ...idsOf(text.bodies)].filter((who) => !owedBy.includes(who));
  if (by.length === 0 || by.some((who) => others.includes(who))) return [];
  const named = listed(by.map((who) => `'${who}'`));
  if (!by.some((who) => owedBy.includes(who))) {
    const message = `${named} neither owes '${id}' nor is owed it: name in 'by' who does or is, a body of the text, or nobody.`;
    return [fault('talks/not-owed-by-them', ['by'], message, { obligation: id, others: by, owedBy })];
  }
  const owing = by.filter((who) => owedBy.includes(who));
  if (!isSuspending || isLeftWithoutReturn(delivery, owing, creditors)) return [];
  const missing = unique(others);
  const consent = missing.length === 0 ? '' : `name in 'by' ${listed(missing, 'or')} too, or `;
  const message = `'${id}' is not suspended by the word of those who owe it, as long as nothing owed to them is late, withheld or found not kept: ${consent}report that it is withheld.`;
  return [fault('talks/no-consent', ['by'], message, { obligation: id, missing })];
}

/** How something stands whose owner does not do what others may wait for. */
const UNDONE: readonly DutyStanding[] = ['late', 'withheld', 'breach found'];

/** Whether something stands undone that those to whom something is owed owe in their turn to those who would suspend it. */
function isLeftWithoutReturn(delivery: Delivery, owing: readonly string[], creditors: readonly string[]): boolean {
  return standingsOf(delivery).some(({ id, standing }) => {
    if (!UNDONE.includes(standing)) return false;
    const owedBy = delivery.text.obligations[id]?.owedBy.value ?? [];
    return owedBy.some((who) => creditors.includes(who)) && owedTo(delivery, id).some((who) => owing.includes(who));
  });
}
