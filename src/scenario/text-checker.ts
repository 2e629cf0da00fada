import { fault, type Fault, type Path } from '../base/fault.js';
import { once } from '../base/once.js';
import { MOST_PLACES, type AmountTable } from '../offers/text/amount-table.js';
import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import { START, triggersIn, type Trigger } from '../offers/text/trigger.js';
import { checkAmount } from '../positions/amount-checks.js';
import { checking, checkQuantity, unknownId } from '../positions/checks.js';
import type { Amount } from '../terms/amount.js';
import { figuresIn } from '../terms/amount-span.js';
import { daysOf, type Length } from '../terms/length.js';
import { isUnsettled, partiesIn } from '../terms/value.js';
import type { Scenario } from './scenario.js';

/** Checks that the clauses of a text have in common; what they find goes into `found`. Paths are within the text. */
export type TextChecker = ReturnType<typeof textChecker>;

export function textChecker(scenario: Scenario, text: Text, top: Path) {
  const found: Fault[] = [];
  const names = namesIn(scenario, text);
  const isQuantity = (path: string) => {
    const [id = '', category] = path.split('/');
    const term = Object.hasOwn(scenario.terms, id) ? scenario.terms[id] : undefined;
    return term?.kind === 'quantity' && (category === undefined || Object.hasOwn(term.categories, category));
  };
  const owers = once(() => owersByPath(text));
  const named = (what: Named, path: Path, id: string | undefined) => {
    if (id !== undefined && !names.has(what, id)) namesNone(what, names.all(what), path, id);
  };
  const namesNone = (what: string, ids: readonly string[], path: Path, id: string) => {
    found.push(unknownId(what, `text/unknown-${what.replaceAll(' ', '-')}`, [...top, ...path], id, ids));
  };
  const eachOnce = (what: Named, path: Path, ids: readonly string[]) => {
    const before = new Set<string>();
    ids.forEach((id, i) => {
      named(what, [...path, i], id);
      if (before.size < before.add(id).size) return;
      const message = `'${id}' stands twice in '${String(path.at(-1))}', and counts once: take one of them out.`;
      found.push(fault('text/named-twice', [...top, ...path, i], message, { id }));
    });
  };
  const actors = (path: Path, ids: readonly string[]) => {
    eachOnce('party or body', path, ids);
  };
  const owing = (path: Path, what: string, owedBy: readonly string[], to: readonly string[]) => {
    const [only] = to;
    // Of several, each may owe the others, and all of them one of them.
    if (only === undefined || to.length > 1 || owedBy.length > 1 || owedBy[0] !== only) return;
    const message = `'${only}' would owe ${what} to itself: name in 'to' whom it is owed to, or nobody.`;
    found.push(fault('text/owed-to-itself', [...top, ...path], message, { actor: only }));
  };
  const quantity = (path: Path, id: string) => {
    checkQuantity(checking(scenario, [...top, ...path.slice(0, -1)], found), id, undefined, String(path.at(-1)));
  };
  /** An amount of a quantity; of what is none, nothing can be said here. */
  const amount = (path: Path, given: Amount, of: string | undefined) => {
    if (of === undefined || !isQuantity(of)) return;
    checkAmount(checking(scenario, [...top, ...path], found), given, of, 'value');
    const below =
      figuresIn(given).find((n) => n < 0) ?? (given.wording === 'less than' && given.n <= 0 ? given.n : undefined);
    if (below === undefined) return;
    const said = given.wording === 'less than' ? `less than ${below}` : String(below);
    const message = `'${String(path[1])}' would come to ${said} of '${of}', and nobody can do less than nothing: say 0 or more, or let others owe it the other way.`;
    found.push(fault('text/negative-amount', [...top, ...path], message, { n: below, of }));
  };
  const duration = (path: Path, length: Length | undefined) => {
    if (!length || daysOf(length).least >= 0) return;
    found.push(
      fault('text/bad-length', [...top, ...path], 'A length of time cannot be less than nothing.', { length }),
    );
  };
  const trigger = (path: Path, whole: Trigger | undefined) => {
    for (const part of whole ? triggersIn(whole) : []) {
      if ('after' in part) duration(path, part.after);
      switch (part.kind) {
        case 'day':
          named('event', path, part.from);
          break;
        case 'event':
          named('event', path, part.event);
          duration(path, part.before);
          break;
        case 'started':
        case 'completed':
        case 'found':
          named('obligation', path, part.obligation);
          break;
        case 'total':
          for (const id of part.of) named('obligation', path, id);
          break;
        case 'certified':
          named('certification', path, part.certification);
          break;
        default:
      }
    }
  };
  const phase = (path: Path, n: number | undefined) => {
    const { most } = scenario.space.phases;
    if (n === undefined || (Number.isInteger(n) && n >= 1 && n <= most)) return;
    const message = `There is no phase ${n}: the offer space has phases 1 to ${most}.`;
    found.push(fault('text/unknown-phase', [...top, ...path], message, { phase: n, most }));
  };
  const table = (path: Path, given: AmountTable | undefined, of: string | undefined) => {
    if (!given) return;
    const places = Object.values(given.dimensions).reduce((n, values) => n * values.length, 1);
    if (places > MOST_PLACES) {
      const message = `A table has ${places} places, and may have ${MOST_PLACES}: split it.`;
      found.push(fault('text/table-too-large', [...top, ...path], message, { places, most: MOST_PLACES }));
      return;
    }
    given.cells.forEach((cell, i) => {
      for (const [dimension, value] of Object.entries(cell.where)) {
        const at = [...path, 'cells', i, 'where', dimension];
        const values = Object.hasOwn(given.dimensions, dimension) ? given.dimensions[dimension] : undefined;
        if (!values) namesNone('dimension', Object.keys(given.dimensions), at, dimension);
        else if (!values.includes(value)) namesNone('value', values, at, value);
      }
      const at = [...path, 'cells', i, 'amount'];
      if (isUnsettled(cell.amount)) {
        for (const party of partiesIn(cell.amount)) named('party', at, party);
        return;
      }
      amount(at, cell.amount, of);
      if (cell.amount.wording !== 'remaining') return;
      const message = `A line of the table of '${String(path[1])}' gives what remains, and nothing goes before it there: give its amount, or a share.`;
      found.push(fault('text/remaining-in-table', [...top, ...at], message, {}));
    });
  };
  const report = (code: string, path: Path, message: string, facts: Fault['facts']) => {
    found.push(fault(code, [...top, ...path], message, facts));
  };
  return {
    found,
    owers,
    isQuantity,
    named,
    eachOnce,
    actors,
    owing,
    quantity,
    amount,
    duration,
    trigger,
    phase,
    table,
    report,
  };
}

/** The obligations by which so much of each quantity is owed, by its path. */
function owersByPath({ obligations }: Text): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [id, { of, amount, table, byKey }] of Object.entries(obligations)) {
    if (of === undefined || !(amount ?? table ?? byKey)) continue;
    const known = found.get(of) ?? [];
    known.push(id);
    found.set(of, known);
  }
  return found;
}

/** What a clause of a text may name, by kind. */
function namesIn(scenario: Scenario, text: Text) {
  const phases = Array.from({ length: scenario.space.phases.most }, (_, i) => i + 1);
  const ids = {
    event: [START, ...phases.flatMap((n) => [phaseStart(n), phaseEnd(n)]), ...Object.keys(text.events)],
    obligation: Object.keys(text.obligations),
    'party or body': [scenario.parties, text.bodies, text.others].flatMap((all) => Object.keys(all)),
    party: Object.keys(scenario.parties),
    certification: Object.keys(text.certifications),
    instrument: Object.keys(text.instruments),
    key: Object.keys(text.keys),
  };
  // Of any of them there may be thousands, named in thousands of places.
  const sets = Object.fromEntries(Object.entries(ids).map(([what, all]) => [what, new Set(all)]));
  return {
    all: (what: keyof typeof ids): readonly string[] => ids[what],
    has: (what: keyof typeof ids, id: string) => sets[what]?.has(id) === true,
  };
}

type Named = Parameters<ReturnType<typeof namesIn>['has']>[0];
