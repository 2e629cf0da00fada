import { phaseEnd } from '../../offers/text/text.js';
import { duty, nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import { isEndless } from '../../obligations/endless.js';
import type { Subject } from '../subject.js';

/** A duty that comes round for ever, as far as the text says. */
export function find(subject: Subject): readonly Found[] {
  const { text, plans } = subject;
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    if (obligation.kind !== 'recurring' || !isEndless(obligation)) return [];
    const { phase } = obligation;
    const words = 'Say how many times, or until when.';
    const isOver = phase !== undefined && plans.alwaysBefore(`event ${phaseEnd(phase)}`, `opens ${id}`);
    const patches = phase === undefined || isOver ? undefined : [textPatch(['obligations', id, 'outlasts'], false)];
    return [
      {
        severity: 'unclear',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} recurs, and the text does not say until when. ${words}`,
        mend: { words, ...(patches && { patches }) },
      },
    ];
  });
}
