import { expect } from 'vitest';
import { openTalks, progress, type DutyProgress, type Scenario, type Talks, type TalksEvent } from 'sticking-points';

/** Does an event that has to be accepted. */
export function go(talks: Talks, event: TalksEvent): void {
  const { accepted, reasons } = talks.do(event);
  expect(reasons.map((r) => `${event.type}: ${r.message}`)).toEqual([]);
  expect(accepted).toBe(true);
}

/** Talks in which an offer of everybody's has been concluded, and the deal has started. */
export function inForce(scenario: Scenario, offer: string, on = '2030-03-01'): Talks {
  const talks = openTalks(scenario, { start: 'talks' });
  go(talks, { type: 'offer.tabled', offer, on });
  if (talks.state === 'talks.considering') {
    for (const party of scenario.agreement.of) {
      if (talks.state === 'talks.considering') go(talks, { type: 'answer.declared', party, answer: 'accepts' });
    }
  }
  go(talks, { type: 'agreement.concluded' });
  for (const { id } of scenario.process.ratification) {
    go(talks, { type: 'ratification.voted', step: id, outcome: 'approved' });
  }
  go(talks, { type: 'deal.started' });
  return talks;
}

/** What a day of carrying out does, beside performing what is due: whether to do it, and what else happens. */
export interface Plan {
  /** Whether an obligation is performed when its day comes. */
  readonly performs?: (obligation: string) => boolean;
  /** How often at the most something is performed that comes round. */
  readonly times?: (obligation: string) => number;
  /** Certifications, by the day from the start on which they are given. */
  readonly certified?: Readonly<Record<string, number>>;
  /** Whether what does not bind is performed too. */
  readonly whatever?: boolean;
  /** Named events, likewise. */
  readonly happening?: Readonly<Record<string, number>>;
}

/**
 * Lets days pass and performs whatever is due in full on its last day, what comes round again each time that it does, until the
 * talks are over. Days on which nothing can be due are passed together.
 */
export function carryOut(talks: Talks, plan: Plan = {}, most = 400): void {
  const { performs = () => true, times = () => Infinity, certified = {}, happening = {}, whatever = false } = plan;
  const outside = [...Object.values(certified), ...Object.values(happening)];
  for (let day = 0; day <= most && isGoing(talks);) {
    for (const [certification, on] of Object.entries(certified)) {
      if (on === day) go(talks, { type: 'certification.given', certification });
    }
    for (const [event, on] of Object.entries(happening)) if (on === day) go(talks, { type: 'event.happened', event });
    const coming = performDue(talks, performs, whatever, times);
    if (!isGoing(talks)) return;
    const next = Math.min(coming, ...outside.filter((on) => on > day).map((on) => on - day), most + 1 - day);
    go(talks, { type: 'days.passed', days: next });
    day += next;
  }
}

export function isGoing(talks: Talks): boolean {
  return talks.state.startsWith('carryingOut');
}

/** Performs what is due today, and what that sets off today; returns how many days there are until anything may be due again. */
function performDue(
  talks: Talks,
  performs: (obligation: string) => boolean,
  whatever: boolean,
  times: (obligation: string) => number,
): number {
  while (isGoing(talks)) {
    const now = progress(talks);
    const today = now?.today.day ?? -1;
    const wanted = (now?.duties ?? []).filter(
      ({ obligation, settled, kind, strength }) =>
        !settled && kind !== 'refrain' && (strength === 'shall' || whatever) && performs(obligation),
    );
    const due = wanted.flatMap((duty) => {
      const amount = Math.min(dueBy(talks, duty, today), times(duty.obligation) * roundOf(talks, duty).amount);
      return amount > duty.done ? [{ obligation: duty.obligation, amount }] : [];
    });
    if (due.length === 0) return Math.min(...wanted.map((duty) => daysUntil(talks, duty, today)), MOST_AT_ONCE);
    for (const { obligation, amount } of due) {
      // The last of them may have ended it all.
      if (isGoing(talks)) go(talks, { type: 'performance.reported', obligation, amount });
    }
  }
  return 1;
}

/** A week: so that nothing is passed over for long that no plan had told of. */
const MOST_AT_ONCE = 7;

/** How much of an obligation is due in all by a day. */
function dueBy(talks: Talks, duty: DutyProgress, today: number): number {
  const { opens, due, owed } = duty;
  const all = owed.least ?? 1;
  // What has no last day may be done on any from its first on.
  if ((due?.day ?? opens?.day ?? Infinity) <= today) return all;
  const { every, amount } = roundOf(talks, duty);
  if (opens?.day === undefined || every === undefined || opens.day > today) return 0;
  return Math.min(all, Math.floor((today - opens.day) / every) * amount);
}

/** Days until more of an obligation may be due: by what has happened, or, while that does not tell, by the plan. */
function daysUntil(talks: Talks, duty: DutyProgress, today: number): number {
  const { opens, due, planned } = duty;
  const { every } = roundOf(talks, duty);
  const first = opens?.day ?? planned?.day ?? Infinity;
  const round = every === undefined ? [] : [first + every * Math.max(1, Math.floor((today - first) / every) + 1)];
  const coming = [first, due?.day ?? Infinity, ...round].filter((day) => day > today);
  return Math.min(...coming, Infinity) - today;
}

/** How often an obligation comes round, in days, and how much is due each time. */
function roundOf({ scenario, deal }: Talks, { obligation: id }: DutyProgress) {
  const { obligations = {}, bodies = {} } = scenario.offers[deal?.offer ?? '']?.text ?? {};
  const every = obligations[id]?.every ?? bodies[id.replace(/\.reports$/, '')]?.reports?.every;
  const amount = obligations[id]?.amount?.value;
  return {
    ...(every?.length.wording === 'exactly' &&
      every.unit !== 'months' && { every: every.length.n * (every.unit === 'weeks' ? 7 : 1) }),
    amount: amount && 'n' in amount && amount.wording === 'exactly' ? amount.n : 1,
  };
}
