import type { CalendarDate } from '../base/day.js';
import { optional } from '../base/records.js';
import { weakestBasis, type Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import { citationsBy, knownSince, reportedBy } from '../evidence/clocks.js';
import type { Offer } from '../offers/offer.js';
import { canBlock, type Rigidity } from '../positions/position.js';
import type { Answer } from '../scenario/agreement.js';
import type { Scenario } from '../scenario/scenario.js';
import type { AnswerByScore } from './score.js';
import type { Verdict } from './verdict.js';

/** An answer that follows from the party's own positions. */
export interface AnswerByPosition {
  readonly answer: Answer;
  /** The verdicts it was drawn from. */
  readonly basis: Basis;
  /** The unmet red lines and demands behind a rejection, or the open ones behind indecision. */
  readonly positions: readonly string[];
}

/** An answer that follows from having put the offer forward. */
export interface AnswerByAuthorship {
  readonly answer: 'accepts';
  /** At best inferred; weaker where the authorship itself is. */
  readonly basis: Basis;
}

/** An answer as reported, or as entered in the course of talks. */
export interface DeclaredAnswer {
  readonly answer: Answer;
  readonly basis: Basis;
  readonly because?: string;
  readonly citations: readonly Citation[];
  /** Positions given up for this offer by accepting it. */
  readonly concedes: readonly string[];
  /** Red lines that a reported acceptance goes against: it is shown, and does not count while they stand. */
  readonly despite?: readonly string[];
}

/** The kinds of answer of one party, apart. Which of them counts, `answerThatCounts` says. */
export interface PartyAnswers {
  readonly byPosition: AnswerByPosition;
  /** Only where a modeller supposes a score of the party's. */
  readonly byScore?: AnswerByScore;
  readonly byAuthorship?: AnswerByAuthorship;
  readonly declared?: DeclaredAnswer;
}

/** Answers of each party, by id. */
export type ByParty<T> = Readonly<Record<string, T>>;

/**
 * What a party's positions answer: it rejects what leaves a red line or demand unmet, accepts what meets all of them,
 * and is undecided otherwise, or where it holds none. What it concedes by declaring otherwise is kept apart from this.
 */
export function answerByPosition(verdicts: readonly Verdict[], party: string): AnswerByPosition {
  const standing = verdicts.filter((v) => v.party === party && canBlock(v.rigidity.value));
  const unmet = standing.filter((v) => v.verdict === 'unmet');
  const open = standing.filter((v) => v.verdict === 'open');
  const because = unmet.length > 0 ? unmet : open.length > 0 ? open : standing;
  const accepts = standing.length > 0 && unmet.length === 0 && open.length === 0;
  return {
    answer: unmet.length > 0 ? 'rejects' : accepts ? 'accepts' : 'undecided',
    basis: because.length > 0 ? weakestBasis(because.map((v) => v.basis)) : 'inferred',
    positions: because.map((v) => v.position),
  };
}

/** The answers of every party to an offer. `entered` are those declared in the course of talks; they come before reports. */
export function answersTo(
  scenario: Scenario,
  offer: Offer,
  verdicts: readonly Verdict[],
  asOf: CalendarDate | undefined,
  entered: ByParty<DeclaredAnswer> = {},
  scored: ByParty<AnswerByScore> = {},
): ByParty<PartyAnswers> {
  const answers: Record<string, PartyAnswers> = {};
  for (const party of Object.keys(scenario.parties)) {
    // A party may be called `constructor`: only what the record itself holds is an answer.
    const own = Object.hasOwn(entered, party) ? entered[party] : undefined;
    const declared = own ?? reportedAnswer(scenario, offer.id, party, verdicts, asOf);
    answers[party] = {
      byPosition: answerByPosition(verdicts, party),
      ...(Object.hasOwn(scored, party) && optional('byScore', scored[party])),
      ...(offer.by?.value.includes(party) && {
        byAuthorship: { answer: 'accepts', basis: weakestBasis(['inferred', offer.by.basis]) },
      }),
      ...(declared && { declared }),
    };
  }
  return answers;
}

/**
 * The answer that counts: as declared, else by authorship, else by position. A score that is supposed of a party answers in
 * place of its positions, unless these reject. A reported acceptance that goes against a
 * red line of the same party does not count: one of the two has to be revised first.
 *
 * @example
 * const { answers } = assess(scenario, 'first-offer');
 * answers['north'] && answerThatCounts(answers['north']); // 'rejects'
 */
export function answerThatCounts(answers: PartyAnswers): Answer {
  return answers[kindThatCounts(answers)]?.answer ?? 'undecided';
}

/** Which of a party's kinds of answer is the one that counts. */
export function kindThatCounts({ declared, byAuthorship, byPosition, byScore }: PartyAnswers): keyof PartyAnswers {
  if (declared && !declared.despite) return 'declared';
  if (byAuthorship) return 'byAuthorship';
  return byPosition.answer === 'rejects' || !byScore ? 'byPosition' : 'byScore';
}

/** What a party was reported by `asOf` to have answered; the latest report where there are several. */
function reportedAnswer(
  scenario: Scenario,
  offer: string,
  party: string,
  verdicts: readonly Verdict[],
  asOf: CalendarDate | undefined,
): DeclaredAnswer | undefined {
  if (scenario.answers.length === 0) return undefined;
  const reports = scenario.answers
    .filter((a) => a.offer === offer && a.party === party)
    .map((a) => ({ ...a, since: a.reported ?? knownSince(a.citations, scenario.sources) }))
    .filter((a) => reportedBy(a.since, asOf));
  const latest = reports.reduce<(typeof reports)[number] | undefined>(
    (best, a) => (best === undefined || (a.since ?? '') >= (best.since ?? '') ? a : best),
    undefined,
  );
  if (!latest) return undefined;
  const { answer, basis, because, citations } = latest;
  const unmet = (rigidity: Rigidity) =>
    verdicts
      .filter((v) => v.party === party && v.verdict === 'unmet' && v.rigidity.value === rigidity)
      .map((v) => v.position);
  const accepted = answer === 'accepts';
  const despite = accepted ? unmet('red line') : [];
  return {
    answer,
    basis,
    ...(because === undefined ? {} : { because }),
    citations: citationsBy(citations, scenario.sources, asOf),
    concedes: accepted ? unmet('demand') : [],
    ...(despite.length > 0 && { despite }),
  };
}
