import type { Report } from '../report-of.js';
import { asidesOf, settledWords, standingWords } from '../progress-words.js';
import { inert } from './inert.js';

/** What was done of the text of the deal in force, by obligation, and who has reported on it whom nobody names. */
export function doneLines({ progress }: Report): readonly (readonly string[])[] {
  if (!progress) return [];
  const { duties } = progress;
  return [
    ['## What was done of the text'],
    [`Of the obligations, ${settledWords(progress)}.`],
    duties.map((duty) => `- ${inert(duty.label)}: ${inert(standingWords(duty))}`),
    ...asidesOf(progress).flatMap(({ about, messages }) => [[`${about}:`], messages.map((one) => `- ${inert(one)}`)]),
  ];
}
