import type { AcceptedFinding } from '../offers/text/text.js';
import { nameOf } from './clauses.js';
import { textPatch, type Found } from './found.js';
import type { Subject } from './subject.js';

/** What an acceptance and a finding are matched by: the code, and the clauses in whatever order. */
export function matched(code: string, clauses: readonly string[]): string {
  return JSON.stringify([code, ...[...clauses].sort()]);
}

/** Acceptances by what they match; of two that match the same, the first one's reason stands. Without a reason none counts. */
export function acceptedIn(accepted: readonly AcceptedFinding[]): ReadonlyMap<string, string> {
  const reasoned = accepted.filter(hasReason);
  return new Map(reasoned.map(({ code, clauses, reason }) => [matched(code, clauses), reason] as const).reverse());
}

const hasReason = ({ reason }: AcceptedFinding) => reason.trim() !== '';

/** Acceptances that match nothing of what was found, since whatever was accepted is no longer there; and those without a reason. */
export function acceptancesOfNothing(subject: Subject, found: ReadonlySet<string>): readonly Found[] {
  return subject.text.accepted.flatMap((one, i): readonly Found[] => {
    const { code, clauses, reason } = one;
    const isThere = found.has(matched(code, clauses));
    if (isThere && hasReason(one)) return [];
    const [why, words] = isThere
      ? ['without a reason, so that it does not count', 'Say why it is to stand, or take that out.']
      : ['and there is no such finding', 'Take it out, or let it name the finding as the review does.'];
    const about = clauses.length === 0 ? '' : ` on ${clauses.map((id) => nameOf(subject, id)).join(', ')}`;
    return [
      {
        severity: 'note',
        clauses: [`accepted.${i}`],
        message: `The text lets “${code}”${about} stand, ${why}. ${words}`,
        mend: { words, patches: [textPatch(['accepted', i])] },
        facts: { code, clauses, reason },
      },
    ];
  });
}
