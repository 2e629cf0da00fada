import { answerThatCounts, type PartyAnswers } from '../../assessment/answers.js';
import type { Verdict } from '../../assessment/verdict.js';
import type { Talks } from '../../machine/talks.js';
import { canBlock } from '../../positions/position.js';
import type { Finding, TalksInvariant } from '../invariant.js';
import { together } from './together.js';

/**
 * Whoever counts as accepting the offer on the table does so on record, and what is conceded by it sticks no more.
 *
 * An acceptance follows from positions (or from a score supposed in their place), from having put the offer forward, or is
 * declared. One that is declared names every unmet demand it gives up, and gives up no red line; nothing else takes a
 * sticking point away. Undetermined where an unmet demand is not named and reports may have come after the acceptance. Held
 * where nothing lies on the table: it speaks of talks in which something does.
 *
 * @example
 * const talks = openTalks(scenario);
 * talks.do({ type: 'offer.tabled', offer: 'first-offer' });
 * talks.do({ type: 'answer.declared', party: 'north', answer: 'accepts' });
 * talks.answers['north']?.declared?.concedes; // ['enough']
 * acceptancesOnRecord().talks(talks); // 'held'
 */
export function acceptancesOnRecord(): TalksInvariant {
  return {
    title: 'whoever accepts does so on record',
    talks: (talks) =>
      together([...Object.keys(talks.answers).map((party) => recordOf(talks, party)), stickingAsRecorded(talks)]),
    speaksOf: ({ offer }) => offer !== undefined,
    ofStateAlone: true,
  };
}

/** Whether the answer of one party is on record. */
function recordOf(talks: Talks, party: string): Finding {
  const given = talks.answers[party];
  if (!given) return 'held';
  const own = standingOf(talks).filter((v) => v.party === party);
  const conceded = given.declared?.concedes ?? [];
  const named = own.filter((v) => conceded.includes(v.position));
  // Nobody concedes what is another's, or not held, or a red line; and only an acceptance concedes.
  const strange = named.length < new Set(conceded).size || named.some((v) => v.rigidity.value === 'red line');
  if (strange || (conceded.length > 0 && given.declared?.answer !== 'accepts')) return 'broken';
  return answerThatCounts(given) === 'accepts' ? groundOf(talks, party, given, own) : 'held';
}

/** What the acceptance of a party that counts rests on. */
function groundOf(talks: Talks, party: string, given: PartyAnswers, own: readonly Verdict[]): Finding {
  const unmet = own.filter((v) => v.verdict === 'unmet');
  const { declared, byAuthorship, byScore } = given;
  if (declared && !declared.despite) {
    if (unmet.some((v) => v.rigidity.value === 'red line')) return 'broken';
    if (unmet.every((v) => declared.concedes.includes(v.position))) return 'held';
    // A demand first reported after the acceptance cannot have been named in it.
    return talks.clock.asOf === null ? 'broken' : 'undetermined';
  }
  if (byAuthorship) return talks.offer?.by?.value.includes(party) ? 'held' : 'broken';
  if (unmet.length > 0) return 'broken';
  return byScore || (own.length > 0 && own.every((v) => v.verdict === 'met')) ? 'held' : 'broken';
}

/** Whether just what is unmet and not conceded sticks. */
function stickingAsRecorded(talks: Talks): Finding {
  const conceded = Object.values(talks.answers).flatMap(({ declared }) => declared?.concedes ?? []);
  const left = standingOf(talks).filter((v) => v.verdict === 'unmet' && !conceded.includes(v.position));
  const sticking = talks.stickingPoints.map((v) => v.position);
  return sticking.length === left.length && left.every((v) => sticking.includes(v.position)) ? 'held' : 'broken';
}

/** The red lines and demands held against the offer on the table. */
function standingOf({ assessment }: Talks): readonly Verdict[] {
  return (assessment?.verdicts ?? []).filter((v) => canBlock(v.rigidity.value));
}
