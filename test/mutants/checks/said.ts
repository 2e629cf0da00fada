import { readingsOf, type Amount, type Field, type Length, type Offer, type Value } from 'sticking-points';

/** Everything an offer says of the deal, a clause each: of its terms, its lengths and how many phases it has. */
export function clausesOf({ phaseCount, length, terms, phases }: Offer): readonly string[] {
  return [
    ...(phaseCount ? [`${fieldText(phaseCount)} phases`] : []),
    ...(length ? [`length ${fieldText(length)}`] : []),
    ...Object.entries(terms).map(([path, field]) => `${path} ${fieldText(field)}`),
    ...phases.flatMap((phase, i) => [
      ...(phase.length ? [`length in ${i + 1} ${fieldText(phase.length)}`] : []),
      ...Object.entries(phase.terms).map(([path, field]) => `${path} in ${i + 1} ${fieldText(field)}`),
    ]),
  ];
}

/** An offer in one line. */
export function offerText(offer: Offer): string {
  return `${offer.known} (${clausesOf(offer).join(', ')})`;
}

function fieldText(field: Field<Value | Length | Amount>): string {
  return readingsOf(field)
    .map(({ value }) => valueText(value))
    .join(' or ');
}

function valueText(value: Value | Length): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if ('unit' in value) return `${valueText(value.length)} ${value.unit}`;
  if ('oneOf' in value) return value.oneOf.join('/');
  return 'wording' in value && value.wording === 'exactly' ? String(value.n) : JSON.stringify(value);
}
