import { amend, type Amendment, type WritableOffer } from '../offers/amend.js';
import type { Offer } from '../offers/offer.js';
import { clausesOf, exactLength, exactValue } from '../offers/clauses.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import type { Field } from '../evidence/field.js';
import type { Amount, AmountDraft } from '../terms/amount.js';
import { PHASES, type Layout, type Point } from '../terms/layout.js';
import type { Length, LengthDraft } from '../terms/length.js';
import { splitPath } from '../terms/term.js';
import type { Value, ValueDraft } from '../terms/value.js';
import type { Filling } from './filling.js';
import type { Unknown, Values } from './program.js';
import type { Stated } from './stated.js';

/** What is written into an offer to make a bridge of it. */
export interface Written {
  readonly values: Values;
  /** What it states and the deal contradicts: it becomes what the deal has. */
  readonly changed: readonly Stated[];
  readonly fillings: readonly Filling[];
  /** What is left of each unknown where only that is written which has to change. */
  readonly ends: readonly Unknown[];
}

/** An offer amended so that what has to change is as in the deal, and what has to be said besides is said. */
export function writeBridge(scenario: Scenario, offer: Offer, written: Written, id: string): Amendment {
  const { values, changed, fillings, ends } = written;
  const text = whollyWritten(scenario, offer, written);
  const layout = layoutOf(scenario);
  return amend(
    offer,
    (draft) => {
      if (changed.some((one) => one.path === PHASES)) writePhases(draft, values[PHASES] ?? 1);
      for (const { of, phase } of changed) {
        if (of === 'length') writeLength(draft, phase, exactLength(layout, pointAt(layout, values), phase));
        else if (of !== PHASES) writeClause(draft, of, phase, valueAt(scenario, values, of, phase));
      }
      for (const { path, phase } of text) writeClause(draft, path, phase, valueAt(scenario, values, path, phase));
      for (const filling of fillings) writeFilling(draft, withEnds(offer, filling, ends));
    },
    { id, label: `${offer.label}, bridged` },
  );
}

/** In a text known in full, plain absence says something: where a term is touched, or a phase added, it is written out whole. */
function whollyWritten(scenario: Scenario, offer: Offer, { values, changed }: Written) {
  if (offer.known !== 'full') return [];
  const touched = changed.map((one) => one.term);
  const before = Math.max(1, offer.phases.length);
  return clausesOf(scenario).filter(
    ({ id, phase }) => (phase ?? 0) <= (values[PHASES] ?? 0) && (touched.includes(id) || (phase ?? 0) > before),
  );
}

function valueAt(scenario: Scenario, values: Values, path: string, phase: number | undefined): ValueDraft {
  const layout = layoutOf(scenario);
  const { term: id } = splitPath(path);
  const term = scenario.terms[id];
  if (!term) throw new RangeError(`There is no term '${id}'.`);
  return exactValue(layout, pointAt(layout, values), { id, path, phase, term });
}

function pointAt({ variables }: Layout, values: Values): Point {
  return variables.map(({ name }) => values[name] ?? 0);
}

function writePhases(draft: WritableOffer, n: number): void {
  draft.phases.splice(n);
  if (draft.known === 'full' && draft.phaseCount === undefined) {
    while (draft.phases.length < n) draft.phases.push({ terms: {} });
  } else draft.phaseCount = n;
}

function phaseIn(draft: WritableOffer, phase: number) {
  while (draft.phases.length < phase) draft.phases.push({ terms: {} });
  return draft.phases[phase - 1];
}

function writeLength(draft: WritableOffer, phase: number | undefined, length: LengthDraft): void {
  const into = phase === undefined ? draft : phaseIn(draft, phase);
  if (into) into.length = length;
}

function writeClause(draft: WritableOffer, path: string, phase: number | undefined, value: ValueDraft): void {
  // What a phase that is no longer there had to say goes with it.
  const count = typeof draft.phaseCount === 'number' ? draft.phaseCount : Infinity;
  if (phase !== undefined && phase > count) return;
  const into = phase === undefined ? draft : phaseIn(draft, phase);
  if (into) into.terms[path] = value;
}

/** What is filled in, with both ends where the offer stated a figure there: neither may be lost. */
function withEnds(offer: Offer, filling: Filling, ends: readonly Unknown[]): Filling {
  const end = ends.find(({ name }) => name === filling.place.figure?.name);
  return end && fieldAt(offer, filling.place.path) ? { least: end.least, most: end.most, ...filling } : filling;
}

/** What an offer says at a place. */
export function fieldAt(offer: Offer, path: string): Field<Value | Length | Amount> | undefined {
  const inPhase = /^phases\.(\d+)\.(.*)$/.exec(path);
  const [of, phase] = inPhase ? [inPhase[2] ?? '', offer.phases[Number(inPhase[1]) - 1]] : [path, offer];
  if (path === PHASES) return offer.phaseCount;
  if (of === 'length') return phase?.length;
  return phase && Object.hasOwn(phase.terms, of) ? phase.terms[of] : undefined;
}

function writeFilling(draft: WritableOffer, filling: Filling): void {
  const { path, phase, figure } = filling.place;
  const of = phase === undefined ? path : path.slice(`phases.${phase}.`.length);
  if (!figure) {
    const found = filling.found ?? [];
    const options = found.filter((one) => typeof one === 'string');
    const [first] = found;
    if (options.length > 0) writeClause(draft, of, phase, { oneOf: options });
    else if (first !== undefined && found.length === 1) writeClause(draft, of, phase, first);
    return;
  }
  const amount = amountOf(filling, figure.unit);
  if (amount === undefined) return;
  if (path === PHASES) draft.phaseCount = amount;
  else if (of === 'length') writeLength(draft, phase, lengthOf(filling, amount));
  else writeClause(draft, of, phase, amount);
}

/** A length that is filled in: as it is worded, or in days. */
function lengthOf({ months, least }: Filling, amount: AmountDraft): LengthDraft {
  if (months === undefined) return { length: amount, unit: 'days' };
  return { length: months, unit: 'months', ...(least !== undefined && { days: least }) };
}

/** The figures that are filled in, in words. */
function amountOf({ least, most }: Filling, unit: (n: number) => number): AmountDraft | undefined {
  const [from, to] = [least, most].map((n) => (n === undefined ? undefined : unit(n)));
  if (from !== undefined && to !== undefined) return from === to ? from : { wording: 'between', from, to };
  if (from !== undefined) return { wording: 'at least', n: from };
  return to === undefined ? undefined : { wording: 'at most', n: to };
}
