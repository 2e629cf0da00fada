import type { Amount, Condition, Scope } from 'sticking-points';

/** A term that a condition speaks of, in a scope; every phase apart where that matters. */
export interface Spoken {
  readonly path: string;
  readonly scope: Scope | undefined | 'each phase';
}

/** What a condition speaks of, once for each time it does: paths, `length`, and counts as `count held`. */
export function spokenOf(condition: Condition): readonly Spoken[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(spokenOf);
    case 'not':
      return spokenOf(condition.of);
    case 'ifThen':
      return [...spokenOf(condition.if), ...spokenOf(condition.then)];
    case 'compare': {
      const addends = [condition, ...(condition.plus ?? [])].map((a) => ({ path: a.of, scope: a.in }));
      return [...addends, ...(typeof condition.line === 'number' ? [] : baseOf(condition.line))];
    }
    case 'ratio':
      return [condition.of, condition.per].map((path) => ({ path, scope: condition.in }));
    case 'length':
      return [{ path: 'length', scope: condition.in }];
    case 'flag':
    case 'choice':
    case 'rank':
      return [{ path: condition.of, scope: condition.in }];
    case 'begins':
      return [{ path: condition.of, scope: 'each phase' }];
    case 'before':
      return [condition.first, condition.then].map((path) => ({ path, scope: 'each phase' }));
  }
}

/** What an amount is a share of. */
export function baseOf(amount: Amount): readonly Spoken[] {
  if (!('of' in amount) || !amount.of) return [];
  return 'count' in amount.of
    ? [{ path: `count ${amount.of.count}`, scope: undefined }]
    : [{ path: amount.of.quantity, scope: amount.of.in }];
}
