import type { Patch } from '../../base/drafts.js';
import { pathIn } from '../fields.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';
import { unsettledValues, type UnsettledValue } from '../unsettled-values.js';

/** Something left to be agreed later, or on the agenda, without by whom, by when, or without what holds otherwise. */
export function find(subject: Subject): readonly Found[] {
  return unsettledValues(subject).flatMap((open): readonly Found[] => {
    const { clause, value, called } = open;
    if (value.unsettled !== 'deferred' && value.unsettled !== 'on the agenda') return [];
    const { between, until, otherwise } = {
      ...promisedOn(subject, open),
      ...(value.unsettled === 'deferred' && value),
    };
    const byNobody = between === undefined || between.length === 0;
    const missing = [
      ...(byNobody ? ['by whom'] : []),
      ...(until === undefined ? ['by when'] : []),
      ...(otherwise === undefined ? ['what holds if it is not'] : []),
    ];
    if (missing.length === 0) return [];
    const [left, words] =
      value.unsettled === 'deferred'
        ? ['is left to be agreed', `Say ${missing.join(', and ')}.`]
        : ['is on the agenda', `Defer it, and say ${missing.join(', and ')}; or promise talks that settle it.`];
    // What holds otherwise only the parties can say; whose agreement the deal takes, the scenario does.
    const alone = byNobody && missing.length === 1 ? betweenPatch(subject, open) : undefined;
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `${called} ${left}, and the text does not say ${missing.join(', nor ')}. ${words}`,
        mend: { words, ...(alone && { patches: [alone] }) },
        facts: { value },
      },
    ];
  });
}

/** That those are to agree on it whose agreement the deal takes; nothing where reports of the term differ, or nobody's is. */
function betweenPatch({ offer, scenario }: Subject, { clause, phase, obligation }: UnsettledValue): Patch | undefined {
  const { of } = scenario.agreement;
  if (obligation !== undefined) {
    const path = ['text', 'obligations', obligation, 'amount', 'value', 'between'];
    return of.length === 0 ? undefined : { op: 'add', path, value: of };
  }
  const place = phase === undefined ? ['terms'] : ['phases', phase - 1, 'terms'];
  const path = pathIn(clause);
  const field = (phase === undefined ? offer : offer.phases[phase - 1])?.terms[path];
  if (!field || 'readings' in field || of.length === 0) return undefined;
  return { op: 'add', path: [...place, path, 'value', 'between'], value: of };
}

/**
 * Between whom talks that the text promises on a phase are, by when they end, and what holds otherwise, for what the phase
 * leaves open. Talks of which nobody is named are between all whose agreement the deal takes.
 */
function promisedOn(
  { text, scenario }: Subject,
  { phase }: UnsettledValue,
): { readonly between?: readonly string[]; readonly until?: unknown; readonly otherwise?: string } {
  const talks = phase === undefined ? undefined : Object.values(text.talks).find(({ on }) => on === phase);
  if (!talks) return {};
  const { between, end, otherwise } = talks;
  return {
    between: between.length > 0 ? between : scenario.agreement.of,
    ...(end && { until: end }),
    ...(otherwise !== undefined && { otherwise }),
  };
}
