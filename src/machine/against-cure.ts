import { fault, type Fault } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { listed, unique } from '../base/list.js';
import { breachesOf } from '../obligations/breaches.js';
import type { Delivery } from '../obligations/delivery.js';
import { reportsOf } from '../obligations/text-run.js';
import type { BreachCured } from '../scenario/events/breach.js';

/** Whether a cure would end what a body found: whoever found it says so, or nobody alleges it any longer. */
export function endsFinding({ run }: Delivery, { obligation, by }: BreachCured, isAlleged: boolean): boolean {
  const { found } = breachesOf(reportsOf(run, obligation));
  return found.length > 0 && (!isAlleged || (by !== undefined && found.includes(by)));
}

/**
 * What stands against a cure that ends what was found: it is the word of those who did not keep it, or of somebody whom it
 * does not concern. Where nobody is named, it is not known to be theirs.
 */
export function againstCuring({ text, run, scenario }: Delivery, { obligation, by }: BreachCured): readonly Fault[] {
  const { found } = breachesOf(reportsOf(run, obligation));
  const { owedBy, to } = (Object.hasOwn(text.obligations, obligation) ? text.obligations[obligation] : undefined) ?? {};
  const owing = owedBy?.value ?? [];
  // Talks are owed by those between whom they are, each to the others; what is owed to nobody by name is, to all others.
  const creditors = owedBy ? (to?.value ?? []) : (text.talks[obligation]?.between ?? []);
  const owed = creditors.length > 0 ? creditors : idsOf(scenario.parties).filter((id) => !owing.includes(id));
  if (by === undefined || [...found, ...owed, ...idsOf(text.bodies)].includes(by)) return [];
  const who = unique([...found, ...owed]);
  const message = `'${by}' cannot end by its own word what ${listed(found)} found of '${obligation}': name in 'by' ${listed(who, 'or')}, or nobody where it is not known who said so.`;
  return [fault('talks/not-theirs-to-cure', ['by'], message, { obligation, by, found, owed })];
}
