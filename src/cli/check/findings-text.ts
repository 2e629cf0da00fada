import { unique } from '../../base/list.js';
import { paragraph } from '../../report/wrap.js';
import type { DealFinding } from '../../testing/check-deal.js';
import type { Context } from '../context.js';
import { safeLines } from '../safe.js';

/** What was found, with a counterexample where there is one, under the heading of what it was asked of. */
export function findingsText(
  { width, paint }: Context,
  findings: readonly (DealFinding & { readonly of: string })[],
): readonly string[] {
  const set = (text: string, indent: string, hanging = indent) =>
    safeLines(text)
      .split('\n')
      .map((line) => (line === '' ? '' : paragraph(line, width, indent, hanging)))
      .join('\n');
  if (findings.length === 0) return ['', 'There was nothing to check.'];
  return unique(findings.map(({ of }) => of)).flatMap((of) => [
    '',
    paint.heading(set(of, '', '  ')),
    ...findings
      .filter((one) => one.of === of)
      .map(({ finding, text }) => {
        const [first = '', ...rest] = text.split('\n');
        const mark = {
          held: paint.verdict.met('✓'),
          broken: paint.verdict.unmet('✗'),
          undetermined: paint.verdict.open('?'),
        }[finding];
        return [`  ${mark} ${set(first, '', '    ')}`, ...rest.map((line) => set(line, '    '))].join('\n').trimEnd();
      }),
  ]);
}
