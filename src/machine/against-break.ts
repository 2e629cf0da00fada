import { fault, type Fault } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { listed } from '../base/list.js';
import type { Delivery } from '../obligations/delivery.js';
import type { PerformanceBreak } from '../scenario/events/performance.js';
import { againstAgain, againstSettled } from './against-settled.js';
import { either } from './either.js';
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
        ...againstThirdHands(delivery, id, by),
      ]),
    );
  });
}

/** An obligation is suspended, and goes on, by those who owe it or to whom it is owed, or by a body of the text, as far as it is known by whom. */
function againstThirdHands({ text }: Delivery, id: string, by: readonly string[]): readonly Fault[] {
  const { owedBy, to } = text.obligations[id] ?? {};
  // What is owed to nobody by name is owed to all.
  if (by.length === 0 || !to || to.value.length === 0) return [];
  const known = [...(owedBy?.value ?? []), ...to.value, ...idsOf(text.bodies)];
  if (by.some((who) => known.includes(who))) return [];
  const message = `${listed(by.map((who) => `'${who}'`))} neither owes '${id}' nor is owed it: name in 'by' who does or is, a body of the text, or nobody.`;
  return [
    fault('talks/not-owed-by-them', ['by'], message, { obligation: id, others: by, owedBy: owedBy?.value ?? [] }),
  ];
}
