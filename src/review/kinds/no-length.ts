import { listed, figure } from '../../base/list.js';
import { START } from '../../offers/text/trigger.js';
import { phaseStart } from '../../offers/text/text.js';
import { phaseOf } from '../../obligations/course.js';
import { dateOf } from '../../obligations/instant.js';
import { nodesIn } from '../../obligations/clause-node.js';
import { endsBy } from '../../obligations/windows.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';
import { triggerPlaces } from '../trigger-places.js';

/** A phase of no one length on whose end clauses hang. */
export function find(subject: Subject): readonly Found[] {
  const { scenario, offer, plans } = subject;
  const hanging = hangingOnEnds(subject);
  return [...hanging].flatMap(([phase, clauses]): readonly Found[] => {
    const began = plans.any.of(`event ${phaseStart(phase)}`).at ?? plans.any.of(`event ${START}`).at;
    const { days, has } = phaseOf(scenario, offer, phase, (began && dateOf(began)) ?? null);
    if (has !== true || (days.most !== undefined && days.most === days.least)) return [];
    const some = clauses.slice(0, 3).map((id) => nameOf(subject, id));
    const more = clauses.length > 3 ? [`${figure(clauses.length - 3)} more`] : [];
    const words = 'Give it one length, or a day on which it ends.';
    return [
      {
        severity: 'unclear',
        clauses: [`phases.${phase}`],
        message: `The text gives no one length for phase ${phase}, and ${listed([...some, ...more])} ${clauses.length === 1 ? 'hangs' : 'hang'} on its end. ${words}`,
        mend: { words },
        facts: { phase, clauses, days: { least: days.least ?? 0, most: days.most ?? null } },
      },
    ];
  });
}

/** For each phase, the clauses that count from its end, or last until it. */
function hangingOnEnds({ text, offer }: Subject): ReadonlyMap<number, string[]> {
  const hanging = new Map<number, string[]>();
  const hang = (nodes: readonly string[], clause: string) => {
    for (const node of nodes) {
      const [, n] = /^event phase(\d+)\.end$/.exec(node) ?? [];
      if (n === undefined) continue;
      const known = hanging.get(Number(n)) ?? [];
      if (!known.includes(clause)) hanging.set(Number(n), [...known, clause]);
    }
  };
  for (const { clause, trigger } of triggerPlaces(text)) hang(nodesIn(trigger), clause);
  for (const [id, obligation] of Object.entries(text.obligations)) {
    const end = obligation.within ? undefined : endsBy(obligation);
    if (end) hang(nodesIn(end), duty(id));
  }
  // A phase that begins when another ends, and that others belong to.
  const used = new Set(Object.values(text.obligations).map(({ phase }) => phase));
  offer.phases.forEach((_, i) => {
    if (used.has(i + 2) && !text.phases[i + 2]?.begins) hang([`event phase${i + 1}.end`], `phases.${i + 2}`);
  });
  return hanging;
}
