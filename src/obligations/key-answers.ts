import { unique } from '../base/list.js';
import type { Text } from '../offers/text/text.js';
import { isWithin } from '../terms/categories.js';
import { quantityAt, splitPath, type Terms } from '../terms/term.js';

/** Those who owe by each key, by what they owe of it, one after the other. */
export type Answers = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Those who owe by each key, in an order that is given, or as the text has them. */
export function answersIn({ obligations }: Text, order: readonly string[] = []): Answers {
  const answers = new Map<string, Map<string, string[]>>();
  for (const id of unique([...order, ...Object.keys(obligations)])) {
    const { of, byKey } = obligations[id] ?? {};
    if (of === undefined || !byKey) continue;
    const byPath = answers.get(byKey.key) ?? new Map<string, string[]>();
    answers.set(byKey.key, byPath);
    const known = byPath.get(of);
    if (known) known.push(id);
    else byPath.set(of, [id]);
  }
  return answers;
}

/** What others owe by a key of the categories of what one owes by it: of these no more is owed by that one. */
export function owedApart(terms: Terms, answers: Answers, key: string, of: string): readonly string[] {
  const term = quantityAt(terms, of);
  return [...(answers.get(key)?.keys() ?? [])].filter(
    (path) =>
      path !== of &&
      splitPath(path).term === splitPath(of).term &&
      isWithin(term, path, of) &&
      !isWithin(term, of, path),
  );
}
