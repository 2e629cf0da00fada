import { figure } from '../../base/list.js';
import { reachOf } from '../../terms/amount-span.js';
import { quantityAt, unitFor } from '../../terms/term.js';
import type { Obligation } from '../../offers/text/obligation.js';
import { seriesOf } from '../../obligations/adding-up.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** What is to be done by then in all, and has been by an earlier day already, or each time that it comes round. */
export function find(subject: Subject): readonly Found[] {
  const { text, owing, plans } = subject;
  /** Of each series, the one that asks for most so far. */
  const highest = new Map<string, string>();
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    if (!isRunningTotal(obligation)) return [];
    const series = seriesOf(obligation);
    const before = highest.get(series);
    const { least, most } = owing.figures(id);
    if (before === undefined || owing.figures(before).least < least) highest.set(series, id);
    const again = comesRound(subject, id, obligation);
    if (before === undefined || most > owing.figures(before).least) return again;
    return plans.alwaysBefore(`due ${before}`, `due ${id}`) ? [notMore(subject, id, before), ...again] : again;
  });
}

function isRunningTotal({ series, kind, of, amount }: Obligation): boolean {
  return series?.counted === 'running total' && kind !== 'refrain' && of !== undefined && amount !== undefined;
}

function notMore(subject: Subject, id: string, before: string): Found {
  const { text, owing, scenario } = subject;
  const words = 'Let it ask for more in all than was to be done before it, or count what it adds.';
  const { of = '' } = text.obligations[id] ?? {};
  const { least } = owing.figures(before);
  return {
    severity: 'note',
    clauses: [duty(id), duty(before)],
    message: `${nameOf(subject, duty(id))} asks for no more in all than ${nameOf(subject, duty(before))}, by whose day ${figure(least)} ${unitFor(quantityAt(scenario.terms, of).unit, least)} were to be done: it adds nothing. ${words}`,
    mend: { words },
    facts: { of, before, total: owing.figures(id), done: owing.figures(before) },
  };
}

/** A total that stays the same, however often it is asked for. */
function comesRound(subject: Subject, id: string, { kind, amount, of = '' }: Obligation): readonly Found[] {
  const { giving, scenario } = subject;
  const times = kind === 'recurring' ? giving.timesOf(id) : 1;
  if (times < 2 || !amount || !(reachOf(amount.value, quantityAt(scenario.terms, of).step).most < Infinity)) return [];
  const words = 'Count what each time adds, or ask for it once.';
  return [
    {
      severity: 'note',
      clauses: [duty(id)],
      message: `${nameOf(subject, duty(id))} comes round, and asks for the same in all each time: after the first it adds nothing. ${words}`,
      mend: { words },
      facts: { of, times, total: amount.value },
    },
  ];
}
