import { settledAmount } from '../../offers/text/own-amount.js';
import { shareIn } from '../../terms/amount.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import { baseOf, partOf } from '../shares.js';
import type { Subject } from '../subject.js';

/** A share of something of which the deal gives none: a silent term of an offer that is known in full is none. */
export function find(subject: Subject): readonly Found[] {
  const { text, owing } = subject;
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    const { of, kind } = obligation;
    const amount = settledAmount(obligation);
    // What remains may well be nothing; what is to be left undone is so in any amount.
    if (!amount || of === undefined || kind === 'refrain' || amount.wording === 'remaining') return [];
    const share = shareIn(amount);
    if (!share || share.parts === 0 || owing.figures(id).most > 0) return [];
    const base = baseOf(share, of, subject);
    const words = 'Say how much there is of that, or leave the clause out.';
    return [
      {
        severity: 'unclear',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} asks for ${partOf(share)} of ${base.label}, and of that there is none: nothing is ever owed. ${words}`,
        mend: { words },
        facts: { base: base.of },
      },
    ];
  });
}
