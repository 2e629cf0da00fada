// Families of scenarios for larger trials: from a seed, so many parties, terms and positions over one imagined deal. Most
// positions hold of that deal; some do not, and of these some exclude what others ask.
import { checkScenario, type Condition, type Scenario } from 'sticking-points';
import { randomFrom, type Random } from './random.js';

export interface Family {
  readonly parties: number;
  readonly positions: number;
  readonly terms: number;
  /** How many in a hundred positions do not hold of the deal that all others were drawn around. @defaultValue `12` */
  readonly apart?: number;
  readonly seed?: number;
}

/** A term, and what it is in the imagined deal. */
type Imagined =
  | { readonly id: string; readonly kind: 'quantity'; readonly most: number; readonly at: readonly number[] }
  | { readonly id: string; readonly kind: 'divided'; readonly most: number; readonly parts: readonly number[] }
  | { readonly id: string; readonly kind: 'flag'; readonly at: boolean }
  | { readonly id: string; readonly kind: 'choice'; readonly options: readonly string[]; readonly at: number };

const PHASES = 2;

/** One scenario of a family, the same from the same seed. */
export function familyMember({ parties, positions, terms, apart = 12, seed = 1 }: Family): Scenario {
  const random = randomFrom(seed * 7919 + parties * 101 + positions * 13 + terms);
  const imagined = Array.from({ length: terms }, (_, i) => imagine(random, `term-${i + 1}`));
  const names = Array.from({ length: parties }, (_, i) => `party-${i + 1}`);
  const held = Array.from({ length: positions }, (_, i) => {
    const condition = drawn(random, imagined, random.below(100) >= apart, 2);
    const position = { party: names[i % parties], rigidity: random.below(5) === 0 ? 'red line' : 'demand', condition };
    return [`position-${String(i + 1).padStart(3, '0')}`, position] as const;
  });
  const checked = checkScenario({
    id: `family-${parties}-${positions}-${terms}-${apart}-${seed}`,
    parties: Object.fromEntries(names.map((name) => [name, {}])),
    space: { phases: { least: PHASES, most: PHASES }, days: 360 },
    terms: Object.fromEntries(imagined.map((term) => [term.id, draftOf(term)])),
    positions: Object.fromEntries(held),
  });
  if (!checked.ok) throw new Error(checked.faults[0]?.message);
  return checked.value;
}

function imagine(random: Random, id: string): Imagined {
  const kind = random.below(10);
  if (kind < 6) {
    const most = random.one([10, 50, 100, 300, 1000]);
    const at = kind < 2 ? [random.below(most / 2), random.below(most / 2)] : [random.below(most + 1)];
    return { id, kind: 'quantity', most, at };
  }
  if (kind < 7) {
    const most = random.one([50, 200, 1000]);
    return { id, kind: 'divided', most, parts: [random.below(most / 2), random.below(most / 2)] };
  }
  if (kind < 8) return { id, kind: 'flag', at: random.below(2) === 1 };
  const options = ['one', 'two', 'three', 'four', 'five'].slice(0, 3 + random.below(3));
  return { id, kind: 'choice', options, at: random.below(options.length) };
}

function draftOf(term: Imagined): object {
  switch (term.kind) {
    case 'quantity':
      return {
        kind: 'quantity',
        unit: 'units',
        bounds: { most: term.most },
        scope: term.at.length > 1 ? 'phase' : 'deal',
      };
    case 'divided':
      return {
        kind: 'quantity',
        unit: 'units',
        bounds: { most: term.most },
        categories: { men: 'men', women: 'women' },
        overlap: false,
        complete: true,
      };
    case 'flag':
      return { kind: 'flag', label: term.id };
    case 'choice':
      return {
        kind: 'choice',
        ordered: true,
        options: Object.fromEntries(term.options.map((o) => [o, `${o} of ${term.id}`])),
      };
  }
}

/** A condition that holds of the imagined deal, or one that does not. */
function drawn(random: Random, terms: readonly Imagined[], holds: boolean, depth: number): Condition {
  const form = depth === 0 ? 9 : random.below(10);
  const part = (so: boolean) => drawn(random, terms, so, depth - 1);
  if (form === 0) return { kind: 'all', of: [part(holds), part(true)] };
  if (form === 1) return { kind: 'any', of: [part(holds), part(false), part(false)] };
  if (form === 2) return { kind: 'not', of: part(!holds) };
  if (form === 3) return { kind: 'ifThen', if: part(true), then: part(holds) };
  if (form === 4) return sumOf(random, terms, holds);
  const term = random.one(terms);
  switch (term.kind) {
    case 'quantity':
      if (term.at.length > 1) return figureIn(random, term, holds);
      return compared(random, { of: term.id }, term.at[0] ?? 0, term.most, holds);
    case 'divided':
      return random.below(2) === 0
        ? compared(random, { of: `${term.id}/men` }, term.parts[0] ?? 0, term.most, holds)
        : compared(random, { of: term.id }, total(term.parts), term.most, holds);
    case 'flag':
      return { kind: 'flag', of: term.id, is: term.at === holds };
    case 'choice': {
      const other = random.one(term.options.filter((_, i) => i !== term.at));
      return { kind: 'choice', of: term.id, is: holds ? [term.options[term.at] ?? '', other] : [other] };
    }
  }
}

function figureIn(random: Random, term: Extract<Imagined, { kind: 'quantity' }>, holds: boolean): Condition {
  const phase = random.below(3);
  const scope = phase === 0 ? 'total' : phase;
  const at = phase === 0 ? total(term.at) : (term.at[phase - 1] ?? 0);
  return compared(random, { of: term.id, in: scope }, at, term.most, holds);
}

/** A sum of two or three terms against a line. */
function sumOf(random: Random, terms: readonly Imagined[], holds: boolean): Condition {
  const figures = terms.flatMap((term) => (term.kind === 'quantity' && term.at.length === 1 ? [term] : []));
  const count = 2 + random.below(2);
  const from = random.below(Math.max(1, figures.length - count));
  const [first, ...others] = figures.slice(from, from + count);
  if (!first) return { kind: 'all', of: [] };
  const times = others.map(() => 1 + random.below(3));
  const at = (first.at[0] ?? 0) + others.reduce((sum, term, i) => sum + (times[i] ?? 1) * (term.at[0] ?? 0), 0);
  const most = first.most + others.reduce((sum, term, i) => sum + (times[i] ?? 1) * term.most, 0);
  const plus = others.map((term, i) => ({ of: term.id, times: times[i] ?? 1 }));
  return compared(random, { of: first.id, plus }, at, most, holds);
}

type Compared = Omit<Extract<Condition, { kind: 'compare' }>, 'kind' | 'op' | 'line'>;

/** At least or at most some figure, which what is imagined keeps to by a margin, or misses by one. */
function compared(random: Random, of: Compared, at: number, most: number, holds: boolean): Condition {
  const margin = random.below(Math.max(1, Math.floor(most / 5)));
  const isUpper = at + 1 > most || (at > 0 && random.below(2) === 0);
  if (holds) {
    return isUpper
      ? { kind: 'compare', ...of, op: '<=', line: Math.min(most, at + margin) }
      : { kind: 'compare', ...of, op: '>=', line: Math.max(0, at - margin) };
  }
  return isUpper
    ? { kind: 'compare', ...of, op: '<=', line: Math.max(0, at - 1 - margin) }
    : { kind: 'compare', ...of, op: '>=', line: Math.min(most, at + 1 + margin) };
}

function total(figures: readonly number[]): number {
  return figures.reduce((a, b) => a + b, 0);
}
