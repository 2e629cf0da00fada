import { fault, type Fault, type Path } from '../base/fault.js';
import { remembered } from '../base/remembered.js';
import { didYouMean, firstOf, MOST_SHOWN } from '../base/spelling.js';
import type { Counts } from '../terms/count.js';
import type { Scope } from '../terms/scope.js';
import type { Space } from '../terms/space.js';
import { pathsOf, splitPath, type Quantity, type Term, type Terms } from '../terms/term.js';

/** What references are checked against. */
export interface Known {
  readonly terms: Terms;
  readonly counts: Counts;
  readonly space: Space;
}

/** A place in the input, with what it is checked against and where its faults go. */
export interface Checked {
  readonly known: Known;
  readonly path: Path;
  /** The same, deeper in. */
  in(...keys: Path): Checked;
  report(fault: Fault): void;
}

/** Checks that begin at `path` and put what they find into `found`. */
export function checking(known: Known, path: Path, found: Fault[]): Checked {
  return {
    known,
    path,
    in: (...keys) => checking(known, [...path, ...keys], found),
    report: (f) => found.push(f),
  };
}

/** A fault for an id that names nothing of the kind wanted. */
export function unknownId(what: string, code: string, path: Path, id: string, known: readonly string[]): Fault {
  return fault(code, path, `There is no ${what} called '${id.slice(0, 60)}'. ${didYouMean(id.slice(0, 60), known)}`, {
    id,
    known: firstOf(known),
  });
}

/** Checks that a path id names a quantity, or a category of one, and that the scope fits it. */
export function checkQuantity(
  where: Checked,
  path: string,
  scope: Scope | undefined,
  key = 'of',
): Quantity | undefined {
  const term = checkTerm(where, path, 'quantity', key);
  if (term?.kind !== 'quantity') return undefined;
  checkScope(where, path, term, scope, true);
  return term;
}

/** Checks that an id names a term of this kind. */
export function checkTerm(where: Checked, path: string, kind: Term['kind'], key = 'of'): Term | undefined {
  const { terms } = where.known;
  const { term: id, category } = splitPath(path);
  const at = [...where.path, key];
  const term = Object.hasOwn(terms, id) ? terms[id] : undefined;
  if (term?.kind !== kind) {
    const known = idsByKind(terms)[kind];
    if (term) {
      where.report(
        fault(
          'scenario/wrong-kind-of-term',
          at,
          `'${id}' is a ${term.kind}, and this needs a ${kind}: ${shortList(known) || 'none is declared'}.`,
          {
            id,
            kind: term.kind,
            needed: kind,
          },
        ),
      );
    } else where.report(unknownId(kind, 'scenario/unknown-term', at, id, known));
    return undefined;
  }
  if (category !== undefined && !(term.kind === 'quantity' && Object.hasOwn(term.categories, category))) {
    const known = term.kind === 'quantity' ? categoryPaths(terms, id, term) : [];
    where.report(unknownId(`category of '${id}'`, 'scenario/unknown-category', at, path, known));
    return undefined;
  }
  return term;
}

const idsByKind = /* @__PURE__ */ remembered((terms: Terms): Readonly<Record<Term['kind'], readonly string[]>> => {
  const of = (kind: Term['kind']) => Object.freeze(Object.keys(terms).filter((id) => terms[id]?.kind === kind));
  return { quantity: of('quantity'), flag: of('flag'), choice: of('choice') };
});

/** For each quantity by its id, its categories by their path ids, once they have been asked for. */
const pathsByTerm = /* @__PURE__ */ remembered((_: Terms) => new Map<string, readonly string[]>());

function categoryPaths(terms: Terms, id: string, term: Quantity): readonly string[] {
  const known = pathsByTerm(terms);
  const paths = known.get(id) ?? Object.freeze(pathsOf(id, term).slice(1));
  known.set(id, paths);
  return paths;
}

function shortList(ids: readonly string[]): string {
  const more = ids.length > MOST_SHOWN ? ` and ${ids.length - MOST_SHOWN} more` : '';
  return `${ids.slice(0, MOST_SHOWN).join(', ')}${more}`;
}

/** Checks that a scope goes with its term, and that the phase it names can exist. */
export function checkScope(where: Checked, id: string, term: Term, scope: Scope | undefined, totals: boolean): void {
  const at = [...where.path, 'in'];
  if (term.scope === 'deal') {
    if (scope !== undefined && scope !== 'total') {
      where.report(
        fault(
          'scenario/scope-of-deal-term',
          at,
          `'${id}' is settled once for the whole deal, so it has no phases: leave 'in' out.`,
          { id, scope },
        ),
      );
    }
    return;
  }
  if (!totals && typeof scope !== 'number') {
    where.report(
      fault('scenario/scope-missing', at, `'${id}' is settled in each phase: say in which one, as in { in: 1 }.`, {
        id,
      }),
    );
  }
  const phase = typeof scope === 'object' ? scope.upTo : scope;
  if (typeof phase === 'number') checkPhase(where.in('in'), phase);
}

/** Checks that a phase, which is a whole number from 1 on, can exist in the offer space. */
export function checkPhase(where: Checked, phase: number): void {
  const { most } = where.known.space.phases;
  if (phase <= most) return;
  where.report(
    fault(
      'scenario/unknown-phase',
      where.path,
      `There is no phase ${phase}: the offer space has phases 1 to ${most}.`,
      { phase, most },
    ),
  );
}
