import { listed } from '../base/list.js';
import type { Obligation } from '../offers/text/obligation.js';
import { settledAmount } from '../offers/text/own-amount.js';
import { MOST_OCCURRENCES } from '../offers/text/occurrences.js';
import { daysOf } from '../terms/length.js';
import { isUnsettled, partiesIn } from '../terms/value.js';
import type { TextChecker } from './text-checker.js';

/** How many obligations one sentence names. */
const MOST_NAMED = 5;

/** What is wrong with one obligation of a text: ids that name nothing, and what cannot be said of it together. */
export function checkObligation(text: TextChecker, id: string, o: Obligation): void {
  const { actors, amount, duration, isQuantity, named, owers, owing, phase, quantity, report, table, trigger } = text;
  const at = ['obligations', id];
  actors([...at, 'owedBy'], o.owedBy.value);
  actors([...at, 'to'], o.to?.value ?? []);
  owing([...at, 'to'], `'${id}'`, o.owedBy.value, o.to?.value ?? []);
  named('party or body', [...at, 'verifier'], o.verifier?.value);
  trigger([...at, 'begins'], o.begins?.value);
  trigger([...at, 'until'], o.until);
  if (o.escrow) {
    trigger([...at, 'escrow', 'released'], o.escrow.released);
    trigger([...at, 'escrow', 'returned'], o.escrow.returned);
    named('party or body', [...at, 'escrow', 'holder'], o.escrow.holder);
  }
  duration([...at, 'within'], o.within);
  phase([...at, 'phase'], o.phase);
  for (const key of ['concurrent', 'following'] as const) {
    o[key].forEach((other, i) => {
      named('obligation', [...at, key, i], other);
    });
  }
  if (o.of !== undefined) quantity([...at, 'of'], o.of);
  const own = settledAmount(o);
  const open = o.amount && isUnsettled(o.amount.value) ? o.amount.value : undefined;
  if (own) amount([...at, 'amount'], own, o.of);
  for (const party of open ? partiesIn(open) : []) named('party', [...at, 'amount'], party);
  table([...at, 'table'], o.table, o.of);
  if (o.byKey) {
    named('key', [...at, 'byKey', 'key'], o.byKey.key);
    o.byKey.of.forEach((other, i) => {
      named('obligation', [...at, 'byKey', 'of', i], other);
    });
  }
  if (own?.wording === 'remaining' && !own.of && o.of !== undefined && !o.series) {
    const others = (owers().get(o.of) ?? [])
      .slice(0, MOST_NAMED + 1)
      .filter((other) => other !== id)
      .slice(0, MOST_NAMED);
    if (others.length > 0) {
      const names = listed(others.map((other) => `'${other}'`));
      const message = `'${id}' owes what remains of '${o.of}', and does not say after what: give it one series with ${names}.`;
      report('text/remaining-after-what', [...at, 'series'], message, { obligation: id, others });
    }
  }
  const amounts = [o.amount, o.table, o.byKey].filter((given) => given !== undefined).length;
  if (amounts > 1) {
    const message = `'${id}' says how much in ${amounts} ways: keep one of amount, table and byKey.`;
    report('text/several-amounts', at, message, { obligation: id });
  }
  const ends = (['within', 'until', 'times'] as const).filter((key) => o[key] !== undefined);
  if (ends.length > 1) {
    const message = `'${id}' says until when it lasts in ${ends.length} ways: keep one of ${listed(ends)}.`;
    report('text/several-ends', at, message, { obligation: id, ends });
  }
  if (o.times !== undefined && o.times > MOST_OCCURRENCES) {
    const message = `'${id}' would come round ${o.times} times, and no more than ${MOST_OCCURRENCES} can be laid out: let it do so less often, with more at a time.`;
    report('text/too-many-times', [...at, 'times'], message, { obligation: id, times: o.times });
  }
  if (amounts > 0 && o.of === undefined) {
    const message = `'${id}' says how much, and not of what: name the quantity in 'of'.`;
    report('text/amount-of-nothing', [...at, 'of'], message, { obligation: id });
  }
  if (o.owedBy.value.length === 0) {
    const message = `Nobody owes '${id}': name in 'owedBy' who does.`;
    report('text/owed-by-nobody', [...at, 'owedBy'], message, { obligation: id });
  }
  for (const key of ['every', 'times', 'perPhase'] as const) {
    if (o[key] === undefined || o.kind === 'recurring') continue;
    const message = `'${id}' says ${key === 'times' ? 'how many times' : 'how often'} it comes round, and is of the kind '${o.kind}': let its kind be 'recurring', or take '${key}' out.`;
    report('text/not-recurring', [...at, key], message, { obligation: id, kind: o.kind });
  }
  if (o.perPhase === true && (o.every ?? o.times ?? o.phase) !== undefined) {
    const message = `'${id}' comes round once a phase: take out 'every', 'times' and 'phase', which would say otherwise.`;
    report('text/several-periods', [...at, 'perPhase'], message, { obligation: id });
  }
  if (o.kind === 'recurring' && !o.every && o.perPhase !== true) {
    const message = `'${id}' recurs, and does not say how often: add 'every', or 'perPhase'.`;
    report('text/no-period', [...at, 'every'], message, { obligation: id });
  }
  if (o.every && daysOf(o.every).least < 1) {
    const message = `'${id}' would recur without end on one day: a period is a day or more.`;
    report('text/bad-length', [...at, 'every'], message, { obligation: id });
  }
  if (isQuantity(id)) {
    const message = `'${id}' is a quantity of the scenario's, and cannot be an obligation too: call it something else.`;
    report('text/id-taken', at, message, { obligation: id });
  }
}
