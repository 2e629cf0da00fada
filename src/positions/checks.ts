import { fault, type Fault, type Path } from '../base/fault.js';
import { didYouMean } from '../base/spelling.js';
import { shareIn, type Amount } from '../terms/amount.js';
import { figuresIn } from '../terms/amount-span.js';
import type { Counts } from '../terms/count.js';
import { decimalsOf, inSteps, MOST_DECIMALS } from '../terms/decimal.js';
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
  return fault(code, path, `There is no ${what} called '${id}'. ${didYouMean(id, known)}`, { id, known: [...known] });
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
    const known = Object.keys(terms).filter((t) => terms[t]?.kind === kind);
    if (term) {
      where.report(
        fault(
          'scenario/wrong-kind-of-term',
          at,
          `'${id}' is a ${term.kind}, and this needs a ${kind}: ${known.join(', ') || 'none is declared'}.`,
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
    const known = term.kind === 'quantity' ? pathsOf(id, term).slice(1) : [];
    where.report(unknownId(`category of '${id}'`, 'scenario/unknown-category', at, path, known));
    return undefined;
  }
  return term;
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
  if (!totals && (scope === undefined || typeof scope !== 'number')) {
    where.report(
      fault('scenario/scope-missing', at, `'${id}' is settled in each phase: say in which one, as in { in: 1 }.`, {
        id,
      }),
    );
  }
  const phase = typeof scope === 'object' ? scope.upTo : scope;
  if (typeof phase === 'number') checkPhase(where.in('in'), phase);
}

/** Checks that a phase can exist in the offer space. */
export function checkPhase(where: Checked, phase: number): void {
  const { most } = where.known.space.phases;
  if (Number.isInteger(phase) && phase >= 1 && phase <= most) return;
  where.report(
    fault(
      'scenario/unknown-phase',
      where.path,
      `There is no phase ${phase}: the offer space has phases 1 to ${most}.`,
      { phase, most },
    ),
  );
}

/** Checks that an amount is on its term's step, the right way round, and a share of something that exists. */
export function checkAmount(where: Checked, amount: Amount, path: string, use: 'line' | 'value'): void {
  const term = where.known.terms[splitPath(path).term];
  if (term?.kind !== 'quantity') return;
  if (amount.wording === 'between' && amount.from > amount.to) {
    where.report(
      fault(
        'amount/reversed',
        where.path,
        `The range from ${amount.from} to ${amount.to} holds nothing: the smaller figure comes first.`,
        {
          from: amount.from,
          to: amount.to,
        },
      ),
    );
  }
  for (const n of use === 'value' ? figuresIn(amount) : []) {
    if (Number.isInteger(inSteps(n, term.step))) continue;
    where.report(
      fault('amount/off-step', where.path, `${n} is not a multiple of the step of '${path}', which is ${term.step}.`, {
        n,
        step: term.step,
      }),
    );
  }
  for (const n of use === 'line' ? figuresIn(amount) : []) checkFigure(where, n);
  if (amount.wording === 'about' && amount.give) checkFigure(where, amount.give.n);
  checkBase(where, amount);
}

/** Checks that a figure has no more digits than comparisons stay exact with: what adding 0.1 and 0.2 makes has more. */
export function checkFigure(where: Checked, n: number): void {
  if (decimalsOf(n) <= MOST_DECIMALS) return;
  where.report(
    fault(
      'amount/too-fine',
      where.path,
      `${n} has more than ${MOST_DECIMALS} digits after the point: round it, or use a smaller unit.`,
      { n },
    ),
  );
}

/** Checks what a share is a share of. */
export function checkBase(where: Checked, amount: Amount): void {
  const share = shareIn(amount);
  if (share && share.parts > share.outOf) {
    where.report(
      fault('amount/share-over-whole', where.path, `${share.parts} out of ${share.outOf} is more than the whole.`, {
        ...share,
      }),
    );
  }
  const base = share?.of;
  if (!base) return;
  if ('quantity' in base) {
    checkQuantity(where.in('of'), base.quantity, base.in, 'quantity');
  } else if (!Object.hasOwn(where.known.counts, base.count)) {
    where.report(
      unknownId(
        'count',
        'scenario/unknown-count',
        [...where.path, 'of', 'count'],
        base.count,
        Object.keys(where.known.counts),
      ),
    );
  }
}

/** Checks an amount that is a length: whole, not negative, the right way round, and no share. */
export function checkLengthAmount(where: Checked, amount: Amount): void {
  if (shareIn(amount)) {
    where.report(
      fault('length/share', where.path, 'A length is given in days, weeks or months, not as a share of something.', {
        wording: amount.wording,
      }),
    );
  }
  if (amount.wording === 'less than' && amount.n === 0) {
    where.report(fault('length/negative', where.path, 'Nothing lasts less than 0: a length is 0 or more.', { n: 0 }));
  }
  for (const n of figuresIn(amount)) {
    if (n < 0) {
      where.report(fault('length/negative', where.path, `A length cannot be ${n}: it is 0 or more.`, { n }));
    } else if (!Number.isInteger(n)) {
      where.report(fault('length/not-whole', where.path, `${n} is no whole number: use a smaller unit.`, { n }));
    }
  }
  if (amount.wording === 'between' && amount.from > amount.to) {
    where.report(
      fault(
        'amount/reversed',
        where.path,
        `The range from ${amount.from} to ${amount.to} holds nothing: the smaller figure comes first.`,
        {
          from: amount.from,
          to: amount.to,
        },
      ),
    );
  }
}
