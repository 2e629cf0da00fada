import { settledAmount, unsettledAmounts } from '../../offers/text/own-amount.js';
import { shareIn } from '../../terms/amount.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import { baseOf, partOf } from '../shares.js';
import type { Subject } from '../subject.js';

/** An amount that is not made known, or a share of something of which the text does not tell how much there is. */
export function find(subject: Subject): readonly Found[] {
  const { text, owing } = subject;
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    const { of } = obligation;
    if (unsettledAmounts(obligation).some(({ value }) => value.unsettled === 'undisclosed')) {
      return [undisclosed(subject, id, of)];
    }
    const amount = settledAmount(obligation);
    const share = amount && shareIn(amount);
    if (!share || of === undefined || !owing.isUntold(id)) return [];
    const base = baseOf(share, of, subject);
    const words = 'Say how much there is of that, or how much is owed.';
    return [
      {
        severity: 'unclear',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} asks for ${partOf(share)} of ${base.label}, and nothing tells how much that is. ${words}`,
        mend: { words },
        facts: { base: base.of },
      },
    ];
  });
}

function undisclosed(subject: Subject, id: string, of: string | undefined): Found {
  const words = 'Say how much is owed.';
  return {
    severity: 'unclear',
    clauses: [duty(id)],
    message: `${nameOf(subject, duty(id))} asks for an amount that is not made known: nobody can tell when it is done. ${words}`,
    mend: { words },
    facts: { of },
  };
}
