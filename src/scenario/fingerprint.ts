import fnv1a from '@sindresorhus/fnv1a';
import { mapValues } from '../base/records.js';
import type { Scenario } from './scenario.js';

/** Keys whose text is there for readers. */
const PROSE = ['title', 'label', 'note', 'because', 'words', 'aliases'];

/**
 * A short text that is the same for scenarios in which the same can happen: 16 hexadecimal digits drawn from what a
 * scenario says, its prose, sources and citations left aside. Correcting a sentence or a citation leaves it as it is. Not
 * for security. FNV-1a, 64 bits (Fowler, Noll and Vo, 1991).
 *
 * @example
 * fingerprintOf(scenario) === fingerprintOf({ ...scenario, title: 'The lake' }); // true
 */
export function fingerprintOf(scenario: Scenario): string {
  const { sources: _sources, named: _named, statements: _statements, timeline: _timeline, ...told } = scenario;
  const { language: _language, direction: _direction, ...rest } = told;
  // An option is no more than its label, so that its id has to be kept by itself.
  const terms = mapValues(scenario.terms, (term) =>
    term.kind === 'choice' ? { ...term, options: Object.keys(term.options) } : term,
  );
  // Why a ratio is barred is a sentence, though it stands where other fields have their value.
  const offers = mapValues(scenario.offers, (offer) => ({
    ...offer,
    barred: mapValues(offer.barred, ({ value: _, ...reason }) => reason),
  }));
  const process = {
    ...scenario.process,
    rounds: mapValues(scenario.process.rounds, ({ venue: _, ...round }) => round),
    ratification: scenario.process.ratification.map(({ body: _, ...step }) => step),
  };
  return fnv1a(canonical({ ...rest, terms, offers, process }), { size: 64 })
    .toString(16)
    .padStart(16, '0');
}

/** JSON with the keys of records in order, prose and citations left out. Of lists the order says something. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([key, inner]) => inner !== undefined && !isAside(key, inner))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}

/** Whether a key holds prose or citations. A party or a term may have such a word for its id: it holds a record then. */
function isAside(key: string, value: unknown): boolean {
  if (key === 'confidential') return value === true; // who knows of a position does not change what can happen
  if (key === 'citations') return Array.isArray(value);
  return PROSE.includes(key) && (typeof value === 'string' || Array.isArray(value));
}
