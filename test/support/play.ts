import {
  describeFault,
  openTalks,
  type Scenario,
  type Talks,
  type TalksEvent,
  type TalksOptions,
} from 'sticking-points';

/** Talks on a scenario in which all of this has happened; throws at the first event that is refused. */
export function play(scenario: Scenario, events: readonly TalksEvent[], options: TalksOptions = {}): Talks {
  const talks = openTalks(scenario, options);
  go(talks, ...events);
  return talks;
}

/** Lets all of this happen; throws at the first event that is refused. */
export function go(talks: Talks, ...events: readonly TalksEvent[]): void {
  for (const event of events) {
    const { reasons } = talks.do(event);
    if (reasons.length > 0) {
      throw new Error(
        `In ${talks.state}, ${JSON.stringify(event)} is refused.\n${reasons.map(describeFault).join('\n')}`,
      );
    }
  }
}

/** Why an event cannot happen now: the codes, in order; none where it can. Leaves the talks as they are. */
export function against(talks: Talks, event: TalksEvent): readonly string[] {
  const fork = talks.fork();
  return fork.do(event).reasons.map((reason) => reason.code);
}

/** The states that events lead through, one after the other. */
export function states(talks: Talks, ...events: readonly TalksEvent[]): readonly string[] {
  return events.map((event) => {
    go(talks, event);
    return talks.state;
  });
}

export const table = (offer: string) => ({ type: 'offer.tabled', offer }) as const;
export const withdraw = (offer: string) => ({ type: 'offer.withdrawn', offer }) as const;
export const accept = (party: string) => ({ type: 'answer.declared', party, answer: 'accepts' }) as const;
export const reject = (party: string) => ({ type: 'answer.declared', party, answer: 'rejects' }) as const;
export const pass = (days: number) => ({ type: 'days.passed', days }) as const;
export const conclude = { type: 'agreement.concluded' } as const;
export const start = { type: 'deal.started' } as const;
export const allege = (by?: string) => ({ type: 'breach.alleged', obligation: 'stones', ...(by && { by }) }) as const;
export const cure = (by?: string) => ({ type: 'breach.cured', obligation: 'stones', ...(by && { by }) }) as const;
export const suspend = { type: 'talks.suspended' } as const;
export const resume = { type: 'talks.resumed' } as const;
