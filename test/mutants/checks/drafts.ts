import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { checkScenario, type Offer, type OfferPhase, type Scenario, type Term } from 'sticking-points';
import { offers, scenarios } from 'sticking-points/testing';
import type { Check } from '../check.js';
import { lookedFor } from './looked-for.js';
import { clausesOf, offerText } from './said.js';
import { PLAIN } from '../../support/plain.js';

/** A scenario and an offer in it. */
type Written = readonly [scenario: Scenario, offer: Offer];

const written = scenarios({ terms: 2, phases: 2, positions: 3, ...PLAIN }).chain((scenario) =>
  fc.tuple(fc.constant(scenario), offers(scenario, { absences: true })),
);

/** A draft that leaves out all that goes without saying is taken for what it says, and for nothing else. */
export const DRAFTS_READ: readonly Check[] = [
  lookedFor<Written>({
    title: 'a draft is read as what it says, and what it leaves out as documented',
    cases: [written],
    wrong: misread,
    size: ([, offer]) => clausesOf(offer).length,
    tell: ([, offer]) => offerText(offer),
    runs: 150,
  }),
];

function misread([scenario, offer]: Written): string | undefined {
  const { agreement: _, offers: __, terms, positions, ...rest } = scenario;
  const draft = {
    ...rest,
    terms: Object.fromEntries(Object.entries(terms).map(([id, term]) => [id, termDraft(term)])),
    positions: Object.fromEntries(
      Object.values(positions).map(({ id, party, rigidity, readings }) => [
        id,
        { party, rigidity, readings: Object.fromEntries(readings.map(({ id: key, ...reading }) => [key, reading])) },
      ]),
    ),
    offers: { [offer.id]: offerDraft(offer) },
  };
  const read = checkScenario(draft);
  if (!read.ok) return `refused: ${read.faults.map(({ code }) => code).join(', ')}`;
  const now = read.value;
  return (
    differing('terms', now.terms, terms) ??
    differing('offer', now.offers[offer.id], offer) ??
    differing('parties that must accept', now.agreement.of, mustAccept(scenario))
  );
}

function differing(what: string, found: unknown, wanted: unknown): string | undefined {
  return isDeepStrictEqual(found, wanted)
    ? undefined
    : `${what}: ${JSON.stringify(found)}, and not ${JSON.stringify(wanted)}`;
}

/** Without a rule of its own: the parties with something to insist on, or all where none has. */
function mustAccept({ parties, positions }: Scenario): readonly string[] {
  const insists = (party: string) =>
    Object.values(positions).some((p) => p.party === party && ['red line', 'demand'].includes(p.rigidity.value));
  const all = Object.keys(parties);
  return all.some(insists) ? all.filter(insists) : all;
}

function termDraft(term: Term): object {
  if (term.kind !== 'flag' || term.absent) return term;
  const { absent: _, ...rest } = term;
  return rest;
}

function offerDraft({ known, phaseCount, length, terms, phases }: Offer): object {
  const phase = (one: OfferPhase) => ({
    ...one,
    ...(one.length && { length: bare(one.length) }),
    terms: bare(one.terms),
  });
  return {
    known,
    ...(phaseCount && { phaseCount: bare(phaseCount) }),
    ...(length && { length: bare(length) }),
    terms: bare(terms),
    phases: phases.map(phase),
  };
}

/** The same with its values bare, as who writes down what is simply so would have them. */
function bare(said: unknown): unknown {
  if (typeof said !== 'object' || said === null) return said;
  if ('readings' in said && Array.isArray(said.readings)) return { readings: said.readings.map(bare) };
  if ('basis' in said && 'value' in said) return said.value;
  return Object.fromEntries(Object.entries(said).map(([key, inner]) => [key, bare(inner)]));
}
