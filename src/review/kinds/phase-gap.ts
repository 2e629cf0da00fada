import { phaseEnd, phaseStart } from '../../offers/text/text.js';
import { START, type Trigger } from '../../offers/text/trigger.js';
import { nodesIn, type ClauseNode } from '../../obligations/clause-node.js';
import { showDays } from '../../terms/length.js';
import { daysLeftFree } from '../bound-days.js';
import { nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { weighedBefore } from '../unless.js';
import { sayWhen } from '../when.js';

/**
 * Days on which nobody may act: the deal is in force, or a phase is over, the next need not have begun, no other phase is
 * running, no clause binds anyone, and the text gives no way of making the phase before it so much longer.
 */
export function find(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.phases).flatMap(([ordinal, { begins }]): readonly Found[] => {
    const n = Number(ordinal);
    return begins && subject.firing.happens(`event ${phaseStart(n)}`) ? gapBefore(subject, n, begins) : [];
  });
}

function gapBefore(subject: Subject, n: number, begins: Trigger): readonly Found[] {
  const { plans } = subject;
  const [ends, next]: readonly [ClauseNode, ClauseNode] = [
    `event ${n === 1 ? START : phaseEnd(n - 1)}`,
    `event ${phaseStart(n)}`,
  ];
  const course = plans.courseBefore(ends, next);
  if (!course) return [];
  // What moves with the end of the phase before it comes no closer to it.
  const isMoving = nodesIn(begins).includes(ends);
  const free = daysLeftFree(subject, course, { ends, next, ...(n > 1 && !isMoving && { longer: n - 1 }) });
  if (free <= 0) return [];
  const byPlan = plans.alwaysBefore(ends, next);
  const always = byPlan && plans.unlessBefore(ends, next) === undefined ? byPlan : undefined;
  const some = byPlan ? undefined : plans.beforeFromSome(ends, next);
  const days = always?.days;
  const mayGrow = n > 1 && !isMoving && (subject.text.phases[n - 1]?.extensions ?? []).length > 0;
  // Of a gap that nobody can measure it may be enough to make that phase longer.
  if (mayGrow && days === undefined && !some) return [];
  const however = mayGrow ? `, even if phase ${n - 1} is made as long as it may be` : '';
  const between =
    days === undefined
      ? 'what lies between'
      : free < days
        ? `some of the ${showDays(days)} between`
        : `the ${showDays(days)} between`;
  const [after, words] =
    n === 1
      ? ['the deal has entered into force', 'Let phase 1 begin with it, or say what holds until then.']
      : [
          `phase ${n - 1} has ended`,
          `Let phase ${n} begin when phase ${n - 1} ends, let the measures of phase ${n - 1} go on until then, or allow it to be extended until then.`,
        ];
  return [
    {
      severity: 'unclear',
      clauses: [...(n === 1 ? [] : [`phases.${n - 1}`]), `phases.${n}`],
      message: `${nameOf(subject, `phases.${n}`)} begins ${sayWhen(begins, subject)}, which ${(always ?? some) ? 'comes' : 'may come'} after ${after}${some ? weighedBefore(subject, some, ends, next).words : ''}; for ${between}${however}, the text says of nobody what they may do. ${words}`,
      mend: { words, patches: [textPatch(['phases', String(n), 'begins'])] },
      facts: { begins, ...always, ...some },
    },
  ];
}
