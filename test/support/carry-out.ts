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
  /** Certifications, by the day from the start on which they are given. */
  readonly certified?: Readonly<Record<string, number>>;
  /** Whether what does not bind is performed too. */
  readonly whatever?: boolean;
  /** Named events, likewise. */
  readonly happening?: Readonly<Record<string, number>>;
}

/** Lets days pass, one by one, and performs whatever is due in full on its last day, until the talks are over. */
export function carryOut(talks: Talks, plan: Plan = {}, most = 400): void {
  const { performs = () => true, certified = {}, happening = {}, whatever = false } = plan;
  for (let day = 0; day <= most && isGoing(talks); day++) {
    for (const [certification, on] of Object.entries(certified)) {
      if (on === day) go(talks, { type: 'certification.given', certification });
    }
    for (const [event, on] of Object.entries(happening)) if (on === day) go(talks, { type: 'event.happened', event });
    performDue(talks, performs, whatever);
    if (isGoing(talks)) go(talks, { type: 'days.passed', days: 1 });
  }
}

export function isGoing(talks: Talks): boolean {
  return talks.state.startsWith('carryingOut');
}

/** Performs what is due today, and what that sets off today. */
function performDue(talks: Talks, performs: (obligation: string) => boolean, whatever: boolean): void {
  while (isGoing(talks)) {
    const now = progress(talks);
    const today = now?.today.day ?? -1;
    const due = (now?.duties ?? []).filter((duty) => isDueToday(duty, today, whatever) && performs(duty.obligation));
    if (due.length === 0) return;
    for (const { obligation, owed } of due) {
      // The last of them may have ended it all.
      if (isGoing(talks)) go(talks, { type: 'performance.reported', obligation, amount: owed.least ?? 1 });
    }
  }
}

function isDueToday(duty: DutyProgress, today: number, whatever: boolean): boolean {
  const { settled, kind, strength, opens, due } = duty;
  if (settled || kind === 'refrain' || (strength !== 'shall' && !whatever)) return false;
  // What has no last day may be done on any from its first on.
  return (due?.day ?? opens?.day ?? Infinity) <= today;
}
