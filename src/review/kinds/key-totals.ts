import { figure, listed, unique } from '../../base/list.js';
import { once } from '../../base/once.js';
import type { KeyTable } from '../../offers/text/key-table.js';
import type { Text } from '../../offers/text/text.js';
import { isWithin } from '../../terms/categories.js';
import { pathsOf, quantityAt, splitPath, termLabel, type Terms } from '../../terms/term.js';
import { reachOf, type Reach } from '../../terms/amount-span.js';
import { shareIn } from '../../terms/amount.js';
import { showAmount } from '../../terms/amount-words.js';
import { answersIn } from '../../obligations/key-answers.js';
import type { Bases } from '../../obligations/base.js';
import { countedUnder, type Amounted } from '../../obligations/key-counted.js';
import { givenOf } from '../../obligations/key-giving.js';
import type { Counted } from '../../obligations/key-open.js';
import { owedOf } from '../../obligations/key-owed.js';
import { thereUnder } from '../../obligations/key-there.js';
import { roundedTo } from '../../obligations/rounded.js';
import { duty, nameOf } from '../clauses.js';
import { supposed, textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** An exchange key whose lines, or what is owed by them, do not come to the totals that it states. */
export function find(subject: Subject): readonly Found[] {
  const { text, scenario } = subject;
  const answers = answersIn(text);
  return Object.entries(text.keys).flatMap(([id, key]) => {
    const counted = once(() => countedFor(subject, id, key));
    return Object.entries(key.totals).flatMap(([path, { value }]): readonly Found[] => {
      if (shareIn(value)) return [];
      const { step } = quantityAt(scenario.terms, path);
      const stated = reachOf(value, step);
      const answering = answersFor(scenario.terms, key, path, answers.get(id));
      const lines = () =>
        owedOf(key, counted(), {
          whole: (one) => subject.owing.bases.quantity(one),
          there: (one) => thereFor(subject, id, key, one, counted()),
          amount: (figures) => givenOf(scenario.terms, path, figures),
        });
      const bySteps = answering && owedBy(subject, path, answering, 'on steps');
      const come = bySteps ? known(bySteps, isForAll(subject, id, answering) ? lines() : undefined) : lines();
      const least = roundedTo(come.least, step, 'down');
      const most = roundedTo(come.most, step, 'up');
      if (stated.most >= least && stated.least <= most) return [];
      const clause = `keys.${id}`;
      const said =
        come.least === come.most
          ? figure(come.least)
          : `${figure(least)} to ${Number.isFinite(most) ? figure(most) : 'any number'}`;
      // What is known of the categories of all together is rounded by nobody.
      const exactly = come === bySteps ? owedBy(subject, path, answering ?? [], 'exactly') : undefined;
      const isRounding = exactly && stated.most >= exactly.least - NOISE && stated.least <= exactly.most + NOISE;
      const words = isRounding
        ? 'Put what is owed by it in one series, so that no more is rounded than what it comes to by then, or let the total say so much.'
        : 'Let the lines and the total say the same.';
      const exact = least === most || come.least === come.most;
      const [owers, of] = [
        listed((answering ?? []).map((one) => nameOf(subject, duty(one)))),
        termLabel(scenario.terms, path),
      ];
      const what = answering
        ? `What ${owers} ${answering.length === 1 ? 'owes' : 'owe'} by ${nameOf(subject, clause)} comes`
        : `The lines of ${nameOf(subject, clause)} come`;
      return [
        {
          severity: 'breaks',
          clauses: [clause, ...(answering ?? []).map(duty)],
          message: `${what} to ${said} of ${of}${isRounding ? ', each rounded by itself' : ''}, and its total is stated as ${showAmount(value, scenario)}. ${words}`,
          mend: {
            words,
            ...(exact && {
              patches: [textPatch(['keys', id, 'totals', path], supposed({ wording: 'exactly', n: least }))],
            }),
          },
          facts: { of: path, lines: { least, most: Number.isFinite(most) ? most : null }, total: value },
        },
      ];
    });
  });
}

/** Whether one obligation answers all whose performance its key answers, so that its lines apply to that as a whole. */
function isForAll({ text }: Subject, key: string, [only, ...others]: readonly string[]): boolean {
  const own = only === undefined ? undefined : text.obligations[only]?.byKey;
  const all = Object.values(text.obligations).flatMap(({ byKey }) => (byKey?.key === key ? byKey.of : []));
  return others.length === 0 && own !== undefined && new Set(all).size === new Set(own.of).size;
}

/** A figure as far as it is known, with what is known of it otherwise. */
function known(figure: Reach, otherwise: Reach | undefined): Reach {
  const isCloser = otherwise && otherwise.least >= figure.least && otherwise.most <= figure.most;
  return isCloser ? otherwise : figure;
}

/** Slack for figures that only binary fractions keep apart. */
const NOISE = 1e-9;

type Owed = Amounted & { readonly of: string };

/** Those who owe all that a key gives of a quantity: what they come to is its total. */
function answersFor(
  terms: Terms,
  key: KeyTable,
  path: string,
  answers: ReadonlyMap<string, readonly string[]> | undefined,
) {
  const term = quantityAt(terms, path);
  const isIn = (one: string, other: string) =>
    splitPath(one).term === splitPath(other).term && isWithin(term, one, other);
  const owed = [...(answers?.keys() ?? [])].filter((one) => isIn(one, path));
  const given = key.rows.flatMap((row) => row.give.map(({ of }) => of)).filter((one) => isIn(one, path));
  const isCovered = given.every((one) => owed.some((other) => isIn(one, other)));
  return owed.length > 0 && isCovered ? owed.flatMap((one) => answers?.get(one) ?? []) : undefined;
}

/** What obligations come to of a quantity of which each owes something. */
function owedBy(
  { scenario, text, giving }: Subject,
  path: string,
  ids: readonly string[],
  how: 'exactly' | 'on steps',
): Reach {
  const [figures, own]: [Record<string, Reach>, { least: number; most: number }] = [{}, { least: 0, most: 0 }];
  for (const id of ids) {
    const of = text.obligations[id]?.of ?? path;
    const { least, most } = how === 'exactly' ? giving.gives(id) : { least: giving.least(id), most: giving.most(id) };
    const before = of === path ? own : (figures[of] ?? { least: 0, most: 0 });
    const sum = { least: before.least + least, most: before.most + most };
    if (of === path) Object.assign(own, sum);
    else figures[of] = sum;
  }
  const rest = givenOf(scenario.terms, path, figures);
  return { least: own.least + rest.least, most: own.most + rest.most };
}

/** The obligations whose performance a key answers. */
function answeredBy({ obligations }: Text, key: string): ReadonlySet<string> {
  return new Set(Object.values(obligations).flatMap(({ byKey }) => (byKey?.key === key ? byKey.of : [])));
}

/** How much there is that counts under a path id; without any answer, it is what is counted, however much that is. */
function thereFor(
  { scenario, text, owing }: Subject,
  id: string,
  key: KeyTable,
  path: string,
  { given }: Counted,
): Reach {
  if (answeredBy(text, id).size > 0) return thereUnder(scenario.terms, key, path, owing.bases);
  const least = given[path]?.least ?? 0;
  return { least, most: least };
}

/** What counts under a key: what those owe whose performance it answers, else what the deal gives. */
function countedFor({ scenario, text, owing, giving }: Subject, id: string, key: KeyTable): Counted {
  const answered = answeredBy(text, id);
  if (answered.size > 0) {
    const all = [...answered].flatMap((other): readonly Owed[] => {
      const of = text.obligations[other]?.of;
      const figure = giving.gives(other);
      const { parts, least } = owing.all(other);
      return of === undefined ? [] : [{ of, ...figure, ...(parts && least === figure.least && { parts }) }];
    });
    return countedUnder(scenario.terms, key, inOne(scenario.terms, owing.bases, all));
  }
  const paths = unique(key.rows.flatMap((row) => row.for?.of ?? []));
  return {
    given: Object.fromEntries(paths.map((path) => [path, thereUnder(scenario.terms, key, path, owing.bases)])),
    open: [],
  };
}

/** What comes to all that the deal gives of a quantity only in several parts: of which categories it is, the deal says. */
function inOne(terms: Terms, bases: Bases, all: readonly Owed[]): readonly Owed[] {
  return unique(all.map(({ of }) => of)).flatMap((of): readonly Owed[] => {
    const own = all.filter((one) => one.of === of);
    const [least, most] = [own.reduce((sum, one) => sum + one.least, 0), own.reduce((sum, one) => sum + one.most, 0)];
    const whole = bases.quantity(of);
    const isAll = least === most && whole.least === least && whole.most === most;
    if (own.length === 1 || !isAll || own.some(({ parts }) => parts)) return own;
    const term = quantityAt(terms, of);
    const kinds = pathsOf(splitPath(of).term, term).filter((path) => path !== of && isWithin(term, path, of));
    const parts = kinds
      .map((path) => [path, bases.quantity(path)] as const)
      .filter(([, kind]) => kind.least === kind.most)
      .map(([path, kind]) => [path, kind.least] as const);
    return [{ of, least, most, ...(parts.length > 0 && { parts: Object.fromEntries(parts) }) }];
  });
}
