import { phaseEnd, phaseStart } from '../../offers/text/text.js';
import type { ClauseNode } from '../../obligations/clause-node.js';
import { showDays } from '../../terms/length.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { sayWhen } from '../when.js';
import { beforeIn, weighedBefore } from '../unless.js';

/** A phase that begins before the one before it has ended, in every course of events, or in every one in which all is done on its last day. It may be meant so. */
export function find(subject: Subject): readonly Found[] {
  const { text } = subject;
  return Object.entries(text.phases).flatMap(([ordinal, { begins }]): readonly Found[] => {
    const n = Number(ordinal);
    if (!begins || n < 2) return [];
    const [next, end]: readonly [ClauseNode, ClauseNode] = [`event ${phaseStart(n)}`, `event ${phaseEnd(n - 1)}`];
    const before = beforeIn(subject, next, end);
    if (!before) return [];
    const unless = weighedBefore(subject, before, next, end);
    const by = before.days === undefined ? '' : `${showDays(before.days)} `;
    const words =
      'If that is not meant, let it begin when the other ends; if it is, say which of them prevails meanwhile.';
    return [
      {
        severity: 'note',
        clauses: [`phases.${n - 1}`, `phases.${n}`],
        message: `Phase ${n} begins ${sayWhen(begins, subject)}, ${by}before phase ${n - 1} ends${unless.words}. ${words}`,
        mend: { words, patches: [textPatch(['phases', ordinal, 'begins'])] },
        facts: { begins, ...before, ...unless.facts },
      },
    ];
  });
}
