import { phaseEnd, phaseStart } from '../../offers/text/text.js';
import type { Trigger } from '../../offers/text/trigger.js';
import { nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { beforeIn } from '../unless.js';

/** Talks that are promised without a day by which they begin, or end. */
export function find(subject: Subject): readonly Found[] {
  const { text, firing } = subject;
  return Object.entries(text.talks).flatMap(([id, { begin, end, on }]): readonly Found[] => {
    if (begin && end) return [];
    const clause = `talks.${id}`;
    const what = begin ? 'end' : end ? 'begin' : 'begin, nor by when they end';
    const words = begin ? 'Give a day by which they end.' : end ? 'Give a day by which they begin.' : 'Give both days.';
    // Talks on a phase can be held in the one before it; of others only the drafters know when.
    const during = on === undefined ? 0 : on - 1;
    const [from, until] = [phaseStart(during), phaseEnd(during)].map((event): Trigger => ({ kind: 'event', event }));
    const patches = [
      ...(begin ? [] : [textPatch(['talks', id, 'begin'], from)]),
      ...(end ? [] : [textPatch(['talks', id, 'end'], until)]),
    ];
    const isPossible =
      during > 0 &&
      [begin ?? from, end ?? until].every((day) => day && firing.trigger(day).dead.length === 0) &&
      !(end && from && beforeIn(subject, end, from)) &&
      !(begin && until && beforeIn(subject, until, begin));
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `${nameOf(subject, clause)} are promised, and the text does not say by when they ${what}. ${words}`,
        mend: { words, ...(isPossible && { patches }) },
        facts: { missing: [...(begin ? [] : ['begin']), ...(end ? [] : ['end'])] },
      },
    ];
  });
}
