import type { Talks } from '../../machine/talks.js';
import type { Text } from '../../offers/text/text.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { TalksEvent } from '../../scenario/event.js';
import { addDays } from '../../base/day.js';
import type { Dice } from './dice.js';
import type { Happening } from './happening.js';

/** What may happen to the text of a deal that is carried out; none where no offer of the scenario has a text. */
export function textHappenings(scenario: Scenario): readonly Happening[] {
  if (!Object.values(scenario.offers).some(({ text }) => text)) return [];
  const of = (
    type: TalksEvent['type'],
    weight: number,
    event: (text: Text, talks: Talks, dice: Dice) => object | undefined,
  ): Happening => ({
    type,
    weight,
    event: (talks, dice) => {
      const text = textInForce(talks);
      const rest = text && event(text, talks, dice);
      // With its type, the rest of an event of this type is one.
      return rest && ({ type, ...rest } as unknown as TalksEvent);
    },
  });
  const duty = (text: Text, dice: Dice) => dice.one(Object.keys(text.obligations));
  const letGo = (text: Text, _: Talks, dice: Dice) => {
    const obligation = duty(text, dice);
    return obligation === undefined ? undefined : { obligation, by: text.obligations[obligation]?.to?.value ?? [] };
  };
  return [
    of('performance.reported', 12, (text, _, dice) => {
      const obligation = duty(text, dice);
      const observer = dice.onceIn(3) ? 'a walker' : undefined;
      return obligation === undefined
        ? undefined
        : { obligation, amount: dice.from(1, 5), ...(observer !== undefined && { observer }) };
    }),
    of('performance.waived', 2, letGo),
    of('performance.excused', 1, letGo),
    of('performance.withheld', 1, letGo),
    of('performance.suspended', 1, (text, _, dice) => {
      const obligation = duty(text, dice);
      return obligation === undefined ? undefined : { obligations: [obligation] };
    }),
    of('performance.resumed', 3, (_, talks) => {
      const reports = Object.entries(talks.deal?.text?.duties ?? {});
      const held = reports.filter(([, told]) => told.at(-1)?.what === 'suspended').map(([id]) => id);
      return held.length === 0 ? undefined : { obligations: held };
    }),
    of('performance.postponed', 1, (text, talks, dice) => {
      const obligation = duty(text, dice);
      const to = talks.clock.today === null ? undefined : addDays(talks.clock.today, dice.from(1, 20));
      if (obligation === undefined || to === undefined) return undefined;
      const { owedBy, to: owedTo } = text.obligations[obligation] ?? {};
      return { obligation, to, by: [...(owedBy?.value ?? []), ...(owedTo?.value ?? [])] };
    }),
    of('breach.found', 1, (text, _, dice) => {
      const obligation = duty(text, dice);
      const by = obligation === undefined ? undefined : text.obligations[obligation]?.verifier?.value;
      return by === undefined ? undefined : { obligation, by };
    }),
    of('event.happened', 3, (text, _, dice) => {
      const event = dice.one(Object.keys(text.events));
      return event === undefined ? undefined : { event };
    }),
    of('certification.given', 3, (text, _, dice) => {
      const certification = dice.one(Object.keys(text.certifications));
      return certification === undefined ? undefined : { certification };
    }),
  ];
}

function textInForce({ deal, scenario }: Talks): Text | undefined {
  return deal?.text && scenario.offers[deal.offer]?.text;
}
