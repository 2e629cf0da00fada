import { hasAmount } from '../../obligations/adding-up.js';
import type { Obligation } from '../../offers/text/obligation.js';
import { duty, nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import { precedence } from '../precedence.js';
import type { Subject } from '../subject.js';

type Level = readonly [id: string, obligation: Obligation];

/**
 * Levels of one stock that the same owner is asked for on the same days, and that no figure lies within. Each is to be reached
 * by its last day, and held up to that: they break only where they have the same last day whatever is done.
 */
export function find(subject: Subject): readonly Found[] {
  const { text, plans, owing } = subject;
  const stocks = new Map<string, Level[]>();
  for (const [id, obligation] of Object.entries(text.obligations)) {
    const { kind, strength, of, owedBy, to } = obligation;
    if (kind !== 'level' || strength !== 'shall' || of === undefined || !hasAmount(obligation)) continue;
    const stock = JSON.stringify([of, owedBy.value, to?.value ?? []]);
    stocks.set(stock, [...(stocks.get(stock) ?? []), [id, obligation]]);
  }
  const daysOf = ([id]: Level) => ({
    id,
    opens: plans.any.of(`opens ${id}`).at?.day,
    due: plans.any.of(`due ${id}`).at?.day ?? Infinity,
    figures: owing.figures(id),
  });
  return [...stocks.values()].flatMap((levels) => {
    // Only what may overlap is held against each other, however many levels of a stock follow one another.
    const dated = levels.map(daysOf).flatMap((one) => (one.opens === undefined ? [] : [{ ...one, opens: one.opens }]));
    dated.sort((a, b) => a.opens - b.opens);
    return dated.flatMap((one, i): readonly Found[] => {
      const found: Found[] = [];
      for (const other of dated.slice(i + 1)) {
        if (other.opens > one.due) break;
        const isDisjoint = one.figures.most < other.figures.least || other.figures.most < one.figures.least;
        if (isDisjoint && !mayBeApart(subject, one.id, other.id)) found.push(exclude(subject, [one.id, other.id]));
      }
      return found;
    });
  });
}

/** Whether in some course one of them is over before the other begins, all being done in time. */
function mayBeApart({ plans }: Subject, one: string, other: string): boolean {
  return plans.canBeBefore(`due ${one}`, `opens ${other}`) || plans.canBeBefore(`due ${other}`, `opens ${one}`);
}

/** How both can be kept, one after the other; nothing where both have to hold on one and the same last day. */
function bothKept(subject: Subject, [one, other]: readonly [string, string]): string | undefined {
  const { plans } = subject;
  const [isFirst, isSecond] = [
    plans.canBeBefore(`due ${one}`, `due ${other}`),
    plans.canBeBefore(`due ${other}`, `due ${one}`),
  ];
  if (!isFirst && !isSecond) return undefined;
  const [first, second] = [one, other].map((id) => nameOf(subject, duty(id)));
  if (isFirst && isSecond) return 'the one is reached only after the last day of the other';
  const [before, after] = isFirst ? [first, second] : [second, first];
  return `${after ?? ''} is reached only after the last day of ${before ?? ''}`;
}

function exclude(subject: Subject, pair: readonly [string, string]): Found {
  const order = Object.keys(subject.text.obligations);
  const clauses = [...pair].sort((a, b) => order.indexOf(a) - order.indexOf(b)).map(duty);
  const way = bothKept(subject, pair);
  const severity = way === undefined ? 'breaks' : 'unclear';
  const however = way === undefined ? '' : `; both can be kept if ${way}, and not otherwise`;
  const said = `${clauses.map((clause) => nameOf(subject, clause)).join(' and ')} ask for levels of the same stock on the same days that no figure lies within${however}.`;
  const rank = precedence(subject.text, ...pair);
  if (!rank) {
    const words = 'Let them allow a figure in common, or hold on different days.';
    return { severity, clauses, message: `${said} ${words}`, mend: { words } };
  }
  const [first, second] = [nameOf(subject, `instruments.${rank.first}`), nameOf(subject, `instruments.${rank.second}`)];
  const words = `Since ${first} goes before ${second} where they differ, let ${nameOf(subject, duty(rank.yields))} give way: it can only aim at its level.`;
  const patches = [textPatch(['obligations', rank.yields, 'strength'], 'aims to')];
  return { severity, clauses, message: `${said} ${words}`, mend: { words, patches }, facts: rank };
}
