import { unique } from '../base/list.js';
import { once } from '../base/once.js';
import type { Text } from '../offers/text/text.js';
import { totalOf } from '../offers/text/amount-table.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Reach } from '../terms/amount-span.js';
import type { Terms } from '../terms/term.js';
import type { Bases } from './base.js';
import { owedApart, type Answers } from './key-answers.js';
import { countedUnder, type Amounted } from './key-counted.js';
import { givenOf } from './key-giving.js';
import type { Counted } from './key-open.js';
import { isGivenOnce, owedOf, type Before } from './key-owed.js';
import { thereUnder } from './key-there.js';

/** An obligation without an amount is one act. */
export const ONE_ACT: Reach = { least: 1, most: 1 };

/**
 * How much an obligation owes in all, before any rounding, and apart from what others of its series owe. `done` says what
 * was done, or is planned, of another: what an exchange key gives follows from that.
 *
 * For performance `up to` and `at most` owe nothing, and allow so much; `some` owes one step; `all`, `half of` and other
 * shares owe that part of their base, or of what the deal gives of the quantity in all: of what is counted by phase that is what all
 * phases come to, whichever the obligation belongs to, unless the base says in which phase.
 */
export function figuresOwed(
  { terms }: Pick<Scenario, 'terms'>,
  text: Text,
  bases: Bases,
  id: string,
  done: (obligation: string) => Amounted,
  answers: Answers,
): Reach {
  const obligation = text.obligations[id];
  if (!obligation) return ONE_ACT;
  const { of, amount, table, byKey } = obligation;
  if (of !== undefined && table) return totalOf(table, (cell) => bases.figures(cell, of));
  if (of !== undefined && byKey) {
    return byKeyOf({ terms, text, bases, done, answers }, id, of, byKey.key);
  }
  return amount ? bases.figures(amount.value, of) : ONE_ACT;
}

interface ByKey {
  readonly terms: Terms;
  readonly text: Text;
  readonly bases: Bases;
  readonly done: (obligation: string) => Amounted;
  readonly answers: Answers;
}

function byKeyOf({ terms, text, bases, done, answers }: ByKey, id: string, of: string, name: string): Reach {
  const key = text.keys[name];
  if (!key) return ONE_ACT;
  const answeredBy = (one: string) => text.obligations[one]?.byKey?.of ?? [];
  const counted = (answered: readonly string[]) =>
    countedUnder(
      terms,
      key,
      answered.flatMap((other) => {
        const of = text.obligations[other]?.of;
        return of === undefined ? [] : [{ ...done(other), of }];
      }),
    );
  const apart = owedApart(terms, answers, name, of);
  const alike = key.rows.some(isGivenOnce) ? (answers.get(name)?.get(of) ?? []) : [];
  return owedOf(key, counted(answeredBy(id)), {
    whole: (path) => bases.quantity(path),
    there: (path) => thereUnder(terms, key, path, bases),
    amount: (figures) => givenOf(terms, of, figures, apart),
    ...(alike.length > 1 && { before: beforeOne(alike, id, answeredBy, counted) }),
  });
}

/** What others answer before one. */
function beforeOne(
  ids: readonly string[],
  id: string,
  answeredBy: (one: string) => readonly string[],
  counted: (answered: readonly string[]) => Counted,
): Before {
  const answered = once(() => unique(ids.slice(0, ids.indexOf(id)).flatMap(answeredBy)));
  const own = new Set(answeredBy(id));
  return {
    each: function* () {
      for (const one of ids) {
        if (one === id) return;
        yield counted(answeredBy(one));
      }
    },
    together: once(() => counted(answered())),
    beside: once(() => counted(answered().filter((other) => !own.has(other)))),
  };
}
