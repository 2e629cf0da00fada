import fc from 'fast-check';
import { openTalks, type Reply, type Scenario, type Talks, type TalksEvent, type TalksOptions } from 'sticking-points';
import { labourContract } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { treaty } from '../support/refused.js';
import { difference, modelCourses, type Door } from './compare.js';
import { shortened, told } from './shorten.js';

/** What is wrong with a door: what it does with an event, or what it says of the talks. */
interface Wrong {
  readonly act?: (talks: Talks, event: TalksEvent) => Reply;
  readonly look?: (talks: Talks) => Partial<Omit<Door, 'do'>>;
  readonly options?: (options: TalksOptions) => TalksOptions;
}

function broken({ act, look, options: other }: Wrong) {
  return (scenario: Scenario, options: TalksOptions): Door => {
    const talks = openTalks(scenario, other ? other(options) : options);
    const seen = <K extends keyof Omit<Door, 'do'>>(key: K): Door[K] => {
      const wrong = look?.(talks) ?? {};
      return key in wrong ? (wrong as Door)[key] : talks[key]; // it has just been found to be there
    };
    return {
      do: (event) => (act ? act(talks, event) : talks.do(event)),
      get state() {
        return seen('state');
      },
      get offer() {
        return seen('offer');
      },
      get nextPhase() {
        return seen('nextPhase');
      },
      get deal() {
        return seen('deal');
      },
      get clock() {
        return seen('clock');
      },
    };
  };
}

const yes: Reply = { accepted: true, reasons: [] };

const WRONGS: Readonly<Record<string, Wrong>> = {
  'says yes to what it refuses': {
    act: (talks, event) => {
      const reply = talks.do(event);
      return reply.reasons.some(({ code }) => code === 'talks/no-place') ? yes : reply;
    },
  },
  'loses an event that it accepts': {
    act: (talks, event) => (event.type === 'position.revised' ? yes : talks.do(event)),
  },
  'takes back what happened last where it refuses': {
    act: (talks, event) => {
      const reply = talks.do(event);
      if (!reply.accepted) talks.undo();
      return reply;
    },
  },
  'skips a day': {
    act: (talks, event) =>
      talks.do(
        event.type === 'days.passed' && event.days !== undefined && event.days > 1
          ? { ...event, days: event.days - 1 }
          : event,
      ),
  },
  'takes an objection that was sustained for one dismissed': {
    act: (talks, event) =>
      talks.do(event.type === 'ratification.objected' ? { ...event, outcome: 'dismissed' } : event),
  },
  'lets a majority be a minority': {
    act: (talks, event) =>
      talks.do(
        event.type === 'ratification.voted' && event.votes && !event.outcome
          ? { ...event, votes: { for: event.votes.against, against: event.votes.for } }
          : event,
      ),
  },
  'calls open to answers what is blocked': {
    look: ({ state }) => (state === 'talks.blocked' ? { state: 'talks.considering' } : {}),
  },
  'forgets what lies on the table': {
    look: ({ state }) => (state === 'talks.agreedInPrinciple' ? { offer: undefined } : {}),
  },
  'takes talks that failed for talks to begin': {
    look: ({ nextPhase }) => (nextPhase === 'failed' ? { nextPhase: 'toBegin' } : {}),
  },
  'shows the phase before': {
    look: ({ deal }) => (deal && deal.phase > 1 ? { deal: { ...deal, phase: deal.phase - 1 } } : {}),
  },
  'answers by position where only declared answers count': {
    options: ({ answers: _, ...options }) => options,
  },
};

const OPTIONS: readonly TalksOptions[] = [{}, { start: 'talks' }, { start: 'talks', answers: 'declared' }];

/** The same courses for every door. */
const tries = [treaty, labourContract()].flatMap((scenario) =>
  fc
    .sample(modelCourses(scenario), { numRuns: 60, seed: 20_300_112 })
    .map((events, i) => ({ scenario, options: OPTIONS[i % OPTIONS.length] ?? {}, events })),
);

describe('a door that is wrong', () => {
  it('is none of those in use, on these courses', () => {
    for (const { scenario, options, events } of tries) {
      if (difference(scenario, options, events)) expect.fail(told(scenario, options, events));
    }
  });

  for (const [title, wrong] of Object.entries(WRONGS)) {
    it(`is found out where it ${title}`, () => {
      const open = broken(wrong);
      const found = tries.find(({ scenario, options, events }) => difference(scenario, options, events, { open }));
      expect(found).toBeDefined();
      if (!found) return;
      // And what is told of it is short enough to be read.
      const { scenario, options, events } = found;
      const partsOn = (course: readonly TalksEvent[]) => difference(scenario, options, course, { open });
      expect(shortened(scenario, options, events, partsOn).length).toBeLessThan(16);
    });
  }
});
