import { fault, type Fault, type Path } from '../base/fault.js';
import { isClear, isSuspended, isWithheld } from '../obligations/account.js';
import type { Delivery } from '../obligations/delivery.js';
import { isDoneWith, standingsOf } from '../obligations/standing.js';
import { reportsOf } from '../obligations/text-run.js';

/** What leaves nothing to do can be neither withheld nor put off. */
export function againstSettled(
  delivery: Delivery,
  id: string,
  what: string,
  path: Path = ['obligation'],
): readonly Fault[] {
  const now = standingsOf(delivery).find((duty) => duty.id === id);
  if (!now || now.account.enough <= 0) return [];
  const goesOn = now.lasts || delivery.text.obligations[id]?.kind === 'level';
  if (goesOn ? !isDoneWith(now) : !isClear(now.account)) return [];
  const message = `Nothing more of '${id}' is owed that could be ${what}.`;
  return [fault('talks/nothing-owed', path, message, { obligation: id })];
}

/** What is so already cannot become so, nor what is not, end. */
export function againstAgain(
  { run, text }: Delivery,
  id: string,
  what: 'suspended' | 'withheld',
  on: boolean,
  path: Path,
) {
  const reports = reportsOf(run, id);
  const is = what === 'suspended' ? isSuspended(reports) : isWithheld(reports, text.obligations[id]);
  if (is !== on) return [];
  const message = is ? `'${id}' is ${what} already.` : `'${id}' is not ${what}: there is nothing to resume.`;
  return [fault('talks/so-already', path, message, { obligation: id })];
}
