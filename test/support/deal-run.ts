import { TEXT_AGREED, type TextRun } from '../../src/obligations/text-run.js';
import type { DealRun } from '../../src/machine/context.js';

/** A deal in its first phase, on its first day, whose text has just come into force. */
export function dealRun(
  deal: Partial<DealRun> = {},
  text: Partial<TextRun> = {},
): DealRun & { readonly text: TextRun } {
  return {
    offer: 'deal',
    phase: 1,
    day: 0,
    began: null,
    extended: 0,
    extensions: {},
    settled: null,
    disputes: [],
    performed: {},
    ...deal,
    text: { ...TEXT_AGREED, started: 0, ...text },
  };
}

/** The same without a text. */
export function withoutText(deal: DealRun): DealRun {
  const { text: _, ...rest } = deal;
  return rest;
}
