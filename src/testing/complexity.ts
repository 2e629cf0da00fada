import { heldIn } from '../base/records.js';
import { readingsOf, type Field } from '../evidence/field.js';
import type { Offer } from '../offers/offer.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import { textDraftOf } from '../scenario/text-draft-of.js';
import type { Amount } from '../terms/amount.js';
import { inSteps } from '../terms/decimal.js';
import { lengthName, quantityName } from '../terms/layout.js';
import type { Length } from '../terms/length.js';
import type { Value } from '../terms/value.js';
import { clausesOf, type Clause } from '../offers/clauses.js';
import { isAsAbsent } from './as-absent.js';
import { weighed } from './data-weight.js';
import { digitsOf, figuresIn, figuresOf } from './figures.js';

/**
 * How much there is to an offer for a person who reads it, as whole numbers of which the first that differs decides: its
 * phases; what it says that does not go without saying; how odd its figures are, and whether they are said in a roundabout
 * way; how great they are; last, how much its text holds that does not go without saying, and how great the figures in it are. What is drawn shrinks along it: every step comes to less.
 *
 * @example
 * const { offer: more } = amend(first, (draft) => {
 *   draft.terms['catch'] = 47;
 * });
 * isSimpler(complexityOf(scenario, first), complexityOf(scenario, more)); // true
 */
export function complexityOf(scenario: Scenario, offer: Offer): readonly number[] {
  const layout = layoutOf(scenario);
  const figures = figuresOf(scenario);
  const oddness = (name: string, value: number) => {
    const place = heldIn(layout.at, name);
    return place === undefined || !Number.isInteger(value) ? 1 + digitsOf(value) : figures.oddness(place, value);
  };
  const said: Weight[] = [
    ...lengthsOf(offer).map(([name, field]) =>
      weightOf(field, (value) => lengthWeight(value, (n) => oddness(name, n))),
    ),
    ...clausesOf(scenario).flatMap((clause): readonly Weight[] => {
      const terms = clause.phase === undefined ? offer.terms : offer.phases[clause.phase - 1]?.terms;
      const field = heldIn(terms, clause.path);
      if (!field || (offer.known === 'full' && goesWithoutSaying(field, clause))) return [];
      return [weightOf(field, (value) => valueWeight(value, clause, oddness))];
    }),
    ...(offer.phaseCount ? [weightOf(offer.phaseCount, (value) => amountWeight(value, () => 0))] : []),
    ...offer.phases.filter((phase) => phase.toBeNegotiated?.value === true).map(() => ({ odd: 1, great: 0 })),
  ];
  const sum = (key: keyof Weight) => said.reduce((total, weight) => total + weight[key], 0);
  const loud = said.filter(({ odd }) => odd > 0).length;
  const text = weighed(offer.text && textDraftOf(offer.text, offer));
  return [offer.phases.length, said.length, loud, sum('odd'), sum('great'), text.values, text.figures];
}

/**
 * Whether the first of two complexities is the smaller one.
 *
 * @example
 * isSimpler([1, 2, 30], [1, 3, 0]); // true
 */
export function isSimpler(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((n, i) => n !== b[i]);
  if (at < 0) return a.length < b.length;
  return (a[at] ?? 0) < (b[at] ?? -Infinity);
}

/** What one thing that is said adds: by how it is said, and by its figures. */
interface Weight {
  readonly odd: number;
  readonly great: number;
}

type Oddness = (value: number) => number;

function lengthsOf(offer: Offer): readonly (readonly [string, Field<Length>])[] {
  const all = [offer.length, ...offer.phases.map((phase) => phase.length)];
  return all.flatMap((field, i) => (field ? [[lengthName(i === 0 ? undefined : i), field] as const] : []));
}

/** Several readings count once more each. */
function weightOf<T>(field: Field<T>, of: (value: T) => Weight): Weight {
  const each = readingsOf(field).map(({ value }) => of(value));
  const more = 2 * (each.length - 1);
  return {
    odd: each.reduce((sum, { odd }) => sum + odd, more),
    great: each.reduce((sum, { great }) => sum + great, 0),
  };
}

function lengthWeight({ length, unit, days }: Length, oddness: Oddness): Weight {
  // Said in two ways, it is said in a roundabout one.
  if (days !== undefined) return { odd: oddness(days) + 1, great: days };
  return amountWeight(length, (n) => oddness(n * { days: 1, weeks: 7, months: 30 }[unit]));
}

function amountWeight(amount: Amount, oddness: Oddness): Weight {
  const figures = figuresIn(amount);
  const tolerance = 'give' in amount ? 1 : 0;
  const roundabout = amount.wording === 'exactly' ? 0 : 1;
  return {
    odd: figures.reduce((sum, n) => sum + oddness(n), roundabout + tolerance + (figures.length === 0 ? 2 : 0)),
    great: figures.reduce((sum, n) => sum + Math.abs(n), 0),
  };
}

function valueWeight(
  value: Value,
  { path, phase, term }: Clause,
  oddness: (name: string, n: number) => number,
): Weight {
  if (typeof value === 'boolean') {
    return { odd: term.kind === 'flag' && value === term.absent ? 0 : 1, great: 0 };
  }
  if ('unsettled' in value) return { odd: 1, great: 0 };
  if ('oneOf' in value) {
    const options = term.kind === 'choice' ? Object.keys(term.options) : [];
    const silent = term.kind === 'choice' ? (term.absent ?? options[0]) : undefined;
    const great = value.oneOf.reduce((sum, option) => sum + options.indexOf(option), 0);
    return { odd: value.oneOf.length - 1 + (value.oneOf[0] === silent ? 0 : 1), great };
  }
  const step = term.kind === 'quantity' ? term.step : 1;
  return amountWeight(value, (n) => oddness(quantityName(path, phase), inSteps(n, step)));
}

/** Whether a full text that left the whole of this out would say the same. */
function goesWithoutSaying(field: Field<Value>, clause: Clause): boolean {
  return 'value' in field && isAsAbsent(field.value, clause);
}
