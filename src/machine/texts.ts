import { addedDays, endOf } from '../obligations/extension.js';
import { firedOn, unsettledOf } from '../obligations/standing.js';
import { deliveryOf } from './against-text.js';
import type { DealRun, TalksContext } from './context.js';
import type { Texts } from './delivery.js';
import type { Rules } from './rules.js';

/** What the texts of the offers in a context make of a deal. Of a text that is no longer at hand, nothing is known. */
export function textsFor(rules: Rules, context: TalksContext): Texts {
  const deliveryFor = (deal: DealRun) => deliveryOf(rules, { ...context, deal });
  return {
    scenario: rules.scenario,
    text: (id) => rules.offer(context, id),
    unsettled: (deal) => {
      const delivery = deliveryFor(deal);
      return delivery ? unsettledOf(delivery) : [];
    },
    granted: (deal) => {
      const delivery = deliveryFor(deal);
      return delivery ? addedDays(delivery, deal.phase) - (delivery.run.extended[deal.phase] ?? 0) : 0;
    },
    begins: (deal, phase) => {
      const delivery = deliveryFor(deal);
      const begins = delivery?.text.phases[phase]?.begins;
      return delivery && begins ? (firedOn(delivery, begins) ?? null) : undefined;
    },
    earlier: (deal) => {
      const delivery = deliveryFor(deal);
      if (!delivery) return { deal, goOn: false };
      const { run } = delivery;
      const goingOn = Object.keys(run.phases).filter((n) => Number(n) < deal.phase && !Object.hasOwn(run.ended, n));
      if (goingOn.length === 0) return { deal, goOn: false };
      const ends = goingOn.map((n) => [n, endOf(delivery, Number(n))] as const);
      const over = ends.filter(([, day]) => day !== undefined && day <= run.day);
      if (over.length === 0) return { deal, goOn: true };
      const ended = { ...run.ended, ...(Object.fromEntries(over) as Record<string, number>) };
      return { deal: { ...deal, text: { ...run, ended } }, goOn: over.length < ends.length };
    },
  };
}

/** The deal with the end of an earlier phase of it that went on beside the present one. */
export function endedEarlier(deal: DealRun, phase: number): DealRun {
  const { text } = deal;
  return text ? { ...deal, text: { ...text, ended: { ...text.ended, [phase]: text.day } } } : deal;
}

/** Whether a phase that began before the present one still goes on beside it. */
export function goesOnBeside({ text, phase: present }: DealRun, phase: number): boolean {
  return (
    text !== undefined && phase < present && Object.hasOwn(text.phases, phase) && !Object.hasOwn(text.ended, phase)
  );
}

/** The phase that is made longer: the one named, or the latest of those under way; the last to begin, where none is. */
export function phaseToExtend(deal: DealRun, named: number | undefined): number {
  const { phase: present, text } = deal;
  if (named !== undefined) return named;
  if (!text || !Object.hasOwn(text.ended, present)) return present;
  for (let phase = present - 1; phase > 0; phase--) if (goesOnBeside(deal, phase)) return phase;
  return present;
}
