import { listed } from '../base/list.js';
import { readingsOf, type Field } from '../evidence/field.js';
import { showAmount, type Namers } from '../terms/amount-words.js';
import { showLength, type Length } from '../terms/length.js';
import { splitPath, unitFor } from '../terms/term.js';
import { isAmount, isUnsettled, sayUnsettled, type Value } from '../terms/value.js';

/**
 * What an offer says of a term, as a reader meets it: `200–300 persons`, `a pause`, `yes`, `to be agreed`.
 * A quantity comes with its unit.
 *
 * @param path - the term, or the category of a quantity as `term/category`
 * @example
 * showValue('catch', between(30, 40), scenario); // '30–40 tonnes'
 * showValue('observer', true, scenario); // 'yes'
 * showValue('catch', deferred(), scenario); // 'to be agreed'
 */
export function showValue(path: string, value: Value, namers: Namers): string {
  const term = namers.terms[splitPath(path).term];
  if (isUnsettled(value)) return sayUnsettled(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isAmount(value)) {
    if (term?.kind !== 'quantity' || value.words !== undefined || 'of' in value) return showAmount(value, namers);
    return `${showAmount(value, namers)} ${unitFor(term.unit, value.wording === 'exactly' ? value.n : 2)}`;
  }
  return listed(
    value.oneOf.map((option) => (term?.kind === 'choice' ? (term.options[option] ?? option) : option)),
    'or',
  );
}

/**
 * What an offer says of a term, or of a length, in every reading, joined by `; in another report, `.
 *
 * @param path - the term, or the category of a quantity as `term/category`; for a length, it does not matter
 * @example
 * const disputed = { readings: [40, about(50)].map((n) => ({ ...assumed(n, 'As an example.') })) };
 * const offer = checkOffer(scenario, 'third', { terms: { catch: disputed } });
 * const field = offer.ok ? offer.value.terms['catch'] : undefined;
 * field && showField('catch', field, scenario); // '40 tonnes; in another report, about 50 tonnes'
 */
export function showField(path: string, field: Field<Value> | Field<Length>, namers: Namers): string {
  const readings = readingsOf<Value | Length>(field);
  return readings
    .map(({ value }) =>
      typeof value === 'object' && 'unit' in value ? showLength(value, namers) : showValue(path, value, namers),
    )
    .join('; in another report, ');
}
