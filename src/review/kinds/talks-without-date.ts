import { phaseEnd, phaseStart } from '../../offers/text/text.js';
import { nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** Talks that are promised without a day by which they begin, or end. */
export function find(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.talks).flatMap(([id, { begin, end, on }]): readonly Found[] => {
    if (begin && end) return [];
    const clause = `talks.${id}`;
    const what = begin ? 'end' : end ? 'begin' : 'begin, nor by when they end';
    const words = begin ? 'Give a day by which they end.' : end ? 'Give a day by which they begin.' : 'Give both days.';
    // Talks on a phase can be held in the one before it; of others only the drafters know when.
    const during = on === undefined ? 0 : on - 1;
    const patches = [
      ...(begin ? [] : [textPatch(['talks', id, 'begin'], { kind: 'event', event: phaseStart(during) })]),
      ...(end ? [] : [textPatch(['talks', id, 'end'], { kind: 'event', event: phaseEnd(during) })]),
    ];
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `${nameOf(subject, clause)} are promised, and the text does not say by when they ${what}. ${words}`,
        mend: { words, ...(during > 0 && { patches }) },
        facts: { missing: [...(begin ? [] : ['begin']), ...(end ? [] : ['end'])] },
      },
    ];
  });
}
