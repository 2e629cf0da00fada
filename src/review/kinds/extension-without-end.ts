import { phaseEnd } from '../../offers/text/text.js';
import { nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/**
 * A way of making phases longer again and again, without a limit to how often or how far: of the text, or of the process. Talks
 * that have a last day, and of which it is said what holds if they come to nothing, set a limit to a phase that goes on with them.
 */
export function find(subject: Subject): readonly Found[] {
  return [...ofText(subject), ...ofProcess(subject)];
}

function ofText(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.phases).flatMap(([phase, { extensions }]) =>
    extensions.flatMap(({ how, cap, times }, i): readonly Found[] => {
      if (cap || times !== undefined || (how === 'while talks continue' && endTalks(subject, Number(phase)))) return [];
      const words = 'Say how often, or for how long in all.';
      return [
        {
          severity: 'unclear',
          clauses: [`phases.${phase}`],
          message: `Phase ${phase} may be extended ${how}, and the text sets no limit to it. ${words}`,
          mend: {
            words,
            patches: [textPatch(['phases', phase, 'extensions', i], { ...extensions[i], times: 1 })].map((patch) => ({
              ...patch,
              op: 'replace' as const,
            })),
          },
          facts: { how, extension: i },
        },
      ];
    }),
  );
}

/** Whether talks on the phase after one end by a day that does not come later as that goes on, and something holds otherwise. */
function endTalks({ text, plans }: Subject, phase: number): boolean {
  return Object.values(text.talks).some(
    ({ on, end, otherwise }) =>
      on === phase + 1 &&
      end !== undefined &&
      otherwise !== undefined &&
      !plans.hanging(end).nodes.has(`event ${phaseEnd(phase)}`),
  );
}

/** Rules that stand beside the text, and hold for whatever is agreed; they are no part of the offer that could be changed. */
function ofProcess(subject: Subject): readonly Found[] {
  const rules = Object.entries(subject.scenario.process.extensions);
  return rules.flatMap(([id, { times, days }]): readonly Found[] => {
    if (times !== undefined) return [];
    const clause = `extensions.${id}`;
    const words = 'Let the rule, or the text, say how often.';
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `By ${nameOf(subject, clause)} a phase may be extended again and again, and nothing limits how often. ${words}`,
        mend: { words },
        facts: { rule: id, ...(days !== undefined && { days }) },
      },
    ];
  });
}
