import type { Arbitrary } from 'fast-check';
import { deepFreeze } from '../base/freeze.js';
import type { Offer } from '../offers/offer.js';
import { phaseEnd, phaseStart } from '../offers/text/text.js';
import { START } from '../offers/text/trigger.js';
import { normaliseText } from '../scenario/normalise-text.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TextDraft } from '../scenario/text-draft.js';
import { complexityOf, isSimpler } from './complexity.js';
import { fc } from './fast-check.js';
import { printedDeal } from './print/printed-deal.js';
import { shrinkingBy, shrinkingFurther } from './shrinking-by.js';
import { simplerTexts } from './simpler-texts.js';
import { duties } from './texts/duties.js';
import { frames } from './texts/frames.js';
import { freeId, type TextNames } from './texts/names.js';
import { phaseClauses } from './texts/phase-clauses.js';
import { triggers } from './texts/triggers.js';

/** The most obligations of a text that is drawn, and days of a count. */
const [MOST_DUTIES, MOST_DAYS] = [4, 60];

/** The same offers, each with a text. */
export function withTexts(scenario: Scenario, offers: Arbitrary<Offer>): Arbitrary<Offer> {
  // What is first shrinks first: there is less to try of a text.
  const drawn = fc.tuple(texts(scenario), offers).map(([draft, offer]) => {
    return deepFreeze(printedDeal(scenario, { ...offer, text: normaliseText(draft, offer) }));
  });
  // What is drawn along with others, such as a day that counts only where another one does not, is taken out by itself.
  const further = shrinkingFurther(drawn, function* (offer) {
    for (const less of simplerTexts(scenario, offer)) yield deepFreeze(printedDeal(scenario, less));
  });
  return shrinkingBy(further, (a, b) => isSimpler(complexityOf(scenario, a), complexityOf(scenario, b)));
}

/**
 * Texts of a few obligations that can be written down for a scenario, and may be as wrong as that allows: circles, windows
 * that close first, phases that follow, overlap and are extended; bodies that report, events that may be moved,
 * certifications, instruments, talks. They shrink towards one obligation with nothing said of it.
 */
function texts(scenario: Scenario): Arbitrary<TextDraft> {
  const { most } = scenario.space.phases;
  const trigger = triggers(MOST_DAYS);
  const phases = Array.from({ length: most }, (_, i) => [phaseStart(i + 1), phaseEnd(i + 1)]).flat();
  return fc
    .tuple(
      fc.array(duties(scenario, trigger, MOST_DAYS), { minLength: 1, maxLength: MOST_DUTIES, size: 'small' }),
      phaseClauses(most, trigger, MOST_DAYS),
      frames(scenario, trigger, MOST_DAYS),
    )
    .map(([drawn, phasesOf, frame]): TextDraft => {
      const names: TextNames = {
        obligations: drawn.map((_, i) => freeId(scenario, `duty-${i + 1}`)),
        events: [START, ...phases, ...(frame.event === undefined ? [] : [frame.event])],
        certifications: frame.certification === undefined ? [] : [frame.certification],
      };
      const [around, ofPhases] = [frame.draft(names), phasesOf(names)];
      const talks = { ...ofPhases.talks, ...around.talks };
      return {
        ...around,
        obligations: Object.fromEntries(
          drawn.map((duty, i) => [names.obligations[i] ?? '', duty(names, frame.instrument, frame.body)]),
        ),
        ...ofPhases,
        ...(Object.keys(talks).length > 0 && { talks }),
      };
    });
}
