import { fault, type Fault } from '../base/fault.js';
import { listed } from '../base/list.js';
import type { DecisionRule, Text } from '../offers/text/text.js';
import type { BodyVotes } from '../scenario/events/breach.js';

/** Votes of those who are no members, and votes by which nothing was decided. */
export function againstVotes(text: Text, body: string, votes: BodyVotes | undefined): readonly Fault[] {
  const { members = [], rule } = text.bodies[body] ?? {};
  if (!votes) return [];
  const strangers = Object.keys(votes).filter((member) => !members.includes(member));
  if (strangers.length > 0) {
    const message = `${listed(strangers.map((id) => `'${id}'`))} cannot vote in '${body}'. Its members: ${listed(members) || 'none'}.`;
    return [fault('talks/no-member', ['votes'], message, { body, strangers, members })];
  }
  if (!rule || isCarried(rule, members, votes)) return [];
  const message = `By these votes '${body}' has decided nothing: its rule is ${rule.kind}.`;
  return [fault('talks/not-carried', ['votes'], message, { body, rule: rule.kind })];
}

function isCarried(rule: DecisionRule, members: readonly string[], votes: BodyVotes): boolean {
  const cast = (how: string) => Object.values(votes).filter((vote) => vote === how).length;
  if (rule.kind === 'majority') return cast('for') > cast('against');
  return cast('for') >= (rule.kind === 'quota' ? rule.needed : members.length);
}
