import { printable } from '../base/printable.js';
import { mapValues } from '../base/records.js';
import { span, type Span } from '../base/span.js';
import { didYouMean } from '../base/spelling.js';
import type { ObligationKind, Strength } from '../offers/text/obligation.js';
import { unsettledAmount } from '../offers/text/own-amount.js';
import type { Unsettled } from '../terms/value.js';
import { isOpen } from './account.js';
import { dayIn, type ScheduledDay } from './duty.js';
import { isBefore, laterOf, type Instant } from './instant.js';
import { instantIn, observersOf } from './text-run.js';
import { outOfTurn, type OutOfTurn } from './out-of-turn.js';
import { reachedOn, sightingsOf, totalSeen } from './seen.js';
import { quantityAt } from '../terms/term.js';
import { inFact, knownFrom } from './in-fact.js';
import { isDoneWith, isSettled, isToComeRound, standingsOf } from './standing.js';
import type { DutyNow, DutyStanding } from './duty-now.js';
import { wasBehind } from './behind.js';
import type { Delivery } from './delivery.js';
import type { Timed } from './timed.js';
import { talksProgressOf, type TalksProgress } from './talks-progress.js';
import type { Timing } from './days.js';
import type { Wait } from './wait.js';

/** How what goes to a third hand stands: whether that has any of it, and since when it is set free, or has gone back. */
export interface EscrowProgress {
  readonly holder: string;
  readonly standing: 'not paid in' | 'held' | 'released' | 'returned';
  readonly released?: ScheduledDay;
  readonly returned?: ScheduledDay;
}

/** An obligation, plan against done. */
export interface DutyProgress {
  readonly obligation: string;
  readonly label: string;
  readonly kind: ObligationKind;
  readonly strength: Strength;
  readonly phase?: number;
  readonly owedBy: readonly string[];
  readonly to: readonly string[];
  readonly verifier?: string;
  readonly standing: DutyStanding;
  /** Whether it leaves nothing open: what is to be held, or left undone, up to a day does until that is over. */
  readonly settled: boolean;
  /** From when it binds and until when, by what has happened so far; absent while its trigger has not fired. */
  readonly opens?: ScheduledDay;
  readonly due?: ScheduledDay;
  /** Of what is owed by a key for what came late, how much in all is due by when: from `due` on, what came in time. */
  readonly dueByPart?: readonly { readonly by: ScheduledDay; readonly owed: number }[];
  /** Of what is overdue though it has not opened, as those who owe it let its window close: what of theirs it waits for. */
  readonly waitsFor?: readonly Wait[];
  /**
   * The last day that the plan had: by its text, with all that was moved or put off by consent, and as if whatever it hangs on
   * were done on its own last day. That something is late does not move it.
   */
  readonly planned?: ScheduledDay;
  /**
   * The last day as things stand: `due`, where that is known and nothing can come before it, else by plan from now on, as if
   * what is late were done today, and a phase that has not begun began today at the earliest. Absent once nothing of it is left to do.
   */
  readonly expected?: ScheduledDay;
  /** The day on which it was done, or since when it is for certain; of a level without a last day, that on which it was first reached, whether or not it is held since. */
  readonly completed?: ScheduledDay;
  /** How much in all, and how much of it was seen done, waived, excused: in its unit, or in acts. */
  readonly owed: Span;
  /** Why its own amount is not settled, where it is not: then it is done for certain once the most that it may be is. */
  readonly unsettled?: Unsettled;
  readonly done: number;
  readonly waived: number;
  readonly excused: number;
  /**
   * When it was done, against when it was due: before it opened, in time, or after; late too where it comes round again and less
   * had been done on the last day of one of its times than was due by then, and where a level was reached and not held. Of a
   * level it is told once its last day has come, or, where it has none, once it was reached; of what is not settled, never.
   */
  readonly when?: 'early' | 'in time' | 'late';
  /** Whether its day was put off by consent: that is slippage, and no breach. */
  readonly putOff: boolean;
  /** Of what goes to a third hand. */
  readonly escrow?: EscrowProgress;
  /** Who says that it is not kept; and which bodies have found so. */
  readonly alleged: readonly string[];
  readonly found: readonly string[];
  /** What each observer saw done in all, side by side; `''` stands for no one named. */
  readonly seen: Readonly<Record<string, number>>;
  /** 0 not begun, 1 minimal, 2 intermediate, 3 full. */
  readonly scale: 0 | 1 | 2 | 3;
}

/** The obligations of one phase, or of none, by how they stand. */
export interface PhaseProgress {
  readonly phase: number | null;
  /** How many obligations that bind stand in each way. */
  readonly shall: Readonly<Partial<Record<DutyStanding, number>>>;
  readonly settled: number;
  readonly of: number;
}

/** How far a deal has been carried out, as one observer sees it, or as it counts. */
export interface DealProgress {
  readonly observer?: string;
  readonly today: ScheduledDay;
  readonly duties: readonly DutyProgress[];
  readonly phases: readonly PhaseProgress[];
  readonly talks: readonly TalksProgress[];
  /** Everyone who reported on anything. */
  readonly observers: readonly string[];
  /**
   * Those of them who are neither parties nor anyone the text names, and whom the id may mean: anyone may see what is done,
   * and a misspelt id would be an observer of its own.
   */
  readonly strangers: readonly { readonly observer: string; readonly message: string }[];
  /** Events that are reported, though what brings them about by the text has not happened: a report stands, and it is told. */
  readonly outOfTurn: readonly OutOfTurn[];
}

/**
 * Plan against done, by obligation and by phase. Figures of several observers are never merged: without an observer, what
 * counts is the word of the verifier that the text names, and as long as that is silent, of each day the lowest of all that had
 * been reported by then.
 *
 * The scale is that of the Peace Accords Matrix, as one reading: nothing begun (0), less than half done (1), half or more
 * (2), all (3); what is to be left undone has 3 once it was kept to its end, and 0 before, or where it was not; a level has 3
 * as long as it lies where it should, and 0 above that (Joshi, Quinn and Regan, "Annualized implementation data on comprehensive intrastate peace accords", 2015).
 */
export function progressOf(delivery: Delivery, observer?: string): DealProgress {
  const { run } = delivery;
  const now = standingsOf(delivery, observer);
  const { timing } = inFact(delivery, observer);
  const by = { plan: timing('plan'), expected: timing('plan from now on') };
  const duties = now.map((duty) => dutyProgress(delivery, duty, by));
  const phases = [...new Set(duties.map(({ phase }) => phase ?? null))].sort((a, b) => (a ?? 99) - (b ?? 99));
  return {
    ...(observer !== undefined && { observer }),
    today: dayOf(delivery, instantIn(run, run.day)),
    duties,
    phases: phases.map((phase) => phaseProgress(phase, duties)),
    talks: talksProgressOf(delivery),
    observers: observersOf(run),
    strangers: strangersOf(delivery),
    outOfTurn: outOfTurn(delivery),
  };
}

/** Whoever a scenario or its text names: they see the deal, even if they report nothing of it. */
export function whoIsNamed({ scenario, text }: Pick<Delivery, 'scenario' | 'text'>): readonly string[] {
  return [scenario.parties, text.bodies, text.others].flatMap((named) => Object.keys(named));
}

function strangersOf(delivery: Delivery): DealProgress['strangers'] {
  const { run } = delivery;
  const known = whoIsNamed(delivery);
  return observersOf(run)
    .filter((observer) => observer !== '' && !known.includes(observer))
    .map((observer) => {
      const name = printable(observer);
      const message = `'${name}' is neither a party nor anyone the text names. ${didYouMean(observer, known)}`;
      return { observer, message };
    });
}

function dutyProgress(
  delivery: Delivery,
  now: DutyNow,
  { plan, expected }: Readonly<Record<'plan' | 'expected', Timing>>,
): DutyProgress {
  const { text, run } = delivery;
  const { id, account, standing, opens, due, reports, alleged, found, duties } = now;
  const obligation = text.obligations[id];
  const kind = obligation?.kind ?? 'once';
  // What goes on since its end is late has come round more often than by plan.
  const isToCome = isToComeRound(obligation, due);
  const end = isToCome ? plan.of(`due ${id}`).at : undefined;
  const planned = isToCome ? end && dayOf(delivery, end) : duties.at(-1)?.due;
  // A day that holds only as long as nothing else comes first is not the one to expect.
  const parts = now.inExchange?.map(({ day, owed }) => ({ by: dayOf(delivery, instantIn(run, day)), owed }));
  const ends = due.provisional ? (expected.of(`due ${id}`).at ?? due.at) : (due.at ?? expected.of(`due ${id}`).at);
  const completed = account.completed === undefined ? undefined : instantIn(run, account.completed);
  // What a finding set off, and its cure lets go again, was done in time or late while that stood.
  const isLifted = account.completed !== undefined && !opens.at && opens.wants === 'finding';
  const window = isLifted ? windowOn(delivery, id, account.completed) : { opens: opens.at, due: due.at };
  const when =
    completed && !isOpen(account)
      ? wasBehind(now, run)
        ? 'late'
        : timeliness(completed, window.opens, now.inExchange ? undefined : window.due)
      : undefined;
  const unsettled = unsettledAmount(obligation);
  const step = obligation?.of === undefined ? 1 : quantityAt(delivery.scenario.terms, obligation.of).step;
  const seen = sightingsOf(reports, step).map((sighting) => [sighting.observer, totalSeen(sighting)] as const);
  return {
    obligation: id,
    label: obligation?.label ?? id,
    kind,
    strength: obligation?.strength ?? 'shall',
    ...(obligation?.phase !== undefined && { phase: obligation.phase }),
    owedBy: obligation?.owedBy.value ?? [],
    to: obligation?.to?.value ?? [],
    ...(obligation?.verifier && { verifier: obligation.verifier.value }),
    standing,
    settled: isSettled(now),
    ...(opens.at && { opens: dayOf(delivery, opens.at) }),
    ...(due.at && { due: dayOf(delivery, due.at) }),
    ...(due.at && !opens.at && opens.waits.length > 0 && { waitsFor: opens.waits }),
    ...(planned && { planned }),
    ...(parts && { dueByPart: parts }),
    ...(ends && !isDoneWith(now) && { expected: parts?.at(-1)?.by ?? dayOf(delivery, ends) }),
    ...(completed && { completed: dayOf(delivery, completed) }),
    owed: span(account.owed.least, account.owed.most),
    ...(unsettled && { unsettled }),
    done: account.done,
    waived: account.waived,
    excused: account.excused,
    ...(when && { when }),
    ...(obligation?.escrow && {
      escrow: escrowNow(delivery, now, obligation.escrow.holder),
    }),
    putOff: reports.some(({ what }) => what === 'postponed'),
    alleged,
    found,
    seen: Object.fromEntries(seen),
    scale: scaleOf(now),
  };
}

/**
 * What was paid in is set free on the day on which that is due to happen, or as soon as it is there; it goes back likewise,
 * where that comes first. What is to be both on one day is set free.
 */
function escrowNow(delivery: Delivery, { account, released, returned }: DutyNow, holder: string): EscrowProgress {
  const { run } = delivery;
  if (account.done <= 0) return { holder, standing: 'not paid in' };
  const today = instantIn(run, run.day);
  const come = (timed: Timed | undefined) => (timed?.at && !isBefore(today, timed.at) ? timed.at : undefined);
  const [free, back] = [come(released), come(returned)];
  const isBack = back !== undefined && (!free || isBefore(back, free));
  const fires = isBack ? back : free;
  if (fires?.count !== today.count) return { holder, standing: 'held' };
  // What was taken back was not there.
  const paid = instantIn(run, reachedOn(account.sighting, Number.MIN_VALUE) ?? run.day);
  const on = dayOf(delivery, laterOf(fires, paid) ?? fires);
  return isBack ? { holder, standing: 'returned', returned: on } : { holder, standing: 'released', released: on };
}

/** From when until when something bound by what had happened by a day of the run, before any cure on it. */
function windowOn(delivery: Delivery, id: string, day: number) {
  const { run } = delivery;
  const duties = mapValues(run.duties, (reports) =>
    reports.filter((one) => one.day < day || (one.day === day && one.what !== 'breach cured')),
  );
  const { of } = knownFrom({ ...delivery, run: { ...run, day, duties } });
  return { opens: of(`opens ${id}`).at, due: of(`due ${id}`).at };
}

function timeliness(done: Instant, opens: Instant | undefined, due: Instant | undefined): DutyProgress['when'] {
  if (isBefore(due, done)) return 'late';
  return !opens || done.count !== opens.count || done.day < opens.day ? 'early' : 'in time';
}

function scaleOf({ account, standing }: DutyNow): DutyProgress['scale'] {
  if (standing === 'kept' || standing === 'done') return 3;
  const { done, enough, lasting } = account;
  if (done <= 0 || (lasting?.obligation.kind === 'level' && done > lasting.bounds.most)) return 0;
  if (done >= enough) return 3;
  return done * 2 >= enough ? 2 : 1;
}

function phaseProgress(phase: number | null, duties: readonly DutyProgress[]): PhaseProgress {
  const shall: Partial<Record<DutyStanding, number>> = {};
  const binding = duties.filter((duty) => (duty.phase ?? null) === phase && duty.strength === 'shall');
  for (const { standing } of binding) shall[standing] = (shall[standing] ?? 0) + 1;
  return { phase, shall, settled: binding.filter(({ settled }) => settled).length, of: binding.length };
}

function dayOf({ run }: Delivery, at: Instant): ScheduledDay {
  return dayIn(at, run.started === null ? undefined : instantIn(run, run.started));
}
