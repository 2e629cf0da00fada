import { figure, listed, ordinal, unique } from '../base/list.js';
import type { ExchangeRate } from '../assessment/assess.js';
import { ATTRIBUTION_WORDS, type Citation } from '../evidence/citation.js';
import { readingsOf, type Field } from '../evidence/field.js';
import type { Moment } from '../evidence/clocks.js';
import type { Clauses, Offer } from '../offers/offer.js';
import { showField } from '../offers/offer-words.js';
import type { Scenario } from '../scenario/scenario.js';
import { shareIn } from '../terms/amount.js';
import { showAmount } from '../terms/amount-words.js';
import type { Length } from '../terms/length.js';
import { quantityAt, splitPath } from '../terms/term.js';
import { isAmount, isUnsettled, type Value } from '../terms/value.js';
import type { Footnotes } from './footnotes.js';

/** When an offer was put forward and reported, by whom, and how far it is known. */
export function provenance(scenario: Scenario, offer: Offer, notes: Footnotes): string {
  const when = [offer.put && momentWords(offer.put, notes), offer.reported && `reported ${offer.reported}`].filter(
    (w) => w,
  );
  const known =
    offer.known === 'full' ? 'known in full' : saysAnything(offer) ? 'partly known' : 'content not reported';
  return [when.join(', '), ...sourceWords(scenario, offer.citations), known].filter((part) => part !== '').join(' · ');
}

/** By whom and to whom, how the offer stands, and how to others. */
export function authorship(scenario: Scenario, offer: Offer, notes: Footnotes): string {
  const names = (ids: readonly string[]) => listed(ids.map((id) => scenario.parties[id]?.label ?? id));
  const { by, to } = offer;
  const parts = [
    by && by.value.length > 0 ? noted(`by ${names(by.value)}`, by, notes) : 'proposer not reported',
    ...(to && to.value.length > 0 ? [noted(`to ${names(to.value)}`, to, notes)] : []),
  ];
  const related = offer.related.map(({ how, offer: id, basis, because }) => {
    const mark = because === undefined ? '' : notes.mark(`${basis}: ${because}`);
    return `; ${how} ${id}${basis === 'reported' ? mark : ` (${basis})${mark}`}`;
  });
  return `${offer.standing}, ${parts.join(', ')}${related.join('')}`;
}

/** What an offer says, clause by clause: the whole first, then a line for each phase. */
export function offered(scenario: Scenario, offer: Offer, notes: Footnotes): readonly string[] {
  const clauses = (length: Field<Length> | undefined, terms: Clauses) => [
    ...(length ? [noted(showField('length', length, scenario), length, notes)] : []),
    ...Object.entries(terms).map(([path, field]) => clause(scenario, path, field, notes)),
  ];
  const whole = clauses(offer.length, offer.terms);
  if (offer.phaseCount) {
    const words = readingsOf(offer.phaseCount).map(({ value }) => {
      const one = value.wording === 'exactly' && value.n === 1;
      return `${showAmount(value, scenario)} ${one ? 'phase' : 'phases'}`;
    });
    whole.push(noted(words.join('; in another report, '), offer.phaseCount, notes));
  }
  const phases = offer.phases.map((phase, i) => {
    const parts = clauses(phase.length, phase.terms);
    if (phase.toBeNegotiated?.value) parts.push(noted('to be negotiated', phase.toBeNegotiated, notes));
    return `${ordinal(i + 1)} phase: ${parts.length > 0 ? parts.join(' · ') : 'nothing reported'}`;
  });
  return [...(whole.length > 0 ? [whole.join(' · ')] : []), ...phases];
}

/** What is exchanged for what, or why no ratio can be given; nothing where the offer speaks of neither side. */
export function exchanged(scenario: Scenario, offer: Offer, rate: ExchangeRate): string | undefined {
  const key = scenario.exchange[rate.exchange];
  if (!key) return undefined;
  const paths = [offer.terms, ...offer.phases.map((p) => p.terms)].flatMap((terms) => Object.keys(terms));
  if (![key.of, key.per].some((side) => paths.some((path) => splitPath(path).term === splitPath(side).term)))
    return undefined;
  if (rate.undefined === 'barred') return `no ratio: ${rate.because ?? 'the facts bar it'}`;
  if (rate.undefined === 'over zero') return `no ratio: ${labelOf(scenario, rate.of ?? key.per)} may be none`;
  if (rate.undefined === 'not reported')
    return `no ratio: no figure reported for ${labelOf(scenario, rate.of ?? key.of)}`;
  const round = (n: number) => figure(Number(n.toFixed(2)));
  const span =
    rate.least !== undefined && rate.most !== undefined
      ? rate.least === rate.most
        ? round(rate.least)
        : `${round(rate.least)} to ${round(rate.most)}`
      : rate.least !== undefined
        ? `at least ${round(rate.least)}`
        : `at most ${round(rate.most ?? 0)}`;
  return `${span} ${key.label} (derived${key.note === undefined ? '' : `; ${key.note}`})`;
}

/** `S1: outlet unnamed, date inferred; a Hamas source`, for each source cited. */
function sourceWords(scenario: Scenario, citations: readonly Citation[]): readonly string[] {
  return unique(citations.map((c) => c.source)).map((id) => {
    const source = scenario.sources[id];
    const by = unique(citations.filter((c) => c.source === id).map((c) => c.by ?? ATTRIBUTION_WORDS[c.attribution]));
    const date = source && source.dateBasis !== 'reported' ? `, date ${source.dateBasis}` : '';
    return `${id}: ${source?.outlet ?? 'unknown'}${date}; ${by.join(', ')}`;
  });
}

/** When something was put forward, as worded, or its days; with what that rests on. */
export function momentWords(moment: Moment, notes: Footnotes): string {
  const { words, earliest, latest, basis, because } = moment;
  const mark =
    basis === 'reported' ? '' : ` (${basis})${because === undefined ? '' : notes.mark(`${basis}: ${because}`)}`;
  if (words !== undefined) return `${words}${mark}`;
  if (earliest !== undefined && earliest === latest) return `${earliest}${mark}`;
  if (earliest !== undefined && latest !== undefined) return `${earliest} to ${latest}${mark}`;
  return latest !== undefined ? `by ${latest}${mark}` : earliest !== undefined ? `from ${earliest}${mark}` : '';
}

function clause(scenario: Scenario, path: string, field: Field<Value>, notes: Footnotes): string {
  const term = scenario.terms[splitPath(path).term];
  const value = readingsOf(field)[0]?.value;
  const words = showField(path, field, scenario);
  if (term?.kind === 'choice' && value !== undefined && !isUnsettled(value)) return noted(words, field, notes);
  if (term?.kind === 'quantity' && value !== undefined && isAmount(value)) {
    const amounts = readingsOf(field).map((r) => (isAmount(r.value) ? showAmount(r.value, scenario) : ''));
    const label = labelOf(scenario, path);
    const said = amounts.join('; in another report, ');
    if (value.wording === 'some') return noted(`${said} ${label}`, field, notes);
    return noted(`${label}${shareIn(value) ? ':' : ''} ${said}`, field, notes);
  }
  return noted(`${labelOf(scenario, path)}: ${words}`, field, notes);
}

/** Words with the mark of what is inferred or assumed in them. */
function noted(words: string, field: Field<unknown>, notes: Footnotes): string {
  const marks = unique(
    readingsOf(field)
      .filter((r) => r.basis !== 'reported')
      .map((r) => `(${r.basis})${r.because === undefined ? '' : notes.mark(`${r.basis}: ${r.because}`)}`),
  );
  return marks.length > 0 ? `${words} ${marks.join(' ')}` : words;
}

function saysAnything(offer: Offer): boolean {
  return Object.keys(offer.terms).length > 0 || offer.phases.length > 0 || offer.length !== undefined;
}

/** What a term or a category is called. */
function labelOf(scenario: Scenario, path: string): string {
  const { term: id, category } = splitPath(path);
  const term = scenario.terms[id];
  if (!term) return path;
  return category === undefined
    ? term.label
    : `${term.label} (${quantityAt(scenario.terms, path).categories[category]?.label ?? category})`;
}
