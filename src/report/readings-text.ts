import type { Concession } from '../analysis/find-concessions.js';
import type { ConflictsFound } from '../analysis/find-conflicts.js';
import type { ExplainedBridge } from '../analysis/explained-bridges.js';
import type { ExplainedReadings, Explanation } from '../analysis/explanation.js';
import { dealSaid } from '../analysis/words/deal-said.js';
import { sayStopped } from '../analysis/words/say-stopped.js';
import { conflictSaid } from '../analysis/words/say-conflict.js';
import { termsAsked } from '../analysis/words/say-concession.js';
import { Speaker } from '../analysis/words/speaker.js';
import { sourcesSaid } from '../analysis/words/sources-said.js';
import { listed } from '../base/list.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TextLine } from './text-line.js';

/** What holds of all offers under one combination of readings: which positions exclude each other, and what could be given up. */
export function readingsText(
  scenario: Scenario,
  explanation: Explanation,
  { readings, conflicts, concessions, bridges }: ExplainedReadings,
): { readonly heading: string; readonly counted: string; readonly lines: readonly TextLine[] } {
  const { asOf, offer } = explanation;
  const options = { ...(asOf !== undefined && { asOf }), readings, sources: 'by id' } as const;
  const speaker = new Speaker(scenario, options);
  const terms = termsAsked(scenario, options);
  const found = conflicts.conflicts;
  const counted = conflictsCounted(scenario, conflicts);
  const lines: TextLine[] = [
    { text: counted, indent: 0 },
    ...found.map((conflict, i) => ({ text: conflictSaid(speaker, conflict), indent: 2, mark: `${i + 1}. ` })),
  ];
  for (const { parties, concessions: given, firm, complete } of concessions.coalitions) {
    const whose = listed(parties.map((party) => speaker.partyLabel(party)));
    const more = complete ? '' : ` There may be others: ${sayStopped(scenario, concessions.stopped ?? 'most')}.`;
    const [first] = given;
    const own = bridges.filter((one) => one.parties.join() === parties.join());
    const near = ({ positions }: Concession): readonly TextLine[] =>
      own
        .filter((one) => one.without.join() === positions.join())
        .map((one) => ({ text: bridgeSaid(scenario, explanation, one), indent: 6 }));
    if (firm) {
      lines.push({ text: `Of ${whose}, nothing that may be given up would do:`, indent: 0 });
      lines.push({ text: conflictSaid(speaker, firm), indent: 2 });
    } else if (first?.positions.length === 0) {
      lines.push({ text: `A deal can meet all that ${whose} ask, and nothing has to be given up.${more}`, indent: 0 });
      lines.push(...dealLines(scenario, first, terms), ...near(first));
    } else {
      const sets = given.length === 1 ? 'Without this' : `Without any one of these ${given.length} sets`;
      const order = given.length > 1 ? ' Fewest first: an order of display, which prefers none.' : '';
      const text =
        given.length > 0
          ? `${sets}, a deal can meet everything else that ${whose} ask.${order}${more}`
          : `What ${whose} could give up was not found.${more}`;
      lines.push({ text, indent: 0 });
      for (const [i, one] of given.entries()) {
        lines.push({ text: listed(one.positions.map((id) => speaker.sourced(id))), indent: 2, mark: `${i + 1}. ` });
        lines.push(...dealLines(scenario, one, terms), ...near(one));
      }
      if (offer && own.length < given.length) lines.push({ text: bridgesLeft(offer.label, own.length), indent: 2 });
    }
  }
  return { heading: headingOf(scenario, explanation, readings), counted, lines };
}

function dealLines(scenario: Scenario, { deal }: Concession, terms: readonly string[]): readonly TextLine[] {
  const said = dealSaid(scenario, deal, terms);
  return said === '' ? [] : [{ text: `a deal, proposed by nobody: ${said}`, indent: 6 }];
}

/** The nearest offer to the one on the table that would do, in what it changes there. */
export function bridgeSaid(
  scenario: Scenario,
  { offer }: Explanation,
  { bridge, complete, stopped }: ExplainedBridge,
): string {
  const table = offer?.label ?? '';
  if (!bridge) return `near ${table}, none was found${stopped ? `: ${sayStopped(scenario, stopped)}` : ''}`;
  if (bridge.changes.length === 0) return `${table} itself would do`;
  const said = bridge.changes.map(({ sentence }) => sentence).join('; ');
  const moved =
    bridge.moved.length === 0 ? 'nothing it says is moved' : `of what it says, ${bridge.moved.length} moved`;
  return `${complete ? 'nearest' : 'near'} to ${table}, proposed by nobody: ${said} (${moved})`;
}

function bridgesLeft(table: string, looked: number): string {
  const so = looked === 1 ? 'the first of these alone' : `the first ${looked} of these alone`;
  return `Near ${table}, an offer was looked for with ${looked === 0 ? 'none of these' : so}: more were not asked for.`;
}

function conflictsCounted(scenario: Scenario, { conflicts, complete, stopped }: ConflictsFound): string {
  const n = conflicts.length;
  const more = complete ? '' : ` There may be others: ${sayStopped(scenario, stopped ?? 'most')}.`;
  if (n === 0)
    return complete
      ? 'No red lines and demands exclude each other.'
      : `None that exclude each other were found.${more}`;
  const sets = n === 1 ? 'One smallest set' : `${n} smallest sets`;
  const meets = conflicts.some(({ certain }) => certain === false)
    ? 'no offer in exact figures is sure to meet'
    : 'no offer meets';
  return `${sets} of red lines and demands that ${meets} together.${more}`;
}

/** Which reading is taken of which position, with the sources of that one. */
function headingOf(
  scenario: Scenario,
  { positions, combinations }: Explanation,
  readings: ExplainedReadings['readings'],
): string {
  const taken = Object.entries(readings).map(([id, reading]) => {
    const one = positions[id]?.readings.find((r) => r.reading === reading);
    const where = one ? sourcesSaid(scenario, one.citations, 'by id') : '';
    return `“${one?.title ?? id}” (reading ${reading} of ${id}${where === '' ? '' : `; ${where}`})`;
  });
  if (taken.length > 0) return `ALL OFFERS, where the position is ${listed(taken)}`;
  return combinations.all > 1 ? 'ALL OFFERS, however positions are read' : 'ALL OFFERS';
}
