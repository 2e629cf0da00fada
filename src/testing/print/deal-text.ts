import { listed, ordinal, unique } from '../../base/list.js';
import { heldIn } from '../../base/records.js';
import { printable } from '../../base/printable.js';
import { readingsOf, type Field } from '../../evidence/field.js';
import type { Clauses, Offer } from '../../offers/offer.js';
import { showField } from '../../offers/offer-words.js';
import { paragraph } from '../../report/wrap.js';
import type { Scenario } from '../../scenario/scenario.js';
import { textLines } from './text-lines.js';
import { showAmount } from '../../terms/amount-words.js';
import { splitPath, termLabel } from '../../terms/term.js';
import { isAmount, type Value } from '../../terms/value.js';

const WIDTH = 80;

/**
 * An offer as a person reads it, in a few lines: what it says of the whole deal, then phase by phase. What it does not
 * speak of is left out; what it rules out, by saying none of it or that it is not so, is named in one line. The text of
 * the deal, where it has one, follows clause by clause. What rests on something else than the offer as a whole is marked.
 *
 * @example
 * dealText(scenario, first).split('\n'); // ['first-offer: proposal by south, partly known', '  catch: 30 tonnes · observer: yes']
 */
export function dealText(scenario: Scenario, offer: Offer): string {
  // Of a single phase everything would be told twice.
  const [only] = offer.phases.length === 1 ? offer.phases : [];
  const repeated = (path: string) => only !== undefined && isSame(offer.terms[path], heldIn(only.terms, path));
  const whole = [
    ...said(only && isSame(offer.length, only.length) ? undefined : offer.length, (length) => [
      marked(showField('length', length, scenario), length, offer),
    ]),
    ...said(offer.phaseCount, (count) => [marked(countWords(scenario, count), count, offer)]),
    ...clauses(scenario, offer, Object.fromEntries(Object.entries(offer.terms).filter(([path]) => !repeated(path)))),
  ];
  const phases = offer.phases.map((phase, i) => {
    const length = said(phase.length, (held) => [marked(showField('length', held, scenario), held, offer)]);
    const label = said(phase.label, (held) => [`“${held}”`]);
    const head = [`${ordinal(i + 1)} phase`, ...label, ...length].join(', ');
    const open = phase.toBeNegotiated?.value ? ['to be negotiated'] : [];
    const parts = [...clauses(scenario, offer, phase.terms), ...open];
    return parts.length > 0 ? `${head}: ${parts.join(' · ')}` : head;
  });
  const ofText = offer.text ? textLines(scenario, offer.text) : [];
  const lines = [...(whole.length > 0 ? [whole.join(' · ')] : []), ...phases, ...ruledOut(scenario, offer), ...ofText];
  return [heading(scenario, offer), ...lines.map((line) => paragraph(oneLine(line), WIDTH, '  ', '    '))].join('\n');
}

/** Text with nothing in it that would begin a line of its own. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '));
}

function heading(scenario: Scenario, { id, label, standing, by, to, known }: Offer): string {
  const names = (ids: readonly string[]) => listed(ids.map((party) => scenario.parties[party]?.label ?? party));
  const sides = [
    ...(by?.value.length ? [`by ${names(by.value)}`] : []),
    ...(to?.value.length ? [`to ${names(to.value)}`] : []),
  ];
  const name = label === id ? id : `${label} (${id})`;
  return oneLine(`${name}: ${[standing, ...sides].join(' ')}, ${known === 'full' ? 'known in full' : 'partly known'}`);
}

/** What is said, term by term, a quantity followed by its categories; what is ruled out is left for later. */
function clauses(scenario: Scenario, offer: Offer, terms: Clauses): readonly string[] {
  const spoken = Object.entries(terms).filter(([, field]) => !isNothing(field));
  return unique(spoken.map(([path]) => splitPath(path).term)).map((id) =>
    spoken
      .filter(([path]) => splitPath(path).term === id)
      .map(([path, field], i) => {
        const { category } = splitPath(path);
        const term = scenario.terms[id];
        const part = term?.kind === 'quantity' && category !== undefined ? term.categories[category]?.label : undefined;
        const label = i > 0 && part !== undefined ? part : termLabel(scenario.terms, path);
        return `${label}: ${marked(showField(path, field, scenario), field, offer)}`;
      })
      .join(', '),
  );
}

function countWords(scenario: Scenario, count: NonNullable<Offer['phaseCount']>): string {
  const words = readingsOf(count).map(({ value }) => {
    const one = value.wording === 'exactly' && value.n === 1;
    return `${showAmount(value, scenario)} ${one ? 'phase' : 'phases'}`;
  });
  return words.join('; in another report, ');
}

/** Words with the mark of what they rest on, where that is not what the offer rests on. */
function marked(words: string, field: Field<unknown>, offer: Offer): string {
  const other = unique(readingsOf(field).map((reading) => reading.basis)).filter((basis) => basis !== offer.basis);
  return other.length > 0 ? `${words} (${other.join(', ')})` : words;
}

function said<T>(held: T | undefined, words: (held: T) => readonly string[]): readonly string[] {
  return held === undefined ? [] : words(held);
}

/** Whether a field says, in every reading, that there is none of it or that it is not so. */
function isNothing(field: Field<Value>): boolean {
  return readingsOf(field).every(({ value }) => value === false || isNone(value));
}

function isNone(value: Value): boolean {
  return typeof value === 'object' && isAmount(value) && value.wording === 'exactly' && value.n === 0 && !value.words;
}

/** What the offer says there is none of, and what it says is not so: as wide as it says so, and each once. */
function ruledOut(scenario: Scenario, offer: Offer): readonly string[] {
  const places = [offer.terms, ...offer.phases.map((phase) => phase.terms)];
  const paths = unique(places.flatMap((terms) => Object.keys(terms)));
  const nothing = (path: string) =>
    places.flatMap((terms, i) => {
      const field = heldIn(terms, path);
      return field && isNothing(field) ? [i] : [];
    });
  const everywhere = (path: string) =>
    nothing(path).length > 0 && nothing(path).length === places.filter((terms) => heldIn(terms, path)).length;
  const named = (kind: 'flag' | 'quantity') =>
    paths.flatMap((path) => {
      const { term: id, category } = splitPath(path);
      const at = nothing(path);
      const isOfKind = (scenario.terms[id]?.kind === 'flag') === (kind === 'flag');
      // Where there is none of the whole, there is none of its parts.
      if (at.length === 0 || !isOfKind || (category !== undefined && everywhere(id))) return [];
      const label = termLabel(scenario.terms, path);
      return everywhere(path) ? [label] : [`${label} ${placeWords(at)}`];
    });
  const [none, not] = [named('quantity'), named('flag')];
  const words = [
    ...(none.length > 0 ? [`none: ${none.join(', ')}`] : []),
    ...(not.length > 0 ? [`not so: ${not.join(', ')}`] : []),
  ];
  return words.length > 0 ? [words.join('; ')] : [];
}

/** `in total`, `in phase 2`, `in phases 1 and 3`: the whole is the place before the first. */
function placeWords(at: readonly number[]): string {
  const phases = at.filter((i) => i > 0);
  const inPhases = `in ${phases.length === 1 ? 'phase' : 'phases'} ${listed(phases.map(String))}`;
  return listed([...(at.includes(0) ? ['in total'] : []), ...(phases.length > 0 ? [inPhases] : [])]);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
