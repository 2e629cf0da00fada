import { unique } from '../../base/list.js';
import { MARKS } from '../../report/paint.js';
import { paragraph } from '../../report/wrap.js';
import type { Offer } from '../../offers/offer.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { DealFinding } from '../../testing/check-deal.js';
import { courseText } from '../../testing/print/course-text.js';
import { dealText } from '../../testing/print/deal-text.js';
import type { Context } from '../context.js';
import { safeLines } from '../safe.js';

/** What was found, with a counterexample where there is one, under the heading of what it was asked of. */
export function findingsText(
  { width, paint }: Context,
  scenario: Scenario,
  findings: readonly (DealFinding & { readonly of: string })[],
): readonly string[] {
  const marks = {
    held: paint.verdict.met(MARKS.met),
    broken: paint.verdict.unmet(MARKS.unmet),
    undetermined: paint.verdict.open(MARKS.open),
  };
  const set = (text: string, indent: string, hanging = indent) =>
    safeLines(text)
      .split('\n')
      .map((line) => (line === '' ? '' : paragraph(line, width, indent, hanging)))
      .join('\n');
  return unique(findings.map(({ of }) => of)).flatMap((of) => [
    '',
    paint.heading(set(of, '', '  ')),
    ...findings
      .filter((one) => one.of === of)
      .flatMap((one) => {
        const [first = '', ...shown] = readably(scenario, one);
        return [`  ${marks[one.finding]} ${set(first, '', '    ')}`, ...shown.map((text) => set(text, '    '))];
      }),
  ]);
}

/** A finding as a person reads it: code to paste is for those who have a program to paste it into. */
function readably(scenario: Scenario, { text, counterexample, replay }: DealFinding): readonly string[] {
  const [first = '', second = ''] = text.split('\n\n');
  if (counterexample === undefined) return second === '' ? [first] : [first, second];
  const shown = isCourse(counterexample) ? courseText(scenario, counterexample) : dealText(scenario, counterexample);
  return [first, shown, ...(replay ? [`(drawn with --seed ${replay.seed})`] : [])];
}

function isCourse(found: Offer | readonly TalksEvent[]): found is readonly TalksEvent[] {
  return Array.isArray(found);
}
