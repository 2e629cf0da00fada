import { isRecord } from '../base/plain.js';
import type { Offer } from '../offers/offer.js';
import { checkOffer } from '../scenario/check-offer.js';
import type { Scenario } from '../scenario/scenario.js';
import { textDraftOf } from '../scenario/text-draft-of.js';
import { nearerToNothing } from './nearer-to-nothing.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * The same offer with less in its text, as far as that can be written down: without a section, a clause, something said in
 * one, or with a smaller figure, what takes away most first. One obligation at least is left.
 */
export function* simplerTexts(scenario: Scenario, offer: Offer): Generator<Offer> {
  if (!offer.text) return;
  for (const text of withLessInIt(textDraftOf(offer.text, offer))) {
    // Whether what is left is a text is for the check to see.
    const checked = checkOffer(scenario, offer.id, { ...offer, text } as Offer);
    if (!checked.ok || Object.keys(checked.value.text?.obligations ?? {}).length === 0) continue;
    yield { ...offer, ...(checked.value.text && { text: checked.value.text }) };
  }
}

/** Data with one value less, or one figure smaller, those on the outside first. */
function* withLessInIt(data: unknown): Generator {
  if (typeof data === 'number') yield* nearerToNothing(data);
  if (Array.isArray(data)) {
    for (const i of data.keys()) yield data.toSpliced(i, 1);
    for (const [i, part] of data.entries()) for (const less of withLessInIt(part)) yield data.with(i, less);
  } else if (isRecord(data)) {
    const entries = Object.entries(data as Data);
    for (const [key] of entries) yield Object.fromEntries(entries.filter(([other]) => other !== key));
    for (const [key, part] of entries) for (const less of withLessInIt(part)) yield { ...(data as Data), [key]: less };
  }
}
