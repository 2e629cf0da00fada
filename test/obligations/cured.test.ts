import {
  days,
  defineScenario,
  onDay,
  progress,
  uponEvent,
  uponFinding,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';

/** A deal of one phase, which begins at once or upon a thaw, and what snaps back where the survey is found not made. */
const pact = (first: 'at once' | 'upon the thaw') =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: {},
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(10) }],
        text: {
          bodies: { board: { members: ['north', 'south'] } },
          events: { thaw: {} },
          phases: first === 'at once' ? {} : { 1: { begins: uponEvent('thaw') } },
          obligations: {
            survey: { owedBy: ['north'], to: ['south'], verifier: 'board', begins: onDay(0), within: days(3) },
            rest: { kind: 'refrain', owedBy: ['north'], begins: onDay(0), within: days(10) },
            tolls: { owedBy: ['north'], to: ['south'], begins: uponFinding('survey', days(2)), within: days(3) },
          },
        },
      },
    },
  });

const found = (obligation: string): TalksEvent => ({ type: 'breach.found', obligation, by: 'board' });
const cured = (obligation: string, by?: string): TalksEvent => ({
  type: 'breach.cured',
  obligation,
  ...(by && { by }),
});
const standing = (talks: Talks, id: string) =>
  progress(talks)?.duties.find(({ obligation }) => obligation === id)?.standing;
const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);
const offered = (talks: Talks) => talks.nextEvents.filter(({ type }) => type === 'breach.cured');

describe('a breach that a body found and nobody alleged', () => {
  it.each([[undefined], ['south']])('is cured as one that was alleged is, and sets off nothing more', (by) => {
    const talks = inForce(pact('at once'), 'deal');
    expect(codes(talks, cured('survey', by))).toEqual(['talks/so-already']);
    expect(offered(talks)).toEqual([]);
    go(talks, found('survey'));
    expect(offered(talks)).toEqual([{ type: 'breach.cured', obligation: 'survey', free: ['by'] }]);
    go(talks, { type: 'days.passed', days: 1 });
    go(talks, cured('survey', by));
    expect([talks.state, standing(talks, 'survey')]).toEqual(['carryingOut.phase1', 'open']);
    expect(codes(talks, cured('survey', by))).toEqual(['talks/so-already']);
    go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1, observer: 'board' });
    go(talks, { type: 'days.passed', days: 9 });
    expect([talks.state, standing(talks, 'tolls')]).toEqual(['fulfilled', 'waiting']);
  });

  it('is cured after the last day, and the deal is then fulfilled', () => {
    const talks = inForce(pact('at once'), 'deal');
    go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1 });
    go(talks, found('rest'));
    go(talks, { type: 'days.passed', days: 12 });
    expect(talks.state).toBe('carryingOut.phase1');
    go(talks, cured('rest'));
    expect(talks.state).toBe('fulfilled');
  });

  it('is cured while a first phase is waited for, and while something else is in dispute', () => {
    const talks = inForce(pact('upon the thaw'), 'deal');
    go(talks, found('survey'));
    go(talks, cured('survey'));
    expect(talks.state).toBe('carryingOut.awaitingStart');
    go(talks, found('survey'));
    go(talks, { type: 'breach.alleged', obligation: 'rest' });
    go(talks, cured('survey'));
    expect([talks.state, standing(talks, 'survey')]).toEqual(['carryingOut.inDispute', 'open']);
    expect(codes(talks, cured('survey'))).toEqual(['talks/so-already']);
  });

  it('is, where somebody has alleged it since, cured by what that one says', () => {
    const talks = inForce(pact('at once'), 'deal');
    go(talks, found('survey'));
    go(talks, { type: 'breach.alleged', obligation: 'survey', by: 'south' });
    expect(codes(talks, cured('survey'))).toEqual(['talks/so-already']);
    go(talks, cured('survey', 'south'));
    expect([talks.state, standing(talks, 'survey')]).toEqual(['carryingOut.phase1', 'open']);
  });
});

it('who broke it cures no more than what they allege themselves: what was found stands while others allege it', () => {
  const talks = inForce(pact('at once'), 'deal');
  go(talks, { type: 'breach.alleged', obligation: 'survey', by: 'south' });
  go(talks, found('survey'));
  go(talks, { type: 'breach.alleged', obligation: 'survey', by: 'north' });
  go(talks, cured('survey', 'north'));
  const survey = () => progress(talks)?.duties.find(({ obligation }) => obligation === 'survey');
  expect(survey()).toMatchObject({ standing: 'breach found', alleged: ['south'], found: ['board'] });
  expect(progress(talks)?.duties.find(({ obligation }) => obligation === 'tolls')).toMatchObject({ opens: { day: 2 } });
  go(talks, cured('survey', 'south'));
  expect(survey()).toMatchObject({ alleged: [], found: [] });
  expect(progress(talks)?.duties.find(({ obligation }) => obligation === 'tolls')).not.toHaveProperty('opens');
});
