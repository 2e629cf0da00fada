import type { Scenario } from '../../scenario/scenario.js';

/** The place of each thing in a page, made of what it is and its number, whatever its id. */
export interface Anchors {
  readonly party: (id: string) => string;
  readonly position: (id: string) => string;
  readonly offer: (id: string) => string;
  readonly source: (id: string) => string;
  readonly term: (path: string) => string;
  /** Where what a verdict rests on stands in full. */
  readonly verdict: (offer: string, position: string) => string;
}

/** The anchors of a scenario. */
export function anchorsOf(scenario: Scenario): Anchors {
  const numbered = (prefix: string, ids: readonly string[]) => {
    const places = new Map(ids.map((id, i) => [id, `${prefix}${i + 1}`]));
    return (id: string) => places.get(id) ?? '';
  };
  const position = numbered('p', Object.keys(scenario.positions));
  const offer = numbered('o', Object.keys(scenario.offers));
  const term = numbered('t', [...Object.keys(scenario.terms), 'length']);
  return {
    party: numbered('party', Object.keys(scenario.parties)),
    position,
    offer,
    source: numbered('s', Object.keys(scenario.sources)),
    term: (path) => term(path.split('/')[0] ?? path),
    verdict: (one, other) => `${offer(one)}${position(other)}`,
  };
}
