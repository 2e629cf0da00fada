import { START } from '../offers/text/trigger.js';
import { phaseOf } from '../obligations/course.js';
import { addedDays, endOf } from '../obligations/extension.js';
import { happenedOn } from '../obligations/named-event.js';
import { firedOn, knownFrom } from '../obligations/in-fact.js';
import { standingsOf, unsettledOf } from '../obligations/standing.js';
import { knownOn } from '../obligations/text-run.js';
import { deliveryOf } from './text-in-force.js';
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
    standings: (deal) => {
      const delivery = deliveryFor(deal);
      return delivery ? standingsOf(delivery) : [];
    },
    granted: (deal) => {
      const delivery = deliveryFor(deal);
      return delivery ? addedDays(delivery, deal.phase) - (delivery.run.extended[deal.phase] ?? 0) : 0;
    },
    starts: (deal) => {
      const delivery = deliveryFor(deal);
      const fired = delivery && happenedOn(delivery, START);
      // What is agreed on comes into force no earlier than that, whichever day it names.
      return fired === undefined ? undefined : Math.max(0, fired);
    },
    begins: (deal, phase) => {
      const delivery = deliveryFor(deal);
      const begins = delivery?.text.phases[phase]?.begins;
      return delivery && begins ? (firedOn(delivery, begins) ?? null) : undefined;
    },
    uponFindingAlone: (deal, phase) => {
      const delivery = deliveryFor(deal);
      const begins = delivery?.text.phases[phase]?.begins;
      return delivery !== undefined && begins !== undefined && knownFrom(delivery).trigger(begins).wants === 'finding';
    },
    holdsOtherwise: (deal) => {
      const promised = Object.values(deliveryFor(deal)?.text.talks ?? {});
      return promised.some(({ on, otherwise }) => on === deal.phase + 1 && otherwise !== undefined);
    },
    endsFrom: (deal, phase, from) => {
      const { [phase]: ended, ...others } = deal.text?.ended ?? {};
      const whole = rules.offer(context, deal.offer);
      if (!deal.text || !whole || phaseOf(rules.scenario, whole, phase, null).has === false) return ended;
      // What is told on a day comes after that has begun, but for what came before the deal went by these words.
      for (let day = from; ;) {
        const run = { ...knownOn(deal.text, day, day === from), ended: others };
        const delivery = deliveryFor({ ...deal, text: run });
        const end = delivery && endOf(delivery, phase);
        if (end === undefined || end > deal.text.day) return undefined;
        if (end <= day) return Math.max(end, from);
        day = end;
      }
    },
    earlier: (deal, ago = Infinity) => {
      const delivery = deliveryFor(deal);
      if (!delivery) return { deal, goOn: false };
      const { run } = delivery;
      const goingOn = Object.keys(run.phases).filter((n) => Number(n) < deal.phase && !Object.hasOwn(run.ended, n));
      if (goingOn.length === 0) return { deal, goOn: false };
      const ends = goingOn.map((n) => [n, endOf(delivery, Number(n))] as const);
      const over = ends.flatMap(([n, day]): readonly (readonly [string, number])[] =>
        day === undefined || day > run.day ? [] : [[n, Math.max(day, run.day - ago)]],
      );
      if (over.length === 0) return { deal, goOn: true };
      const ended = { ...run.ended, ...Object.fromEntries(over) };
      return { deal: { ...deal, text: { ...run, ended } }, goOn: over.length < ends.length };
    },
  };
}

/** The deal with the end, so many days ago, of an earlier phase of it that went on beside the present one. */
export function endedEarlier(deal: DealRun, phase: number, daysAgo: number): DealRun {
  const { text } = deal;
  return text ? { ...deal, text: { ...text, ended: { ...text.ended, [phase]: text.day - daysAgo } } } : deal;
}
