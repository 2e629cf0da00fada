import { kindThatCounts, type PartyAnswers } from '../assessment/answers.js';
import { mandateCovers, type Mandate } from '../scenario/process.js';
import type { TalksOptions } from './options.js';

/**
 * Which kind of a party's answers counts in talks, if any does yet: undeclared ones only where the talks are run so, and
 * its delegation may answer.
 */
export function kindInTalks(
  given: PartyAnswers,
  { answers }: TalksOptions,
  mandate: Mandate | undefined,
): keyof PartyAnswers | undefined {
  if (given.declared && !given.declared.despite) return 'declared';
  const mayAnswer = mandate === undefined || mandateCovers(mandate, 'negotiate');
  return answers !== 'declared' && mayAnswer ? kindThatCounts(given) : undefined;
}
