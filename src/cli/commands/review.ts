import { printable } from '../../base/printable.js';
import { review } from '../../review/review.js';
import { paragraph } from '../../report/wrap.js';
import type { Context } from '../context.js';
import { EXIT } from '../exit.js';
import { headingText } from '../heading.js';
import { openScenario } from '../open-scenario.js';
import type { Outcome } from '../outcome.js';
import { offerReported, type ScheduleAsked } from './schedule.js';

/** What the text of an offer leaves undone, undecided or impossible; a finding, unless the text itself accepts it. */
export async function reviewed(
  context: Context,
  name: string,
  id: string,
  { anchor = [] }: ScheduleAsked,
): Promise<Outcome> {
  const { io, asOf, width, paint } = context;
  const scenario = await openScenario(io, name);
  const offer = offerReported(scenario, id, asOf);
  const findings = review(scenario, id, { anchors: Object.fromEntries(anchor) });
  const set = (text: string, indent: string) => paragraph(printable(text), width, indent);
  const marks = { breaks: paint.verdict.unmet('✗'), unclear: paint.verdict.open('?'), note: '·' };
  return {
    exit: findings.every(({ accepted }) => accepted !== undefined) ? EXIT.fine : EXIT.finding,
    value: { scenario: scenario.id, offer: id, ...(asOf !== undefined && { asOf }), findings },
    text: () =>
      [
        headingText(scenario, context),
        set(`the text of ${offer?.label ?? id} (${id})`, ''),
        '✗ breaks  ? unclear  · note',
        ...(findings.length === 0 ? ['', 'Nothing was found.'] : []),
        ...findings.flatMap(({ severity, code, clauses, message, mend, accepted }) => [
          '',
          `${marks[severity]} ${code}`,
          set(message, '  '),
          set(`at: ${clauses.map((one) => one.clause ?? one.id).join(', ')}`, '  '),
          set(`way out: ${mend.words}`, '  '),
          ...(accepted === undefined ? [] : [set(`accepted by the text: ${accepted}`, '  ')]),
        ]),
      ].join('\n'),
  };
}
