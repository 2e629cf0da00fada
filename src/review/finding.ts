import type { Patch } from '../base/drafts.js';

/**
 * How much a finding weighs, by one rule:
 *
 * - `breaks`: as the text stands, no course of events carries the clause out in time, if nothing is done before the text sets
 *   it off;
 * - `unclear`: whether, when, by whom or how far it is carried out depends on what the text does not say;
 * - `note`: it can be carried out as it stands, and its drafters may want to know.
 */
export const SEVERITIES = ['breaks', 'unclear', 'note'] as const;

/** How much a finding weighs: one of {@link SEVERITIES}. */
export type Severity = (typeof SEVERITIES)[number];

/** A clause that a finding points at. */
export interface FoundClause {
  /** Where it stands: `obligations.survey`, `talks.second`, `phases.2`, `terms.catch`. */
  readonly id: string;
  readonly label: string;
  /** As the text numbers it: `Article 3 (b)`. */
  readonly clause?: string;
}

/** What would mend a finding. */
export interface Mend {
  readonly words: string;
  /**
   * The same as changes to the offer, for `applyPatches`, where it can be said without adding what only the parties can
   * settle. One way of several: it is as little as takes the finding away, and proposes nothing.
   */
  readonly patches?: readonly Patch[];
}

/**
 * Something that a text leaves undone, undecided or impossible, as data.
 *
 * @example
 * const draft = checkOffer(scenario, 'draft', { text: { obligations: { survey: { owedBy: ['north'] } } } });
 * const [finding]: readonly TextFinding[] = draft.ok ? review(scenario, draft.value) : [];
 * finding?.code; // 'review/no-trigger'
 * finding?.clauses.map(({ id }) => id); // ['obligations.survey']
 */
export interface TextFinding {
  /** `review/what`, stable from version to version. */
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The clauses it is about; of a circle, in order: each waits for the next, and the last for the first. */
  readonly clauses: readonly FoundClause[];
  /** Names the clauses, what is the matter with them, and the way out. */
  readonly message: string;
  readonly mend: Mend;
  /** What the sentence was made from, as plain JSON. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Why whoever drafted the text lets it stand, where the text says so. */
  readonly accepted?: string;
}

/** Every kind of finding, in the order in which findings of one severity are told. */
export const FINDING_CODES = [
  'review/circular-sequence',
  'review/dead-trigger',
  'review/window-closes-first',
  'review/deadline-before',
  'review/more-owed-than-exists',
  'review/less-owed-than-given',
  'review/levels-exclude',
  'review/total-adds-nothing',
  'review/key-totals',
  'review/key-circle',
  'review/key-gives-nothing',
  'review/body-cannot-decide',
  'review/chair-without-vote',
  'review/precedence-circle',
  'review/out-of-instrument',
  'review/no-amount',
  'review/no-trigger',
  'review/trigger-at-will',
  'review/not-adhered',
  'review/no-verifier',
  'review/verifies-itself',
  'review/creditor-verifies',
  'review/talks-without-date',
  'review/talks-without-fallback',
  'review/talks-not-promised',
  'review/open-selection',
  'review/phases-overlap',
  'review/phase-gap',
  'review/no-length',
  'review/held-at-end',
  'review/recurring-without-end',
  'review/too-many-times',
  'review/amount-untold',
  'review/share-of-nothing',
  'review/extension-without-end',
  'review/undefined-term',
  'review/readings-contradict',
  'review/ambiguous',
  'review/deferred-without-end',
  'review/no-ratification',
  'review/mandate-too-narrow',
  'review/accepts-nothing',
] as const;

/** What a finding is: one of {@link FINDING_CODES}. */
export type FindingCode = (typeof FINDING_CODES)[number];
