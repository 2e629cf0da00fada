import { phaseEnd, phaseStart } from '../../offers/text/text.js';
import { showDays } from '../../terms/length.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { sayWhen } from '../../obligations/when.js';

/** A phase that begins before the one before it has ended, in every course of events. It may be meant so. */
export function find({ text, plans, scenario }: Subject): readonly Found[] {
  return Object.entries(text.phases).flatMap(([ordinal, { begins }]): readonly Found[] => {
    const n = Number(ordinal);
    if (!begins || n < 2) return [];
    const before = plans.alwaysBefore(`event ${phaseStart(n)}`, `event ${phaseEnd(n - 1)}`);
    if (!before) return [];
    const by = before.days === undefined ? '' : `${showDays(before.days)} `;
    const words =
      'If that is not meant, let it begin when the other ends; if it is, say which of them prevails meanwhile.';
    return [
      {
        severity: 'note',
        clauses: [`phases.${n - 1}`, `phases.${n}`],
        message: `Phase ${n} begins ${sayWhen(begins, text, scenario)}, ${by}before phase ${n - 1} ends. ${words}`,
        mend: { words, patches: [textPatch(['phases', ordinal, 'begins'])] },
        facts: { begins, ...before },
      },
    ];
  });
}
