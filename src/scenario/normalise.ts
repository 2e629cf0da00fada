import { mapEntries, mapValues, optional } from '../base/records.js';
import { normaliseField, normaliseNote, type Surroundings } from '../evidence/field.js';
import type { Position } from '../positions/position.js';
import { normaliseAmount } from '../terms/amount.js';
import type { Agreement } from './agreement.js';
import type { LooseDraft } from './draft.js';
import { normaliseOffer } from './normalise-offer.js';
import { normalisePosition } from './normalise-position.js';
import { normaliseSpace, normaliseTerm } from './normalise-term.js';
import { normaliseProcess } from './normalise-process.js';
import { around, normaliseMoment } from './origin.js';
import type { Scenario } from './scenario.js';
import type { Score } from './score.js';

/** A scenario from a draft whose shape and references have been checked: every default written out, every field noted. */
export function normaliseScenario(draft: LooseDraft): Scenario {
  const basis = draft.basis ?? 'assumed';
  const top: Surroundings = { basis, citations: [] };
  const sources = mapValues(draft.sources ?? {}, ({ outlet, date, dateBasis, ...s }) => ({
    outlet,
    date,
    dateBasis: dateBasis ?? 'reported',
    ...s,
  }));
  const positions = mapEntries(draft.positions, (id, p) => normalisePosition(id, p, top));
  const conditions = [
    ...Object.values(positions).flatMap(({ readings }) => readings),
    ...Object.values(draft.invariants ?? {}),
  ].map(({ condition }) => condition);
  return {
    id: draft.id,
    title: draft.title ?? draft.id,
    ...optional('language', draft.language),
    ...optional('direction', draft.direction),
    basis,
    ...optional('note', draft.note),
    sources,
    parties: mapEntries(draft.parties, (id, p) => ({
      label: p.label ?? id,
      aliases: p.aliases ?? [],
      roles: (p.roles ?? []).map((role) => normaliseNote(role, top, (r) => r)),
      ...optional('note', p.note),
    })),
    terms: mapEntries(draft.terms, (id, term) => normaliseTerm(id, term, basis)),
    counts: mapEntries(draft.counts ?? {}, (id, c) => ({
      label: c.label ?? id,
      ...(c.figure === undefined ? {} : { figure: normaliseField(c.figure, top, normaliseAmount) }),
      ...optional('note', c.note),
    })),
    exchange: mapEntries(draft.exchange ?? {}, (id, x) => ({
      label: x.label ?? id,
      of: x.of,
      per: x.per,
      ...optional('note', x.note),
    })),
    space: normaliseSpace(draft, conditions),
    agreement: normaliseAgreement(draft, positions),
    scores: normaliseScores(draft),
    positions,
    invariants: mapValues(draft.invariants ?? {}, (i) => ({
      title: i.title,
      condition: i.condition,
      basis: i.basis ?? basis,
      ...optional('because', i.because),
    })),
    offers: mapEntries(draft.offers ?? {}, (id, o) => normaliseOffer(id, o, basis, sources)),
    answers: (draft.answers ?? []).map((a) => ({
      party: a.party,
      offer: a.offer,
      answer: a.answer,
      ...around(a, top),
      ...optional('reported', a.reported),
    })),
    named: (draft.named ?? []).map((n) => ({ ...n, positions: n.positions ?? [] })),
    statements: mapValues(draft.statements ?? {}, (s) => ({
      ...optional('party', s.party),
      text: s.text,
      ...optional('confidential', s.confidential),
      ...optional('said', normaliseMoment(s.said, s.basis ?? basis, s.because)),
      ...around(s, top),
      ...optional('reported', s.reported),
    })),
    process: normaliseProcess(draft.process, top),
    timeline: (draft.timeline ?? []).map((entry) => ({
      text: entry.text,
      ...optional('when', normaliseMoment(entry.when, entry.basis ?? basis, entry.because)),
      ...optional('event', entry.event),
      ...around(entry, top),
      ...optional('reported', entry.reported),
    })),
  };
}

/** The rule of decision; where none was given, all that could block must accept. */
function normaliseAgreement(draft: LooseDraft, positions: Readonly<Record<string, Position>>): Agreement {
  if (draft.agreement) {
    const { agreement } = draft;
    const grounds = { basis: agreement.basis ?? draft.basis ?? 'assumed', ...optional('because', agreement.because) };
    if (agreement.rule === 'unanimity') return { rule: 'unanimity', of: agreement.of, ...grounds };
    const { needed, vetoes = [] } = agreement;
    if (agreement.rule === 'quota') return { rule: 'quota', of: agreement.of, needed, vetoes, ...grounds };
    const weights = mapValues(agreement.weights, (w) => w ?? 0);
    return { rule: 'weights', of: Object.keys(weights), weights, needed, vetoes, ...grounds };
  }
  const parties = Object.keys(draft.parties);
  const firm = Object.values(positions).filter((p) => p.rigidity.value !== 'preference');
  const holders = new Set(firm.map((p) => p.party));
  const holding = parties.filter((party) => holders.has(party));
  return {
    rule: 'unanimity',
    of: holding.length > 0 ? holding : parties,
    basis: 'assumed',
    because: 'No rule of decision was given: every party that holds a red line or a demand must accept.',
  };
}

function normaliseScores(draft: LooseDraft): Readonly<Record<string, Score>> {
  const scores: Record<string, Score> = {};
  for (const [party, score] of Object.entries(draft.scores ?? {})) {
    if (score) scores[party] = { ...score, basis: 'assumed' };
  }
  return scores;
}
