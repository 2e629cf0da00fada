import { compareOffers } from '../../assessment/compare-offers.js';
import { printable } from '../../base/printable.js';
import { matrixText } from '../../report/matrix-text.js';
import { paragraph } from '../../report/wrap.js';
import type { Context } from '../context.js';
import { EXIT } from '../exit.js';
import { headingText, LEGEND } from '../heading.js';
import { openScenario } from '../open-scenario.js';
import type { Outcome } from '../outcome.js';
import { offersShown } from '../show/offers.js';
import { issuesShown, partiesShown } from '../show/parties-and-issues.js';
import { positionsShown } from '../show/positions.js';
import { sourcesShown } from '../show/sources.js';

/** A scenario on one page: parties, issues, who said what and where, the offers, and where they do not meet. */
export async function show(
  context: Context,
  name: string,
  { all = false }: { readonly all?: boolean },
): Promise<Outcome> {
  const { io, asOf, width, paint } = context;
  const scenario = await openScenario(io, name);
  const comparison = compareOffers(scenario, undefined, asOf === undefined ? {} : { asOf });
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', paint.heading(title), ...lines];
  return {
    exit: EXIT.fine,
    value: { ...(asOf !== undefined && { asOf }), scenario, comparison },
    text: () =>
      [
        headingText(scenario, context),
        ...[scenario.title, scenario.note ?? '']
          .filter((text) => text !== '')
          .map((text) => paragraph(printable(text), width, '')),
        ...section('PARTIES', partiesShown(scenario, width)),
        ...section('ISSUES', issuesShown(scenario, width)),
        ...section('WHO SAID WHAT, and where (by source)', positionsShown(scenario, asOf, width)),
        ...section('OFFERS, in order of event', offersShown(scenario, comparison, width, all)),
        ...section('WHERE THEY DO NOT MEET', [
          ...(comparison.columns.length === 0
            ? ['  no offer had been reported by then']
            : [LEGEND, matrixText(scenario, comparison, width, paint)]),
        ]),
        ...section('SOURCES', sourcesShown(scenario, asOf, width)),
        '',
        paint.faint(
          paragraph(
            printable(`An offer against every position, with margins: sticking-points assess ${name} OFFER`),
            width,
            '',
            '  ',
          ),
        ),
        ...(all ? [] : [paint.faint('Why something is inferred or assumed: --all')]),
      ].join('\n'),
  };
}
