import type { Patch } from '../../base/drafts.js';
import { isUnsettled } from '../../terms/value.js';
import { nameOf } from '../clauses.js';
import { pathIn, valuesOf } from '../fields.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** Something left to be agreed later, or on the agenda, without by whom, by when, or without what holds otherwise. */
export function find(subject: Subject): readonly Found[] {
  return valuesOf(subject.offer).flatMap(([clause, value]): readonly Found[] => {
    if (!isUnsettled(value)) return [];
    if (value.unsettled !== 'deferred' && value.unsettled !== 'on the agenda') return [];
    const { between, until, otherwise } = {
      ...promisedOn(subject, clause),
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
    const alone = byNobody && missing.length === 1 ? betweenPatch(subject, clause) : undefined;
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `${nameOf(subject, clause)} ${left}, and the text does not say ${missing.join(', nor ')}. ${words}`,
        mend: { words, ...(alone && { patches: [alone] }) },
        facts: { value },
      },
    ];
  });
}

/** That those are to agree on it whose agreement the deal takes; nothing where reports of the term differ, or nobody's is. */
function betweenPatch({ offer, scenario }: Subject, clause: string): Patch | undefined {
  const [, phase] = /^phases\.(\d+)\./.exec(clause) ?? [];
  const place = phase === undefined ? ['terms'] : ['phases', Number(phase) - 1, 'terms'];
  const path = pathIn(clause);
  const field = (phase === undefined ? offer : offer.phases[Number(phase) - 1])?.terms[path];
  const { of } = scenario.agreement;
  if (!field || 'readings' in field || of.length === 0) return undefined;
  return { op: 'add', path: [...place, path, 'value', 'between'], value: of };
}

/**
 * Between whom talks that the text promises on a phase are, by when they end, and what holds otherwise, for what the phase
 * leaves open. Talks of which nobody is named are between all whose agreement the deal takes.
 */
function promisedOn(
  { text, scenario }: Subject,
  clause: string,
): { readonly between?: readonly string[]; readonly until?: unknown; readonly otherwise?: string } {
  const [, phase] = /^phases\.(\d+)\./.exec(clause) ?? [];
  const talks = Object.values(text.talks).find(({ on }) => String(on) === phase);
  if (!talks) return {};
  const { between, end, otherwise } = talks;
  return {
    between: between.length > 0 ? between : scenario.agreement.of,
    ...(end && { until: end }),
    ...(otherwise !== undefined && { otherwise }),
  };
}
