import { fault, type Fault } from '../base/fault.js';
import { listed } from '../base/list.js';
import type { Delivery } from '../obligations/delivery.js';
import type { PerformanceWithheld } from '../scenario/events/performance.js';
import { againstAgain, againstSettled } from './against-settled.js';
import { either } from './either.js';

/** What stands against something being withheld: it is so already, over, or owed by others. */
export function againstWithholding(delivery: Delivery, event: PerformanceWithheld): readonly Fault[] {
  if (delivery.text.obligations[event.obligation]?.kind === 'refrain') {
    const message = `'${event.obligation}' asks that something be left undone: there is nothing in it to withhold.`;
    return [fault('talks/never-delivered', ['obligation'], message, { obligation: event.obligation })];
  }
  return either(againstAgain(delivery, event.obligation, 'withheld', true, ['obligation']), () => [
    ...againstSettled(delivery, event.obligation, 'withheld'),
    ...againstOthers(delivery, event),
  ]);
}

/** Only those who owe something can withhold it. */
function againstOthers({ text }: Delivery, { obligation: id, by = [] }: PerformanceWithheld): readonly Fault[] {
  const owedBy = text.obligations[id]?.owedBy.value ?? [];
  const others = by.filter((who) => !owedBy.includes(who));
  if (others.length === 0) return [];
  const message = `${listed(others.map((who) => `'${who}'`))} cannot withhold '${id}', which is owed by ${listed(owedBy)}: name those in 'by', or nobody.`;
  return [fault('talks/not-owed-by-them', ['by'], message, { obligation: id, others, owedBy })];
}
