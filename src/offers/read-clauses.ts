import { unique } from '../base/list.js';
import type { Support } from '../base/tighten.js';
import { weakerBasis } from '../evidence/basis.js';
import type { Field } from '../evidence/field.js';
import { shareIn, type Amount, type Share } from '../terms/amount.js';
import { decimalsOf, scaled } from '../terms/decimal.js';
import { countName, flagName, lengthName, optionName, quantityName, quantitySum } from '../terms/layout.js';
import { daysOf, type Length } from '../terms/length.js';
import { quantityAt, splitPath, type Choice, type Quantity } from '../terms/term.js';
import { isAmount, isUnsettled, type Value } from '../terms/value.js';
import { hullOf, stepsOf, type Ledger } from './ledger.js';
import type { Clauses } from './offer.js';

/** What an offer says of its terms: in a phase, or in the whole. */
export function enterClauses(ledger: Ledger, clauses: Clauses, phase: number | undefined): void {
  for (const [path, field] of Object.entries(clauses)) {
    const { term: id } = splitPath(path);
    const term = ledger.setting.terms[id];
    if (!term) continue;
    const { facts, values } = ledger.clause(field, path, phase);
    const vague = values.findIndex(isUnsettled);
    if (vague >= 0) {
      const names =
        term.kind === 'choice'
          ? Object.keys(term.options).map((option) => optionName(id, option, phase))
          : [quantityName(path, phase)]; // or a flag's, which is the same
      for (const name of names) ledger.unsettled.set(ledger.place(name), facts[vague] ?? 0);
    } else if (values.length > 0) {
      if (term.kind === 'quantity') enterQuantity(ledger, term, path, phase, values.filter(isAmount), facts);
      else if (term.kind === 'flag') enterFlag(ledger, flagName(id, phase), values, facts);
      else enterChoice(ledger, term, id, phase, values, facts);
    }
  }
}

function enterQuantity(
  ledger: Ledger,
  term: Quantity,
  path: string,
  phase: number | undefined,
  amounts: readonly Amount[],
  facts: Support,
): void {
  const name = quantityName(path, phase);
  ledger.narrow(name, hullOf(amounts.map((amount) => stepsOf(amount, term.step))), facts);
  const share = amounts.length === 1 && amounts[0] ? shareIn(amounts[0]) : undefined;
  if (share?.of) enterShare(ledger, name, term.step, share, facts);
}

/** Ties a share to its base: the variable is the base's part, rounded down to the step. */
function enterShare(ledger: Ledger, name: string, step: number, share: Share, support: Support): void {
  const { of: base, parts, outOf } = share;
  if (!base) return;
  const baseStep = 'count' in base ? 1 : quantityAt(ledger.setting.terms, base.quantity).step;
  const sum =
    'count' in base
      ? [{ of: ledger.place(countName(base.count)), times: 1 }]
      : quantitySum(ledger.setting.layout, base.quantity, base.in);
  const decimals = Math.max(decimalsOf(step), decimalsOf(baseStep));
  const times = outOf * scaled(step, decimals);
  const baseTimes = parts * scaled(baseStep, decimals);
  const place = ledger.place(name);
  ledger.extraTies.push({
    sum: [...sum.map((m) => ({ of: m.of, times: m.times * baseTimes })), { of: place, times: -times }],
    least: 0,
    most: times - 1,
    support,
  });
  const [only] = sum;
  if (only && sum.length === 1) ledger.shares.set(place, { base: only.of, times, baseTimes, rest: times - 1, support });
}

/** That a flag is one of these. */
export function enterFlag(ledger: Ledger, name: string, values: readonly Value[], facts: Support): void {
  const bits = values.map(Number);
  ledger.narrow(name, { least: Math.min(...bits), most: Math.max(...bits) }, facts);
}

function enterChoice(
  ledger: Ledger,
  term: Choice,
  id: string,
  phase: number | undefined,
  values: readonly Value[],
  facts: Support,
): void {
  const possible = unique(values.flatMap((v) => (typeof v === 'object' && 'oneOf' in v ? v.oneOf : [])));
  for (const option of Object.keys(term.options)) {
    const name = optionName(id, option, phase);
    if (!possible.includes(option)) ledger.narrow(name, { least: 0, most: 0 }, facts);
    else if (possible.length === 1) ledger.narrow(name, { least: 1, most: 1 }, facts);
  }
}

/** How long a phase is, or the whole. */
export function enterLength(ledger: Ledger, field: Field<Length> | undefined, phase: number | undefined): void {
  if (!field) return;
  const { facts, values } = ledger.clause(field, lengthName(), phase);
  if (values.length === 0) return;
  const inDays = values.map(({ unit, days }, i) =>
    unit === 'months' && days === undefined ? daysInferred(ledger, facts[i] ?? 0) : (facts[i] ?? 0),
  );
  inDays.sort((a, b) => a - b); // what is inferred of the first reading comes after the second
  ledger.narrow(lengthName(phase), hullOf(values.map(daysOf)), inDays);
  ledger.lengths.set(phase, { values, facts });
  const [only] = values;
  if (only?.unit === 'months' && values.length === 1) {
    ledger.months.set(ledger.place(lengthName(phase)), { amount: only.length, support: facts });
  }
}

/** A length in calendar months, read as days: what that rests on, besides the report. A week has 7 days by definition. */
function daysInferred(ledger: Ledger, fact: number): number {
  const stated = ledger.facts[fact];
  if (!stated) return fact;
  const reason = 'How many days calendar months have depends on when they start.';
  const because = stated.because === undefined ? reason : `${stated.because} ${reason}`;
  const { kind, path, value, citations } = stated;
  return ledger.fact({ kind, path, value, basis: weakerBasis(stated.basis, 'inferred'), because, citations });
}
