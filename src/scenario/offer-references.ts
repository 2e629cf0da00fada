import { pushAll } from '../base/list.js';
import { fault, type Fault, type Path } from '../base/fault.js';
import { remembered } from '../base/remembered.js';
import { idsOf } from '../base/ids.js';
import { readingsOf, type Field } from '../evidence/field.js';
import type { Clauses, Offer } from '../offers/offer.js';
import { checkAmount, checkLengthAmount } from '../positions/amount-checks.js';
import { checkTerm, checking, unknownId, type Checked } from '../positions/checks.js';
import { checkOptions } from '../positions/options.js';
import type { Amount } from '../terms/amount.js';
import { figuresIn } from '../terms/amount-span.js';
import { daysOf, type Length } from '../terms/length.js';
import { splitPath, type Term, type Terms } from '../terms/term.js';
import { isAmount, isUnsettled, partiesIn, type Value } from '../terms/value.js';
import type { Scenario } from './scenario.js';
import { textReferenceFaults } from './text-references.js';

type Parties = Scenario['parties'];

/** Every id in an offer that names nothing, and every figure in it that cannot be. */
export function offerReferenceFaults(scenario: Scenario, offer: Offer, top: Path): readonly Fault[] {
  const found: Fault[] = [];
  const where = checking(scenario, top, found);
  const { parties } = scenario;
  for (const side of ['by', 'to'] as const) {
    offer[side]?.value.forEach((id, i) => {
      if (!Object.hasOwn(parties, id))
        found.push(unknownId('party', 'scenario/unknown-party', [...top, side, i], id, idsOf(parties)));
    });
  }
  offer.related.forEach(({ offer: id }, i) => {
    if (Object.hasOwn(scenario.offers, id)) return;
    const path = [...top, 'related', i, 'offer'];
    found.push(unknownId('offer', 'scenario/unknown-offer', path, id, idsOf(scenario.offers)));
  });
  for (const id of Object.keys(offer.barred)) {
    if (Object.hasOwn(scenario.exchange, id)) continue;
    const path = [...top, 'barred', id];
    found.push(unknownId('exchange key', 'scenario/unknown-exchange', path, id, idsOf(scenario.exchange)));
  }
  if (offer.phaseCount) checkPhaseCount(where.in('phaseCount'), offer.phaseCount);
  if (offer.length) checkLengths(where.in('length'), offer.length);
  checkClauses(where.in('terms'), offer.terms, undefined, parties);
  offer.phases.forEach((phase, i) => {
    if (phase.length) checkLengths(where.in('phases', i, 'length'), phase.length);
    checkClauses(where.in('phases', i, 'terms'), phase.terms, i + 1, parties);
  });
  if (offer.phases.length > scenario.space.phases.most) {
    const { most } = scenario.space.phases;
    found.push(
      fault(
        'offer/too-many-phases',
        [...top, 'phases'],
        `'${offer.id}' has ${offer.phases.length} phases, and the offer space at most ${most}.`,
        {
          phases: offer.phases.length,
          most,
        },
      ),
    );
  }
  if (offer.text) pushAll(found, textReferenceFaults(scenario, offer.text, [...top, 'text']));
  if (offer.known === 'full') found.push(...unsaidChoices(scenario, offer, top));
  return found;
}

function checkPhaseCount(where: Checked, field: Field<Amount>): void {
  for (const { value } of readingsOf(field)) {
    for (const n of figuresIn(value)) {
      if (Number.isInteger(n) && n >= 0) continue;
      where.report(fault('offer/phase-count', where.path, `An offer cannot have ${n} phases.`, { n }));
    }
  }
}

function checkLengths(where: Checked, field: Field<Length>): void {
  for (const { value } of readingsOf(field)) {
    checkLengthAmount(where, value.length, value.unit);
    if (value.days !== undefined) checkDays(where, value, value.days);
  }
}

/** Checks that so many days can be what a length in calendar months comes to. */
function checkDays(where: Checked, { length, unit }: Length, days: number): void {
  const { least, most } = daysOf({ length, unit });
  if (unit === 'months' && length.wording === 'exactly' && days >= least && days <= most) return;
  const message =
    unit === 'months' && length.wording === 'exactly'
      ? `${length.n} calendar months have from ${least} to ${most} days, and not ${days}.`
      : 'How many days they are is said of exactly so many calendar months only: leave it out.';
  where.report(fault('length/days', where.path, message, { days }));
}

function checkClauses(where: Checked, clauses: Clauses, phase: number | undefined, parties: Parties): void {
  for (const [path, field] of Object.entries(clauses)) {
    const at = where.in(path);
    const { terms } = where.known;
    const id = splitPath(path).term;
    const kind = Object.hasOwn(terms, id) ? terms[id]?.kind : undefined;
    // What names no term at all may have been meant for one of any kind.
    if (!kind) at.report(unknownId('term', 'scenario/unknown-term', at.path, id, idsOf(terms)));
    const term = kind && checkTerm(where, path, kind, path);
    if (!term) continue;
    if (phase !== undefined && term.scope === 'deal') {
      at.report(
        fault(
          'offer/deal-term-in-phase',
          at.path,
          `'${path}' is settled once for the whole deal: say it under 'terms' of the offer.`,
          { id: path, phase },
        ),
      );
    }
    if (phase === undefined && term.scope === 'phase' && term.kind !== 'quantity') {
      at.report(
        fault('offer/phase-term-in-deal', at.path, `'${path}' is settled in each phase: say it under the phase.`, {
          id: path,
        }),
      );
    }
    for (const { value } of readingsOf(field)) checkValue(at, path, term, value, parties);
  }
}

const NEEDED = { quantity: 'an amount, such as 5 or about(5)', flag: 'true or false', choice: 'an option' } as const;

/** What may have been meant, where a value is text that belongs to another kind of term. */
function wayOut({ kind }: Term, value: Value): string {
  if (kind === 'choice' || typeof value !== 'object' || !('oneOf' in value)) return '';
  const [said = '', ...more] = value.oneOf;
  const isFigure = kind === 'quantity' && more.length === 0 && said.trim() !== '' && Number.isFinite(Number(said));
  return `, and not text${isFigure ? `: write ${Number(said)} without quotes` : ''}`;
}

function checkValue(at: Checked, path: string, term: Term, value: Value, parties: Parties): void {
  if (isUnsettled(value)) {
    for (const party of partiesIn(value)) {
      if (Object.hasOwn(parties, party)) continue;
      at.report(unknownId('party', 'scenario/unknown-party', at.path, party, idsOf(parties)));
    }
    return;
  }
  const fits =
    term.kind === 'quantity'
      ? isAmount(value)
      : term.kind === 'flag'
        ? typeof value === 'boolean'
        : typeof value === 'object' && 'oneOf' in value;
  if (!fits) {
    const message = `'${path}' is a ${term.kind}, so its value is ${NEEDED[term.kind]}${wayOut(term, value)}.`;
    at.report(fault('offer/wrong-value', at.path, message, { id: path, value }));
    return;
  }
  if (isAmount(value)) checkAmount(at, value, path, 'value');
  if (typeof value === 'object' && 'oneOf' in value && term.kind === 'choice') {
    for (const option of value.oneOf) checkOptions(at, path, term, option);
  }
}

/** The choices whose absence means nothing. */
const choicesToSay = /* @__PURE__ */ remembered((terms: Terms): readonly (readonly [string, Term])[] =>
  Object.entries(terms).filter(([, term]) => term.kind === 'choice' && term.absent === undefined),
);

/** A full text says every choice whose absence means nothing. */
function unsaidChoices(scenario: Scenario, offer: Offer, top: Path): readonly Fault[] {
  return choicesToSay(scenario.terms).flatMap(([id, term]) => {
    const said = term.scope === 'deal' ? [offer.terms] : offer.phases.map((p) => p.terms);
    if (said.every((clauses) => id in clauses)) return [];
    return [
      fault(
        'offer/absence-undeclared',
        [...top, 'terms'],
        `'${offer.id}' is known in full and does not say '${id}', whose absence means nothing: say it, or declare 'absent' on the term.`,
        { id },
      ),
    ];
  });
}
