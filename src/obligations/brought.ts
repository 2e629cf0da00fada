import { reportOf } from '../offers/text/reporting.js';
import type { Text } from '../offers/text/text.js';
import type { TextRun } from './text-run.js';

/** The ids of all that a text makes due, the reports of its bodies among them. */
function dutiesIn({ obligations, bodies }: Pick<Text, 'obligations' | 'bodies'>): readonly string[] {
  const reporting = Object.keys(bodies).filter((id) => bodies[id]?.reports);
  return [...Object.keys(obligations), ...reporting.map(reportOf)];
}

/**
 * A run whose deal goes by another text from a day on: what that brings which was in none of the texts before it is in force since
 * then, and due no sooner.
 */
export function broughtBy(run: TextRun, now: Text, before: readonly (Text | undefined)[], day: number): TextRun {
  const known = new Set(before.flatMap((text) => (text ? dutiesIn(text) : [])));
  const added = dutiesIn(now).filter((id) => !known.has(id));
  if (added.length === 0) return run;
  return { ...run, brought: { ...run.brought, ...Object.fromEntries(added.map((id) => [id, day])) } };
}
