import { printable as plain } from '../base/printable.js';
import type { DealProgress } from '../obligations/progress.js';
import { settledWords, standingWords, asidesOf } from './progress-words.js';
import { flushRight, paragraph } from './wrap.js';

/** How progress is printed. */
export interface ProgressTextOptions {
  /** What stands at its head. @defaultValue `'what was done'` */
  readonly title?: string;
  /** Columns. @defaultValue 80 */
  readonly width?: number;
  /** Whether each obligation is shown, or only how many are settled. @defaultValue true */
  readonly all?: boolean;
}

/**
 * How far a deal has been carried out as plain text: how many of the obligations that bind are settled, how each stands, how the
 * talks stand that it promises, and who has reported on any and is named neither by the scenario nor by the text, with whom
 * the id may mean.
 *
 * @example
 * // Of talks without a deal there is nothing to tell.
 * const done = progress(openTalks(scenario));
 * done && progressText(done); // undefined
 */
export function progressText(
  progress: DealProgress,
  { title = 'what was done', width = 80, all = true }: ProgressTextOptions = {},
): string {
  const { observer, duties } = progress;
  const seen = observer === undefined ? '' : ` as ${observer === '' ? 'somebody unnamed' : observer} saw it`;
  return [
    flushRight(plain(`${title}${seen}`.toUpperCase()), settledWords(progress), width),
    ...(all
      ? duties.map((duty) => paragraph(plain(`· ${duty.label}: ${standingWords(duty)}`), width, '  ', '    '))
      : []),
    ...asidesOf(progress).flatMap(({ about, messages }) => [
      paragraph(`${about}:`, width, '  '),
      ...messages.map((message) => paragraph(`· ${message}`, width, '    ', '      ')),
    ]),
  ].join('\n');
}
