import { fault } from '../../base/fault.js';
import { listed } from '../../base/list.js';
import { printable } from '../../base/printable.js';
import { reportedBy } from '../../evidence/clocks.js';
import { actorLabel } from '../../obligations/actor-label.js';
import type { ScheduledDay, ScheduledDuty } from '../../obligations/duty.js';
import type { ScheduledSelection, ScheduledTalks } from '../../obligations/promises.js';
import { schedule } from '../../obligations/schedule.js';
import { offerWithText } from '../../obligations/text-to-schedule.js';
import { sayWait, type Wait } from '../../obligations/wait.js';
import type { Offer } from '../../offers/offer.js';
import type { Text } from '../../offers/text/text.js';
import { row } from '../../report/columns.js';
import { dayWords, dutyWords } from '../../report/duty-words.js';
import { paragraph } from '../../report/wrap.js';
import type { Scenario } from '../../scenario/scenario.js';
import { BadInput } from '../bad-input.js';
import type { Context } from '../context.js';
import { EXIT } from '../exit.js';
import { headingText } from '../heading.js';
import { openScenario } from '../open-scenario.js';
import type { Outcome } from '../outcome.js';

/** What a schedule is asked for. */
export interface ScheduleAsked {
  /** `event=day`, for each named event that is given a day. */
  readonly anchor?: readonly (readonly [string, string])[];
}

/** What the text of an offer makes due, day by day; ends with a finding where something cannot be dated. */
export async function scheduled(
  context: Context,
  name: string,
  id: string,
  { anchor = [] }: ScheduleAsked,
): Promise<Outcome> {
  const { io, asOf, width, paint } = context;
  const scenario = await openScenario(io, name);
  offerReported(scenario, id, asOf);
  const found = schedule(scenario, id, { anchors: Object.fromEntries(anchor) });
  const dated = found.duties.filter(({ due, endless, waitsFor }) => (due ?? endless) && waitsFor.length === 0);
  const undated = found.duties.filter((duty) => !dated.includes(duty));
  return {
    exit: undated.length === 0 ? EXIT.fine : EXIT.finding,
    value: { scenario: scenario.id, ...(asOf !== undefined && { asOf }), ...found },
    text: () => {
      const { whole, text } = offerWithText(scenario, id);
      return [
        headingText(scenario, context),
        paragraph(printable(`what ${whole.label} (${id}) makes due, day by day`), width, ''),
        ...(dated.length === 0
          ? []
          : ['', paint.heading('DUE'), ...dated.map((duty) => dutyLine(scenario, duty, width, text))]),
        ...(undated.length === 0
          ? []
          : ['', paint.heading('NOT YET DATED'), ...undated.map((duty) => dutyLine(scenario, duty, width, text))]),
        ...(found.talks.length === 0
          ? []
          : [
              '',
              paint.heading('TALKS TO BE HELD'),
              ...found.talks.map((one) => talksLine(scenario, one, width, text)),
            ]),
        ...(found.selections.length === 0
          ? []
          : [
              '',
              paint.heading('CHOICES TO BE MADE'),
              ...found.selections.map((one) => choiceLine(scenario, one, width, text)),
            ]),
      ].join('\n');
    },
  };
}

/** The offer of that id, if there is one; `BadInput` where it was not reported by then. */
export function offerReported(scenario: Scenario, id: string, asOf: string | undefined): Offer | undefined {
  const offer = Object.hasOwn(scenario.offers, id) ? scenario.offers[id] : undefined;
  if (offer && !reportedBy(offer.reported, asOf)) {
    const message = `'${id}' was first reported on ${offer.reported ?? ''}: ask as of that day or a later one.`;
    throw new BadInput([fault('cli/not-yet-reported', ['offer'], message, { offer: id })]);
  }
  return offer;
}

function dutyLine(scenario: Scenario, duty: ScheduledDuty, width: number, text: Text): string {
  const actor = (who: string) => actorLabel({ scenario, text }, who);
  const { label, occurrence, owedBy, to, due } = duty;
  const whose = `${listed(owedBy.map(actor))}${to.length > 0 ? ` to ${listed(to.map(actor))}` : ''}`;
  const said = [
    `${label}${occurrence > 1 ? ` (time ${occurrence})` : ''}: ${whose}`,
    ...dutyWords(duty, scenario, text),
  ];
  return dayLine(due, said, width);
}

function talksLine(scenario: Scenario, talks: ScheduledTalks, width: number, text: Text): string {
  const { label, on, between, begin, end, provisional, waitsFor } = talks;
  const whose = between.length > 0 ? `: ${listed(between.map((who) => actorLabel({ scenario, text }, who)))}` : '';
  const until = end ? [`to be over by ${dayWords(end)}`] : [];
  return dayLine(
    begin,
    [
      `${label}${on === undefined ? '' : `, on phase ${on}`}${whose}`,
      ...until,
      ...(provisional ? ['provisional'] : []),
      ...waits(waitsFor, text),
    ],
    width,
  );
}

function choiceLine(scenario: Scenario, choice: ScheduledSelection, width: number, text: Text): string {
  const { label, namedBy, due, provisional, waitsFor } = choice;
  const who = namedBy.length > 0 ? `: ${listed(namedBy.map((one) => actorLabel({ scenario, text }, one)))}` : '';
  return dayLine(due, [`${label}${who}`, ...(provisional ? ['provisional'] : []), ...waits(waitsFor, text)], width);
}

function waits(waitsFor: readonly Wait[], text: Text): readonly string[] {
  return waitsFor.map((wait) => `waits for ${sayWait(wait, text)}`);
}

function dayLine(day: ScheduledDay | undefined, said: readonly string[], width: number): string {
  const columns = [{ width: 12 }, { width: width - 15 }];
  return row([printable(day ? dayWords(day) : ''), printable(said.join('; '))], columns, '  ');
}
