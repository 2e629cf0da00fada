import { phaseEnd, phaseStart } from '../../offers/text/text.js';
import type { ClauseNode } from '../../obligations/clause-node.js';
import { showDays } from '../../terms/length.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { sayWhen } from '../when.js';

/**
 * Days between two phases on which nobody may act: the one is over, the other need not have begun, no clause bridges them,
 * and the text gives no way of making the first longer.
 */
export function find(subject: Subject): readonly Found[] {
  const { text, plans } = subject;
  return Object.entries(text.phases).flatMap(([ordinal, { begins }]): readonly Found[] => {
    const n = Number(ordinal);
    if (!begins || n < 2 || (text.phases[n - 1]?.extensions ?? []).length > 0) return [];
    const [ends, next]: readonly ClauseNode[] = [`event ${phaseEnd(n - 1)}`, `event ${phaseStart(n)}`];
    if (!ends || !next) return [];
    const byPlan = plans.alwaysBefore(ends, next);
    if (!byPlan && !plans.mayBeBefore(ends, next)) return [];
    if (isBridged(subject, n - 1, ends, next)) return [];
    const always = byPlan && plans.unlessBefore(ends, next) === undefined ? byPlan : undefined;
    const between = always?.days === undefined ? 'what lies between' : `the ${showDays(always.days)} between`;
    const words = `Let phase ${n} begin when phase ${n - 1} ends, let the measures of phase ${n - 1} go on until then, or allow it to be extended.`;
    return [
      {
        severity: 'unclear',
        clauses: [`phases.${n - 1}`, `phases.${n}`],
        message: `Phase ${n} begins ${sayWhen(begins, subject)}, which ${always ? 'comes' : 'may come'} after phase ${n - 1} has ended; for ${between}, the text says of nobody what they may do. ${words}`,
        mend: { words, patches: [textPatch(['phases', ordinal, 'begins'])] },
        facts: { begins, ...always },
      },
    ];
  });
}

/** Whether some clause binds from before a phase has ended until after the next has begun. */
function isBridged({ text, plans }: Subject, phase: number, ends: ClauseNode, next: ClauseNode): boolean {
  return Object.entries(text.obligations).some(([id, { phase: of, outlasts, kind }]) => {
    if (of === phase && outlasts === true) return true;
    if (kind === 'once' || of !== undefined) return false;
    // What lasts, and belongs to no phase: from before the one ends until the other has begun, or without end.
    return !plans.alwaysBefore(ends, `opens ${id}`) && !plans.alwaysBefore(`due ${id}`, next);
  });
}
