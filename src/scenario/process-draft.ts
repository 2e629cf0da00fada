import type { CalendarDate } from '../base/day.js';
import type { NoteDraft } from '../evidence/field.js';
import type { MomentDraft, Origin } from './origin-draft.js';
import type { Format, Mandate, VotingRule } from './process.js';

/** A precondition as a modeller writes it. */
export interface PreconditionDraft<S extends string, P extends string, K extends string> extends Origin<S> {
  readonly title: string;
  readonly party?: P;
  readonly jointly?: readonly K[];
  readonly note?: string;
}

/** A round as a modeller writes it. */
export interface RoundDraft<S extends string, P extends string, K extends string> extends Origin<S> {
  readonly label?: string;
  readonly venue?: NoteDraft<string, S>;
  readonly format?: NoteDraft<Format, S>;
  /** Those for which it names mandates, unless given. */
  readonly participants?: NoteDraft<readonly P[], S>;
  readonly held?: MomentDraft;
  readonly needs?: readonly K[];
  readonly mandates?: { readonly [party in P]?: NoteDraft<Mandate, S> };
  readonly note?: string;
}

/** A step of ratification as a modeller writes it. */
export interface RatificationStepDraft<S extends string> extends Origin<S> {
  readonly id: string;
  readonly label?: string;
  readonly body: string;
  /** @defaultValue as reported */
  readonly rule?: VotingRule;
  /** Days in which an approval may be objected to, that of the approval the first of them. */
  readonly objectionDays?: number;
  /** @defaultValue 'talks' */
  readonly onFailure?: 'talks' | 'ends';
  /** Another step, which is taken only where this one fails, and stands in its place. */
  readonly otherwise?: string;
}

/** A deadline as a modeller writes it. */
export interface DeadlineDraft<S extends string, P extends string> extends Origin<S> {
  readonly title: string;
  readonly by: CalendarDate;
  readonly kind: 'hard' | 'soft';
  readonly party?: P;
}

/** A rule of extension as a modeller writes it. */
export interface ExtensionRuleDraft<S extends string> extends Origin<S> {
  readonly title: string;
  readonly days?: number;
  readonly times?: number;
}

/**
 * The process as a modeller writes it; whatever is not known is left out.
 *
 * @example
 * defineScenario({
 *   id: 'lake',
 *   parties: { north: {}, south: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes' } },
 *   positions: {},
 *   process: {
 *     preconditions: { survey: { title: 'the stock has been counted' } },
 *     rounds: { spring: { needs: ['survey'], mandates: { north: 'negotiate', south: 'listen' } } },
 *     deadlines: { season: { title: 'the season opens', by: '2030-05', kind: 'hard' } },
 *   },
 * });
 */
export interface ProcessDraft<S extends string, P extends string, R extends string, K extends string> {
  readonly preconditions?: Readonly<Record<K, PreconditionDraft<NoInfer<S>, NoInfer<P>, NoInfer<K>>>>;
  readonly rounds?: Readonly<Record<R, RoundDraft<NoInfer<S>, NoInfer<P>, NoInfer<K>>>>;
  readonly ratification?: readonly RatificationStepDraft<NoInfer<S>>[];
  readonly deadlines?: Readonly<Record<string, DeadlineDraft<NoInfer<S>, NoInfer<P>>>>;
  readonly extensions?: Readonly<Record<string, ExtensionRuleDraft<NoInfer<S>>>>;
}
