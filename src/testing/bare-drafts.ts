import type { Arbitrary } from 'fast-check';
import type { LooseDraft, SpaceDraft } from '../scenario/draft.js';
import type { QuantityDraft, TermDraft } from '../scenario/term-draft.js';
import { about, atLeast, between, exactly, type Amount } from '../terms/amount.js';
import { fromSteps } from '../terms/decimal.js';
import { fc } from './fast-check.js';
import { labels } from './labels.js';
import { PARTIES, PLAIN_IDS, type ScenariosConstraints } from './scenarios-constraints.js';

/** Ids that would be misread where a record's inherited keys, or a variable's name, were taken for a term's. */
const AWKWARD_IDS = ['phase-1', 'count', 'total', 'constructor', 'toString', 'a.b-c_d', 'length-2'];

/** Drafts of what is negotiated, and by whom: scenarios without positions. */
export function bareDrafts(limits: Required<ScenariosConstraints>): Arbitrary<LooseDraft> {
  const awkward = limits.labels === 'awkward';
  const ids = (most: number) =>
    fc.uniqueArray(fc.constantFrom(...PLAIN_IDS, ...(awkward ? AWKWARD_IDS : [])), {
      minLength: 1,
      maxLength: most,
      size: 'small',
    });
  return spaces(limits).chain((space) =>
    ids(limits.terms).chain((terms) =>
      fc
        .record({
          parties: fc.integer({ min: 1, max: limits.parties }),
          terms: fc.tuple(...terms.map(() => term(limits))),
          labels: labels(terms.length + 2, awkward),
          count: fc.option(countFigures(), { freq: 2 }),
        })
        .map((drawn): LooseDraft => {
          const [countLabel = '', ...termLabels] = drawn.labels;
          return {
            id: 'drawn',
            parties: Object.fromEntries(PARTIES.slice(0, drawn.parties).map((id) => [id, {}])),
            terms: Object.fromEntries(
              drawn.terms.map((t, i) => [terms[i] ?? '', { ...t, label: termLabels[i] ?? '' }]),
            ),
            counts: drawn.count === null ? {} : { held: { label: countLabel, ...drawn.count } },
            exchange: exchangeOf(terms, drawn.terms),
            space,
            positions: {},
          };
        }),
    ),
  );
}

function spaces({ phases, bounded }: Required<ScenariosConstraints>): Arbitrary<SpaceDraft> {
  return fc.tuple(fc.integer({ min: 1, max: phases }), fc.integer({ min: 1, max: phases })).chain(([a, b]) => {
    const [least, most] = [Math.min(a, b), Math.max(a, b)];
    // Long enough for weeks now and then, and for months where there are few phases to spread them over.
    const days = fc.oneof(
      fc.nat({ max: 4 }),
      fc.constantFrom(7, 14),
      fc.constantFrom(...(most <= 2 ? [31, 62] : [14])),
    );
    const limited = days.map((most): SpaceDraft => ({ phases: { least, most: Math.max(a, b) }, days: most }));
    return bounded ? limited : fc.oneof(limited, fc.constant<SpaceDraft>({ phases: { least, most } }));
  });
}

function term(limits: Required<ScenariosConstraints>): Arbitrary<TermDraft> {
  const scope = fc.constantFrom('deal', 'phase');
  const flag = fc.record({ kind: fc.constant('flag'), scope, absent: fc.boolean() });
  const choice = fc
    .tuple(
      labels(3, limits.labels === 'awkward'),
      fc.integer({ min: 2, max: 3 }),
      fc.boolean(),
      fc.nat({ max: 3 }),
      scope,
    )
    .map(([names, count, ordered, absent, settled]): TermDraft => {
      const options = Object.fromEntries(
        ['low', 'middle', 'high'].slice(0, count).map((id, i) => [id, names[i] ?? '']),
      );
      const silent = Object.keys(options)[absent];
      return { kind: 'choice', options, ordered, scope: settled, ...(silent !== undefined && { absent: silent }) };
    });
  return fc.oneof(
    { weight: 3, arbitrary: quantities(limits, scope) },
    { weight: 1, arbitrary: flag },
    { weight: 1, arbitrary: choice },
  );
}

function quantities(
  limits: Required<ScenariosConstraints>,
  scope: Arbitrary<'deal' | 'phase'>,
): Arbitrary<QuantityDraft> {
  const plain = fc
    .record({
      scope,
      step: fc.constantFrom(1, 1, 1, 0.5, 5, 0.1),
      least: fc.constantFrom(0, 0, 0, 1, 2, -2),
      width: fc.nat({ max: limits.steps }),
      absent: fc.nat(),
      open: limits.bounded ? fc.constant(false) : fc.boolean(),
      verb: fc.option(fc.constant('released'), { freq: 4 }),
    })
    .map(({ scope: settled, step, least, width, absent, open, verb }): QuantityDraft => ({
      kind: 'quantity',
      unit: { one: 'tonne', many: 'tonnes' },
      scope: settled,
      step,
      bounds: { least: fromSteps(least, step), ...(!open && { most: fromSteps(least + width, step) }) },
      absent: fromSteps(least + (absent % (width + 1)), step),
      ...(verb !== null && { verb }),
    }));
  const categories = fc
    .tuple(labels(3, limits.labels === 'awkward'), fc.integer({ min: 1, max: 2 }), fc.nat({ max: 3 }))
    .map(([names, count, group]) => {
      const members = ['men', 'women'].slice(0, count);
      const record: Record<string, string | { label: string; of: string[] }> = Object.fromEntries(
        members.map((id, i) => [id, names[i] ?? '']),
      );
      if (group > 0) record['grown'] = { label: names[2] ?? '', of: group === 3 ? members : members.slice(0, 1) };
      return record;
    });
  const overlap = fc.constantFrom(
    { overlap: true, complete: false },
    { overlap: true, complete: true },
    { overlap: false, complete: false },
    { overlap: false, complete: true },
  );
  const divided = fc.tuple(plain, categories, overlap).map(([quantity, parts, how]): QuantityDraft => {
    // What is divided into categories cannot be less than nothing.
    const negative = (quantity.bounds?.least ?? 0) < 0;
    return negative ? quantity : { ...quantity, categories: parts, ...how };
  });
  return fc.oneof(plain, divided);
}

/** What reports say of a count: one figure, a range, two that differ, or no figure at all. */
function countFigures() {
  const n = fc.nat({ max: 8 });
  const amount: Arbitrary<Amount> = fc.oneof(
    { weight: 3, arbitrary: n.map(exactly) },
    { weight: 1, arbitrary: n.map((figure) => about(figure)) },
    { weight: 1, arbitrary: fc.tuple(n, n).map(([a, b]) => between(Math.min(a, b), Math.max(a, b))) },
    { weight: 1, arbitrary: n.map(atLeast) },
  );
  return fc.oneof(
    { weight: 4, arbitrary: amount.map((figure) => ({ figure })) },
    { weight: 1, arbitrary: fc.tuple(amount, amount).map(([a, b]) => ({ figure: { readings: [a, b] } })) },
    { weight: 1, arbitrary: fc.constant({}) },
  );
}

function exchangeOf(ids: readonly string[], terms: readonly TermDraft[]): NonNullable<LooseDraft['exchange']> {
  const [of, per] = ids.filter((_, i) => terms[i]?.kind === 'quantity');
  if (of === undefined || per === undefined) return {};
  // The draft's own types know no ids; a drawn one is any string.
  return { rate: { of, per } } as unknown as NonNullable<LooseDraft['exchange']>;
}
