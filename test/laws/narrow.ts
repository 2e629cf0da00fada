// The same offer with more of it known: every way in which a report may be filled in or narrowed.
import fc from 'fast-check';
import { readingsOf, type Amount, type Field, type Length, type Offer, type Value } from 'sticking-points';

/** What becomes of one field: it stays, becomes the exact value, or a part of the range around it. */
type Step = 'stays' | 'exact' | 'range';

/** How each of an offer's fields is narrowed, in their order; the same steps again where there are more fields. */
export const narrowings = fc.array(fc.constantFrom<Step>('stays', 'stays', 'exact', 'range'), {
  minLength: 5,
  maxLength: 30,
});

/**
 * The offer with some fields narrowed towards a full offer that is one of its completions. What is worded as "about", as
 * a share of something or in calendar months stays as it is: a bare figure would say less of what it stands for.
 */
export function narrowed(offer: Offer, full: Offer, steps: readonly Step[]): Offer {
  let at = 0;
  const step = () => steps[at++ % steps.length] ?? 'stays';
  const clauses = (partial: Offer['terms'], exact: Offer['terms']): Offer['terms'] =>
    Object.fromEntries(
      Object.entries(exact).flatMap(([path, truth]) => {
        const field = narrowedField(partial[path], truth, step(), narrowedValue);
        return field ? [[path, field] as const] : [];
      }),
    );
  const length = (partial: Field<Length> | undefined, exact: Field<Length> | undefined) => {
    const field = exact && narrowedField(partial, exact, step(), narrowedLength);
    return field ? { length: field } : {};
  };
  const listed = step() === 'stays' ? offer.phases.length : full.phases.length;
  const phaseCount =
    step() === 'stays' ? offer.phaseCount : noted<Amount>({ wording: 'exactly', n: full.phases.length });
  const { length: _, phaseCount: __, ...rest } = offer;
  return {
    ...rest,
    ...(phaseCount && { phaseCount }),
    ...length(offer.length, full.length),
    terms: clauses(offer.terms, full.terms),
    phases: full.phases.slice(0, listed).map((exact, i) => ({
      ...length(offer.phases[i]?.length, exact.length),
      terms: clauses(offer.phases[i]?.terms ?? {}, exact.terms),
    })),
  };
}

type Narrow<T> = (now: T | undefined, truth: T, step: Step) => T | undefined;

function narrowedField<T>(
  now: Field<T> | undefined,
  truth: Field<T>,
  step: Step,
  narrow: Narrow<T>,
): Field<T> | undefined {
  const exact = readingsOf(truth)[0]?.value;
  if (step === 'stays' || exact === undefined) return now;
  if (!now) return noted(narrow(undefined, exact, step) ?? exact);
  const readings = readingsOf(now).map((r) => r.value);
  const [only] = readings;
  if (readings.length > 1) {
    // One report of several falls away only where neither is of a kind that has to stay.
    return readings.some((value) => narrow(value, exact, 'exact') === undefined) ? now : noted(exact);
  }
  const value = only === undefined ? undefined : narrow(only, exact, step);
  return value === undefined ? now : noted(value);
}

/** A narrower value; nothing where it has to stay as it is. */
const narrowedValue: Narrow<Value> = (now, truth, step) => {
  if (typeof now === 'object' && 'wording' in now) {
    if (!(typeof truth === 'object' && 'n' in truth)) return undefined;
    return narrowedAmount(now, truth.n, step);
  }
  if (step === 'range' && typeof truth === 'object' && 'n' in truth) return { wording: 'at most', n: truth.n };
  return truth;
};

const narrowedLength: Narrow<Length> = (now, truth, step) => {
  if (!('n' in truth.length)) return undefined;
  if (now?.unit === 'months') return undefined;
  const days =
    now?.unit === 'weeks'
      ? undefined
      : narrowedAmount(now?.length ?? { wording: 'at least', n: 0 }, truth.length.n, step);
  if (now?.unit === 'weeks') return now.length.wording === 'about' ? undefined : truth;
  return days && { length: days, unit: 'days' };
};

function narrowedAmount(now: Amount, truth: number, step: Step): Amount | undefined {
  switch (now.wording) {
    case 'about':
    case 'all':
    case 'remaining':
    case 'half of':
    case 'share of':
      return undefined;
    case 'between':
      return step === 'exact' ? { wording: 'exactly', n: truth } : { wording: 'between', from: now.from, to: truth };
    case 'at least':
    case 'more than':
    case 'some':
      return step === 'exact' ? { wording: 'exactly', n: truth } : { wording: 'at least', n: truth };
    case 'at most':
    case 'up to':
    case 'less than':
      return step === 'exact' ? { wording: 'exactly', n: truth } : { wording: 'at most', n: truth };
    case 'exactly':
      return now;
  }
}

function noted<T>(value: T) {
  return { value, basis: 'assumed', citations: [] } as const;
}
