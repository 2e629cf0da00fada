import type { Span } from '../base/span.js';
import type { Amount } from '../terms/amount.js';
import type { TalksContext } from './context.js';
import { dueIn } from '../obligations/course.js';
import type { Rules } from './rules.js';

/** What was due of a quantity in a phase, and what was reported done of it. */
export interface Performance {
  /** Its path id. */
  readonly obligation: string;
  readonly phase: number;
  /** How much is due in this phase, in its unit: an interval where the text leaves it open. */
  readonly due: Span;
  /** Whether the text speaks of it at all. */
  readonly said: boolean;
  /** What observers saw done up to now, the latest by each; those who differ stand side by side. */
  readonly reported: readonly { readonly observer?: string; readonly amount: Amount }[];
}

/**
 * What is due in a phase of the deal in force, and what was reported done: every quantity that the text speaks of or that
 * somebody reported on. Whether it was kept is not judged here.
 */
export function performanceOf(rules: Rules, context: TalksContext, phase: number): readonly Performance[] {
  const { deal } = context;
  const offer = deal && rules.offer(context, deal.offer);
  if (!offer || phase < 1 || phase > rules.scenario.space.phases.most) return [];
  const seen = deal.performed[phase] ?? {};
  return dueIn(rules.scenario, offer, phase).flatMap(({ obligation, amount, said }): readonly Performance[] => {
    const by = Object.hasOwn(seen, obligation) ? seen[obligation] : undefined;
    if (!said && !by) return [];
    const reported = Object.entries(by ?? {}).map(([observer, done]) => ({
      ...(observer === '' ? {} : { observer }),
      amount: done,
    }));
    return [{ obligation, phase, due: amount, said, reported }];
  });
}
