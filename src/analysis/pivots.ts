import { assess, type Assessment, type AssessOptions } from '../assessment/assess.js';
import { answerByPosition, type PartyAnswers } from '../assessment/answers.js';
import type { Verdict } from '../assessment/verdict.js';
import { mapEntries } from '../base/records.js';
import type { Offer } from '../offers/offer.js';
import { canBlock } from '../positions/position.js';
import { outcomeOf, type Answer, type Outcome } from '../scenario/agreement.js';
import type { Scenario } from '../scenario/scenario.js';
import { allCount, type Counting } from './acceptance-still-missing.js';
import { besideOpposite, type PositionBeside } from './beside.js';

/** A position whose change alone would change what the answers to an offer come to. */
export interface Pivot extends PositionBeside {
  /** What they would come to, were it met by this offer and everything else as it is. */
  readonly ifMet: Outcome;
  /** And were it given up: a party that then holds no red line or demand is undecided. */
  readonly ifGivenUp: Outcome;
}

/** The positions on which the outcome of an offer turns. Plain JSON. */
export interface Pivots {
  readonly scenario: string;
  readonly offer: string;
  readonly asOf?: string;
  /** What the answers that count come to now. */
  readonly outcome: Outcome;
  /** In the declared order of an assessment. */
  readonly pivots: readonly Pivot[];
}

/**
 * The red lines and demands, unmet by an offer or open on it, whose change alone would change what the answers that count
 * come to (agreed, blocked or undecided), each beside what stands opposite it. Where two positions stand in the way, neither is
 * one. It says what would follow, and not whose it is to change.
 *
 * @param offer - an offer of the scenario by its id, or a whole one that fits it
 * @throws what `assess` throws
 * @example
 * const { outcome, pivots: found } = pivots(scenario, 'first-offer');
 * outcome; // 'blocked'
 * found.map((pivot) => [pivot.position, pivot.ifMet, pivot.ifGivenUp]); // [['enough', 'agreed', 'undecided']]
 * found[0]?.opposite.map((position) => position.title); // ['catch: at most 60 tonnes']
 */
export function pivots(scenario: Scenario, offer: string | Offer, options: AssessOptions = {}): Pivots {
  return pivotsIn(scenario, assess(scenario, offer, options));
}

/** The same of an offer that has been assessed, wherever these answers count. */
export function pivotsIn({ id, agreement }: Scenario, assessment: Assessment, counting: Counting = allCount): Pivots {
  const { answers, verdicts } = assessment;
  const counted = (party: string, given: PartyAnswers): Answer => {
    const kind = counting(party, given);
    return (kind && given[kind]?.answer) ?? 'undecided';
  };
  const now = mapEntries(answers, counted);
  const outcome = outcomeOf(agreement, now);
  const outcomeWith = (changed: Verdict, held: readonly Verdict[]): Outcome => {
    const given = answers[changed.party];
    if (!given) return outcome;
    const then = counted(changed.party, givenWith(given, changed, held));
    return outcomeOf(agreement, { ...now, [changed.party]: then });
  };
  const found = verdicts
    .filter((v) => v.verdict !== 'met' && canBlock(v.rigidity.value))
    .map((v): Pivot => {
      const others = verdicts.filter((other) => other !== v);
      return {
        ...besideOpposite(v, assessment),
        ifMet: outcomeWith(v, [...others, { ...v, verdict: 'met' }]),
        ifGivenUp: outcomeWith(v, others),
      };
    });
  return {
    scenario: id,
    offer: assessment.offer,
    ...(assessment.asOf !== undefined && { asOf: assessment.asOf }),
    outcome,
    pivots: found.filter(({ ifMet, ifGivenUp }) => ifMet !== outcome || ifGivenUp !== outcome),
  };
}

/** The answers of a party once one of its positions has changed. An acceptance that went against nothing else counts again. */
function givenWith({ declared, ...given }: PartyAnswers, changed: Verdict, held: readonly Verdict[]): PartyAnswers {
  const byPosition = answerByPosition(held, changed.party);
  if (!declared?.despite) return { ...given, byPosition, ...(declared && { declared }) };
  const { despite: against, ...rest } = declared;
  const despite = against.filter((position) => position !== changed.position);
  return { ...given, byPosition, declared: despite.length > 0 ? { ...rest, despite } : rest };
}
