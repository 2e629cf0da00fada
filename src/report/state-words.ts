import type { TalksState } from '../machine/where.js';

const WORDS: Readonly<Record<string, string>> = {
  betweenRounds: 'between rounds',
  'talks.open': 'open, with nothing on the table',
  'talks.considering': 'considering an offer',
  'talks.blocked': 'blocked',
  'talks.agreedInPrinciple': 'agreed in principle',
  suspended: 'suspended',
  'ratifying.voting': 'ratifying, with votes to come',
  'ratifying.objectionWindow': 'ratifying, open to objections',
  'carryingOut.awaitingStart': 'agreed, and not begun',
  'carryingOut.inDispute': 'carried out, in dispute',
};

/** Where talks stand, as a sentence may say it. */
export function stateWords(state: TalksState): string {
  const phase = /^carryingOut\.phase(\d+)$/.exec(state)?.[1];
  return phase === undefined ? (WORDS[state] ?? state) : `in phase ${phase}`;
}
