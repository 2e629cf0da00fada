import { days, type Scenario, type TextDraft } from 'sticking-points';
import { bridge, type BridgeChanges } from './bridge.js';
import { wide } from './wide-text.js';

/** An offer of phases of so many days, which both towns can live with, and what its text says. */
export const written = (text: TextDraft | undefined, lengths: readonly number[] = [10, 5]) => ({
  by: ['guild'],
  terms: { cost: 40, toll: false },
  phaseCount: lengths.length,
  phases: lengths.map((length) => ({ length: days(length) })),
  ...(text && { text: wide(text) }),
});

/** The bridge, whose plan has a text. */
export function bridgeBy(text: TextDraft, lengths?: readonly number[], changes: BridgeChanges = {}): Scenario {
  return bridge({ ...changes, offers: { plan: written(text, lengths), ...changes.offers } });
}
