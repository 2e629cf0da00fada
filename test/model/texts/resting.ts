import type { TalksEvent } from 'sticking-points';
import { isBody } from './deal.js';
import { standsOf } from './standing.js';
import { dutyOf, type Carried } from './told.js';

type Break = Extract<TalksEvent, { readonly type: 'performance.suspended' | 'performance.resumed' }>;

/** To whom an obligation is owed: to nobody by name, to those whose deal it is and whose pact. */
function creditorsOf(model: Carried, id: string): readonly string[] {
  const { owedBy, to } = dutyOf(model, id);
  return to ? [to] : ['north', 'south'].filter((party) => party !== owedBy);
}

/**
 * Whether it is not for those who are named to let an obligation rest, or go on. Those to whom it is owed may, and any body that
 * does not owe it; whoever owes it may let it go on, and let it rest as an answer: while those to whom it is owed leave undone
 * what they owe in return.
 */
export function isNotTheirs(model: Carried, event: Break, id: string): boolean {
  const { owedBy } = dutyOf(model, id);
  const { by = [] } = event;
  const creditors = creditorsOf(model, id);
  if (by.length === 0 || by.some((who) => who !== owedBy && (creditors.includes(who) || isBody(who)))) return false;
  if (!by.includes(owedBy)) return true;
  if (event.type === 'performance.resumed') return false;
  return !Object.keys(model.deal.duties).some(
    (other) =>
      creditors.includes(dutyOf(model, other).owedBy) &&
      creditorsOf(model, other).includes(owedBy) &&
      ['late', 'withheld', 'breach found'].includes(standsOf(model, other).standing),
  );
}
