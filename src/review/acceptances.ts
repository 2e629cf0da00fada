import type { AcceptedFinding } from '../offers/text/text.js';
import { nameOf } from './clauses.js';
import { textPatch, type Found } from './found.js';
import type { Subject } from './subject.js';

/** What an acceptance and a finding are matched by: the code, and the clauses in whatever order. */
export function matched(code: string, clauses: readonly string[]): string {
  return JSON.stringify([code, ...[...clauses].sort()]);
}

/** Acceptances by what they match; of two that match the same, the first one's reason stands. */
export function acceptedIn(accepted: readonly AcceptedFinding[]): ReadonlyMap<string, string> {
  return new Map(accepted.map(({ code, clauses, reason }) => [matched(code, clauses), reason] as const).reverse());
}

/** Acceptances that match nothing of what was found: whatever was accepted is no longer there. */
export function acceptancesOfNothing(subject: Subject, found: ReadonlySet<string>): readonly Found[] {
  return subject.text.accepted.flatMap(({ code, clauses, reason }, i): readonly Found[] => {
    if (found.has(matched(code, clauses))) return [];
    const words = 'Take it out, or let it name the finding as the review does.';
    const about = clauses.length === 0 ? '' : ` on ${clauses.map((id) => nameOf(subject, id)).join(', ')}`;
    return [
      {
        severity: 'note',
        clauses: [`accepted.${i}`],
        message: `The text lets “${code}”${about} stand, and there is no such finding. ${words}`,
        mend: { words, patches: [textPatch(['accepted', i])] },
        facts: { code, clauses, reason },
      },
    ];
  });
}
