import { deciding } from '../../scenario/process.js';
import { actorLabel } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** An approval that a party needs at home, and that no step of ratification provides for. */
export function find(subject: Subject): readonly Found[] {
  const { text, scenario } = subject;
  const known = new Set(
    scenario.process.ratification.flatMap(({ body, id, label, rule }) =>
      [body, id, label, ...deciding(rule).flatMap((one) => one.body ?? [])].map(plain),
    ),
  );
  return Object.entries(text.approvals).flatMap(([party, { by }]): readonly Found[] => {
    if (known.has(plain(by))) return [];
    const words = "Add it to the process's ratification, or say that none is needed.";
    return [
      {
        severity: 'unclear',
        clauses: [`approvals.${party}`],
        message: `${actorLabel(subject, party)} needs the approval of “${by}”, and no step of ratification provides for it. ${words}`,
        mend: { words },
        facts: { party, by, steps: scenario.process.ratification.map(({ body }) => body) },
      },
    ];
  });
}

const plain = (name: string) => name.trim().toLowerCase();
