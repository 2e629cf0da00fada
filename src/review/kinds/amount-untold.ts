import { shareIn } from '../../terms/amount.js';
import { termLabel } from '../../terms/term.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** A share of something of which the text does not tell how much there is. */
export function find(subject: Subject): readonly Found[] {
  const { text, owing, scenario } = subject;
  return Object.entries(text.obligations).flatMap(([id, { amount, of }]): readonly Found[] => {
    const share = amount && shareIn(amount.value);
    if (!share || of === undefined || !owing.isUntold(id)) return [];
    const base = share.of ?? { quantity: of };
    const whole =
      'count' in base ? (scenario.counts[base.count]?.label ?? base.count) : termLabel(scenario.terms, base.quantity);
    const part = share.parts === share.outOf ? 'all' : `${share.parts} of ${share.outOf} parts`;
    const words = 'Say how much there is of that, or how much is owed.';
    return [
      {
        severity: 'unclear',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} asks for ${part} of ${whole}, and nothing tells how much that is. ${words}`,
        mend: { words },
        facts: { base },
      },
    ];
  });
}
