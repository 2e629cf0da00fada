import { listed } from '../../base/list.js';
import { countedAs } from '../../obligations/key-apart.js';
import { answersIn, owedApart } from '../../obligations/key-answers.js';
import { givenOf } from '../../obligations/key-giving.js';
import type { Given } from '../../obligations/key-open.js';
import { owedOf } from '../../obligations/key-owed.js';
import { pathsOf, quantityAt, splitPath, termLabel, type Terms } from '../../terms/term.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** What is owed by a key that gives nothing of it, whatever is done of what it answers. */
export function find(subject: Subject): readonly Found[] {
  const { text, scenario } = subject;
  const answers = answersIn(text);
  return Object.entries(text.obligations).flatMap(([id, { byKey, of }]): readonly Found[] => {
    const key = byKey && text.keys[byKey.key];
    if (!byKey || !key || of === undefined) return [];
    const done = byKey.of
      .flatMap((other) => text.obligations[other]?.of ?? [])
      .map((path) => countedAs(scenario.terms, key, path));
    const apart = owedApart(scenario.terms, answers, byKey.key, of);
    const gives = owedOf(
      key,
      { given: anyOf(scenario.terms, done), open: [] },
      { whole: () => SOME, there: () => SOME, amount: (figures) => givenOf(scenario.terms, of, figures, apart) },
    );
    if (gives.most > 0) return [];
    const clause = `keys.${byKey.key}`;
    const answered = listed(byKey.of.map((other) => nameOf(subject, duty(other)))) || 'nothing';
    const words = 'Let a line of the key give some of it for that, or let the amount be said otherwise.';
    return [
      {
        severity: 'breaks',
        clauses: [duty(id), clause],
        message: `${nameOf(subject, duty(id))} owes ${termLabel(scenario.terms, of)} by ${nameOf(subject, clause)} for ${answered}, and that key gives none of it for that: nothing is ever owed. ${words}`,
        mend: { words },
        facts: { of, key: byKey.key, for: byKey.of },
      },
    ];
  });
}

const SOME = { least: 0, most: 1 };

/** Some of these quantities, of whatever categories. */
function anyOf(terms: Terms, paths: readonly string[]): Given {
  const known = paths.flatMap((path) => {
    const { term: id, category } = splitPath(path);
    const term = quantityAt(terms, path);
    const [whole = id, ...categories] = pathsOf(id, term);
    if (category === undefined) return [whole, ...categories];
    return [path, ...(term.overlap ? categories : (term.categories[category]?.of ?? []).map((of) => `${id}/${of}`))];
  });
  return Object.fromEntries(known.map((path) => [path, SOME]));
}
