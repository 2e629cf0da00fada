import { answersTo, type ByParty, type DeclaredAnswer } from '../assessment/answers.js';
import type { Assessment } from '../assessment/assess.js';
import type { AnswerByScore } from '../assessment/score.js';
import { mapEntries } from '../base/records.js';
import type { Offer } from '../offers/offer.js';
import { canBlock, type Rigidity } from '../positions/position.js';
import type { Scenario } from '../scenario/scenario.js';

/** The red lines or demands of a party that an offer leaves unmet. */
export function unmetOf(party: string, rigidity: Rigidity, current: Assessment | undefined): readonly string[] {
  return (current?.verdicts ?? [])
    .filter((v) => v.party === party && v.verdict === 'unmet' && v.rigidity.value === rigidity)
    .map((v) => v.position);
}

/**
 * An assessment with the answers declared in the course of talks, which come before reported ones. An acceptance does not
 * count while it goes against a red line that has become known since: one of the two has to be revised first.
 *
 * @param offer - as it was known by the day of the assessment
 */
export function withDeclared(
  scenario: Scenario,
  offer: Offer,
  bare: Assessment,
  declared: ByParty<DeclaredAnswer>,
): Assessment {
  const entered = mapEntries(declared, (party, answer): DeclaredAnswer => {
    const despite = answer.answer === 'accepts' ? unmetOf(party, 'red line', bare) : [];
    return despite.length > 0 ? { ...answer, despite } : answer;
  });
  const scored: Record<string, AnswerByScore> = {};
  for (const [party, { byScore }] of Object.entries(bare.answers)) if (byScore) scored[party] = byScore;
  const answers = answersTo(scenario, offer, bare.verdicts, bare.asOf, entered, scored);
  const conceded = Object.values(answers).flatMap((given) => given.declared?.concedes ?? []);
  // From the verdicts, not from the bare sticking points: a rejection takes back what a reported acceptance conceded.
  const stickingPoints = bare.verdicts.filter(
    (v) => canBlock(v.rigidity.value) && v.verdict === 'unmet' && !conceded.includes(v.position),
  );
  return { ...bare, answers, stickingPoints };
}
