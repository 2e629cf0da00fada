import { opensBy, endsBy } from '../../obligations/windows.js';
import { showDays } from '../../terms/length.js';
import { duty, nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { sayWhen } from '../when.js';
import { beforeIn, weighedBefore } from '../unless.js';

/**
 * A window that closes before it opens, in every course of events, or in every one in which all is done on its last day; or,
 * as months are long, for some starts.
 */
export function find(subject: Subject): readonly Found[] {
  const { text } = subject;
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    const [opens, closes] = [opensBy(obligation), endsBy(obligation)];
    const { within, every, times, until } = obligation;
    if (!opens || !closes || within || (every && times !== undefined)) return [];
    const before = beforeIn(subject, closes, opens);
    if (!before) return [];
    const unless = weighedBefore(subject, before, closes, opens);
    const by = before.days === undefined ? '' : `${showDays(before.days)} `;
    const words = 'Let it end no sooner than it begins.';
    const patches = [textPatch(['obligations', id, 'until'], { kind: 'latest', of: [closes, opens] })];
    // With a last day of its own: what comes round, and only outlasts its phase, would have no end.
    if (!until) patches.push(textPatch(['obligations', id, 'outlasts'], true));
    return [
      {
        severity: unless.severity,
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} is to end ${sayWhen(closes, subject)}, ${by}before it begins, ${sayWhen(opens, subject)}${unless.words}. ${words}`,
        mend: { words, patches },
        facts: { opens, closes, ...before, ...unless.facts },
      },
    ];
  });
}
