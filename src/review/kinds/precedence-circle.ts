import { listed } from '../../base/list.js';
import { circlesIn } from '../circles.js';
import { nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** Instruments that each go before another, round in a circle. */
export function find(subject: Subject): readonly Found[] {
  const { instruments } = subject.text;
  const over = (id: string) => instruments[id]?.over ?? [];
  return circlesIn(Object.keys(instruments), over).map((circle): Found => {
    const clauses = circle.map((id) => `instruments.${id}`);
    const [last = '', first = ''] = [circle.at(-1), circle[0]];
    const words = 'Say which of them prevails where they differ.';
    const said =
      circle.length === 1
        ? `${nameOf(subject, clauses[0] ?? '')} is to go before itself.`
        : `Each of ${listed(clauses.map((id) => nameOf(subject, id)))} is to go before the next, and the last before the first.`;
    return {
      severity: 'unclear',
      clauses,
      message: `${said} ${words}`,
      mend: {
        words,
        patches: [
          textPatch(
            ['instruments', last, 'over'],
            over(last).filter((id) => id !== first),
          ),
        ],
      },
    };
  });
}
