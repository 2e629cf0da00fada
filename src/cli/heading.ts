import { printable } from '../base/printable.js';
import { paragraph } from '../report/wrap.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Context } from './context.js';

/** What the marks of verdicts mean. */
export const LEGEND = '✗ unmet  ? open: not reported, or could be either  ✓ met';

/** The line that a text about a scenario begins with: which one, and by which day's reports. */
export function headingText(
  scenario: Scenario,
  { asOf, width, paint }: Pick<Context, 'asOf' | 'width' | 'paint'>,
): string {
  const reports = asOf === undefined ? 'by all that is known' : `as reported by ${asOf}`;
  return paint.heading(paragraph(printable(`${scenario.id} · ${reports}`), width, ''));
}
