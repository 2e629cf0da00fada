import { schedule } from '../../obligations/schedule.js';
import type { ScheduledDay } from '../../obligations/duty.js';
import type { Finding, OfferInvariant } from '../invariant.js';
import { OF_TEXTS, ofText } from './of-text.js';

/**
 * By the plan of a text, one obligation falls due no later than the day on which another opens, wherever the text has the
 * other at all: it speaks of no other texts. No order is set beforehand: which comes first is for whoever asks to say.
 *
 * Of what comes round, every time the first falls due counts, and the first time the other opens. Undetermined where one of
 * the two cannot be dated; what hangs on another obligation is dated as if that were done on its last day.
 *
 * @param first - an obligation of the text, by its id
 * @param then - the same
 * @example
 * const law = dueInOrder('survey', 'boats');
 * const draft = checkOffer(scenario, 'draft', {
 *   text: {
 *     obligations: {
 *       survey: { owedBy: ['north'], begins: onDay(0), within: weeks(2) },
 *       boats: { owedBy: ['south'], begins: onDay(7) },
 *     },
 *   },
 * });
 * draft.ok && law.offer(draft.value, scenario); // 'broken'
 */
export function dueInOrder(first: string, then: string): OfferInvariant {
  return {
    title: `'${first}' falls due before '${then}' opens`,
    offer: (offer, scenario) =>
      ofText(offer, ({ obligations }) => {
        if (!Object.hasOwn(obligations, then)) return 'held';
        if (!Object.hasOwn(obligations, first)) return 'broken';
        const { duties } = schedule(scenario, offer);
        const dues = duties.filter(({ obligation }) => obligation === first);
        const opens = duties.filter(({ obligation }) => obligation === then).map((duty) => duty.opens);
        if (dues.some(({ endless }) => endless)) return 'broken';
        return inOrder(
          dues.map(({ due }) => due),
          opens,
        );
      }),
    ...OF_TEXTS,
    speaksOf: ({ text }) => text !== undefined && Object.hasOwn(text.obligations, then),
  };
}

function inOrder(dues: readonly (ScheduledDay | undefined)[], opens: readonly (ScheduledDay | undefined)[]): Finding {
  const days = (some: readonly (ScheduledDay | undefined)[]) =>
    some.every((at) => at?.day !== undefined) ? some.map((at) => at?.day ?? 0) : undefined;
  const [last, open] = [days(dues), days(opens)];
  if (!last || !open) return 'undetermined';
  return Math.max(...last) <= Math.min(...open) ? 'held' : 'broken';
}
