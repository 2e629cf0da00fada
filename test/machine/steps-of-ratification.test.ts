import { describe, expect, it } from 'vitest';
import type { TalksEvent } from 'sticking-points';
import { bridge } from '../support/bridge.js';
import { conclude, go, pass, play, states, table } from '../support/play.js';

type Voted = Extract<TalksEvent, { type: 'ratification.voted' }>;

/** Talks whose agreement goes through these steps, before the first. */
const concluded = (...ratification: readonly object[]) =>
  play(bridge({ process: { ratification: ratification as never } }), [table('plan'), conclude]); // as drafts have them
const voted = (step: string, more: Partial<Voted> = { outcome: 'approved' }): Voted => ({
  type: 'ratification.voted',
  step,
  ...more,
});

describe('what is said of a vote', () => {
  const bodies = { id: 'shores', body: 'the shores', rule: { kind: 'bodies', needed: 2, of: ['north', 'south'] } };
  const house = { id: 'house', body: 'the house' };

  it.each<readonly [string, object, Partial<Voted>, object, string]>([
    [
      'a body that decides, where there is one only',
      house,
      { outcome: 'approved', body: 'north' },
      { code: 'talks/unknown-body', path: ['body'], facts: { step: 'house', body: 'north' } },
      "'house' does not take several bodies",
    ],
    [
      'no body, where there are several',
      bodies,
      { outcome: 'approved' },
      { code: 'talks/unknown-body', path: ['body'], facts: { step: 'shores' } },
      "Which body of 'shores' has decided is missing.",
    ],
    [
      'another body',
      bodies,
      { outcome: 'approved', body: 'nroth' },
      { code: 'talks/unknown-body', path: ['body'], facts: { step: 'shores', body: 'nroth' } },
      "'shores' has no body 'nroth'. Did you mean 'north'?",
    ],
    [
      'the votes alone, where they decide nothing, of several bodies',
      bodies,
      { body: 'north', votes: { for: 9, against: 1 } },
      {
        code: 'talks/outcome-missing',
        path: ['outcome'],
        facts: { step: 'shores', body: 'north', rule: 'as reported' },
      },
      "How 'north' decided in 'shores' is missing: its rule is 'as reported', so that votes alone decide nothing. Give its outcome too.",
    ],
    [
      'the votes alone, where only what is reported counts',
      house,
      { votes: { for: 9, against: 1 } },
      { code: 'talks/outcome-missing', path: ['outcome'] },
      "its rule is 'as reported', so that votes alone decide nothing. Give its outcome too.",
    ],
    [
      'nothing, where only what is reported counts',
      house,
      {},
      { code: 'talks/outcome-missing', path: ['outcome'] },
      "How 'house' was decided is missing: give its outcome.",
    ],
    [
      'nothing, where votes would decide',
      { ...house, rule: { kind: 'majority' } },
      {},
      { code: 'talks/outcome-missing', path: ['outcome'] },
      "How 'house' was decided is missing: give its outcome, or the votes.",
    ],
  ])('cannot be %s', (_, step, more, fault, told) => {
    const { reasons } = concluded(step).do(voted('id' in step ? String(step.id) : '', more));
    expect(reasons).toMatchObject([fault]);
    expect(reasons[0]?.message).toContain(told);
  });

  it('cannot be said twice of one body', () => {
    const talks = concluded(bodies);
    go(talks, voted('shores', { body: 'north', outcome: 'approved' }));
    const [fault, ...more] = talks.do(voted('shores', { body: 'north', outcome: 'rejected' })).reasons;
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ code: 'talks/so-already', path: ['body'], facts: { step: 'shores', body: 'north' } });
    expect(fault?.message).toBe("'north' has decided in 'shores' already: approved.");
  });
});

describe('what votes come to', () => {
  it.each([
    [
      'more for it than against, by a majority',
      { kind: 'majority' },
      { for: 5, against: 4 },
      'carryingOut.awaitingStart',
    ],
    ['as many, by a majority', { kind: 'majority' }, { for: 5, against: 5 }, 'talks.open'],
    [
      'as many as are needed, by a quota',
      { kind: 'quota', needed: 5, of: 20 },
      { for: 5, against: 9 },
      'carryingOut.awaitingStart',
    ],
    ['fewer, by a quota', { kind: 'quota', needed: 5, of: 20 }, { for: 4, against: 0 }, 'talks.open'],
  ])('%s', (_, rule, votes, state) => {
    expect(states(concluded({ id: 'house', body: 'the house', rule }), voted('house', { votes }))).toEqual([state]);
  });
});

describe('the chain of steps', () => {
  const step = (id: string, more: object = {}) => ({ id, body: `the ${id}`, ...more });
  const underWay = (...events: readonly TalksEvent[]) => {
    const talks = concluded(step('vote', { otherwise: 'house' }), step('house'), step('court'));
    go(talks, ...events);
    const { ratification } = talks.snapshot.context;
    return ratification ? talks.scenario.process.ratification[ratification.step]?.id : talks.state;
  };

  it('passes over a second way where the first succeeds, and takes it where that fails, in its place', () => {
    expect(underWay()).toBe('vote');
    expect(underWay(voted('vote'))).toBe('court');
    expect(underWay(voted('vote', { outcome: 'rejected' }))).toBe('house');
    expect(underWay(voted('vote', { outcome: 'rejected' }), voted('house'))).toBe('court');
    expect(underWay(voted('vote', { outcome: 'rejected' }), voted('house', { outcome: 'rejected' }))).toBe(
      'talks.open',
    );
  });

  it('is not left by an objection that is dismissed: the days go on being counted', () => {
    const talks = concluded(step('house', { objectionDays: 5 }));
    const dismissed = { type: 'ratification.objected', step: 'house', outcome: 'dismissed' } as const;
    expect(states(talks, voted('house'), pass(3), dismissed, pass(1), pass(1))).toEqual([
      'ratifying.objectionWindow',
      'ratifying.objectionWindow',
      'ratifying.objectionWindow',
      'ratifying.objectionWindow',
      'carryingOut.awaitingStart',
    ]);
  });
});
