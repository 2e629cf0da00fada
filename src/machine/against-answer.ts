import { fault, type Fault } from '../base/fault.js';
import { listed } from '../base/list.js';
import type { Assessment } from '../assessment/assess.js';
import type { AnswerDeclared } from '../scenario/events/table.js';
import { againstMandates } from './against-process.js';
import type { TalksContext } from './context.js';
import { unmetOf } from './declared.js';
import type { Rules } from './rules.js';

/** What stands against an answer: no offer, a mandate too narrow, an unmet red line, concessions other than those made. */
export function againstAnswer(rules: Rules, context: TalksContext, event: AnswerDeclared): readonly Fault[] {
  const current = rules.assessment(context);
  if (!current) return [fault('talks/nothing-to-answer', [], 'No offer lies on the table: table one first.')];
  const { party, answer, concedes } = event;
  const found: Fault[] = [...againstMandates(context, [party], 'negotiate', 'answer an offer')];
  const lines = answer === 'accepts' ? unmetOf(party, 'red line', current) : [];
  if (lines.length > 0) {
    const message = `'${party}' cannot accept '${current.offer}' while it leaves ${listed(lines)} unmet: revise the red line first.`;
    found.push(fault('talks/red-line-unmet', ['answer'], message, { party, offer: current.offer, positions: lines }));
  }
  if (concedes) {
    const needed = answer === 'accepts' ? concededBy(party, current) : [];
    const same = needed.length === new Set(concedes).size && needed.every((id) => concedes.includes(id));
    if (!same) {
      const what = needed.length === 0 ? 'nothing' : listed(needed);
      const message = `By this answer '${party}' concedes ${what}: name exactly that, or leave it out.`;
      found.push(fault('talks/concedes-otherwise', ['concedes'], message, { named: concedes, concedes: needed }));
    }
  }
  return found;
}

/** The unmet demands of a party that an acceptance would give up. */
export function concededBy(party: string, current: Assessment | undefined): readonly string[] {
  return unmetOf(party, 'demand', current);
}
