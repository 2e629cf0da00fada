import { listed, unique } from '../base/list.js';
import type { Basis } from '../evidence/basis.js';
import { knownSince, type Moment, type Sources } from '../evidence/clocks.js';
import { normaliseField, normaliseNote, type FieldDraft, type Surroundings } from '../evidence/field.js';
import type { Offer, OfferPhase } from '../offers/offer.js';
import { say } from '../positions/say.js';
import type { Position, PositionReading } from '../positions/position.js';
import { normaliseAmount } from '../terms/amount.js';
import { normaliseLength } from '../terms/length.js';
import type { Space } from '../terms/space.js';
import type { Term } from '../terms/term.js';
import { normaliseValue, type ValueDraft } from '../terms/value.js';
import type { Agreement } from './agreement.js';
import type { LooseDraft, MomentDraft, OfferDraft, Origin, PositionDraft, ReadingDraft } from './draft.js';
import type { TermDrafts } from './ids.js';
import type { Scenario } from './scenario.js';
import type { TermDraft } from './term-draft.js';

type LooseOffer = OfferDraft;
type LoosePosition = PositionDraft<string, string, TermDrafts, string>;
type LooseReading = ReadingDraft<string, TermDrafts, string>;

/** A scenario from a draft whose shape and references have been checked: every default written out, every field noted. */
export function normaliseScenario(draft: LooseDraft): Scenario {
  const basis = draft.basis ?? 'assumed';
  const top: Surroundings = { basis, citations: [] };
  const sources = mapValues(draft.sources ?? {}, (s) => ({ ...s, dateBasis: s.dateBasis ?? 'reported' }));
  const positions = mapEntries(draft.positions, (id, p) => normalisePosition(id, p, top));
  return {
    id: draft.id,
    title: draft.title ?? draft.id,
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
    space: normaliseSpace(draft),
    agreement: normaliseAgreement(draft, positions),
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
      ...optional('said', normaliseMoment(s.said, s.basis ?? basis)),
      ...around(s, top),
    })),
  };
}

/** An offer from a draft that has been checked; it takes its basis from the scenario where it has none of its own. */
export function normaliseOffer(id: string, draft: LooseOffer, scenarioBasis: Basis, sources: Sources): Offer {
  const origin = around(draft, { basis: scenarioBasis, citations: [] });
  const value = <T, R>(field: FieldDraft<T>, change: (v: T) => R) => normaliseField(field, origin, change);
  // Each clause is a field of a value; the mapped types of the draft only tie each to its own term.
  const clauses = (terms: LooseOffer['terms']) =>
    mapValues((terms ?? {}) as Record<string, FieldDraft<ValueDraft>>, (field) => value(field, normaliseValue));
  const reported = draft.reported ?? knownSince(origin.citations, sources);
  return {
    id,
    label: draft.label ?? id,
    standing: draft.standing ?? 'proposal',
    ...(draft.by === undefined ? {} : { by: normaliseNote(draft.by, origin, (by) => by) }),
    ...(draft.to === undefined ? {} : { to: normaliseNote(draft.to, origin, (to) => to) }),
    known: draft.known ?? 'partial',
    ...optional('put', normaliseMoment(draft.put, origin.basis)),
    ...optional('reported', reported),
    basis: origin.basis,
    ...optional('because', origin.because),
    citations: origin.citations,
    related: (draft.related ?? []).map((r) => ({ ...r, basis: r.basis ?? origin.basis })),
    ...(draft.phaseCount === undefined ? {} : { phaseCount: value(draft.phaseCount, normaliseAmount) }),
    ...(draft.length === undefined ? {} : { length: value(draft.length, normaliseLength) }),
    terms: clauses(draft.terms),
    phases: (draft.phases ?? []).map((p): OfferPhase => ({
      ...optional('label', p.label),
      ...(p.length === undefined ? {} : { length: value(p.length, normaliseLength) }),
      terms: clauses(p.terms),
      ...(p.toBeNegotiated === undefined ? {} : { toBeNegotiated: normaliseNote(p.toBeNegotiated, origin, (b) => b) }),
    })),
    barred: mapValues(draft.barred ?? {}, (reason) => normaliseNote(reason ?? '', origin, (r) => r)),
    ...optional('note', draft.note),
  };
}

function normalisePosition(id: string, draft: LoosePosition, top: Surroundings): Position {
  const origin = { ...around(draft, top), ...optional('reported', draft.reported) };
  const reading = (readingId: string, r: LooseReading): PositionReading => ({
    id: readingId,
    ...optional('title', r.title),
    condition: r.condition,
    ...around(r, origin),
    ...optional('from', normaliseMoment(r.from, r.basis ?? origin.basis)),
    ...optional('reported', r.reported ?? origin.reported),
  });
  return {
    id,
    party: draft.party,
    // Left empty here, a title is the condition in words: saying it takes terms that have been checked.
    title: draft.title ?? '',
    // How firm a position is has a basis of its own: bare, it is the modeller's supposition.
    rigidity: normaliseNote(draft.rigidity, { basis: 'assumed', citations: [] }, (r) => r),
    readings: draft.readings
      ? Object.entries(draft.readings).map(([readingId, r]) => reading(readingId, r))
      : [reading('only', { condition: draft.condition, ...optional('from', draft.from) })],
    ...(draft.reservation === undefined
      ? {}
      : { reservation: normaliseNote(draft.reservation, { basis: 'assumed', citations: [] }, (c) => c) }),
    ...optional('note', draft.note),
  };
}

/** The scenario with every position that has no title of its own called by its condition in words. */
export function withTitles(scenario: Scenario): Scenario {
  const positions = mapValues(scenario.positions, (p) =>
    p.title !== '' ? p : { ...p, title: listed(unique(p.readings.map((r) => say(r.condition, scenario))), 'or') },
  );
  return { ...scenario, positions };
}

function normaliseTerm(id: string, draft: TermDraft, scenarioBasis: Basis): Term {
  const base = { label: draft.label ?? id, scope: draft.scope ?? 'deal', ...optional('note', draft.note) } as const;
  switch (draft.kind) {
    case 'flag':
      return { ...base, kind: 'flag', absent: draft.absent ?? false };
    case 'choice':
      return {
        ...base,
        kind: 'choice',
        options: draft.options,
        ordered: draft.ordered ?? false,
        basis: draft.basis ?? scenarioBasis,
        ...optional('because', draft.because),
        ...optional('absent', draft.absent),
      };
    case 'quantity': {
      const { least = 0, most, basis = 'assumed', because } = draft.bounds ?? {};
      return {
        ...base,
        kind: 'quantity',
        unit: typeof draft.unit === 'string' ? { one: draft.unit, many: draft.unit } : draft.unit,
        step: draft.step ?? 1,
        bounds: { least, ...optional('most', most), basis, ...optional('because', because) },
        ...optional('verb', draft.verb),
        categories: mapValues(draft.categories ?? {}, (c) => (typeof c === 'string' ? { label: c } : c)),
        overlap: draft.overlap ?? true,
        complete: draft.complete ?? false,
        absent: draft.absent ?? Math.min(Math.max(0, least), most ?? Infinity),
      };
    }
  }
}

function normaliseSpace({ space }: LooseDraft): Space {
  const phases = space?.phases ?? 1;
  return {
    phases: typeof phases === 'number' ? { least: phases, most: phases } : phases,
    ...optional('days', space?.days),
    basis: space?.basis ?? 'assumed',
    ...optional('because', space?.because),
  };
}

function normaliseAgreement(draft: LooseDraft, positions: Readonly<Record<string, Position>>): Agreement {
  if (draft.agreement) {
    const { rule, of, basis, because } = draft.agreement;
    return { rule, of, basis: basis ?? draft.basis ?? 'assumed', ...optional('because', because) };
  }
  const parties = Object.keys(draft.parties);
  const holding = parties.filter((party) =>
    Object.values(positions).some((p) => p.party === party && p.rigidity.value !== 'preference'),
  );
  return {
    rule: 'unanimity',
    of: holding.length > 0 ? holding : parties,
    basis: 'assumed',
    because: 'No rule of decision was given: every party that holds a red line or a demand must accept.',
  };
}

function normaliseMoment(draft: MomentDraft | undefined, basis: Basis): Moment | undefined {
  if (draft === undefined) return undefined;
  return typeof draft === 'string'
    ? { earliest: draft, latest: draft, basis }
    : { ...draft, basis: draft.basis ?? basis };
}

/** What fields of a record take over: reasoning goes with the basis it explains, so a basis of its own sheds the outer one. */
function around(origin: Origin<string>, outer: Surroundings): Surroundings {
  return {
    basis: origin.basis ?? outer.basis,
    ...optional('because', origin.because ?? (origin.basis === undefined ? outer.because : undefined)),
    citations: origin.citations ?? outer.citations,
  };
}

/** `{ [key]: value }`, or nothing where there is no value: an absent key stays absent. */
function optional<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  // TypeScript widens a computed key to string; the record has exactly this one.
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]?: V });
}

function mapValues<V, R>(record: Readonly<Record<string, V>>, change: (value: V) => R): Record<string, R> {
  return mapEntries(record, (_, value) => change(value));
}

function mapEntries<V, R>(
  record: Readonly<Record<string, V>>,
  change: (key: string, value: V) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(key, value)]));
}
