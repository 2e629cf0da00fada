import { compareOffers } from '../../assessment/compare-offers.js';
import { printable } from '../../base/printable.js';
import { describeChanges } from '../../offers/changes.js';
import { offerBy } from '../../offers/offer-by.js';
import { MARKS } from '../../report/paint.js';
import { paragraph } from '../../report/wrap.js';
import type { Context } from '../context.js';
import { EXIT } from '../exit.js';
import { headingText } from '../heading.js';
import { openScenario } from '../open-scenario.js';
import type { Outcome } from '../outcome.js';

/** What moved from one offer to another, clause by clause, and which positions that turns. */
export async function diff(context: Context, name: string, from: string, to: string): Promise<Outcome> {
  const { io, asOf, width, paint } = context;
  const scenario = await openScenario(io, name);
  const { columns } = compareOffers(scenario, [from, to], asOf === undefined ? {} : { asOf });
  // Both are there: comparing them has just found them.
  const [before, after] = [from, to].map((id) => offerBy(scenario.offers[id]!, scenario, asOf));
  const changes = describeChanges(scenario, before!, after!);
  const turned = columns[1]?.turned ?? [];
  const set = (text: string, indent: string, hanging: string) => paragraph(printable(text), width, indent, hanging);
  const party = (id: string) => scenario.parties[id]?.label ?? id;
  return {
    exit: changes.length === 0 && turned.length === 0 ? EXIT.fine : EXIT.finding,
    value: { scenario: scenario.id, from, to, ...(asOf !== undefined && { asOf }), changes, turned },
    text: () =>
      [
        headingText(scenario, context),
        set(`from ${before!.label} (${from}) to ${after!.label} (${to})`, '', '  '),
        '',
        paint.heading('WHAT MOVED'),
        ...(changes.length === 0 ? ['  nothing'] : changes.map(({ sentence }) => set(sentence, '  ', '    '))),
        '',
        paint.heading('WHAT THAT TURNS'),
        ...(turned.length === 0
          ? ['  nothing']
          : turned.map((one) =>
              set(
                `${MARKS[one.from]} → ${MARKS[one.to]}  ${party(one.party)}: ${one.title} (${one.from}, then ${one.to})`,
                '  ',
                '         ',
              ),
            )),
      ].join('\n'),
  };
}
