import { fault, type Fault } from '../base/fault.js';
import type { Delivery } from '../obligations/delivery.js';

/** What stands against saying, or finding, that something was not kept: its owner only aims to do it, or may. */
export function bindsNobody({ text }: Pick<Delivery, 'text'>, id: string): readonly Fault[] {
  const strength = Object.hasOwn(text.obligations, id) ? text.obligations[id]?.strength : undefined;
  if (strength === undefined || strength === 'shall') return [];
  const message = `'${id}' binds nobody: it is something that its owner ${strength === 'may' ? 'may do' : 'aims to do'}, and nobody breaks the text by leaving it undone.`;
  return [fault('talks/binds-nobody', ['obligation'], message, { obligation: id, strength })];
}
