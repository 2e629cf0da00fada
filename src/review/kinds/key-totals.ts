import { figure } from '../../base/list.js';
import type { KeyTable } from '../../offers/text/key-table.js';
import { hasOthers, quantityAt, termLabel } from '../../terms/term.js';
import { reachOf, type Reach } from '../../terms/amount-span.js';
import { shareIn } from '../../terms/amount.js';
import { owedByKey } from '../../obligations/key-owed.js';
import { roundedTo } from '../../obligations/rounded.js';
import { nameOf } from '../clauses.js';
import { supposed, textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** An exchange key whose lines do not come to the totals that it states. */
export function find(subject: Subject): readonly Found[] {
  const { text, scenario } = subject;
  return Object.entries(text.keys).flatMap(([id, key]) => {
    const owed = owedByKey(
      key,
      givenFor(subject, id, key),
      (path) => subject.owing.bases.quantity(path),
      (path, categories) => hasOthers(scenario.terms, path, categories),
    );
    return Object.entries(key.totals).flatMap(([path, { value }]): readonly Found[] => {
      if (shareIn(value)) return [];
      const { step } = quantityAt(scenario.terms, path);
      const stated = reachOf(value, step);
      const come = owed[path] ?? { least: 0, most: 0 };
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

/** What is given under a key: what those owe whose performance it answers, else what the deal gives. */
function givenFor({ text, owing, giving }: Subject, id: string, key: KeyTable): Record<string, Reach> {
  const given: Record<string, Reach> = {};
  const answered = new Set(Object.values(text.obligations).flatMap(({ byKey }) => (byKey?.key === id ? byKey.of : [])));
  for (const other of answered) {
    const path = text.obligations[other]?.of;
    if (path === undefined) continue;
    const { least, most } = giving.gives(other);
    const before = given[path] ?? { least: 0, most: 0 };
    given[path] = { least: before.least + least, most: before.most + most };
  }
  if (answered.size > 0) return given;
  for (const path of key.rows.flatMap((row) => row.for?.of ?? [])) given[path] = owing.bases.quantity(path);
  return given;
}
