import type { Patch } from '../base/drafts.js';
import type { TextFinding, Severity } from './finding.js';
import type { Subject } from './subject.js';

/** A finding as its kind gives it: its code is that under which the kind is listed. */
export interface Found {
  readonly severity: Severity;
  /** Ids of clauses. */
  readonly clauses: readonly string[];
  readonly message: string;
  readonly mend: TextFinding['mend'];
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A kind of finding: what it finds in a text. */
export type Kind = (subject: Subject) => readonly Found[];

/** A change to the text of an offer: a value put at a place, or what is there taken out. */
export function textPatch(path: readonly (string | number)[], value?: unknown): Patch {
  return value === undefined
    ? { op: 'remove', path: ['text', ...path] }
    : { op: 'add', path: ['text', ...path], value };
}

/** A value that only a mend suggests, with what it rests on. */
export const supposed = (value: unknown) => ({
  value,
  basis: 'assumed',
  because: 'Put there to mend a finding of a review.',
  citations: [],
});
