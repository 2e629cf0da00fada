import type { Condition } from '../../positions/condition.js';
import { figuresIn } from '../figures.js';
import { nearerToNothing } from '../nearer-to-nothing.js';
import { isRecord } from '../../base/plain.js';
import type { Amount } from '../../terms/amount.js';

/** What may be left out of a condition that holds no other one. */
const DETAILS = ['in', 'times', 'plus'];

/** Conditions with less in them: parts of one, what takes away most first; then less in one part, or a smaller figure. */
export function* simplerConditions(condition: Condition): Generator<Condition> {
  switch (condition.kind) {
    case 'all':
    case 'any':
      yield* condition.of;
      // Of one part, that part is simpler; of none, it asks for nothing in particular.
      if (condition.of.length > 1) {
        for (const i of condition.of.keys()) yield { ...condition, of: condition.of.toSpliced(i, 1) };
      }
      for (const [i, part] of condition.of.entries()) {
        for (const less of simplerConditions(part)) yield { ...condition, of: condition.of.with(i, less) };
      }
      return;
    case 'not':
      yield condition.of;
      for (const less of simplerConditions(condition.of)) yield { ...condition, of: less };
      return;
    case 'ifThen':
      yield condition.then;
      yield condition.if;
      for (const less of simplerConditions(condition.if)) yield { ...condition, if: less };
      for (const less of simplerConditions(condition.then)) yield { ...condition, then: less };
      return;
    default:
      yield* withLessInIt(condition);
  }
}

/** What is left is such a condition, or one that is refused with its event, and then not used. */
function* withLessInIt(condition: Condition): Generator<Condition> {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(condition);
  const saying = (key: string, value: unknown) => ({ ...condition, [key]: value });
  for (const [key] of entries.filter(([one]) => DETAILS.includes(one))) {
    yield Object.fromEntries(entries.filter(([other]) => other !== key)) as unknown as Condition;
  }
  for (const [key, value] of entries) {
    if (typeof value === 'number') for (const figure of nearerToNothing(value)) yield saying(key, figure);
    if (Array.isArray(value)) for (const i of value.keys()) yield saying(key, value.toSpliced(i, 1));
    // As a line, what is a record is an amount.
    if (key === 'line' && isRecord(value)) for (const figure of figuresIn(value as Amount)) yield saying(key, figure);
  }
}
