import type { Comparison } from '../../assessment/compare-offers.js';
import { printable } from '../../base/printable.js';
import { offerBy } from '../../offers/offer-by.js';
import { footnotes } from '../../report/footnotes.js';
import { authorship, offered, provenance } from '../../report/offer-text.js';
import { headline } from '../../report/step-text.js';
import { paragraph } from '../../report/wrap.js';
import type { Scenario } from '../../scenario/scenario.js';

/**
 * Each offer: by whom, when, from which source, what it says, and how many positions it leaves unmet. That something is
 * inferred or assumed always stands beside it; why, only where `all` is wanted.
 */
export function offersShown(
  scenario: Scenario,
  { columns }: Comparison,
  width: number,
  all: boolean,
): readonly string[] {
  const notes = all ? footnotes() : { mark: () => '', notes: [] };
  const lines = columns.flatMap(({ offer: id, assessment }) => {
    const whole = scenario.offers[id];
    if (!whole) return [];
    const offer = offerBy(whole, scenario, assessment.asOf);
    const beneath = [
      authorship(scenario, offer, notes),
      provenance(scenario, offer, notes),
      ...offered(scenario, offer, notes),
      headline(scenario, assessment),
    ];
    return [
      paragraph(printable(`${id}: ${offer.label}`), width, '  ', '    '),
      ...beneath.map((text) => paragraph(printable(text), width, '    ')),
    ];
  });
  return [...lines, ...notes.notes.map((note) => paragraph(printable(note), width, '  ', '    '))];
}
