import { figure, ordinal } from '../base/list.js';
import type { Field } from '../evidence/field.js';
import type { Namers } from '../terms/amount-words.js';
import { showAmount } from '../terms/amount-words.js';
import type { Length } from '../terms/length.js';
import { termLabel } from '../terms/term.js';
import { readingsOf } from '../evidence/field.js';
import type { Clauses, Offer, OfferPhase } from './offer.js';
import { showField } from './offer-words.js';

/**
 * One thing that two offers do not say alike.
 *
 * @example
 * const change: Change = {
 *   path: 'catch',
 *   from: '30 tonnes',
 *   to: '50 tonnes',
 *   sentence: 'catch: 30 tonnes became 50 tonnes',
 * };
 */
export interface Change {
  /** Where: `prisoners`, `phases.1.hostages/women`, `length`, `phaseCount`. */
  readonly path: string;
  /** What the first says, in words; absent where it is silent. */
  readonly from?: string;
  /** What the second says. */
  readonly to?: string;
  /** `prisoners: 200–300 persons became about 1,500 persons`. */
  readonly sentence: string;
}

/** A clause of an offer in words. */
interface Said {
  readonly label: string;
  readonly words: string;
}

/**
 * What moved from one offer to another, clause by clause, in words. What rests on what is left aside: the same value from
 * another source is no change.
 *
 * @example
 * describeChanges(scenario, first, counter).map((c) => c.sentence);
 * // ['catch: 30 tonnes became 50 tonnes', 'observer: yes was taken out']
 */
export function describeChanges(namers: Namers, a: Offer, b: Offer): readonly Change[] {
  const [before, after] = [clausesOf(namers, a), clausesOf(namers, b)];
  const paths = [...before.keys(), ...[...after.keys()].filter((path) => !before.has(path))];
  return paths.flatMap((path) => {
    const [from, to] = [before.get(path), after.get(path)];
    if (from?.words === to?.words) return [];
    const label = (to ?? from)?.label ?? path;
    const sentence = !from
      ? `${label}: ${to?.words ?? ''} was added`
      : !to
        ? `${label}: ${from.words} was taken out`
        : `${label}: ${from.words} became ${to.words}`;
    return [{ path, ...(from && { from: from.words }), ...(to && { to: to.words }), sentence }];
  });
}

function clausesOf(namers: Namers, offer: Offer): Map<string, Said> {
  const said = new Map<string, Said>();
  const length = (path: string, label: string, field: Field<Length> | undefined) => {
    if (field) said.set(path, { label, words: showField(path, field, namers) });
  };
  const clauses = (terms: Clauses, prefix: string, where: string) => {
    for (const [path, field] of Object.entries(terms)) {
      said.set(`${prefix}${path}`, {
        label: `${termLabel(namers.terms, path)}${where}`,
        words: showField(path, field, namers),
      });
    }
  };
  // Knowing the whole text changes every verdict that silence left open, though no clause moves.
  said.set('known', { label: 'the text', words: offer.known === 'full' ? 'known in full' : 'partly known' });
  if (offer.phases.length > 0) said.set('phases', { label: 'phases listed', words: figure(offer.phases.length) });
  if (offer.phaseCount) {
    const words = readingsOf(offer.phaseCount).map((r) => showAmount(r.value, namers));
    said.set('phaseCount', { label: 'number of phases', words: words.join('; in another report, ') });
  }
  length('length', 'length', offer.length);
  clauses(offer.terms, '', '');
  offer.phases.forEach((phase: OfferPhase, i) => {
    const where = `, ${ordinal(i + 1)} phase`;
    length(`phases.${i + 1}.length`, `length${where}`, phase.length);
    clauses(phase.terms, `phases.${i + 1}.`, where);
    if (phase.toBeNegotiated) {
      said.set(`phases.${i + 1}.toBeNegotiated`, {
        label: `content of the ${ordinal(i + 1)} phase`,
        words: phase.toBeNegotiated.value ? 'to be negotiated' : 'settled',
      });
    }
  });
  return said;
}
