import { isEndless } from '../../obligations/endless.js';
import { MOST_OCCURRENCES } from '../../offers/text/occurrences.js';
import { daysOf } from '../../terms/length.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** What comes round more often, until its last day, than is laid out. */
export function find(subject: Subject): readonly Found[] {
  const { text, plans } = subject;
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    const { every, times, within } = obligation;
    if (!every || times !== undefined || isEndless(obligation)) return [];
    const [opens, due] = [plans.any.of(`opens ${id}`).at, plans.any.of(`due ${id}`).at];
    const lasts = within ? daysOf(within).most : opens && opens.count === due?.count ? due.day - opens.day : 0;
    const round = Math.floor(lasts / daysOf(every).most);
    if (!(round > MOST_OCCURRENCES)) return [];
    const words = 'Let it come round less often, with more at a time, or end sooner.';
    return [
      {
        severity: 'note',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} comes round some ${round} times, and no more than ${MOST_OCCURRENCES} of them are laid out. ${words}`,
        mend: { words },
        facts: { round, most: MOST_OCCURRENCES },
      },
    ];
  });
}
