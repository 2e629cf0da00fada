import { fault } from '../../base/fault.js';
import { show } from '../../base/plain.js';
import { didYouMean } from '../../base/spelling.js';
import { FINDING_CODES, type FindingCode } from '../../review/finding.js';
import { review } from '../../review/review.js';
import type { OfferInvariant } from '../invariant.js';
import { refuse } from './fitting.js';
import { OF_TEXTS, ofText } from './of-text.js';

/** What a review finds where something in a text cannot be dated, or comes round without end: that keeps it from its end. */
const ENDLESS: readonly FindingCode[] = ['review/no-trigger', 'review/no-length', 'review/recurring-without-end'];

/** The same, and what no course of events carries out, where the review says that it breaks; else some course does. */
const STRUCTURAL: readonly FindingCode[] = [
  'review/circular-sequence',
  'review/dead-trigger',
  'review/window-closes-first',
  'review/deadline-before',
  ...ENDLESS,
];

/**
 * A review of the text finds nothing of these kinds: unless others are named, nothing that keeps it from being run to its
 * end, such as a circle of clauses, a trigger that nothing can set off, or a window that closes before it opens.
 *
 * What the text accepts with a reason breaks nothing. It speaks of offers with a text: one known in part may have one that is
 * not at hand.
 *
 * @param codes - codes of findings
 * @throws a `FaultError` with `testing/unknown-code`
 * @example
 * const law = textHoldsTogether();
 * const draft = checkOffer(scenario, 'draft', { text: { obligations: { survey: { owedBy: ['north'] } } } });
 * draft.ok && law.offer(draft.value, scenario); // 'broken'
 * textHoldsTogether(['review/no-verifier']).title; // 'a review of the text finds no review/no-verifier'
 */
export function textHoldsTogether(codes: readonly FindingCode[] = STRUCTURAL): OfferInvariant {
  refuse(
    codes.flatMap((code: unknown, i) => {
      if (FINDING_CODES.some((known) => known === code)) return [];
      const message = `There is no finding called ${show(code)}. ${didYouMean(String(code), FINDING_CODES)}`;
      return [fault('testing/unknown-code', ['codes', i], message, { code: show(code) })];
    }),
  );
  return {
    title:
      codes === STRUCTURAL ? 'the text can be run to its end' : `a review of the text finds no ${codes.join(', ')}`,
    offer: (offer, scenario) =>
      ofText(offer, () =>
        review(scenario, offer).some(
          ({ code, severity, accepted }) =>
            codes.includes(code) &&
            accepted === undefined &&
            (codes !== STRUCTURAL || severity === 'breaks' || ENDLESS.includes(code)),
        )
          ? 'broken'
          : 'held',
      ),
    ...OF_TEXTS,
  };
}
