import type { Arbitrary } from 'fast-check';
import type { Condition, Simple } from '../positions/condition.js';
import type { Addend } from '../positions/sum-against-line.js';
import type { Compare } from '../positions/kinds/compare.js';
import { RANK_OPS } from '../positions/kinds/rank.js';
import { OPS } from '../positions/op.js';
import type { Scenario } from '../scenario/scenario.js';
import {
  about,
  all,
  atLeast,
  between,
  exactly,
  halfOf,
  lessThan,
  moreThan,
  remaining,
  shareOf,
  some,
  upTo,
  type Amount,
  type AmountDraft,
  type Base,
} from '../terms/amount.js';
import { isPoint } from '../base/span.js';
import { reachOf } from '../terms/amount-span.js';
import { fromSteps, inSteps } from '../terms/decimal.js';
import { LENGTH_UNITS } from '../terms/length.js';
import type { Scope } from '../terms/scope.js';
import { pathsOf, quantityAt } from '../terms/term.js';
import { checkOptions, oneOf, wholeBetween, type OptionChecks } from './bad-options.js';
import { conditionComplexity } from './condition-complexity.js';
import { isSimpler } from './complexity.js';
import { fc } from './fast-check.js';
import { shrinkingBy } from './shrinking-by.js';

/** Which conditions to draw. */
export interface ConditionsConstraints {
  /** How deep conditions may stand inside each other, 20 at most. @defaultValue `2` */
  readonly depth?: number;
  /** `single`: every line is one figure, so that a full offer is never open; `any`: ranges and shares of counts too. @defaultValue `'any'` */
  readonly lines?: 'any' | 'single';
}

const CHECKS: OptionChecks<ConditionsConstraints> = { depth: wholeBetween(0, 20), lines: oneOf('any', 'single') };

/** The terms that conditions may speak of, by what they allow. */
interface Speakable {
  readonly quantities: readonly Addend[];
  readonly flags: readonly { readonly of: string; readonly in?: number }[];
  readonly choices: readonly {
    readonly of: string;
    readonly in?: number;
    readonly options: readonly string[];
    readonly ordered: boolean;
  }[];
  /** What happens in phases. */
  readonly happenings: readonly string[];
}

/**
 * Conditions on the terms of a scenario, of every kind that its terms allow, inside each other too, as a fast-check
 * arbitrary. Lines lie about the bounds of their terms, in the units of these. They shrink towards fewer conditions, with
 * less in them and with smaller figures, the first of these that differs deciding. Throws a `FaultError` with
 * `testing/bad-option` for constraints that cannot be.
 *
 * @example
 * fc.assert(fc.property(conditions(scenario), (condition) => say(condition, scenario).length > 0));
 */
export function conditions(scenario: Scenario, constraints: ConditionsConstraints = {}): Arbitrary<Condition> {
  checkOptions(constraints, CHECKS);
  return shrinkingBy(anyConditions(scenario, constraints), (a, b) =>
    isSimpler(conditionComplexity(a), conditionComplexity(b)),
  );
}

function anyConditions(scenario: Scenario, constraints: ConditionsConstraints): Arbitrary<Condition> {
  const { depth = 2, lines = 'any' } = constraints;
  const one = simple(scenario, lines === 'single');
  let condition: Arbitrary<Condition> = one;
  for (let level = 0; level < depth; level++) condition = around(one, condition);
  return condition;
}

function around(one: Arbitrary<Simple>, part: Arbitrary<Condition>): Arbitrary<Condition> {
  const kind = <const K extends string>(name: K) => fc.constant(name);
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: one },
    { weight: 2, arbitrary: fc.record({ kind: kind('all'), of: fc.array(part, { maxLength: 3, size: 'small' }) }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('any'), of: fc.array(part, { maxLength: 3, size: 'small' }) }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('not'), of: part }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('ifThen'), if: part, then: part }) },
  );
}

function simple(scenario: Scenario, single: boolean): Arbitrary<Simple> {
  const { quantities, flags, choices, happenings } = speakable(scenario);
  const ordered = choices.filter((c) => c.ordered);
  const kinds: Arbitrary<Simple>[] = [lengths(scenario, single)];
  if (quantities.length > 0) kinds.push(compares(scenario, quantities, single), ratios(scenario, quantities));
  if (flags.length > 0) {
    kinds.push(fc.tuple(fc.constantFrom(...flags), fc.boolean()).map(([flag, is]) => ({ kind: 'flag', ...flag, is })));
  }
  if (choices.length > 0) {
    const choice = fc
      .constantFrom(...choices)
      .chain(({ of, in: phase, options }) =>
        fc
          .subarray([...options], { minLength: 1 })
          .map((is): Simple => ({ kind: 'choice', of, ...(phase !== undefined && { in: phase }), is })),
      );
    kinds.push(choice);
  }
  if (ordered.length > 0) {
    const rank = fc
      .constantFrom(...ordered)
      .chain(({ of, in: phase, options }) =>
        fc
          .tuple(fc.constantFrom(...RANK_OPS), fc.constantFrom(...options))
          .map(([op, option]): Simple => ({ kind: 'rank', of, ...(phase !== undefined && { in: phase }), op, option })),
      );
    kinds.push(rank);
  }
  if (happenings.length > 0) {
    const happening = fc.constantFrom(...happenings);
    const phase = fc.integer({ min: 1, max: scenario.space.phases.most });
    kinds.push(
      fc.tuple(happening, phase).map(([of, noLaterThan]) => ({ kind: 'begins', of, noLaterThan })),
      fc.tuple(happening, happening).map(([first, then]) => ({ kind: 'before', first, then })),
    );
  }
  return fc.oneof({ withCrossShrink: true }, ...kinds);
}

function compares(scenario: Scenario, quantities: readonly Addend[], single: boolean): Arbitrary<Compare> {
  const times = fc.constantFrom(1, 1, 2, -1, -2, 3);
  const addend = fc.constantFrom(...quantities);
  const further = fc.tuple(addend, times).map(([a, n]): Addend => (n === 1 ? a : { ...a, times: n }));
  return fc
    .tuple(
      addend,
      fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, times),
      fc.array(further, { maxLength: 1, size: 'small' }),
    )
    .chain(([a, n, plus]) =>
      fc.tuple(fc.constantFrom(...OPS), lines(scenario, a.of, quantities, single)).map(([op, line]) => ({
        kind: 'compare',
        ...a,
        ...(n !== 1 && { times: n }),
        ...(plus.length > 0 && { plus }),
        op,
        line,
      })),
    );
}

/** Lines about the bounds of a quantity. */
function lines(
  scenario: Scenario,
  path: string,
  quantities: readonly Addend[],
  single: boolean,
): Arbitrary<AmountDraft> {
  const { step, bounds } = quantityAt(scenario.terms, path);
  const least = inSteps(bounds.least, step);
  const most = bounds.most === undefined ? least + 20 : inSteps(bounds.most, step);
  const onStep = fc.integer({ min: least - 1, max: most + 1 }).map((steps) => fromSteps(steps, step));
  const halfSteps = fc.integer({ min: 2 * least - 1, max: 2 * most + 1 }).map((halves) => fromSteps(halves, step / 2));
  const figure = fc.oneof({ weight: 7, arbitrary: onStep }, { weight: 1, arbitrary: halfSteps });
  const range = fc.tuple(figure, figure).map(([a, b]) => between(Math.min(a, b), Math.max(a, b)));
  const tolerant = fc.tuple(figure, fc.nat({ max: 4 })).map(([n, half]) => about(n, fromSteps(half, step / 2)));
  const bases: Base[] = quantities.map(({ of, in: scope }) => ({
    quantity: of,
    ...(scope !== undefined && { in: scope }),
  }));
  const counts: Base[] = Object.entries(scenario.counts).flatMap(([id, { figure: known }]): Base[] => {
    const isSingle = known && !('readings' in known) && isPoint(reachOf(known.value, 1));
    return single && !isSingle ? [] : [{ count: id }, { count: id }];
  });
  const exact: Arbitrary<AmountDraft> = fc.oneof(
    figure,
    figure.map(exactly),
    figure.map((n) => about(n)),
  );
  const share = shares(fc.constantFrom(...bases, ...counts));
  if (single) return fc.oneof({ weight: 4, arbitrary: exact }, { weight: 1, arbitrary: share });
  const loose: Arbitrary<Amount> = fc.oneof(
    range,
    tolerant,
    fc.tuple(figure, fc.constantFrom(atLeast, moreThan, upTo, lessThan)).map(([n, worded]) => worded(n)),
    fc.constantFrom<Amount>(some(), all(), halfOf()),
  );
  return fc.oneof({ weight: 6, arbitrary: exact }, { weight: 2, arbitrary: share }, { weight: 2, arbitrary: loose });
}

function shares(base: Arbitrary<Base>): Arbitrary<Amount> {
  return fc.tuple(base, fc.constantFrom('all', 'remaining', 'half', 'third', 'most')).map(([of, word]): Amount => {
    switch (word) {
      case 'all':
        return all(of);
      case 'remaining':
        return remaining(of);
      case 'half':
        return halfOf(of);
      case 'third':
        return shareOf(1, 3, of);
      case 'most':
        return shareOf(3, 4, of);
    }
  });
}

function ratios(scenario: Scenario, quantities: readonly Addend[]): Arbitrary<Simple> {
  const line = fc.constantFrom(0, 0.5, 1, 1.5, 2, 3);
  return fc.constantFrom(...quantities).chain(({ of, in: scope }) => {
    // Both sides stand in the same scope: a quantity settled for the whole deal goes with totals only.
    const others = quantities.filter((q) => JSON.stringify(q.in) === JSON.stringify(scope));
    return fc.tuple(fc.constantFrom(...others), fc.constantFrom(...OPS), line).map(([per, op, n]): Simple => ({
      kind: 'ratio',
      of,
      per: per.of,
      ...(scope !== undefined && { in: scope }),
      op,
      line: n,
    }));
  });
}

function lengths({ space }: Scenario, single: boolean): Arbitrary<Simple> {
  const scope = fc.constantFrom(...scopesOf(space.phases.most));
  const days = space.days ?? 60;
  // A calendar month is 28 to 31 days, so a line in months is no single figure for an offer worded in days.
  const unit = fc.constantFrom(
    ...LENGTH_UNITS.filter((u) => u === 'days' || (u === 'weeks' && days >= 6) || (!single && days >= 27)),
  );
  return fc.tuple(scope, unit, fc.constantFrom(...OPS)).chain(([inScope, worded, op]) => {
    const figure = fc.nat({ max: Math.ceil(days / { days: 1, weeks: 7, months: 30 }[worded]) + 1 });
    const exact: Arbitrary<AmountDraft> = fc.oneof(
      figure,
      figure.map(exactly),
      figure.map((n) => about(n)),
    );
    const loose = fc.oneof(
      fc.tuple(figure, figure).map(([a, b]): Amount => between(Math.min(a, b), Math.max(a, b))),
      // Nothing is less than 0 long.
      fc
        .tuple(figure, fc.constantFrom(atLeast, moreThan, lessThan))
        .map(([n, by]): Amount => by(by === lessThan ? n + 1 : n)),
      fc.tuple(figure, fc.nat({ max: 4 })).map(([n, give]): Amount => about(n, give / 2)),
    );
    const line: Arbitrary<AmountDraft> = single
      ? exact
      : fc.oneof({ weight: 4, arbitrary: exact }, { weight: 1, arbitrary: loose });
    return line.map((n): Simple => ({
      kind: 'length',
      ...(inScope !== undefined && { in: inScope }),
      op,
      line: n,
      unit: worded,
    }));
  });
}

function scopesOf(phases: number): readonly (Scope | undefined)[] {
  const each = Array.from({ length: phases }, (_, i) => i + 1);
  return [undefined, 'total', ...each, ...each.map((phase) => ({ upTo: phase }))];
}

function speakable({ terms, space }: Scenario): Speakable {
  const quantities: Addend[] = [];
  const flags: { of: string; in?: number }[] = [];
  const choices: Speakable['choices'][number][] = [];
  const happenings: string[] = [];
  const phases = Array.from({ length: space.phases.most }, (_, i) => i + 1);
  for (const [id, term] of Object.entries(terms)) {
    const places = term.scope === 'deal' ? [{ of: id }] : phases.map((phase) => ({ of: id, in: phase }));
    switch (term.kind) {
      case 'quantity':
        for (const of of pathsOf(id, term)) {
          const scopes = term.scope === 'deal' ? [undefined, 'total' as const] : scopesOf(space.phases.most);
          quantities.push(...scopes.map((scope) => ({ of, ...(scope !== undefined && { in: scope }) })));
          if (term.scope === 'phase') happenings.push(of);
        }
        break;
      case 'flag':
        flags.push(...places);
        if (term.scope === 'phase') happenings.push(id);
        break;
      case 'choice':
        choices.push(
          ...places.map((place) => ({ ...place, options: Object.keys(term.options), ordered: term.ordered })),
        );
        break;
    }
  }
  return { quantities, flags, choices, happenings };
}
