import { describe, expectTypeOf, test } from 'vitest';
import {
  defineScenario,
  type NextPhaseState,
  type TalksEvent,
  type TalksState,
  type TimelineEntryDraft,
} from 'sticking-points';

const terms = {
  catch: { kind: 'quantity', unit: 'tonnes', categories: { cod: 'cod' } },
  observers: { kind: 'flag' },
} as const;
const base = {
  id: 'lake',
  sources: { wire: { outlet: 'the wire', date: '2030-01-01' } },
  parties: { north: {}, south: {} },
  terms,
  positions: {
    enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 4 } },
  },
  offers: { first: { terms: { catch: 5 } } },
} as const;
const process = {
  preconditions: { calm: { title: 'calm' } },
  rounds: { spring: { needs: ['calm'], mandates: { north: 'listen' } } },
} as const;

describe('the process of a scenario', () => {
  test('right ids compile', () => {
    defineScenario({
      ...base,
      process: {
        preconditions: { calm: { title: 'calm', party: 'north' }, all: { title: 'all', jointly: ['calm'] } },
        rounds: { spring: { needs: ['all'], participants: ['south'], mandates: { north: 'negotiate' } } },
        ratification: [{ id: 'vote', body: 'the council', rule: { kind: 'quota', needed: 2, of: 3 } }],
        deadlines: { season: { title: 'the season', by: '2030-05', kind: 'hard', party: 'south' } },
        extensions: { winter: { title: 'winter', days: 7, citations: [{ source: 'wire', attribution: 'narrator' }] } },
      },
    });
  });

  test('a misspelt party', () => {
    // @ts-expect-error there is 'north'
    defineScenario({ ...base, process: { preconditions: { calm: { title: 'calm', party: 'nort' } } } });
    // @ts-expect-error there is 'north'
    defineScenario({ ...base, process: { rounds: { spring: { participants: ['nort'] } } } });
    // @ts-expect-error there is 'north'
    defineScenario({ ...base, process: { rounds: { spring: { mandates: { nort: 'listen' } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'north'
    defineScenario({ ...base, process: { deadlines: { s: { title: 's', by: '2030-05', kind: 'hard', party: 'nort' } } } });
  });

  test('a misspelt precondition, mandate, rule or source', () => {
    // @ts-expect-error there is 'calm'
    defineScenario({ ...base, process: { ...process, rounds: { spring: { needs: ['clam'] } } } });
    // prettier-ignore
    // @ts-expect-error there is 'calm'
    defineScenario({ ...base, process: { preconditions: { calm: { title: 'x' }, all: { title: 'x', jointly: ['clam'] } } } });
    // @ts-expect-error there is 'listen'
    defineScenario({ ...base, process: { rounds: { spring: { mandates: { north: 'lisen' } } } } });
    // prettier-ignore
    // @ts-expect-error a quota says of how many
    defineScenario({ ...base, process: { ratification: [{ id: 'v', body: 'b', rule: { kind: 'quota', needed: 2 } }] } });
    const citations = [{ source: 'wier', attribution: 'narrator' }] as const;
    // @ts-expect-error there is 'wire'
    defineScenario({ ...base, process: { extensions: { winter: { title: 'winter', citations } } } });
  });
});

describe('the time line of a scenario', () => {
  test('right ids compile', () => {
    defineScenario({
      ...base,
      process,
      timeline: [
        { text: 'A note.', when: '2030-01-02' },
        { text: 'An event.', event: { type: 'offer.tabled', offer: 'first', on: '2030-01-02' } },
        { text: 'A whole offer.', event: { type: 'offer.recorded', offer: { id: 'second', terms: { catch: 3 } } } },
        { text: 'A round.', event: { type: 'round.opened', round: 'spring' } },
        { text: 'A precondition.', event: { type: 'precondition.met', precondition: 'calm' } },
        { text: 'A position.', event: { type: 'position.revised', position: 'enough', condition: null } },
        {
          text: 'An end.',
          event: { type: 'deal.ended', by: ['north'], citation: { source: 'wire', attribution: 'narrator' } },
        },
      ],
    });
  });

  test('a misspelt id of each kind', () => {
    // @ts-expect-error there is 'first'
    defineScenario({ ...base, timeline: [{ text: 'x', event: { type: 'offer.withdrawn', offer: 'frst' } }] });
    // prettier-ignore
    // @ts-expect-error there is 'north'
    defineScenario({ ...base, timeline: [{ text: 'x', event: { type: 'mandate.given', party: 'nort', mandate: 'listen' } }] });
    // prettier-ignore
    // @ts-expect-error there is 'enough'
    defineScenario({ ...base, timeline: [{ text: 'x', event: { type: 'position.revised', position: 'enuf', condition: null } }] });
    // @ts-expect-error there is 'spring'
    defineScenario({ ...base, process, timeline: [{ text: 'x', event: { type: 'round.opened', round: 'sprng' } }] });
    // prettier-ignore
    // @ts-expect-error there is 'calm'
    defineScenario({ ...base, process, timeline: [{ text: 'x', event: { type: 'precondition.met', precondition: 'clam' } }] });
    const citation = { source: 'wier', attribution: 'narrator' } as const;
    // @ts-expect-error there is 'wire'
    defineScenario({ ...base, timeline: [{ text: 'x', event: { type: 'deal.started', citation } }] });
    // @ts-expect-error there is 'round.opened'
    defineScenario({ ...base, process, timeline: [{ text: 'x', event: { type: 'round.open', round: 'spring' } }] });
  });
});

describe('rules of agreement and scores', () => {
  const because = 'to try it';

  test('right ids compile', () => {
    defineScenario({ ...base, agreement: { rule: 'quota', of: ['north', 'south'], needed: 1, vetoes: ['north'] } });
    defineScenario({ ...base, agreement: { rule: 'weights', weights: { north: 2, south: 1 }, needed: 2 } });
    const points = [{ at: 0, worth: 1 }] as const;
    defineScenario({ ...base, scores: { north: { because, threshold: 1, parts: [{ of: 'catch/cod', points }] } } });
  });

  test('a misspelt party or term', () => {
    // @ts-expect-error there is 'north'
    defineScenario({ ...base, agreement: { rule: 'quota', of: ['nort'], needed: 1 } });
    // @ts-expect-error there is 'north'
    defineScenario({ ...base, agreement: { rule: 'weights', weights: { nort: 2 }, needed: 2 } });
    // @ts-expect-error there is 'north'
    defineScenario({ ...base, scores: { nort: { because, threshold: 1, parts: [] } } });
    const points = [{ at: 0, worth: 1 }] as const;
    // @ts-expect-error there is 'catch/cod'
    defineScenario({ ...base, scores: { north: { because, threshold: 1, parts: [{ of: 'catch/code', points }] } } });
    // @ts-expect-error a flag has no points
    defineScenario({ ...base, scores: { north: { because, threshold: 1, parts: [{ of: 'observers', points }] } } });
    // @ts-expect-error nobody reports a score: it is assumed
    defineScenario({ ...base, scores: { north: { because, threshold: 1, parts: [], basis: 'reported' } } });
  });
});

describe('events and states', () => {
  test('an event carries what its type has, and no more', () => {
    expectTypeOf<Extract<TalksEvent, { type: 'days.passed' }>>()
      .toHaveProperty('days')
      .toEqualTypeOf<number | undefined>();
    const events: TalksEvent[] = [
      { type: 'ratification.voted', step: 'vote', votes: { for: 2, against: 1 } },
      {
        type: 'performance.reported',
        obligation: 'catch/cod',
        amount: { wording: 'about', n: 4 },
        observer: 'a walker',
      },
      // @ts-expect-error how many days?
      { type: 'days.passed' },
      // @ts-expect-error an objection is sustained or dismissed
      { type: 'ratification.objected', step: 'vote', outcome: 'approved' },
      // @ts-expect-error there is 'conclude'
      { type: 'mandate.given', party: 'north', mandate: 'rule' },
      // @ts-expect-error a deal that starts has no phase yet
      { type: 'deal.started', phase: 1 },
      // @ts-expect-error a condition, or null
      { type: 'position.revised', position: 'enough' },
      // @ts-expect-error a new offer is recorded whole
      { type: 'offer.recorded', offer: 'first' },
    ];
    expectTypeOf(events).toEqualTypeOf<TalksEvent[]>();
  });

  test('states of the deal are named by number', () => {
    expectTypeOf<'carryingOut.phase12'>().toExtend<TalksState>();
    expectTypeOf<'carryingOut.phase'>().not.toExtend<TalksState>();
    expectTypeOf<'carryingOut.nextPhase'>().not.toExtend<TalksState>();
    expectTypeOf<NextPhaseState>().toEqualTypeOf<'none' | 'toBegin' | 'underWay' | 'settled' | 'failed'>();
  });

  test('an entry of a time line holds an event or is a note', () => {
    expectTypeOf<TimelineEntryDraft['event']>().toEqualTypeOf<TalksEvent | undefined>();
  });
});
