import { readingsOf, type Field } from '../evidence/field.js';
import type { Deal } from '../offers/deal.js';
import { stepsOf } from '../offers/ledger.js';
import type { Clauses, Offer } from '../offers/offer.js';
import type { Formula } from '../positions/formula.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import type { Amount } from '../terms/amount.js';
import { reachOf } from '../terms/amount-span.js';
import { lengthName, monthsName, PHASES, placeOf, quantityName } from '../terms/layout.js';
import { daysOf, type Length } from '../terms/length.js';
import { splitPath, type Term } from '../terms/term.js';
import { isAmount, isUnsettled, type Value } from '../terms/value.js';
import { figuresWithin, flagWithin, optionsWithin, shareWithin, unlessPhase, type By } from './stated-formulas.js';

/** Something that an offer states, and when a deal agrees with it. */
export interface Stated {
  /** Where it stands: `prisoners`, `phases.1.hostages/women`, `length`, `phases`. */
  readonly path: string;
  /** The term's id, or `length`, or `phases`. */
  readonly term: string;
  /** The path id of what it is said of. */
  readonly of: string;
  readonly phase: number | undefined;
  /** What a movement by one comes to, in the unit of what is stated. */
  readonly unit: number;
  /** The variables that it is stated of. */
  readonly names: readonly string[];
  /** That a deal lies no further from it than so much; without it, that the deal agrees. An ordered choice moves by levels. */
  readonly within: (by?: By) => Formula;
}

/**
 * What an offer states, in the declared order: number of phases, lengths, and then its terms as the scenario has them. Of
 * a field that is reported in several ways, each will do. In a text known in full, plain absence states what it means.
 *
 * @param offer - as it was known by a day, see `offerBy`
 * @param deal - the same offer laid over the offer space
 */
export function statedIn(scenario: Scenario, offer: Offer, deal: Deal): readonly Stated[] {
  const { terms } = scenario;
  const clauses = (fields: Clauses, phase: number | undefined) =>
    Object.entries(fields).flatMap(([path, field]) => clause(scenario, path, phase, readingsOf(field)));
  const said = [
    ...clauses(offer.terms, undefined),
    ...offer.phases.flatMap((phase, i) => clauses(phase.terms, i + 1)),
    ...absencesIn(scenario, deal),
  ];
  const order = Object.keys(terms);
  const placeOf = ({ of }: Stated) => order.indexOf(splitPath(of).term);
  return [
    ...phasesStated(scenario, offer),
    ...lengthStated(offer.length, undefined, deal),
    ...offer.phases.flatMap((phase, i) => lengthStated(phase.length, i + 1, deal)),
    ...said.sort((a, b) => placeOf(a) - placeOf(b) || (a.phase ?? 0) - (b.phase ?? 0) || inText(a, b)),
  ];
}

function inText(a: Stated, b: Stated): number {
  return a.of === b.of ? 0 : a.of < b.of ? -1 : 1;
}

function phasesStated({ space }: Scenario, { known, phases, phaseCount }: Offer): readonly Stated[] {
  const listed = phases.length;
  const exactly = known === 'full' && !phaseCount;
  if (listed === 0 && !phaseCount && !exactly) return [];
  const said = phaseCount ? readingsOf(phaseCount).map((reading) => reachOf(reading.value, 1)) : [];
  const n = listed > 0 ? listed : space.phases.least;
  const reaches = exactly
    ? [{ least: n, most: n }]
    : (said.length > 0 ? said : [{ least: 0, most: Infinity }]).map(({ least, most }) => ({
        least: Math.max(least, listed),
        most,
      }));
  const within = (by?: By) => figuresWithin(PHASES, reaches, by);
  return [{ path: PHASES, term: PHASES, of: PHASES, phase: undefined, unit: 1, names: [PHASES], within }];
}

/** How long something lasts, and how that is worded: to word it in other units is to move it by one. */
function lengthStated(
  field: Field<Length> | undefined,
  phase: number | undefined,
  { layout, bounds }: Deal,
): readonly Stated[] {
  if (!field) return [];
  const name = lengthName(phase);
  const reaches = readingsOf(field).map((reading) => daysOf(reading.value));
  const path = pathOf('length', phase);
  const wordings = layout.months.map((months) => monthsName(months, phase));
  const within = (by?: By) => figuresWithin(name, reaches, by);
  const worded = (by?: By): Formula => ({
    kind: 'and',
    of: wordings.map((wording) => {
      const place = placeOf(layout, wording);
      return figuresWithin(wording, [{ least: bounds.least[place] ?? 0, most: bounds.most[place] ?? 1 }], by);
    }),
  });
  const about = { path, term: 'length', of: 'length', phase, unit: 1 };
  return [
    { ...about, names: [name], within },
    ...(wordings.length > 0 ? [{ ...about, names: wordings, within: worded }] : []),
  ];
}

/** Where something stands in an offer. */
export function pathOf(of: string, phase: number | undefined): string {
  return phase === undefined ? of : `phases.${phase}.${of}`;
}

function clause(
  scenario: Scenario,
  of: string,
  phase: number | undefined,
  readings: readonly { readonly value: Value }[],
): readonly Stated[] {
  const { term: id } = splitPath(of);
  const term = scenario.terms[id];
  const values = readings.map((reading) => reading.value);
  // Mentioned and not settled, it may be anything.
  if (!term || values.length === 0 || values.some(isUnsettled)) return [];
  const made = withinOf(scenario, term, of, phase, values);
  const unit = term.kind === 'quantity' ? term.step : 1;
  return [{ path: pathOf(of, phase), term: id, of, phase, unit, ...made }];
}

function withinOf(
  scenario: Scenario,
  term: Term,
  of: string,
  phase: number | undefined,
  values: readonly Value[],
): Pick<Stated, 'names' | 'within'> {
  switch (term.kind) {
    case 'quantity': {
      const name = quantityName(of, phase);
      const setting = settingOf(scenario);
      const amounts: readonly Amount[] = values.filter(isAmount);
      const ways = amounts.map(
        (amount) => (by?: By) =>
          shareWithin(setting, name, term.step, amount, by) ?? figuresWithin(name, [stepsOf(amount, term.step)], by),
      );
      return { names: [name], within: (by) => ({ kind: 'or', of: ways.map((way) => way(by)) }) };
    }
    case 'flag': {
      const bits = values.map(Number);
      return flagWithin(of, phase, bits);
    }
    case 'choice': {
      const possible = values.flatMap((value) => (typeof value === 'object' && 'oneOf' in value ? value.oneOf : []));
      return optionsWithin(term, of, phase, possible);
    }
  }
}

/** What a text known in full states by saying nothing: of a phase, that it is so if there is this phase. */
function absencesIn(scenario: Scenario, { facts }: Deal): readonly Stated[] {
  return facts.flatMap(({ kind, path, value }): readonly Stated[] => {
    if (kind !== 'absence' || path === PHASES || (typeof value === 'object' && 'unit' in value)) return [];
    const inPhase = /^phases\.(\d+)\.(.*)$/.exec(path);
    const [phase, of] = inPhase ? [Number(inPhase[1]), inPhase[2] ?? ''] : [undefined, path];
    return clause(scenario, of, phase, [{ value }]).map((stated) => {
      const isQuantity = scenario.terms[stated.term]?.kind === 'quantity';
      if (phase === undefined || isQuantity) return stated;
      return { ...stated, within: (by?: By) => unlessPhase(phase, stated.within(by)) };
    });
  });
}
