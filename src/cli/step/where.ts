import { printable } from '../../base/printable.js';
import { progress } from '../../machine/progress.js';
import type { Talks } from '../../machine/talks.js';
import { progressText } from '../../report/progress-text.js';
import { stepText } from '../../report/step-text.js';
import { paragraph } from '../../report/wrap.js';
import type { Context } from '../context.js';

/** Where talks stand: their state, the day, what was done of a deal in force, and the offer on the table against every position. */
export function whereText(talks: Talks, { width, paint }: Context, all = false): string {
  const { scenario, assessment, clock, state } = talks;
  const done = progress(talks);
  const day = clock.today === null ? '' : ` · ${clock.today}`;
  return [
    paint.heading(paragraph(printable(`${scenario.id} · ${state}${day}`), width, '')),
    ...(done ? [progressText(done, { width, all })] : []),
    assessment ? stepText(scenario, assessment, { width, all, paint }) : '  no offer lies on the table',
  ].join('\n');
}

/** Where talks stand, as data. */
export function whereValue(talks: Talks): unknown {
  const { state, offer, clock, stickingPoints, openPoints, log } = talks;
  const done = progress(talks);
  const id = ({ position }: { readonly position: string }) => position;
  return {
    state,
    ...(offer && { offer: offer.id }),
    clock,
    stickingPoints: stickingPoints.map(id),
    openPoints: openPoints.map(id),
    events: log.length,
    ...(done && { done: { phases: done.phases, strangers: done.strangers, outOfTurn: done.outOfTurn } }),
  };
}
