import { phaseOf } from '../../obligations/course.js';
import { lastEnd } from '../../obligations/last-end.js';
import type { Trigger } from '../../offers/text/trigger.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';
import { sayWhen } from '../when.js';

/** What a third hand may still hold when the last phase is over, since nothing sets it free or gives it back by then for certain. */
export function find(subject: Subject): readonly Found[] {
  const { text, plans, scenario } = subject;
  const end = endOf(subject);
  if (!end) return [];
  return Object.entries(text.obligations).flatMap(([id, { escrow }]): readonly Found[] => {
    if (!escrow) return [];
    const { released, returned } = escrow;
    const over: Trigger = returned ? { kind: 'earliest', of: [released, returned] } : released;
    if (!plans.mayBeBefore(end, over)) return [];
    const words = 'Say when it goes back to those who paid it in: at the latest when the last phase ends.';
    const back = returned
      ? `goes back ${sayWhen(returned, text, scenario)}`
      : 'the text does not say when it goes back';
    return [
      {
        severity: 'unclear',
        clauses: [duty(id)],
        message: `What ${nameOf(subject, duty(id))} pays in can still be held when the last phase is over: it is set free ${sayWhen(released, text, scenario)}, which may come later than that, and ${back}. ${words}`,
        mend: { words },
        facts: { released, ...(returned && { returned }) },
      },
    ];
  });
}

/** The end of the last phase that the deal has. */
function endOf({ scenario, offer, text }: Subject): Trigger | undefined {
  const phases = Array.from({ length: scenario.space.phases.most }, (_, i) => i + 1);
  const count = phases.filter((n) => phaseOf(scenario, offer, n, null).has !== false).length;
  return count === 0 ? undefined : lastEnd(text, count);
}
