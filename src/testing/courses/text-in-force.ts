import { heldIn } from '../../base/records.js';
import { addDays, firstDay, type CalendarDate } from '../../base/day.js';
import type { Talks } from '../../machine/talks.js';
import type { TextRun } from '../../obligations/text-run.js';
import { reporterOf, reportOf } from '../../offers/text/reporting.js';
import type { Text } from '../../offers/text/text.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Dice } from './dice.js';
import type { Happening } from './happening.js';

/** The text of a deal in force, and what has become of it. */
export interface TextInForce {
  readonly text: Text;
  readonly run: TextRun;
  readonly talks: Talks;
  readonly dice: Dice;
}

/** A happening that there is only while a deal with a text is carried out. */
export function ofText(
  type: TalksEvent['type'],
  weight: number,
  event: (inForce: TextInForce) => object | undefined,
): Happening {
  return {
    type,
    weight,
    event: (talks, dice) => {
      const { deal, scenario } = talks;
      const text = deal && scenario.offers[deal.offer]?.text;
      const rest = deal?.text && text && event({ text, run: deal.text, talks, dice });
      // With its type, the rest of an event of this type is one.
      return rest && ({ type, ...rest } as unknown as TalksEvent);
    },
  };
}

/** What a text makes due: its obligations, and the reports that its bodies owe. */
export function dutiesIn({ obligations, bodies }: Text): readonly string[] {
  const reporting = Object.keys(bodies).filter((body) => bodies[body]?.reports);
  return [...Object.keys(obligations), ...reporting.map(reportOf)];
}

/** Whose consent something due needs: who owes it, to whom, and who verifies it. */
export function partiesTo(text: Text, id: string) {
  const body = reporterOf(text, id);
  if (body !== undefined) return { owedBy: [body], to: text.bodies[body]?.reports?.to ?? [], verifier: undefined };
  const { owedBy, to, verifier } = heldIn(text.obligations, id) ?? {};
  return { owedBy: owedBy?.value ?? [], to: to?.value ?? [], verifier: verifier?.value };
}

/** The day the talks have come to, or else one on which they may: no earlier than is known, and before any deadline. */
export function presentDay({ process }: Scenario, { clock }: Talks): CalendarDate {
  const known = clock.today ?? clock.asOf;
  if (known !== null) return firstDay(known);
  const [first] = Object.values(process.deadlines)
    .map(({ by }) => firstDay(by))
    .sort();
  return (first !== undefined && addDays(first, -100)) || '2030-01-10';
}

/** A day to come; nothing where no day is known. */
export function dayToCome({ talks: { clock }, dice }: TextInForce, most: number): CalendarDate | undefined {
  return clock.today === null ? undefined : addDays(clock.today, dice.from(0, most));
}
