import { printable as plain } from '../base/printable.js';
import type { Severity, TextFinding } from '../review/finding.js';
import { SEVERITIES } from '../review/finding.js';
import { flushRight, paragraph } from './wrap.js';

/** How a review is printed. */
export interface ReviewTextOptions {
  /** What stands at its head: the offer's label, say. */
  readonly title?: string;
  /** Columns. @defaultValue 80 */
  readonly width?: number;
}

const HEADINGS: Readonly<Record<Severity, string>> = {
  breaks: 'As it stands, no course of events carries these out:',
  unclear: 'What these come to depends on what the text does not say:',
  note: 'These can be carried out, and may be worth knowing:',
};

/**
 * The findings of a review as plain text, by severity, each with its code and its sentence; those that the text itself lets
 * stand come last, with the reasons.
 *
 * @example
 * const draft = checkOffer(scenario, 'draft', {
 *   text: { obligations: { survey: { owedBy: ['north'], verifier: 'south' } } },
 * });
 * const text = draft.ok ? reviewText(review(scenario, draft.value), { title: 'Draft' }) : '';
 * text.split('\n')[0]?.startsWith('DRAFT'); // true
 */
export function reviewText(
  findings: readonly TextFinding[],
  { title = 'review', width = 80 }: ReviewTextOptions = {},
): string {
  const standing = findings.filter(({ accepted }) => accepted === undefined);
  const accepted = findings.filter((finding) => finding.accepted !== undefined);
  const counts = SEVERITIES.map((severity) => {
    const n = standing.filter((finding) => finding.severity === severity).length;
    return `${n} ${severity === 'note' && n !== 1 ? 'notes' : severity}`;
  });
  const one = ({ code, message, accepted: reason }: TextFinding) => [
    paragraph(`· ${plain(message)}`, width, '  ', '    '),
    paragraph(code, width, '    '),
    ...(reason === undefined ? [] : [paragraph(`let stand: ${plain(reason)}`, width, '    ')]),
  ];
  const section = (heading: string, found: readonly TextFinding[]) =>
    found.length === 0 ? [] : ['', paragraph(heading, width, ''), ...found.flatMap(one)];
  return [
    flushRight(plain(title.toUpperCase()), counts.join(' · '), width),
    ...(findings.length === 0 ? ['', 'Nothing was found.'] : []),
    ...SEVERITIES.flatMap((severity) =>
      section(
        HEADINGS[severity],
        standing.filter((finding) => finding.severity === severity),
      ),
    ),
    ...section('The text itself lets these stand:', accepted),
  ]
    .map((line) => line.trimEnd())
    .join('\n');
}
