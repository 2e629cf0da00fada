import type { Agreement, Answer, Outcome } from 'sticking-points';

/**
 * What answers come to, counted by heads or by weight: agreed where those who accept are enough, whoever holds a veto among
 * them; blocked where they would not be even if all who have not rejected accepted.
 */
export function counted(rule: Agreement, answers: Readonly<Record<string, Answer>>): Outcome {
  const said = (party: string) => new Map(Object.entries(answers)).get(party) ?? 'undecided';
  if (isEnough(rule, (party) => said(party) === 'accepts')) return 'agreed';
  return isEnough(rule, (party) => said(party) !== 'rejects') ? 'undecided' : 'blocked';
}

function isEnough(rule: Agreement, accepts: (party: string) => boolean): boolean {
  if (rule.rule === 'unanimity') return rule.of.every(accepts);
  let votes = 0;
  for (const party of rule.of.filter(accepts)) {
    votes += rule.rule === 'quota' ? 1 : (new Map(Object.entries(rule.weights)).get(party) ?? 0);
  }
  return votes >= rule.needed && rule.vetoes.every(accepts);
}
