import { schedule } from '../../obligations/schedule.js';
import type { Offer } from '../../offers/offer.js';
import type { Scenario } from '../../scenario/scenario.js';

/** The days, from the start of the deal, on which something of a text falls due, and whether these are all there are. */
export interface TextDays {
  readonly days: readonly number[];
  readonly told: boolean;
}

/** The days on which a text makes something due, by the plan; nothing where an offer has no text, or one that makes nothing due. */
export function textDays(scenario: Scenario, offer: Offer): TextDays | undefined {
  if (!offer.text) return undefined;
  // What is to be left undone is not a thing that falls due.
  const duties = schedule(scenario, offer).duties.filter(({ kind }) => kind !== 'refrain');
  if (duties.length === 0) return undefined;
  return {
    days: duties.flatMap(({ due }) => (due?.day === undefined ? [] : [due.day])),
    told: duties.every(({ due, endless }) => due?.day !== undefined && !endless),
  };
}

/** Whether no more than so many days lie between two days that follow each other. */
export function gapsWithin(most: number, days: readonly number[]): boolean {
  const inOrder = [...days].sort((a, b) => a - b);
  return inOrder.every((day, i) => i === 0 || day - (inOrder[i - 1] ?? day) <= most);
}
