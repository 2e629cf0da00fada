import { assess, type Assessment, type AssessOptions } from '../assessment/assess.js';
import { kindThatCounts, type ByParty, type PartyAnswers } from '../assessment/answers.js';
import type { AnswerByScore } from '../assessment/score.js';
import { mapValues } from '../base/records.js';
import { weakerBasis, type Basis } from '../evidence/basis.js';
import type { Offer } from '../offers/offer.js';
import { canBlock } from '../positions/position.js';
import { outcomeOf, weightIn, type Agreement, type Answer, type Outcome } from '../scenario/agreement.js';
import { coalitionsOf } from '../scenario/coalitions.js';
import type { Scenario } from '../scenario/scenario.js';
import { besideOpposite, type PositionBeside } from './beside.js';

/** The answer of a party that counts, and of which kind it is. */
export interface AnswerCounted {
  readonly answer: Answer;
  /** Absent where none counts yet, which leaves a party undecided. */
  readonly by?: keyof PartyAnswers;
  readonly basis: Basis;
}

/** Which kind of a party's answers counts. */
export type Counting = (party: string, given: PartyAnswers) => keyof PartyAnswers | undefined;

/** An undeclared answer counts as well as a declared one. */
export const allCount: Counting = (_, given) => kindThatCounts(given);

/** A party whose acceptance would help to an agreement, with what stands in its way. */
export interface PartyMissing extends AnswerCounted {
  readonly party: string;
  /** Its red lines and demands that the offer leaves unmet, or that are open on it, each beside what stands opposite. */
  readonly positions: readonly PositionBeside[];
  /** What the offer may be worth to it, where a modeller supposes a score of the party's that it does not reach for sure. */
  readonly score?: AnswerByScore;
}

/** Whose acceptance an offer still lacks. Plain JSON. */
export interface AcceptanceMissing {
  readonly scenario: string;
  readonly offer: string;
  readonly asOf?: string;
  /** What the answers that count come to now. */
  readonly outcome: Outcome;
  /** The answer that counts, of each party whose acceptance the rule of agreement asks about. */
  readonly answers: ByParty<AnswerCounted>;
  /**
   * The smallest sets of parties that would make it an agreement by accepting besides, fewest first and then in the order of
   * the rule. The empty set alone, where it is agreed.
   */
  readonly sets: readonly (readonly string[])[];
  /** Whether these are all sets; there are no more than a thousand of them. */
  readonly complete: boolean;
  /** The parties of these sets, in the order of the rule. */
  readonly parties: readonly PartyMissing[];
  /** The weakest of the rule of agreement and of the answers. */
  readonly basis: Basis;
}

/**
 * Whose acceptance an offer still lacks under the rule of agreement: the smallest sets of parties whose acceptance besides
 * would make it one, with vetoes, quota and weights, and the positions in the way of each.
 *
 * Smallest means that without any one of its parties a set would not do: the minimal winning coalitions of what is left of
 * the rule (Felsenthal and Machover, "The measurement of voting power", 1998).
 *
 * @param offer - an offer of the scenario by its id, or a whole one that fits it
 * @throws what `assess` throws
 * @example
 * const { outcome, sets, parties } = acceptanceStillMissing(scenario, 'first-offer');
 * outcome; // 'blocked'
 * sets; // [['north']]
 * parties[0]?.positions.map((position) => position.title); // ['catch: at least 40 tonnes']
 * parties[0]?.positions[0]?.opposite.map((position) => position.title); // ['catch: at most 60 tonnes']
 */
export function acceptanceStillMissing(
  scenario: Scenario,
  offer: string | Offer,
  options: AssessOptions = {},
): AcceptanceMissing {
  return acceptanceMissing(scenario, assess(scenario, offer, options));
}

/** The same of an offer that has been assessed, wherever these answers count. */
export function acceptanceMissing(
  scenario: Scenario,
  assessment: Assessment,
  counting: Counting = allCount,
): AcceptanceMissing {
  const { agreement } = scenario;
  const { of } = agreement;
  const counted = Object.fromEntries(of.flatMap((party) => answerCounted(party, assessment.answers[party], counting)));
  const accepting = of.filter((party) => counted[party]?.answer === 'accepts');
  const { sets, complete } = coalitionsOf(restOf(agreement, accepting));
  const place = (party: string) => of.indexOf(party);
  const inOrder = [...sets].sort((a, b) => {
    const differs = a.findIndex((party, i) => party !== b[i]);
    return a.length - b.length || (differs < 0 ? 0 : place(a[differs] ?? '') - place(b[differs] ?? ''));
  });
  return {
    scenario: scenario.id,
    offer: assessment.offer,
    ...(assessment.asOf !== undefined && { asOf: assessment.asOf }),
    outcome: outcomeOf(
      agreement,
      mapValues(counted, ({ answer }) => answer),
    ),
    answers: counted,
    sets: inOrder,
    complete,
    parties: of.flatMap((party): readonly PartyMissing[] => {
      const now = counted[party];
      if (!now || !sets.some((set) => set.includes(party))) return [];
      const inTheWay = assessment.verdicts.filter(
        (v) => v.party === party && v.verdict !== 'met' && canBlock(v.rigidity.value),
      );
      const score = assessment.answers[party]?.byScore;
      return [
        {
          party,
          ...now,
          positions: inTheWay.map((verdict) => besideOpposite(verdict, assessment)),
          ...(score && score.answer !== 'accepts' && { score }),
        },
      ];
    }),
    basis: Object.values(counted).reduce((weakest, { basis }) => weakerBasis(weakest, basis), agreement.basis),
  };
}

function answerCounted(
  party: string,
  given: PartyAnswers | undefined,
  counting: Counting,
): readonly (readonly [string, AnswerCounted])[] {
  const by = given && counting(party, given);
  const counted = by && given[by];
  if (!counted) return [[party, { answer: 'undecided', basis: 'inferred' }]];
  return [[party, { answer: counted.answer, by, basis: counted.basis }]];
}

/** What a rule of agreement asks of the others, once these accept. */
function restOf(agreement: Agreement, accepting: readonly string[]): Agreement {
  const of = agreement.of.filter((party) => !accepting.includes(party));
  const [needed, vetoes] =
    agreement.rule === 'unanimity' ? [agreement.of.length, agreement.of] : [agreement.needed, agreement.vetoes];
  return {
    rule: 'weights',
    of,
    weights: Object.fromEntries(of.map((party) => [party, weightIn(agreement, party)])),
    needed: accepting.reduce((left, party) => left - weightIn(agreement, party), needed),
    vetoes: vetoes.filter((party) => !accepting.includes(party)),
    basis: agreement.basis,
  };
}
