import type { Schedule } from '../../obligations/schedule.js';
import { sayWait, type Wait } from '../../obligations/wait.js';
import type { Scenario } from '../../scenario/scenario.js';
import { own } from './additive-domain.js';
import { sayUnsettled } from '../../terms/value.js';
import { csvOf, type Cell } from './csv.js';

const HEAD = [
  'obligation',
  'occurrence',
  'label',
  'kind',
  'strength',
  'phase',
  'owed by',
  'to',
  'verifier',
  'opens on',
  'opens day',
  'due on',
  'due day',
  'of',
  'amount least',
  'amount most',
  'amount not settled',
  'provisional',
  'waits for',
];

/**
 * A schedule as CSV, one row for each time that something falls due; empty days are not known yet, and `waits for` says what
 * has to happen first, with semicolons between. Text that would be a formula is guarded.
 *
 * @example
 * const plan: Schedule = { offer: 'first-offer', duties: [], talks: [], selections: [] };
 * scheduleCsv(scenario, plan).startsWith('"obligation","occurrence","label"'); // true
 */
export function scheduleCsv(scenario: Pick<Scenario, 'parties' | 'offers'>, { offer, duties }: Schedule): string {
  const text = own(scenario.offers, offer)?.text;
  // Of an offer that the scenario has not got, there are ids alone.
  const waits = (wait: Wait) => sayWait(wait, text ?? { events: {}, obligations: {}, certifications: {} });
  const names = (ids: readonly string[]) => ids.map((id) => scenario.parties[id]?.label ?? id).join(', ');
  const rows = duties.map((d): readonly Cell[] => [
    d.obligation,
    d.occurrence,
    d.label,
    d.kind,
    d.strength,
    d.phase,
    names(d.owedBy),
    names(d.to),
    d.verifier,
    d.opens?.on,
    d.opens?.day,
    d.due?.on,
    d.due?.day,
    d.of,
    d.amount?.least,
    d.amount?.most,
    d.unsettled && sayUnsettled(d.unsettled),
    d.provisional ? 'yes' : 'no',
    d.waitsFor.map(waits).join('; '),
  ]);
  return csvOf([HEAD, ...rows]);
}
