import type { Delivery } from './delivery.js';
import { reportsOf, type DutyReport, type TextRun } from './text-run.js';

/** Breaches of an obligation that somebody alleges, and that a body has found, as long as they are not cured. */
export interface Breaches {
  readonly alleged: readonly string[];
  readonly found: readonly string[];
  /** The day of the finding that stands. */
  readonly foundOn?: number;
  /** The day on which what had been found was last cured. */
  readonly curedOn?: number;
}

/**
 * How breaches of an obligation stand. Each allegation is cured by itself; what was found is by a cure that leaves nobody who
 * alleges it, or by the word of who found it.
 */
export function breachesOf(reports: readonly DutyReport[]): Breaches {
  const alleged = new Set<string>();
  const found = new Map<string, number>();
  let curedOn: number | undefined;
  for (const { what, by, day } of reports) {
    const whom = by?.[0] ?? '';
    if (what === 'breach alleged') alleged.add(whom);
    if (what === 'breach found') found.set(whom, day);
    if (what !== 'breach cured') continue;
    alleged.delete(whom);
    if (found.size === 0 || (alleged.size > 0 && !found.has(whom))) continue;
    found.clear();
    curedOn = day;
  }
  const foundOn = [...found.values()].at(-1);
  return {
    alleged: [...alleged],
    found: [...found.keys()],
    ...(foundOn !== undefined && { foundOn }),
    ...(curedOn !== undefined && { curedOn }),
  };
}

/** Those who, as was found, did not keep an obligation: of those who owe it together, the ones that the finding names. */
export function foundAgainst({ text, run }: Pick<Delivery, 'text' | 'run'>, obligation: string): readonly string[] {
  const owedBy = Object.hasOwn(text.obligations, obligation) ? text.obligations[obligation]?.owedBy.value : undefined;
  const finding = reportsOf(run, obligation).findLast(({ what }) => what === 'breach found');
  return finding?.against ?? owedBy ?? [];
}

/** Whether a body has found that an obligation was not kept, and that has not been cured. */
export function isFound(run: TextRun, obligation: string): boolean {
  return breachesOf(reportsOf(run, obligation)).found.length > 0;
}
