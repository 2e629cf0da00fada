import { once } from '../base/once.js';
import { heldIn } from '../base/records.js';
import type { Trigger } from '../offers/text/trigger.js';
import type { Reach } from '../terms/amount-span.js';
import { accountOf, type DutyAccount } from './account.js';
import { caughtUpIn } from './caught-up.js';
import { countedByDeeds } from './counted-by-deeds.js';
import { owedBy } from './duties-owed.js';
import type { Delivery } from './delivery.js';
import type { ScheduledDuty } from './duty.js';
import type { DoneOn, Happened } from './happened.js';
import { happenedIn } from './happened-in.js';
import { lastDayOf, lastedOn } from './lasting.js';
import { letGoBy, letGoOf } from './let-go.js';
import { overIn } from './over.js';
import { owingOf, type Owing } from './owing.js';
import { layOutText } from './schedule.js';
import { isBefore } from './instant.js';
import { dayOfRun, instantIn, reportsOf, type TextRun } from './text-run.js';
import type { Timed } from './timed.js';
import type { Timetable } from './timetable.js';
import type { Timing } from './days.js';
import { timeText } from './timing.js';
import { unperformedIn, type Unperformed } from './unperformed.js';

/** A text by what has happened of it, as an observer sees it, or, without one, as it counts. */
export interface InFact {
  readonly duties: readonly {
    readonly id: string;
    readonly duties: readonly ScheduledDuty[];
    readonly account: DutyAccount;
  }[];
  /** Its days: by fact alone, or, for what has not happened yet, by plan, or by plan from the present day on. */
  readonly timing: (by: Timetable['by'] | 'plan from now on') => Timing;
  /** What others answer by a key, and of which nothing is reported though some of it should have been done. */
  readonly unperformed: ReadonlyMap<string, Unperformed>;
}

// A memo, not state: a delivery is made anew for whatever becomes of its text, and asked of every event that may come next.
const facts = /* @__PURE__ */ new WeakMap<Delivery, Map<string | undefined, InFact>>();

/** What an observer makes of a delivery, worked out once as long as that lives. */
export function kept<V>(
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

export function inFact(delivery: Delivery, observer?: string): InFact {
  return kept(facts, delivery, observer, () => workedOut(delivery, observer));
}

/** What is over is known once there are days; what others owe for it, or what is left of it, hangs on that. */
function workedOut(delivery: Delivery, observer: string | undefined): InFact {
  const first = byWhatIsOver(delivery, observer, { over: new Set(), caughtUp: new Map(), unperformed: new Map() });
  const fact = () => first.timing('fact');
  const over = overIn(delivery, fact);
  const today = instantIn(delivery.run, delivery.run.day);
  const caughtUp = caughtUpIn(delivery.text, first.duties, (id) => isBefore(fact().of(`due ${id}`).at, today));
  const unperformed = unperformedIn(delivery, first.duties, fact);
  const isAsPlanned = over.size + caughtUp.size + unperformed.size === 0;
  return isAsPlanned ? first : byWhatIsOver(delivery, observer, { over, caughtUp, unperformed });
}

interface WhatIsOver {
  readonly over: ReadonlySet<string>;
  readonly caughtUp: ReadonlyMap<string, number>;
  readonly unperformed: InFact['unperformed'];
}

function byWhatIsOver(
  delivery: Delivery,
  observer: string | undefined,
  { over, caughtUp, unperformed }: WhatIsOver,
): InFact {
  const { scenario, offer, text, run } = delivery;
  const owing = owingOf(scenario, offer, text, {
    done: (id) => seenAmount(delivery, id, observer),
    letGo: (id) => letGoBy(letGoOf(reportsOf(run, id), 1)),
    isOver: (id) => over.has(id),
    isCaughtUp: (id) => caughtUp.has(id),
    unperformed: (id) => unperformed.get(id),
  });
  const planned = (happened: Happened, fact: () => Timing) => {
    const byId = new Map<string, ScheduledDuty[]>();
    for (const duty of layOutText(scenario, offer, text, happened, owing, fact).map((one) => asItFellDue(one, run))) {
      const known = byId.get(duty.obligation);
      if (known) known.push(duty);
      else byId.set(duty.obligation, [duty]);
    }
    return byId;
  };
  const withTotal = (id: string, account: DutyAccount): DutyAccount => {
    const completed = account.completed ?? caughtUp.get(id);
    return completed === undefined ? account : { ...account, completed };
  };
  const accountFor = (id: string, duties: readonly ScheduledDuty[] = []) => ({
    id,
    duties,
    account: withTotal(
      id,
      accountOf(
        run,
        text,
        id,
        {
          ...owedBy(duties.filter((duty) => isOwedBy(duty, run))),
          isUntold: owing.isUntold(id),
          isUnsettled: owing.isUnsettled(id),
        },
        owing.step(id),
        observer,
      ),
    ),
  });
  const timedBy = (by: Timetable['by'], happened: Happened, noEarlier?: Timetable['noEarlier']) => {
    const [owes, allows] = [owesBy(byId, owing, 'least'), owesBy(byId, owing, 'most')];
    const { isUnsettled } = owing;
    const turns = (id: string) => (byId.get(id) ?? []).map((duty) => owedBy([duty]).least);
    const figures = { owes, allows, turns, isUnsettled };
    const table = { scenario, offer, text, happened, by, shutWindows: 'wait', ...figures } as const;
    return timeText({ ...table, ...(noEarlier && { noEarlier }) });
  };
  /** The days by fact, and what a plan has to know of them: a last day that it only supposes is none on which anything was done. */
  const factsBy = (accounts: InFact['duties']) => {
    const happened = happenedBy(delivery, accounts);
    const byFact = once(() => timedBy('fact', happened.known));
    return {
      byFact,
      forPlan: {
        ...happened.known,
        lasted: (id: string) => happened.lasted(id, () => byFact().of(`due ${id}`)),
        dueInFact: (id: string) => byFact().of(`due ${id}`),
      },
    };
  };
  let byId: ReadonlyMap<string, readonly ScheduledDuty[]> = new Map();
  const undone = happenedIn(delivery, { done: {}, letGo: {}, completed: {} });
  byId = planned(
    undone,
    once(() => timedBy('fact', undone)),
  );
  let accounts = Object.keys(text.obligations).map((id) => accountFor(id, byId.get(id)));
  const turning = countedByDeeds(text);
  // How often one comes round may hang on another that does: of a chain of them one more is settled each time.
  for (let isNew = true, turn = 0; isNew && turn < Math.min(turning.size, MOST_TURNS); turn++) {
    const { forPlan, byFact } = factsBy(accounts);
    const [before, known] = [byId, planned(forPlan, byFact)];
    isNew = [...turning].some((id) => !isAlike(before.get(id), known.get(id)));
    byId = new Map([...before, ...[...turning].map((id) => [id, known.get(id) ?? []] as const)]);
    accounts = accounts.map((one) => (turning.has(one.id) ? accountFor(one.id, byId.get(one.id)) : one));
  }
  const { byFact, forPlan } = factsBy(accounts);
  const byPlan = once(() => timedBy('plan', forPlan));
  const fromNowOn = once(() => timedBy('plan', forPlan, instantIn(run, run.day)));
  const timings = { fact: byFact, plan: byPlan, 'plan from now on': fromNowOn };
  return { duties: accounts, timing: (by) => timings[by](), unperformed };
}

/** A turn that had fallen due before an amendment asks what it did then. */
function asItFellDue(duty: ScheduledDuty, { fellDue }: TextRun): ScheduledDuty {
  const amount = heldIn(fellDue, duty.obligation)?.[duty.occurrence];
  return amount && duty.kind === 'recurring' ? { ...duty, amount } : duty;
}

/** How often what comes round is laid out anew before those that move each other are taken for a circle. */
const MOST_TURNS = 60;

/** Whether something comes round as often, and up to the same day. */
function isAlike(a: readonly ScheduledDuty[] = [], b: readonly ScheduledDuty[] = []): boolean {
  return a.length === b.length && a.at(-1)?.due?.day === b.at(-1)?.due?.day && a[0]?.due?.day === b[0]?.due?.day;
}

/** What has happened in a run, with what was done by these accounts. */
function happenedBy(delivery: Delivery, accounts: InFact['duties']) {
  const { run } = delivery;
  const lasting = new Map(accounts.flatMap(({ id, account }) => (account.lasting ? [[id, account.lasting]] : [])));
  const happened = happenedIn(delivery, {
    done: Object.fromEntries(accounts.map(({ id, account }) => [id, doneOn(run, account)])),
    letGo: Object.fromEntries(
      accounts.flatMap(({ id, account: { gone } }) =>
        gone.length === 0 ? [] : [[id, gone.map(({ day, amount }) => ({ at: instantIn(run, day), amount }))]],
      ),
    ),
    completed: Object.fromEntries(
      accounts.flatMap(({ id, account: { completed } }) =>
        completed === undefined ? [] : [[id, instantIn(run, completed)] as const],
      ),
    ),
  });
  const reached = new Map(
    accounts.flatMap(({ id, account }) => (account.reached === undefined ? [] : [[id, account.reached]])),
  );
  const lasted = (id: string, due: () => Timed) => {
    const of = lasting.get(id);
    const come = reached.get(id);
    if (come !== undefined) return lastDayOf(run, due()) === undefined ? undefined : instantIn(run, come);
    const day = of && lastedOn(of, run.day, lastDayOf(run, due()));
    return day === undefined ? undefined : instantIn(run, day);
  };
  const known: Happened = { ...happened, lasted: (id, due) => lasted(id, () => due) };
  return { known, lasted };
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

/** How much an obligation owes for running totals, at the least or at the most, all the times that it comes round. */
function owesBy(byId: ReadonlyMap<string, readonly ScheduledDuty[]>, owing: Owing, end: keyof Reach) {
  return (id: string) => {
    const duties = byId.get(id);
    return duties ? owedBy(duties)[end] : owing[end](id);
  };
}

/** Whether a duty is owed by now: of what comes round without end, as many times as have come round. */
function isOwedBy({ kind, endless, due }: ScheduledDuty, { day, started }: TextRun): boolean {
  if (kind !== 'recurring' || !endless) return true;
  return started !== null && due?.day !== undefined && due.day <= day - started;
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
