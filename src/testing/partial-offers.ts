import type { Arbitrary } from 'fast-check';
import { deepFreeze } from '../base/freeze.js';
import type { Field } from '../evidence/field.js';
import type { Offer } from '../offers/offer.js';
import { readDeal } from '../offers/read-deal.js';
import { layoutOf, settingOf, type Scenario } from '../scenario/scenario.js';
import type { Base, Share } from '../terms/amount.js';
import { fromSteps, inSteps } from '../terms/decimal.js';
import { countName, flagName, lengthName, optionName, PHASES, quantityName, quantitySum } from '../terms/layout.js';
import type { Length } from '../terms/length.js';
import { pathsOf } from '../terms/term.js';
import type { Scope } from '../terms/scope.js';
import { deferred, onTheAgenda, undisclosed, type Value } from '../terms/value.js';
import { clausesOf, exactLength, noted, offerSaying, valueAt, type Clause } from '../offers/clauses.js';
import { checkOptions, yesOrNo, type OptionChecks } from './bad-options.js';
import { complexityOf, isSimpler } from './complexity.js';
import { printedDeal } from './print/printed-deal.js';
import type { Layout, Point } from '../terms/layout.js';
import { shrinkingBy } from './shrinking-by.js';
import { amountFor, lengthFor, MANNERS, otherAmount, type Manner, type Saying, type Truth } from './wording.js';
import { fc } from './fast-check.js';
import { negotiatedPhases } from './full-offers.js';
import { checkWholeOffer } from './whole-offer.js';

/** What partial offers may say. */
export interface PartialOffersConstraints {
  /** Whether it always says how many phases there are. @defaultValue `false` */
  readonly phaseCount?: boolean;
  /** Whether a total may be reported beside its phases, and a quantity beside its categories. @defaultValue `true` */
  readonly totalsBesideParts?: boolean;
  /** Whether an amount may be worded as a share of something else. @defaultValue `true` */
  readonly shares?: boolean;
  /** Whether reports may differ, so that a field has two readings. @defaultValue `true` */
  readonly readings?: boolean;
}

/** What each of these may be. */
export const PARTIAL_CHECKS: OptionChecks<PartialOffersConstraints> = {
  phaseCount: yesOrNo,
  totalsBesideParts: yesOrNo,
  shares: yesOrNo,
  readings: yesOrNo,
};

/** How often each manner is drawn. */
const WEIGHTS: Readonly<Record<Manner, number>> = {
  silent: 3,
  exactly: 6,
  between: 5,
  'at least': 2,
  'at most': 1,
  'more than': 1,
  'less than': 1,
  'up to': 1,
  about: 2,
  'about, with a tolerance': 1,
  some: 1,
  share: 2,
  unsettled: 1,
  readings: 2,
};

const SHARES = [
  [1, 1],
  [1, 2],
  [1, 3],
  [2, 3],
  [3, 4],
] as const;

/** What is said of a term at all: everything, its totals, its phases; and of a quantity: all of it, the whole, the categories. */
interface Focus {
  readonly scopes: 'all' | 'total' | 'phases';
  readonly paths: 'all' | 'whole' | 'categories';
}

/** Sayings for every place of an offer, and what is said at all. */
interface Blur {
  readonly clauses: readonly Saying[];
  readonly lengths: readonly Saying[];
  readonly phaseCount: Saying;
  readonly listed: number;
  readonly focuses: readonly Focus[];
}

/**
 * What reports might tell of a full offer, as a fast-check arbitrary: partial offers of which it is a completion, checked.
 *
 * The full offer's figures have to be exact, as those of `offers` are: of a range, its lower end is taken. They shrink
 * along `complexityOf`. Throws a `FaultError` with `testing/unfit-offer` for what is no offer of the scenario, and with
 * `testing/bad-option` for constraints that cannot be.
 *
 * @example
 * const told = offers(scenario, { known: 'full' }).chain((full) => partialOffersOf(scenario, full));
 * fc.assert(fc.property(told, (offer) => offer.known === 'partial'));
 */
export function partialOffersOf(
  scenario: Scenario,
  full: Offer,
  constraints: PartialOffersConstraints = {},
): Arbitrary<Offer> {
  checkOptions(constraints, PARTIAL_CHECKS);
  checkWholeOffer(scenario, full, ['offer']);
  const { bounds } = readDeal(settingOf(scenario), full);
  return partialOffersAt(scenario, fc.constant(bounds.least), constraints);
}

/** Partial offers of which the point is a completion: each tells less of it. */
export function partialOffersAt(
  scenario: Scenario,
  points: Arbitrary<Point>,
  constraints: PartialOffersConstraints,
): Arbitrary<Offer> {
  const any = fc
    .tuple(points, blurs(scenario, constraints), negotiatedPhases(scenario))
    .map(([point, blur, phases]) =>
      deepFreeze(printedDeal(scenario, blurred(scenario, point, blur, phases, constraints))),
    );
  return shrinkingBy(any, (a, b) => isSimpler(complexityOf(scenario, a), complexityOf(scenario, b)));
}

function blurs(
  scenario: Scenario,
  { totalsBesideParts = true, shares = true, readings = true }: PartialOffersConstraints,
) {
  const manners = MANNERS.filter((m) => (shares || m !== 'share') && (readings || m !== 'readings'));
  const sixteenth = fc.nat({ max: 16 });
  const saying: Arbitrary<Saying> = fc.record({
    manner: fc.oneof(
      { withCrossShrink: true },
      ...manners.map((m) => ({ weight: WEIGHTS[m], arbitrary: fc.constant(m) })),
    ),
    below: sixteenth,
    above: sixteenth,
    draw: fc.nat(),
  });
  const many = <T>(one: Arbitrary<T>, length: number) => fc.array(one, { minLength: length, maxLength: length });
  const focus: Arbitrary<Focus> = fc.record({
    scopes: totalsBesideParts ? fc.constantFrom('total', 'phases', 'all', 'all') : fc.constantFrom('total', 'phases'),
    paths: totalsBesideParts
      ? fc.constantFrom('whole', 'all', 'all', 'categories')
      : fc.constantFrom('whole', 'categories'),
  });
  return fc.record({
    clauses: many(saying, clausesOf(scenario).length),
    lengths: many(saying, scenario.space.phases.most + 1),
    phaseCount: saying,
    listed: fc.nat(),
    focuses: many(focus, Object.keys(scenario.terms).length + 1),
  });
}

function blurred(
  scenario: Scenario,
  point: Point,
  blur: Blur,
  negotiated: readonly boolean[],
  { phaseCount = false, totalsBesideParts = true, shares = true }: PartialOffersConstraints,
): Offer {
  const layout = layoutOf(scenario);
  const { least, most } = scenario.space.phases;
  const phases = valueAt(layout, point, PHASES);
  const ids = Object.keys(scenario.terms);
  const lengthFocus = blur.focuses[ids.length];
  const places = new Map(clausesOf(scenario).map((clause, i) => [nameOf(clause), blur.clauses[i]]));
  const count = { is: phases, least, most, step: 1, shares: [] };
  const counted: Field<ReturnType<typeof amountFor>> | undefined = phaseCount
    ? noted(amountFor({ ...blur.phaseCount, manner: 'exactly' }, count))
    : fieldOf(
        blur.phaseCount,
        () => amountFor(blur.phaseCount, count),
        () => otherAmount(blur.phaseCount, count),
      );
  return offerSaying(scenario, {
    known: 'partial',
    phaseCount: counted,
    negotiated: (phase) => negotiated[phase - 1] === true,
    phases: blur.listed % (phases + 1),
    length: (phase) => {
      const saying = blur.lengths[phase ?? 0];
      if (!saying || !inFocus(lengthFocus, phase, false)) return undefined;
      const days = valueAt(layout, point, lengthName(phase));
      const truth = { is: days, least: 0, most: scenario.space.days ?? days + 31, step: 1, shares: [] };
      return fieldOf(
        saying,
        () => wordedAs(exactLength(layout, point, phase), lengthFor(inUnits(saying, layout), truth)),
        () => ({ length: otherAmount(saying, truth), unit: 'days' }),
      );
    },
    clause: (clause) => {
      const saying = places.get(nameOf(clause));
      const focus = blur.focuses[ids.indexOf(clause.id)];
      if (!saying) return undefined;
      const hasPhases = clause.term.scope === 'phase' && clause.term.kind === 'quantity';
      const hasCategories = clause.term.kind === 'quantity' && Object.keys(clause.term.categories).length > 0;
      if (hasPhases && !inFocus(focus, clause.phase, false)) return undefined;
      if (hasCategories && !rightPath(clause, focus, totalsBesideParts)) return undefined;
      return clauseField(scenario, point, clause, saying, shares);
    },
  });
}

/** Where wordings in months are told apart, what is not so worded is not said to be. */
function inUnits(saying: Saying, { months }: Layout): Saying {
  return months.length > 0 && saying.draw % 4 === 1 ? { ...saying, draw: saying.draw - 1 } : saying;
}

/** A length as it is worded, unless what is said of it leaves open how it is. */
function wordedAs(worded: Length, said: Length): Length {
  return worded.unit === 'months' && said.length.wording === 'exactly' ? worded : said;
}

function inFocus(focus: Focus | undefined, phase: number | undefined, otherwise: boolean): boolean {
  if (!focus) return otherwise;
  return focus.scopes === 'all' || (focus.scopes === 'phases') === (phase !== undefined);
}

/** Whether the focus is on this quantity or category; where totals stand alone, a group is one and its members its parts. */
function rightPath({ id, path, term }: Clause, focus: Focus | undefined, groups: boolean): boolean {
  if (!focus || focus.paths === 'all') return true;
  if (path === id) return focus.paths === 'whole';
  const isGroup = term.kind === 'quantity' && term.categories[path.slice(id.length + 1)]?.of !== undefined;
  return focus.paths === 'categories' && (groups || !isGroup);
}

function nameOf(clause: Clause): string {
  return quantityName(clause.path, clause.phase);
}

/** A field in the manner wanted: nothing, one value, or two readings of which one holds what is so. */
function fieldOf<T>(saying: Saying, value: () => T, other: () => T): Field<T> | undefined {
  if (saying.manner === 'silent') return undefined;
  if (saying.manner !== 'readings') return noted(value());
  const readings = [noted(value()), noted(other())];
  return { readings: saying.above % 2 === 0 ? readings : readings.reverse() };
}

function clauseField(
  scenario: Scenario,
  point: Point,
  clause: Clause,
  saying: Saying,
  shares: boolean,
): Field<Value> | undefined {
  if (saying.manner === 'unsettled') return noted(unsettled(scenario, saying));
  const layout = layoutOf(scenario);
  const { id, path, phase, term } = clause;
  switch (term.kind) {
    case 'quantity': {
      const { step, bounds } = term;
      const is = valueAt(layout, point, quantityName(path, phase));
      // A phase and a category lie between nothing and what the whole may be.
      const least =
        phase === undefined && path === id ? inSteps(bounds.least, step) : Math.min(0, inSteps(bounds.least, step));
      const most = bounds.most === undefined ? Infinity : Math.max(0, inSteps(bounds.most, step));
      const truth: Truth = {
        is,
        least,
        most: phase === undefined && bounds.most !== undefined ? inSteps(bounds.most, step) : most,
        step,
        shares: [],
      };
      const whole =
        saying.manner === 'share' && shares ? { ...truth, shares: sharesThatFit(scenario, point, is, step) } : truth;
      return fieldOf<Value>(
        saying,
        () => amountFor(saying, whole),
        () => otherAmount(saying, whole),
      );
    }
    case 'flag': {
      const is = valueAt(layout, point, flagName(id, phase)) === 1;
      return fieldOf<Value>(
        saying,
        () => is,
        () => (saying.draw % 2 === 0 ? !is : unsettled(scenario, saying)),
      );
    }
    case 'choice': {
      const options = Object.keys(term.options);
      const is = options.filter((o) => valueAt(layout, point, optionName(id, o, phase)) === 1);
      const others = options.filter((_, i) => ((saying.draw >> i) & 1) === 1);
      const vague = saying.manner !== 'exactly' && saying.manner !== 'readings';
      const oneOf = vague ? options.filter((o) => is.includes(o) || others.includes(o)) : is;
      return fieldOf<Value>(
        saying,
        () => ({ oneOf }),
        () => ({ oneOf: others.length > 0 ? others : is }),
      );
    }
  }
}

function unsettled({ parties }: Scenario, { draw, below }: Saying): Value {
  const readings = Object.keys(parties).map((party) => ({ party, reading: 'its own' }));
  const ambiguous = { unsettled: 'ambiguous', readings } as const;
  return (
    [onTheAgenda(), undisclosed(), deferred(), deferred({ until: 'phase 2' }), ambiguous][(draw + below) % 5] ??
    onTheAgenda()
  );
}

/** The shares that come to this figure at this point: of nothing in particular, of counts, of quantities. */
function sharesThatFit(scenario: Scenario, point: Point, is: number, step: number): Truth['shares'] {
  const layout = layoutOf(scenario);
  const fitting = (of: Base, base: number): readonly Share[] =>
    SHARES.filter(([parts, outOf]) => Math.floor(inSteps((parts * base) / outOf, step)) === is).map(
      ([parts, outOf]) => ({
        parts,
        outOf,
        of,
      }),
    );
  const ofCounts = Object.keys(scenario.counts).flatMap((id) =>
    fitting({ count: id }, valueAt(layout, point, countName(id))),
  );
  const ofQuantities = Object.entries(scenario.terms).flatMap(([id, term]) => {
    if (term.kind !== 'quantity') return [];
    const scopes: (Scope | undefined)[] = term.scope === 'deal' ? [undefined] : [undefined, 'total'];
    for (let phase = 1; term.scope === 'phase' && phase <= layout.phases; phase++) scopes.push(phase, { upTo: phase });
    return pathsOf(id, term).flatMap((quantity) =>
      scopes.flatMap((scope) => {
        const steps = quantitySum(layout, quantity, scope).reduce((sum, m) => sum + (point[m.of] ?? 0), 0);
        return fitting({ quantity, ...(scope !== undefined && { in: scope }) }, fromSteps(steps, term.step));
      }),
    );
  });
  const ofNothing: readonly Share[] = [
    { parts: 1, outOf: 1 },
    { parts: 1, outOf: 2 },
  ];
  return [ofNothing, ofCounts, ofQuantities].filter((shares) => shares.length > 0);
}
