import type { Patch } from '../base/drafts.js';
import { reporterOf } from '../offers/text/reporting.js';
import type { Text } from '../offers/text/text.js';
import { duty } from './clauses.js';
import type { FindingCode } from './finding.js';
import type { Found } from './found.js';

/**
 * The kinds of finding for which the reports that bodies owe are read as well: those that hang on days and triggers. Who
 * verifies a report, or has taken it on, no text says.
 */
export const OF_REPORTS: readonly FindingCode[] = [
  'review/circular-sequence',
  'review/dead-trigger',
  'review/window-closes-first',
  'review/deadline-before',
  'review/no-trigger',
  'review/trigger-at-will',
  'review/phase-gap',
  'review/no-length',
  'review/recurring-without-end',
  'review/too-many-times',
];

/** What is found of the duty of a body to report, told and mended where the text has it: in the clause of the body. */
export function inBodies(text: Pick<Text, 'bodies'>, { clauses, mend, facts, ...found }: Found): Found {
  const place = (clause: unknown) => {
    const body = reporterOf(text, String(clause).replace(duty(''), ''));
    return body === undefined ? String(clause) : `bodies.${body}`;
  };
  const named: unknown = facts?.['clauses'];
  const patches = mend.patches?.map((patch) => patchInBody(text, patch));
  return {
    ...found,
    clauses: clauses.map(place),
    mend: { ...mend, ...(patches && { patches }) },
    ...(facts && { facts: { ...facts, ...(Array.isArray(named) && { clauses: named.map(place) }) } }),
  };
}

/** A change to the duty of a body, where the text has that: there triggers stand bare, with no grounds of their own. */
function patchInBody(text: Pick<Text, 'bodies'>, patch: Patch): Patch {
  const [, section, id, key, ...rest] = patch.path;
  const body = section === 'obligations' && typeof id === 'string' ? reporterOf(text, id) : undefined;
  if (body === undefined || key === undefined) return patch;
  const path = ['text', 'bodies', body, 'reports', key, ...rest];
  const { value } = patch;
  const isNoted = typeof value === 'object' && value !== null && 'value' in value;
  return { ...patch, path, ...(isNoted && { value: value.value }) };
}
