import { isDeepFrozen } from '../base/freeze.js';
import type { Basis } from '../evidence/basis.js';
import type { Source } from '../evidence/source.js';
import type { Offers } from '../offers/offer.js';
import type { Setting } from '../offers/ledger.js';
import type { Condition } from '../positions/condition.js';
import type { Positions } from '../positions/position.js';
import type { Statement } from '../positions/statement.js';
import type { Counts } from '../terms/count.js';
import type { ExchangeKeys } from '../terms/exchange.js';
import { layOut } from '../terms/lay-out.js';
import type { Layout } from '../terms/layout.js';
import type { Space } from '../terms/space.js';
import type { Terms } from '../terms/term.js';
import type { Agreement } from './agreement.js';
import type { Party } from './party.js';
import type { Process } from './process.js';
import type { NamedStickingPoint, ReportedAnswer } from './reported-answer.js';
import type { Score } from './score.js';
import type { TimelineEntry } from './timeline.js';

/** A condition on every deal that belongs to no party: a norm, or what a word implies. Never proposed as a concession. */
export interface Invariant {
  readonly title: string;
  readonly condition: Condition;
  readonly basis: Basis;
  readonly because?: string;
}

/** Which way a text is read. */
export type Direction = 'ltr' | 'rtl';

/**
 * Everything known about one negotiation, checked and filled in by `defineScenario` or `checkScenario`. Plain JSON, frozen.
 *
 * @example
 * scenario.agreement.of; // ['north', 'south']
 * scenario.positions['enough']?.title; // 'catch: at least 40 tonnes'
 */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** The language its texts are written in, as a BCP 47 tag: `en`, `ar`, `he`. */
  readonly language?: string;
  /** Which way that language is read, where it is not from left to right. */
  readonly direction?: Direction;
  /** What a field rests on where neither it nor its record says. */
  readonly basis: Basis;
  readonly note?: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly parties: Readonly<Record<string, Party>>;
  readonly terms: Terms;
  readonly counts: Counts;
  readonly exchange: ExchangeKeys;
  readonly space: Space;
  readonly agreement: Agreement;
  /** Parties that answer by an additive score; empty in what reports alone support. */
  readonly scores: Readonly<Record<string, Score>>;
  readonly positions: Positions;
  readonly invariants: Readonly<Record<string, Invariant>>;
  readonly offers: Offers;
  readonly answers: readonly ReportedAnswer[];
  readonly named: readonly NamedStickingPoint[];
  readonly statements: Readonly<Record<string, Statement>>;
  readonly process: Process;
  readonly timeline: readonly TimelineEntry[];
}

// A memo, not state: what it holds follows from the parts of the scenario that it was made of, as long as they are frozen.
// By its terms, since talks make many scenarios of one that differ in other parts.
const settings = /* @__PURE__ */ new WeakMap<Terms, Setting>();

/**
 * The offer space of a scenario as variables and ties, laid out once for each scenario.
 *
 * @example
 * layoutOf(scenario).variables.map((variable) => variable.name);
 * // ['phases', 'phase@1', 'length', 'length@1', 'catch', 'observer']
 */
export function layoutOf(scenario: Pick<Scenario, 'terms' | 'space' | 'counts'>): Layout {
  const known = settings.get(scenario.terms);
  const same = known?.counts === scenario.counts && known.space === scenario.space;
  return known && same ? known.layout : layOut(scenario);
}

/**
 * What reading an offer of this scenario needs.
 *
 * @example
 * const deal = readDeal(settingOf(scenario), first);
 */
export function settingOf(scenario: Pick<Scenario, 'sources' | 'terms' | 'space' | 'counts'>): Setting {
  const { sources, terms, counts, space } = scenario;
  const known = settings.get(terms);
  if (known && known.sources === sources && known.counts === counts && known.space === space) return known;
  const setting = { sources, terms, counts, space, layout: layOut(scenario) };
  if (![sources, terms, counts, space].every(isDeepFrozen)) return setting;
  // Frozen, it says that what follows from it can be remembered; the layout is not, for frozen lists are slow to read.
  settings.set(terms, Object.freeze(setting));
  return setting;
}
