import { once } from '../base/once.js';
import type { Obligation } from '../offers/text/obligation.js';
import { unsettledAmount } from '../offers/text/own-amount.js';
import type { Text } from '../offers/text/text.js';
import { added } from '../terms/decimal.js';
import { accountBy, isClear, isOpen, isSuspended, isWithheld, type DutyAccount } from './account.js';
import { isTotal } from './adding-up.js';
import { breachesOf } from './breaches.js';
import type { Delivery } from './delivery.js';
import { isBehind, isBehindWith } from './behind.js';
import type { DutyNow, DutyStanding } from './duty-now.js';
import { inFact, kept } from './in-fact.js';
import { dueInExchange } from './in-exchange.js';
import { isEndless, isRoundUntil, isStillToEnd } from './endless.js';
import { isBefore, type Instant } from './instant.js';
import { asksForNoAct, isWithin, lastDayOf } from './lasting.js';
import { isTextOver } from './text-over.js';
import { instantIn, reportsOf, type DutyReport, type TextRun } from './text-run.js';
import type { Timed } from './timed.js';
import type { Timing } from './days.js';
import { endsBy } from './windows.js';

// A memo, as that of what is so in fact.
const standings = /* @__PURE__ */ new WeakMap<Delivery, Map<string | undefined, readonly DutyNow[]>>();

/** How every obligation of a text stands, as an observer sees it, or, without one, as it counts. */
export function standingsOf(delivery: Delivery, observer?: string): readonly DutyNow[] {
  return kept(standings, delivery, observer, () => allStandings(delivery, observer));
}

function allStandings(delivery: Delivery, observer: string | undefined): readonly DutyNow[] {
  const { text, run, isOver = false } = delivery;
  const { duties: accounts, timing: timed } = inFact(delivery, observer);
  const timing = timed('fact');
  const isAllOver = once(() => isTextOver(delivery, timing));
  return accounts.map(({ id, duties, account: known }) => {
    const reports = reportsOf(run, id);
    const [opens, due] = [timing.of(`opens ${id}`), timing.of(`due ${id}`)];
    const account = accountBy(known, run, lastDayOf(run, due));
    const { alleged, found } = breachesOf(reports);
    const isHeldUp = isToLast(text.obligations[id], due, instantIn(run, run.day), timing);
    const lasts = isHeldUp && !(isOnlyForNotice({ account, due, end: endOf(text, id, timing) }) && isAllOver());
    const isVoid = isNeverBinding({ account, due });
    const parts = dueInExchange(delivery, id, timing, observer);
    const inExchange = parts && { inExchange: parts };
    const weighed = { text, run, isOver, id, account, reports, opens, due, found, duties, isVoid, ...inExchange };
    const standing = standingOf(weighed);
    const isLeftOut = !opens.at && (opens.wants === 'finding' || (opens.wants === 'notice' && isAllOver()));
    const escrow = text.obligations[id]?.escrow;
    const freed = escrow && { released: timing.trigger(escrow.released) };
    const back = escrow?.returned && { returned: timing.trigger(escrow.returned) };
    const days = { opens, due, lasts, isLeftOut, ...freed, ...back, ...inExchange };
    return { id, duties, account, standing, ...days, reports, alleged, found };
  });
}

/** Whether it asks for no act, and is over before it begins, so that it binds nobody: that is known once it opens. */
export function isNeverBinding({ account: { lasting }, due }: Pick<DutyNow, 'account' | 'due'>): boolean {
  return due.shut !== undefined && lasting !== undefined && asksForNoAct(lasting);
}

/** When something ends by the day that its text gives, if any. */
function endOf({ obligations }: Text, id: string, { trigger }: Timing): Timed | undefined {
  const end = obligations[id] && endsBy(obligations[id]);
  return end && trigger(end);
}

/** Whether it asks for no act, and only a notice would end it: of what had no end at all nobody would wait for one. */
function isOnlyForNotice({
  account,
  due,
  end,
}: Pick<DutyNow, 'account' | 'due'> & { readonly end: Timed | undefined }) {
  return !due.at && end?.wants === 'notice' && account.lasting !== undefined && asksForNoAct(account.lasting);
}

/** Whether something is to last, up to a day that its text gives and that has not come. */
function isToLast(obligation: Obligation | undefined, due: Timed, today: Instant, { trigger }: Timing): boolean {
  if (!obligation || obligation.kind === 'once') return false;
  const isHeld = obligation.kind !== 'recurring';
  if (due.at) return isHeld && isBefore(today, due.at);
  if (isHeld ? isEndless(obligation) || !isStillToEnd(due) : !isToComeRound(obligation, due)) return false;
  // What only a finding would end is kept without that.
  const end = endsBy(obligation);
  return !end || trigger(end).wants !== 'finding';
}

/** Whether something comes round, and nobody knows yet how often. */
export function isToComeRound(obligation: Obligation | undefined, due: Timed): boolean {
  return obligation !== undefined && isRoundUntil(obligation) && isStillToEnd(due);
}

type Known = 'account' | 'reports' | 'opens' | 'due' | 'found' | 'id' | 'duties' | 'inExchange';

interface Weighed extends Pick<DutyNow, Known> {
  readonly text: Text;
  readonly run: TextRun;
  readonly isOver: boolean;
  readonly isVoid: boolean;
}

function standingOf(weighed: Weighed): DutyStanding {
  const { text, run, isOver, id, account, reports, opens, due, found, duties, isVoid, inExchange } = weighed;
  const kind = text.obligations[id]?.kind ?? 'once';
  const today = instantIn(run, run.day);
  const past = (day: Instant | undefined) => isBefore(day, today);
  const come = (day: Instant | undefined) => day?.count === today.count && day.day <= today.day;
  if (found.length > 0) return 'breach found';
  if (kind === 'refrain') {
    const letGo = letGoAs(reports);
    if (letGo) return letGo;
    if (isSuspended(reports) && !past(due.at)) return 'suspended';
    if (!come(opens.at)) return 'waiting';
    // Its last day is over with the deal.
    if (!isVoid && !past(due.at) && !(isOver && come(due.at))) return 'binding';
    // A cure takes a finding back from now on: what was broken was not kept all the while.
    return reports.some(({ what }) => what === 'breach found') ? 'not kept' : 'kept';
  }
  if (isVoid && come(opens.at)) return 'done';
  // A level that was reached, and is done by that, may not be held any more.
  if (kind === 'level' ? isHeld(account, come(due.at)) : account.completed !== undefined) return 'done';
  // Of what comes round until a day that nobody knows, more is to come than was let go by a figure.
  const isToCome = isToComeRound(text.obligations[id], due);
  if (account.waived > 0 && isClear(account) && !isToCome) return 'waived';
  if (account.excused > 0 && isClear(account) && !isToCome) return 'excused';
  // Of a level that is too high, of what no text counts, and of what was done afterwards, no figure is left to be let go.
  const isUncounted = kind === 'level' || isToCome || isOpen(account);
  const isDoneAfter = isClear(account) && account.owed.least > 0;
  const letGo = isUncounted || isDoneAfter ? letGoAs(reports.filter(({ amount }) => !amount)) : undefined;
  if (letGo) return letGo;
  if (isSuspended(reports)) return 'suspended';
  if (isWithheld(reports, text.obligations[id])) return 'withheld';
  const isEnoughByNow = inExchange
    ? !isBehindWith(account, inExchange, run.day)
    : mayBeAll(account, text.obligations[id]);
  if (past(due.at) && isEnoughByNow) {
    return account.done > 0 ? 'partly done' : 'open';
  }
  // Whoever only aims to, or may, is never late; nor is anyone of whom the text asks nothing certain.
  const asks = kind === 'level' || account.owed.least > 0 || isOpen(account);
  const binds = text.obligations[id]?.strength === 'shall' && asks;
  if (!binds && past(due.at)) return account.done > 0 && account.owed.least <= 0 ? 'done' : 'not done';
  // Times that the plan has for what has not been set off are none that are over.
  if (binds && (past(due.at) || (come(opens.at) && isBehind(account, duties, run)))) return 'late';
  // What comes round without end, or up to a day that is not known yet, is not done with: it binds on.
  if ((isToCome || isRoundWithoutEnd(text, id)) && come(opens.at) && isClear(account)) return 'binding';
  if (account.done > 0) return 'partly done';
  return come(opens.at) ? 'open' : 'waiting';
}

/**
 * Whether what was done of something that is not settled, or told, may be all of it, or not: some has to be, of what says itself that it
 * is owed, and not only how much is to be done in all by then.
 */
function mayBeAll(account: DutyAccount, obligation: Obligation | undefined): boolean {
  const { owed, isUntold, done, waived, excused } = account;
  const gone = added(done, added(waived, excused));
  const asksSome = isUntold && !(unsettledAmount(obligation) && obligation && isTotal(obligation));
  return isOpen(account) && gone >= owed.least && done <= owed.most && (gone > 0 || !asksSome);
}

function isRoundWithoutEnd({ obligations }: Text, id: string): boolean {
  const obligation = obligations[id];
  return obligation?.kind === 'recurring' && isEndless(obligation);
}

/** Whether a level is held: by what was last reported of it, or, if nothing was, once its last day has come. */
function isHeld({ lasting, sighting, done }: DutyAccount, isLastDay: boolean): boolean {
  if (lasting?.obligation.kind !== 'level' || !isWithin(done, lasting.bounds)) return false;
  return isLastDay || sighting !== undefined;
}

function letGoAs(reports: readonly DutyReport[]): 'waived' | 'excused' | undefined {
  const all = reports.map(({ what }) => what);
  return all.includes('waived') ? 'waived' : all.includes('excused') ? 'excused' : undefined;
}

/** Whether an obligation is over with, so that nothing of it is left to be performed: what lasts up to a day is not before that. */
export function isDoneWith({ standing, lasts }: DutyNow): boolean {
  return isOver(standing) && !(lasts && standing === 'done');
}

/** Whether an obligation that stands so is over with, whatever is done. */
function isOver(standing: DutyStanding): boolean {
  return ['done', 'waived', 'excused', 'kept', 'not kept'].includes(standing);
}

/** Whether an obligation leaves nothing to do: a deal is fulfilled once that is so of every one that binds. */
export function isSettled({ standing, account, found, isLeftOut, lasts }: DutyNow): boolean {
  if (found.length > 0) return false;
  // What only a finding sets off is not owed while there is none, nor what a notice does that did not come.
  if (isLeftOut) return true;
  // What is to last up to a day is not over before it, unless it was let go.
  if (lasts) return standing === 'waived' || standing === 'excused';
  // What was to be left undone, was, if nobody has found otherwise, or that is cured; what asks for nothing certain is done.
  return isOver(standing) || standing === 'binding' || (account.owed.least <= 0 && isClear(account));
}

/** The obligations that bind (`shall`) and are not settled, in the order of the text. */
export function unsettledOf(delivery: Delivery): readonly string[] {
  return standingsOf(delivery)
    .filter(({ id }) => delivery.text.obligations[id]?.strength === 'shall')
    .filter((now) => !isSettled(now))
    .map(({ id }) => id);
}
