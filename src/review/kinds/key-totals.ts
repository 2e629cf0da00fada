import { figure, unique } from '../../base/list.js';
import type { KeyTable } from '../../offers/text/key-table.js';
import { isWithin } from '../../terms/categories.js';
import { pathsOf, quantityAt, splitPath, termLabel, type Terms } from '../../terms/term.js';
import { reachOf, type Reach } from '../../terms/amount-span.js';
import { shareIn } from '../../terms/amount.js';
import { countedAs } from '../../obligations/key-apart.js';
import type { Bases } from '../../obligations/base.js';
import { countedUnder } from '../../obligations/key-counted.js';
import { givenOf } from '../../obligations/key-giving.js';
import { owedOf, type Counted } from '../../obligations/key-owed.js';
import { roundedTo } from '../../obligations/rounded.js';
import { nameOf } from '../clauses.js';
import { supposed, textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** An exchange key whose lines do not come to the totals that it states. */
export function find(subject: Subject): readonly Found[] {
  const { text, scenario } = subject;
  return Object.entries(text.keys).flatMap(([id, key]) => {
    const counted = countedFor(subject, id, key);
    return Object.entries(key.totals).flatMap(([path, { value }]): readonly Found[] => {
      if (shareIn(value)) return [];
      const { step } = quantityAt(scenario.terms, path);
      const stated = reachOf(value, step);
      const come = owedOf(key, counted, {
        whole: (one) => subject.owing.bases.quantity(one),
        amount: (figures) => givenOf(scenario.terms, path, figures),
      });
      const least = roundedTo(come.least, step, 'down');
      const most = roundedTo(come.most, step, 'up');
      if (stated.most >= least && stated.least <= most) return [];
      const clause = `keys.${id}`;
      const said =
        come.least === come.most
          ? figure(come.least)
          : `${figure(least)} to ${Number.isFinite(most) ? figure(most) : 'any number'}`;
      const words = 'Let the lines and the total say the same.';
      const exact = least === most || come.least === come.most;
      return [
        {
          severity: 'breaks',
          clauses: [clause],
          message: `The lines of ${nameOf(subject, clause)} come to ${said} of ${termLabel(scenario.terms, path)}, and its total is stated otherwise. ${words}`,
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

/** What counts under a key: what those owe whose performance it answers, else what the deal gives. */
function countedFor({ scenario, text, owing, giving }: Subject, id: string, key: KeyTable): Counted {
  const answered = new Set(Object.values(text.obligations).flatMap(({ byKey }) => (byKey?.key === id ? byKey.of : [])));
  if (answered.size > 0) {
    const all = [...answered].flatMap((other) => {
      const of = text.obligations[other]?.of;
      const figure = giving.gives(other);
      const { parts, least } = owing.all(other);
      return of === undefined ? [] : [{ of, ...figure, ...(parts && least === figure.least && { parts }) }];
    });
    return countedUnder(scenario.terms, key, all);
  }
  const paths = unique(key.rows.flatMap((row) => row.for?.of ?? []));
  return {
    given: Object.fromEntries(paths.map((path) => [path, givenUnder(scenario.terms, key, path, owing.bases)])),
    open: [],
  };
}

/** What the deal gives of a quantity, less what a key counts otherwise: by a line for a category, or not at all. */
function givenUnder(terms: Terms, key: KeyTable, path: string, bases: Bases): Reach {
  const whole = bases.quantity(path);
  const term = quantityAt(terms, path);
  const apart = pathsOf(splitPath(path).term, term)
    .filter((one) => term.categories[splitPath(one).category ?? '']?.of === undefined && isWithin(term, one, path))
    .filter((one) => one !== path && splitPath(one).category !== undefined && countedAs(terms, key, one) !== path)
    .map((one) => bases.quantity(one));
  const most = apart.reduce((sum, one) => sum + one.most, 0);
  const each = apart.map((one) => one.least);
  const least = term.overlap ? Math.max(0, ...each) : each.reduce((sum, one) => sum + one, 0);
  return { least: Math.max(0, whole.least - most), most: Math.max(0, whole.most - least) };
}
