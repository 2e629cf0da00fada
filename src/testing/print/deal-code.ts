import type { Offer } from '../../offers/offer.js';
import { offerDraftOf } from '../../scenario/offer-draft-of.js';
import type { Scenario } from '../../scenario/scenario.js';
import { codeText, textLiteral } from './code-layout.js';
import { codeOf } from './code-of.js';
import { importLine } from './import-line.js';

/**
 * An offer as TypeScript to paste into a test where `scenario` is at hand: what it imports, then `deal`, which is what
 * `checkOffer` makes of it again. As short as a modeller would write it.
 *
 * @example
 * const code = dealCode(first, scenario);
 * code.split('\n').slice(2); // ["const deal = checkOffer(scenario, 'first-offer', {", "  by: ['south'],", …]
 */
export function dealCode(offer: Offer, scenario: Scenario): string {
  const { code, imports } = codeOf(offerDraftOf(offer, scenario));
  const given = [{ kind: 'word', text: 'scenario' } as const, { kind: 'word', text: textLiteral(offer.id) } as const];
  const call = { kind: 'call', name: 'checkOffer', given: [...given, code] } as const;
  return `${importLine(['checkOffer', ...imports])}\n\n${codeText(call, 'const deal = ', ';')}\n`;
}
