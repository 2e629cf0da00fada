import { fault, type Fault } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { isOpen, isSuspended } from '../obligations/account.js';
import type { Delivery } from '../obligations/delivery.js';
import { isFound } from '../obligations/breaches.js';
import { isEndless } from '../obligations/endless.js';
import { dateOf, isBefore, type Instant } from '../obligations/instant.js';
import { isNeverBinding, standingsOf } from '../obligations/standing.js';
import { wasBehind, wasInTime } from '../obligations/behind.js';
import { suspensionsOf } from '../obligations/suspensions.js';
import { dayFor, instantIn } from '../obligations/text-run.js';
import { sayWait, type Wait } from '../obligations/wait.js';
import type { BreachFound } from '../scenario/events/breach.js';
import { againstNotExchanged } from './against-exchange.js';
import { againstFindingOfTalks, againstOthers, foundAlready, notForIt } from './against-finding-talks.js';
import { againstVotes } from './against-votes.js';
import { bindsNobody } from './binds-nobody.js';
import { notStarted } from './not-started.js';
import { unknownDuty } from './unknown-in-text.js';

/**
 * What stands against a finding that an obligation was not kept: it is for another, whom the text has verify it; it binds
 * nobody; it has been found already, votes do not carry it; or there was nothing to keep, before it opened, while it
 * had been suspended ever since, once it was waived, or in exchange for what nobody performed, or where it was over before it began; or the body's own report is that
 * it was done in time. What others report does not bind a body. Before its last day it may be found as well: a breach may be
 * certain by then.
 */
export function againstFinding(delivery: Delivery, event: BreachFound): readonly Fault[] {
  const { text, run } = delivery;
  const { obligation: id, by, votes } = event;
  if (!Object.hasOwn(text.obligations, id) && Object.hasOwn(text.talks, id)) {
    return againstFindingOfTalks(delivery, event);
  }
  const unknown = unknownDuty({ text }, id);
  if (unknown.length > 0) return unknown;
  if (run.started === null) return [notStarted()];
  const verifier = text.obligations[id]?.verifier?.value;
  const finders = verifier === undefined ? idsOf(text.bodies) : [verifier];
  if (!finders.includes(by)) return [notForIt(id, by, finders)];
  const unbound = bindsNobody(delivery, id);
  if (unbound.length > 0) return unbound;
  const others = againstOthers(id, event.against, text.obligations[id]?.owedBy.value);
  if (others.length > 0) return others;
  if (isFound(run, id)) return [foundAlready(id)];
  return [...againstNothingToKeep(delivery, event), ...againstVotes(text, by, votes)];
}

/** What has to happen before something opens; what the text itself leaves undone is for the body to read. */
const STILL_TO_HAPPEN: readonly Wait['for'][] = [
  'event',
  'start of',
  'completion of',
  'total',
  'certification',
  'finding',
];

function againstNothingToKeep(delivery: Delivery, event: BreachFound): readonly Fault[] {
  const { text, run } = delivery;
  const { obligation: id, by, on } = event;
  const now = standingsOf(delivery).find((duty) => duty.id === id);
  const kind = text.obligations[id]?.kind;
  if (!now || !kind) return [];
  const { opens, due, account, reports } = now;
  const day = (on === undefined ? undefined : dayFor(run, on)) ?? run.day;
  const isToOpen =
    isBefore(instantIn(run, day), opens.at) || opens.waits.some((wait) => STILL_TO_HAPPEN.includes(wait.for));
  // Whoever lets a window close before it opens is late all the same.
  if (isToOpen && !isBefore(due.at, instantIn(run, day))) {
    const from = opens.at && dateOf(opens.at);
    const [wait] = opens.waits;
    const until = wait ? `waits for ${sayWait(wait, text)}` : `opens ${from === undefined ? 'later' : `on ${from}`}`;
    const message = `'${id}' ${until}, and could not be broken before: let that come first.`;
    return [fault('talks/not-open', ['obligation'], message, { obligation: id, ...(from !== undefined && { from }) })];
  }
  if (isNeverBinding(now)) {
    const message = `'${id}' was to end before it began: nobody has to keep it, and it cannot be found not kept.`;
    return [fault('talks/nothing-owed', ['obligation'], message, { obligation: id })];
  }
  const isOut = suspensionsOf(run, id).some(
    ({ from, to }) => opens.at && !isBefore(opens.at, from) && isIn(instantIn(run, day), to, isSuspended(reports)),
  );
  if (isOut) {
    const message = `'${id}' has been suspended ever since it opened, and nobody had to keep it: let it go on first.`;
    return [fault('talks/suspended', ['obligation'], message, { obligation: id })];
  }
  const waivers = reports.filter(({ what }) => what === 'waived');
  // Of what is not settled, no figure tells that all of it is: a waiver without one does.
  const isAll = isOpen(account) && waivers.some(({ amount }) => !amount);
  const isWaived =
    kind === 'refrain' ? waivers.length > 0 : isAll || (account.waived > 0 && account.waived >= account.enough);
  if (isWaived && waivers.every((waiver) => waiver.day <= day)) {
    const message = `'${id}' has been waived in full: nothing of it is left that could be found not kept.`;
    return [fault('talks/nothing-owed', ['obligation'], message, { obligation: id })];
  }
  const notExchanged = againstNotExchanged(delivery, id);
  if (notExchanged.length > 0) return notExchanged;
  return kind === 'recurring' ? [] : againstOwnWord(delivery, id, by, day);
}

/** Whether a day lies before the end of a suspension, or has not passed it as long as there is none. */
const isIn = (day: Instant, to: Instant, isEndless: boolean): boolean =>
  isBefore(day, to) || (isEndless && !isBefore(to, day));

/** A body that reports itself that something was done in time cannot find that it was not kept: which of the two holds? */
function againstOwnWord(delivery: Delivery, id: string, by: string, day: number): readonly Fault[] {
  const { run } = delivery;
  const own = standingsOf(delivery, by).find((duty) => duty.id === id);
  const completed = own?.account.completed;
  if (!own || completed === undefined || completed > day) return [];
  if (!wasInTime(own, run, completed)) return [];
  // A level that it saw reached, it may also have seen left.
  const level = own.account.lasting?.obligation;
  if (level?.kind === 'level' && (own.standing !== 'done' || (isEndless(level) && wasBehind(own, run)))) return [];
  const message = `'${by}' itself reports that '${id}' was done in time: let it report otherwise before it finds so.`;
  return [fault('talks/own-report', ['by'], message, { obligation: id, by })];
}
