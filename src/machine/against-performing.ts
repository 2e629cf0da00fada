import { fault, type Fault } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import type { Delivery } from '../obligations/delivery.js';
import { seenUpTo, sightingsOf } from '../obligations/seen.js';
import { dayFor, reportsOf } from '../obligations/text-run.js';
import type { Obligation } from '../offers/text/obligation.js';
import { checkAmount } from '../positions/amount-checks.js';
import { checking, unknownId } from '../positions/checks.js';
import type { PerformanceReported } from '../scenario/events/performance.js';
import { reachOf } from '../terms/amount-span.js';
import { normaliseAmount } from '../terms/amount.js';
import { added } from '../terms/decimal.js';
import { pathsOf, splitPath, type Terms } from '../terms/term.js';
import type { TalksContext } from './context.js';
import { againstEarlyDay } from './against-date.js';
import { either } from './either.js';
import { notStarted } from './not-started.js';
import type { Rules } from './rules.js';
import { deliveryOf } from './text-in-force.js';
import { unknownDuty } from './unknown-in-text.js';

/** What stands against a report of what was done of an obligation of the text; nothing for a quantity. */
export function againstPerforming(rules: Rules, context: TalksContext, event: PerformanceReported): readonly Fault[] {
  const { obligation: id } = event;
  const delivery = deliveryOf(rules, context);
  const isQuantity = Object.hasOwn(rules.scenario.terms, id.split('/')[0] ?? '');
  if (isQuantity && !(delivery && Object.hasOwn(delivery.text.obligations, id))) {
    // What is done of a quantity is counted phase by phase.
    return context.deal?.phase === 0 ? [notStarted()] : [];
  }
  if (!delivery) return [fault('talks/no-text', ['obligation'], 'The deal in force has no text at hand.')];
  return either(unknownDuty(delivery, id), () => {
    const duty = delivery.text.obligations[id];
    return duty ? againstDoing(delivery, duty, event) : [];
  });
}

function againstDoing(delivery: Delivery, duty: Obligation, event: PerformanceReported): readonly Fault[] {
  const { scenario, run } = delivery;
  const { obligation: id } = event;
  const found: Fault[] = [];
  if (duty.kind === 'refrain') {
    const message = `'${id}' asks that something be left undone: it is kept or broken, and never done.`;
    return [fault('talks/never-delivered', ['obligation'], message, { obligation: id })];
  }
  found.push(...againstEarlyDay(run, event.on));
  const amount = normaliseAmount(event.amount);
  const where = checking(scenario, ['amount'], found);
  if (duty.of !== undefined) checkAmount(where, amount, duty.of, 'value');
  const figure = reachOf(amount, 1).least;
  // Of a share no figure is known.
  if (!(figure >= 0)) {
    const message = 'What was done is a figure, and not less than nothing.';
    found.push(fault('talks/bad-amount', ['amount'], message, { amount }));
  }
  if (duty.of === undefined && !(Number.isInteger(figure) && figure <= timesOf(duty))) {
    found.push(fault('talks/bad-amount', ['amount'], actsIn(id, duty), { amount }));
  }
  const before = sightingsOf(reportsOf(run, id), 1).find(({ observer }) => observer === (event.observer ?? ''));
  const last = seenUpTo(before, (event.on === undefined ? undefined : dayFor(run, event.on)) ?? run.day);
  // Of which categories it was may become known later.
  if (last?.total === figure && isSameParts(last.parts, event.parts)) {
    const message = `That much of '${id}' has been reported already: a report gives what was done in all up to its day.`;
    found.push(fault('talks/so-already', ['amount'], message, { obligation: id, amount: figure }));
  }
  for (const [path, n] of Object.entries(event.parts ?? {})) {
    const [term, category] = path.split('/');
    const isOfIt = duty.of === undefined || term === duty.of.split('/')[0];
    const known = Object.hasOwn(scenario.terms, term ?? '') ? scenario.terms[term ?? ''] : undefined;
    const fits =
      isOfIt && known?.kind === 'quantity' && (category === undefined || Object.hasOwn(known.categories, category));
    if (!fits) {
      found.push(unknownId('category', 'talks/unknown-category', ['parts', path], path, pathsOfDuty(scenario, duty)));
    } else if (n > figure) {
      const message = `Of ${figure} done, ${n} cannot be '${path}'.`;
      found.push(fault('talks/bad-amount', ['parts', path], message, { path, n, amount: figure }));
    }
  }
  found.push(...againstSum(scenario.terms, event.parts ?? {}, figure));
  return found;
}

/** How often an act can be done: without end where it comes round without a number of times. */
const timesOf = ({ kind, times = Infinity }: Obligation) => (kind === 'recurring' ? times : 1);

/** How an act is reported. */
function actsIn(id: string, duty: Obligation): string {
  const times = timesOf(duty);
  if (times === 1) return `'${id}' is an act: 1 says that it was done.`;
  const round = Number.isFinite(times)
    ? `comes round ${times} times: a figure up to that`
    : 'comes round: a whole figure';
  return `'${id}' is an act that ${round} says how often it was done in all.`;
}

/** Whether a report says of no category anything new. */
function isSameParts(before: PerformanceReported['parts'] = {}, now: PerformanceReported['parts'] = {}): boolean {
  return Object.entries(now).every(([path, n]) => before[path] === n);
}

/** Categories that exclude each other do not come to more than was done. */
function againstSum(terms: Terms, parts: Readonly<Record<string, number>>, figure: number): readonly Fault[] {
  const sums = new Map<string, number>();
  for (const [path, n] of Object.entries(parts)) {
    const [id = '', category = ''] = path.split('/');
    const term = Object.hasOwn(terms, id) ? terms[id] : undefined;
    if (term?.kind !== 'quantity' || term.overlap || !Object.hasOwn(term.categories, category)) continue;
    if (term.categories[category]?.of === undefined) sums.set(id, added(sums.get(id) ?? 0, n));
  }
  return [...sums].flatMap(([id, sum]) => {
    if (sum <= figure) return [];
    const message = `The categories of '${id}' come to ${sum}, and no more than ${figure} was done.`;
    return [fault('talks/bad-amount', ['parts'], message, { of: id, sum, amount: figure })];
  });
}

/** What a report of an obligation may be about: its quantity with its categories, or any where it has none. */
function pathsOfDuty({ terms }: Delivery['scenario'], { of }: Obligation): readonly string[] {
  const ids = of === undefined ? idsOf(terms) : [splitPath(of).term];
  return ids.flatMap((id) => {
    const term = terms[id];
    return term?.kind === 'quantity' ? pathsOf(id, term) : [];
  });
}
