import { firstDay } from '../base/day.js';
import { fault, type Fault } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { listed } from '../base/list.js';
import { isFound } from '../obligations/breaches.js';
import type { Delivery } from '../obligations/delivery.js';
import { leftUnheldBy } from '../obligations/talks-progress.js';
import { dayFor } from '../obligations/text-run.js';
import type { BreachFound } from '../scenario/events/breach.js';
import { againstVotes } from './against-votes.js';
import { notStarted } from './not-started.js';

/**
 * What stands against a finding that promised talks were not held as the text says: it is for a body of the text, by its
 * votes; it has been found already; or the talks were not to begin yet, or have been settled in time. Of talks that failed the
 * body may find that one side did not hold them: that is for it to judge.
 */
export function againstFindingOfTalks(delivery: Delivery, event: BreachFound): readonly Fault[] {
  const { text, run } = delivery;
  const { obligation: id, by, votes, on } = event;
  if (run.started === null) return [notStarted()];
  const finders = idsOf(text.bodies);
  if (!finders.includes(by)) return [notForIt(id, by, finders)];
  const others = againstOthers(id, event.against, text.talks[id]?.between);
  if (others.length > 0) return others;
  if (isFound(run, id)) return [foundAlready(id)];
  const day = (on === undefined ? undefined : dayFor(run, firstDay(on))) ?? run.day;
  switch (leftUnheldBy(delivery, id, day)) {
    case 'not due': {
      const message = `The talks '${id}' were not to begin yet: let their first day come first.`;
      return [fault('talks/not-open', ['obligation'], message, { obligation: id })];
    }
    case 'settled in time': {
      const message = `The talks '${id}' were settled in time: nothing of them is left that could be found not held.`;
      return [fault('talks/nothing-owed', ['obligation'], message, { obligation: id })];
    }
    case 'unheld':
      return againstVotes(text, by, votes);
  }
}

/** A finding by somebody for whom it is not. */
export function notForIt(id: string, by: string, finders: readonly string[]): Fault {
  const who = finders.length === 0 ? 'The text names no body that could find so.' : `That is for ${listed(finders)}.`;
  const message = `'${by}' cannot find whether '${id}' was kept. ${who}`;
  return fault('talks/not-its-verifier', ['by'], message, { obligation: id, by, verifiers: finders });
}

/** What is found already is not found again. */
export function foundAlready(id: string): Fault {
  return fault('talks/so-already', ['obligation'], `'${id}' has been found not kept already.`, { obligation: id });
}

/** Only those who owe something can have left it undone. */
export function againstOthers(
  id: string,
  against: readonly string[] = [],
  owing: readonly string[] = [],
): readonly Fault[] {
  const others = against.filter((who) => !owing.includes(who));
  if (others.length === 0) return [];
  const named = listed(others.map((who) => `'${who}'`));
  const whom = owing.length === 0 ? 'nobody' : `any of ${listed(owing)}, or nobody`;
  const message = `${named} ${others.length === 1 ? 'does' : 'do'} not owe '${id}', and cannot have left it undone: name in 'against' ${whom}.`;
  return [fault('talks/not-owed-by-them', ['against'], message, { obligation: id, others, owedBy: owing })];
}
