import { once } from '../base/once.js';
import type { Text } from '../offers/text/text.js';
import type { Trigger } from '../offers/text/trigger.js';
import type { Reach } from '../terms/amount-span.js';
import { added } from '../terms/decimal.js';
import { accountBy, accountOf, breachesOf, isClear, stands, wasLetGo, type DutyAccount } from './account.js';
import { countedByDeeds } from './counted-by-deeds.js';
import type { Delivery } from './delivery.js';
import type { ScheduledDuty } from './duty.js';
import type { DoneOn, Happened } from './happened.js';
import { isEndless } from './endless.js';
import { happenedIn } from './happened-in.js';
import { isBefore, type Instant } from './instant.js';
import { hasSlipped, isWithin, lastedOn } from './lasting.js';
import { owingOf, type Owing } from './owing.js';
import { layOutText } from './schedule.js';
import { seenUpTo } from './seen.js';
import { dayOfRun, instantIn, reportsOf, type DutyReport, type TextRun } from './text-run.js';
import type { Timed, Timetable } from './timed.js';
import { timeText, type Timing } from './timing.js';

/** How an obligation stands in the carrying out of a deal, in one word or two. */
export const DUTY_STANDINGS = [
  'waiting',
  'open',
  'partly done',
  'done',
  'late',
  'not done',
  'withheld',
  'suspended',
  'waived',
  'excused',
  'binding',
  'kept',
  'not kept',
  'breach found',
] as const;

/** How an obligation stands: one of {@link DUTY_STANDINGS}. */
export type DutyStanding = (typeof DUTY_STANDINGS)[number];

/** An obligation on the present day, by instants. */
export interface DutyNow {
  readonly id: string;
  readonly duties: readonly ScheduledDuty[];
  readonly account: DutyAccount;
  readonly standing: DutyStanding;
  /** When it opened and is due by what has happened; undated while its trigger has not fired. */
  readonly opens: Timed;
  readonly due: Timed;
  /** When what a third hand holds is set free, by what has happened; of what goes to none, nothing. */
  readonly released?: Timed;
  readonly reports: readonly DutyReport[];
  readonly alleged: readonly string[];
  readonly found: readonly string[];
}

/** A text by what has happened of it, as an observer sees it, or, without one, as it counts. */
interface InFact {
  readonly duties: readonly Pick<DutyNow, 'id' | 'duties' | 'account'>[];
  /** Its days: by fact alone, or, for what has not happened yet, by plan. */
  readonly timing: (by: Timetable['by']) => Timing;
}

// Memos, not state: a delivery is made anew for whatever becomes of its text, and asked of every event that may come next.
const facts = /* @__PURE__ */ new WeakMap<Delivery, Map<string | undefined, InFact>>();
const standings = /* @__PURE__ */ new WeakMap<Delivery, Map<string | undefined, readonly DutyNow[]>>();

/** What an observer makes of a delivery, worked out once as long as that lives. */
function kept<V>(
  memo: WeakMap<Delivery, Map<string | undefined, V>>,
  delivery: Delivery,
  observer: string | undefined,
  make: () => V,
): V {
  const known = memo.get(delivery) ?? new Map<string | undefined, V>();
  memo.set(delivery, known);
  const made = known.get(observer) ?? make();
  known.set(observer, made);
  return made;
}

function inFact(delivery: Delivery, observer?: string): InFact {
  return kept(facts, delivery, observer, () => workedOut(delivery, observer));
}

function workedOut(delivery: Delivery, observer: string | undefined): InFact {
  const { scenario, offer, text, run } = delivery;
  const owing = owingOf(
    scenario,
    offer,
    text,
    (id) => seenAmount(delivery, id, observer),
    (id) => wasLetGo(reportsOf(run, id)),
  );
  const planned = (happened: Happened) => {
    const byId = new Map<string, ScheduledDuty[]>();
    for (const duty of layOutText(scenario, offer, text, happened, owing)) {
      const known = byId.get(duty.obligation);
      if (known) known.push(duty);
      else byId.set(duty.obligation, [duty]);
    }
    return byId;
  };
  const accountFor = (id: string, duties: readonly ScheduledDuty[] = []) => ({
    id,
    duties,
    account: accountOf(
      run,
      text,
      id,
      { ...owedBy(duties.filter((duty) => isOwedBy(duty, run))), isUntold: owing.isUntold(id) },
      owing.step(id),
      observer,
    ),
  });
  const byId = planned(happenedIn(delivery, {}, {}));
  let accounts = Object.keys(text.obligations).map((id) => accountFor(id, byId.get(id)));
  const turning = countedByDeeds(text);
  if (turning.size > 0) {
    const known = planned(happenedBy(delivery, accounts));
    for (const id of turning) byId.set(id, known.get(id) ?? []);
    accounts = accounts.map((one) => (turning.has(one.id) ? accountFor(one.id, byId.get(one.id)) : one));
  }
  const happened = happenedBy(delivery, accounts);
  const owes = owesBy(byId, owing);
  const timedBy = (by: Timetable['by']) => timeText({ scenario, offer, text, happened, by, shutWindows: 'wait', owes });
  const [byFact, byPlan] = [once(() => timedBy('fact')), once(() => timedBy('plan'))];
  return { duties: accounts, timing: (by) => (by === 'fact' ? byFact() : byPlan()) };
}

/** What has happened in a run, with what was done by these accounts. */
function happenedBy(
  delivery: Delivery,
  accounts: readonly { readonly id: string; readonly account: DutyAccount }[],
): Happened {
  const { run } = delivery;
  const lasting = new Map(accounts.flatMap(({ id, account }) => (account.lasting ? [[id, account.lasting]] : [])));
  const happened = happenedIn(
    delivery,
    Object.fromEntries(accounts.map(({ id, account }) => [id, doneOn(run, account)])),
    Object.fromEntries(
      accounts.flatMap(({ id, account: { completed } }) =>
        completed === undefined ? [] : [[id, instantIn(run, completed)] as const],
      ),
    ),
  );
  return {
    ...happened,
    lasted: (id, last) => {
      const of = lasting.get(id);
      const day = of && lastedOn(of, run.day, last && dayOfRun(run, last));
      return day === undefined ? undefined : instantIn(run, day);
    },
  };
}

/** How every obligation of a text stands, as an observer sees it, or, without one, as it counts. */
export function standingsOf(delivery: Delivery, observer?: string): readonly DutyNow[] {
  return kept(standings, delivery, observer, () => allStandings(delivery, observer));
}

function allStandings(delivery: Delivery, observer: string | undefined): readonly DutyNow[] {
  const { text, run } = delivery;
  const { duties: accounts, timing: timed } = inFact(delivery, observer);
  const timing = timed('fact');
  return accounts.map(({ id, duties, account: known }) => {
    const reports = reportsOf(run, id);
    const [opens, due] = [timing.of(`opens ${id}`), timing.of(`due ${id}`)];
    const account = accountBy(known, run, due.at && dayOfRun(run, due.at));
    const { alleged, found } = breachesOf(reports);
    const standing = standingOf({ text, run, id, account, reports, opens, due, found, duties });
    const escrow = text.obligations[id]?.escrow;
    const released = escrow && timing.trigger(escrow.released);
    return { id, duties, account, standing, opens, due, ...(released && { released }), reports, alleged, found };
  });
}

/** The days of a text by all that has happened, and for the rest by plan. */
export function plannedFrom(delivery: Delivery): Timing {
  return inFact(delivery).timing('plan');
}

/** The days of a text by what has happened, and by nothing else. */
export function knownFrom(delivery: Delivery): Timing {
  return inFact(delivery).timing('fact');
}

/** The day of the run on which a trigger of the text fired, by what has happened; nothing while it has not. */
export function firedOn(delivery: Delivery, trigger: Trigger): number | undefined {
  const { run } = delivery;
  const { at } = knownFrom(delivery).trigger(trigger);
  const day = at && dayOfRun(run, at);
  return day !== undefined && day <= run.day ? day : undefined;
}

/** How much an obligation owes for running totals, all the times that it comes round. */
function owesBy(byId: ReadonlyMap<string, readonly ScheduledDuty[]>, owing: Owing) {
  return (id: string) => {
    const duties = byId.get(id);
    return duties ? owedBy(duties).least : owing.least(id);
  };
}

/** Whether a duty is owed by now: of what comes round without end, as many times as have come round. */
function isOwedBy({ kind, endless, due }: ScheduledDuty, { day, started }: TextRun): boolean {
  if (kind !== 'recurring' || !endless) return true;
  return started !== null && due?.day !== undefined && due.day <= day - started;
}

/** What the duties of one obligation come to: acts, where the text gives no figure. What is left undone owes nothing. */
function owedBy(duties: readonly ScheduledDuty[]): Reach {
  const sum = { least: 0, most: 0 };
  for (const { kind, amount } of duties) {
    if (kind === 'refrain') continue;
    sum.least += amount ? (amount.least ?? 0) : 1;
    sum.most += amount ? (amount.most ?? Infinity) : 1;
  }
  return sum;
}

function seenAmount({ text, run }: Delivery, id: string, observer: string | undefined) {
  const { sighting } = accountOf(run, text, id, { least: 0, most: 0 }, 1, observer);
  const last = sighting?.steps.at(-1);
  if (!last) return undefined;
  return { least: last.total, most: last.total, ...(last.parts && { parts: last.parts }) };
}

function doneOn(run: TextRun, { sighting }: DutyAccount): readonly DoneOn[] {
  let before = 0;
  return (sighting?.steps ?? []).map(({ day, total }) => {
    const amount = total - before;
    before = total;
    return { at: instantIn(run, day), amount };
  });
}

interface Weighed extends Pick<DutyNow, 'account' | 'reports' | 'opens' | 'due' | 'found' | 'id' | 'duties'> {
  readonly text: Text;
  readonly run: TextRun;
}

function standingOf({ text, run, id, account, reports, opens, due, found, duties }: Weighed): DutyStanding {
  const kind = text.obligations[id]?.kind ?? 'once';
  const today = instantIn(run, run.day);
  const past = (day: Instant | undefined) => isBefore(day, today);
  const come = (day: Instant | undefined) => day?.count === today.count && day.day <= today.day;
  if (found.length > 0) return 'breach found';
  if (kind === 'refrain') {
    const letGo = letGoAs(reports);
    if (letGo) return letGo;
    if (stands(reports, 'suspended')) return 'suspended';
    if (!come(opens.at)) return 'waiting';
    if (!past(due.at)) return 'binding';
    // A cure takes a finding back from now on: what was broken was not kept all the while.
    return reports.some(({ what }) => what === 'breach found') ? 'not kept' : 'kept';
  }
  if (account.completed !== undefined || isHeld(account, come(due.at))) return 'done';
  if (account.waived > 0 && isClear(account)) return 'waived';
  if (account.excused > 0 && isClear(account)) return 'excused';
  // Of a level that is too high, and of what no text counts, nothing is left that a figure could be put to.
  const letGo =
    kind === 'level' || account.lasting?.isUntold === true
      ? letGoAs(reports.filter(({ amount }) => !amount))
      : undefined;
  if (letGo) return letGo;
  if (stands(reports, 'suspended')) return 'suspended';
  if (stands(reports, 'withheld')) return 'withheld';
  // Whoever only aims to, or may, is never late; nor is anyone of whom the text asks nothing certain.
  const asks = kind === 'level' || account.owed.least > 0 || isUnknown(account);
  const binds = text.obligations[id]?.strength === 'shall' && asks;
  if (!binds && past(due.at)) return account.done > 0 && account.owed.least <= 0 ? 'done' : 'not done';
  if (binds && (past(due.at) || isBehind(account, duties, run))) return 'late';
  // What comes round without end is never done with: it binds on.
  if (isRoundWithoutEnd(text, id) && come(opens.at) && isClear(account)) return 'binding';
  if (account.done > 0) return 'partly done';
  return come(opens.at) ? 'open' : 'waiting';
}

/** Whether the text does not tell how much is owed, and nobody has reported any of it: then it may be that all is. */
function isUnknown({ lasting, done }: DutyAccount): boolean {
  return lasting?.isUntold === true && done <= 0;
}

function isRoundWithoutEnd({ obligations }: Text, id: string): boolean {
  const obligation = obligations[id];
  return obligation?.kind === 'recurring' && isEndless(obligation);
}

/** Whether a level is held: by what was last reported of it, or, if nothing was, once its last day has come. */
function isHeld({ lasting, sighting, done }: DutyAccount, isLastDay: boolean): boolean {
  if (lasting?.obligation.kind !== 'level' || !isWithin(done, lasting.bounds)) return false;
  if (lasting.isUntold) return done > 0;
  return isLastDay || sighting !== undefined;
}

/** Whether of something that comes round again less has been done than the times that are over ask for. */
function isBehind(account: DutyAccount, duties: readonly ScheduledDuty[], run: TextRun): boolean {
  const today = run.started === null ? -1 : run.day - run.started;
  return timesOf(duties).some(({ day, owed }) => day < today && account.done + letGo(account) < owed);
}

/**
 * Whether of something that comes round again less had been done on the last day of any of its times than was due by then, or a
 * level was not held once it had been reached.
 */
export function wasBehind({ account, duties, opens, due }: DutyNow, run: TextRun): boolean {
  if (account.lasting) {
    const [first, last] = [opens.at, due.at].map((at) => at && dayOfRun(run, at));
    return first !== undefined && last !== undefined && hasSlipped(account.lasting, first, last);
  }
  const { started } = run;
  if (started === null) return false;
  const doneBy = (day: number) => seenUpTo(account.sighting, started + day)?.total ?? 0;
  return timesOf(duties).some(({ day, owed }) => doneBy(day) + letGo(account) < owed);
}

const letGo = ({ waived, excused }: DutyAccount) => added(waived, excused);

/** How much of something that comes round again is due in all by each of its last days, counted from the start. */
function timesOf(duties: readonly ScheduledDuty[]): readonly { readonly day: number; readonly owed: number }[] {
  // What is done once and for all is late by its own last day.
  if (!duties.some(({ kind }) => kind === 'recurring') && duties.length < 2) return [];
  let owed = 0;
  return duties.flatMap((duty) => {
    owed = added(owed, owedBy([duty]).least);
    return duty.due?.day === undefined ? [] : [{ day: duty.due.day, owed }];
  });
}

function letGoAs(reports: readonly DutyReport[]): 'waived' | 'excused' | undefined {
  const all = reports.map(({ what }) => what);
  return all.includes('waived') ? 'waived' : all.includes('excused') ? 'excused' : undefined;
}

/** Whether an obligation that stands so is over with, whatever is done. */
export function isOver(standing: DutyStanding): boolean {
  return ['done', 'waived', 'excused', 'kept', 'not kept'].includes(standing);
}

/** Whether an obligation leaves nothing to do: a deal is fulfilled once that is so of every one that binds. */
export function isSettled({ standing, account, found, opens }: DutyNow): boolean {
  if (found.length > 0) return false;
  // What only a finding sets off is not owed while there is none.
  if (!opens.at && opens.onFinding === true) return true;
  // What was to be left undone, was, if nobody has found otherwise, or that is cured; what asks for nothing certain is done.
  return (
    isOver(standing) || standing === 'binding' || (account.owed.least <= 0 && isClear(account) && !isUnknown(account))
  );
}

/** The obligations that bind (`shall`) and are not settled, in the order of the text. */
export function unsettledOf(delivery: Delivery): readonly string[] {
  return standingsOf(delivery)
    .filter(({ id }) => delivery.text.obligations[id]?.strength === 'shall')
    .filter((now) => !isSettled(now))
    .map(({ id }) => id);
}
