import type { DealRun, TalksContext } from './context.js';

/** Whether a phase that began before the present one still goes on beside it. */
export function goesOnBeside({ text, phase: present }: DealRun, phase: number): boolean {
  return (
    text !== undefined && phase < present && Object.hasOwn(text.phases, phase) && !Object.hasOwn(text.ended, phase)
  );
}

/** The phase that is made longer: the one named, or the latest of those under way; the last to begin, where none is. */
export function phaseToExtend(deal: DealRun, named: number | undefined): number {
  const { phase: present, text } = deal;
  if (named !== undefined) return named;
  if (!text || !Object.hasOwn(text.ended, present)) return present;
  for (let phase = present - 1; phase > 0; phase--) if (goesOnBeside(deal, phase)) return phase;
  return present;
}

/** The present phase of a deal, and those that may still go on beside it. */
export function phasesBegun({ deal }: TalksContext): readonly number[] {
  if (!deal) return [];
  return [...new Set([...Object.keys(deal.text?.phases ?? {}).map(Number), deal.phase])];
}

/** Phases that may still go on beside the present one. */
export function phasesBeside(context: TalksContext): readonly number[] {
  return phasesBegun(context).filter((phase) => phase !== context.deal?.phase);
}
