import type { Support } from '../base/tighten.js';
import { flagName, optionName, phaseName, PHASES, quantityName } from '../terms/layout.js';
import { splitPath, type Term } from '../terms/term.js';
import type { Value } from '../terms/value.js';
import { stepsOf, type Ledger } from './ledger.js';
import type { Clauses, Offer } from './offer.js';
import { enterFlag } from './read-clauses.js';

/** In a full text a term that is not mentioned has the value its absence declares. */
export function enterAbsences(ledger: Ledger, offer: Offer): void {
  const termsIn = (clauses: Clauses) => new Set(Object.keys(clauses).map((path) => splitPath(path).term));
  const inDeal = termsIn(offer.terms);
  const inPhases = offer.phases.map((phase) => termsIn(phase.terms));
  const phases = ledger.phaseNumbers().filter((phase) => phase <= (ledger.known.most[ledger.place(PHASES)] ?? 0));
  for (const [id, term] of Object.entries(ledger.setting.terms)) {
    if (inDeal.has(id)) continue;
    if (term.scope === 'deal') {
      enterAbsent(ledger, offer, id, term, undefined);
      continue;
    }
    const silent = phases.filter((phase) => !inPhases[phase - 1]?.has(id));
    const nowhere = silent.length === phases.length;
    // Bounds and absence of a quantity are those of the whole deal; a phase that says nothing of it adds nothing to it.
    if (term.kind === 'quantity' && nowhere) enterAbsent(ledger, offer, id, term, undefined);
    for (const phase of silent) {
      if (term.kind !== 'quantity') enterAbsent(ledger, offer, id, term, phase);
      else if (!nowhere || term.absent === 0) enterAbsent(ledger, offer, id, { ...term, absent: 0 }, phase);
    }
  }
}

/** Enters what absence of a term means; in a phase that may not be there, only that it says nothing else there. */
function enterAbsent(ledger: Ledger, offer: Offer, id: string, term: Term, phase: number | undefined): void {
  const { absent } = term;
  if (absent === undefined) return;
  const value: Value =
    typeof absent === 'number'
      ? { wording: 'exactly', n: absent }
      : typeof absent === 'string'
        ? { oneOf: [absent] }
        : absent;
  const path = phase === undefined ? id : `phases.${phase}.${id}`;
  const facts = [ledger.fact({ kind: 'absence', path, value, basis: offer.basis, citations: offer.citations })];
  const certain = phase === undefined || phase <= (ledger.known.least[ledger.place(PHASES)] ?? 0);
  switch (term.kind) {
    case 'quantity':
      return ledger.narrow(quantityName(id, phase), stepsOf({ wording: 'exactly', n: term.absent }, term.step), facts);
    case 'flag':
      if (certain || !term.absent) enterFlag(ledger, flagName(id, phase), [value], facts);
      else tieToPhase(ledger, flagName(id, phase), phase, facts);
      return;
    case 'choice':
      for (const option of Object.keys(term.options)) {
        const name = optionName(id, option, phase);
        if (option !== absent) ledger.narrow(name, { least: 0, most: 0 }, facts);
        else if (certain) ledger.narrow(name, { least: 1, most: 1 }, facts);
      }
  }
}

/** What is so wherever there is this phase. */
function tieToPhase(ledger: Ledger, name: string, phase: number, support: Support): void {
  const sum = [
    { of: ledger.place(name), times: 1 },
    { of: ledger.place(phaseName(phase)), times: -1 },
  ];
  ledger.extraTies.push({ sum, least: 0, support });
}
