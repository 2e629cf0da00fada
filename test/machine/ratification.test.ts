import fc from 'fast-check';
import type { TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { against, conclude, go, pass, play, resume, states, suspend, table } from '../support/play.js';

const council = { id: 'council', body: 'the council', rule: { kind: 'majority' }, objectionDays: 10 } as const;
const chamber = {
  id: 'chamber',
  body: 'the chamber',
  rule: { kind: 'quota', needed: 60, of: 100 },
  onFailure: 'ends',
} as const;
const court = { id: 'court', body: 'the court' } as const;

type Voted = Extract<TalksEvent, { type: 'ratification.voted' }>;
const vote = (step: string, how: Pick<Voted, 'votes' | 'outcome'>): TalksEvent => ({
  type: 'ratification.voted',
  step,
  ...how,
});
const yes = (step: string) => vote(step, { outcome: 'approved' });
const votes = (step: string, yeas: number, nays: number, abstained?: number) =>
  vote(step, { votes: { for: yeas, against: nays, ...(abstained !== undefined && { abstained }) } });
const object = (step: string, outcome: 'sustained' | 'dismissed') =>
  ({ type: 'ratification.objected', step, outcome, by: 'a citizen' }) as const;

const ratified = (...chain: readonly object[]) =>
  play(bridge({ process: { ratification: chain as never } }), [table('plan'), conclude]); // the drafts above, several together

describe('ratification', () => {
  it('takes what was agreed off the table and goes from step to step into force', () => {
    const talks = ratified(court, chamber);
    expect([talks.state, talks.offer, talks.snapshot.context.ratification]).toEqual([
      'ratifying.voting',
      undefined,
      { offer: 'plan', step: 0, daysLeft: null },
    ]);
    expect(states(talks, yes('court'), votes('chamber', 60, 40))).toEqual([
      'ratifying.voting',
      'carryingOut.awaitingStart',
    ]);
    expect(talks.deal?.offer).toBe('plan');
    expect(talks.snapshot.context.ratification).toBeNull();
  });

  it('steps follow one another', () => {
    expect(ratified(court, chamber).do(yes('chamber')).reasons).toMatchObject([
      { code: 'talks/another-step', path: ['step'], facts: { step: 'chamber', underWay: 'court' } },
    ]);
  });

  it.each([
    [51, 49, 'carryingOut.awaitingStart'],
    [50, 50, 'talks.open'],
    [0, 0, 'talks.open'],
  ])('by majority, %d to %d leads to %s', (yeas, nays, state) => {
    const { objectionDays: _, ...plain } = council;
    expect(states(ratified(plain), votes('council', yeas, nays))).toEqual([state]);
  });

  it.each([
    [60, 0, 40, 'carryingOut.awaitingStart'],
    [59, 0, 0, 'lapsed'],
  ])('by a quota of 60 of 100, %d for, %d against, %d abstained leads to %s', (yeas, nays, abstained, state) => {
    expect(states(ratified(chamber), votes('chamber', yeas, nays, abstained))).toEqual([state]);
  });

  it('the outcome can be reported without votes, and with votes has to be theirs', () => {
    expect(states(ratified(chamber), yes('chamber'))).toEqual(['carryingOut.awaitingStart']);
    const talks = ratified(chamber);
    expect(talks.do(vote('chamber', {})).reasons).toMatchObject([
      { code: 'talks/outcome-missing', path: ['outcome'], facts: { rule: 'quota' } },
    ]);
    expect(talks.do(vote('chamber', { outcome: 'approved', votes: { for: 59, against: 1 } })).reasons).toMatchObject([
      { code: 'talks/outcome-otherwise', path: ['outcome'], facts: { decided: 'rejected' } },
    ]);
    expect(talks.do(votes('chamber', 60, 40, 1)).reasons).toMatchObject([
      { code: 'talks/too-many-votes', path: ['votes'], facts: { cast: 101, of: 100 } },
    ]);
  });

  it('what is decided as reported is not decided by votes', () => {
    const talks = ratified(court);
    expect(against(talks, votes('court', 9, 0))).toEqual(['talks/outcome-missing']);
    expect(against(talks, vote('court', { outcome: 'rejected', votes: { for: 9, against: 0 } }))).toEqual([]);
  });
});

describe('an approval that may be objected to', () => {
  it('is good once its days are over, however many pass at once', () => {
    const talks = ratified(council, court);
    expect(states(talks, votes('council', 2, 1), pass(9), pass(1), yes('court'))).toEqual([
      'ratifying.objectionWindow',
      'ratifying.objectionWindow',
      'ratifying.voting',
      'carryingOut.awaitingStart',
    ]);
    expect(states(ratified(council), votes('council', 2, 1), pass(300))[1]).toBe('carryingOut.awaitingStart');
  });

  it('stays good where the objection is dismissed, its days running on', () => {
    const talks = ratified(council);
    go(talks, votes('council', 2, 1), pass(4), object('council', 'dismissed'));
    expect(talks.snapshot.context.ratification).toEqual({ offer: 'plan', step: 0, daysLeft: 6 });
    expect(states(talks, pass(5), pass(1))).toEqual(['ratifying.objectionWindow', 'carryingOut.awaitingStart']);
  });

  it('fails where it is sustained', () => {
    const talks = ratified(council);
    go(talks, votes('council', 2, 1));
    expect(states(talks, object('council', 'sustained'))).toEqual(['talks.open']);
    const ends = ratified({ ...chamber, objectionDays: 3 });
    expect(states(ends, yes('chamber'), object('chamber', 'sustained'))[1]).toBe('lapsed');
  });

  it('is not voted on again, and a vote not yet held not objected to', () => {
    const talks = ratified(council);
    expect(against(talks, object('council', 'sustained'))).toEqual(['talks/no-place']);
    go(talks, votes('council', 2, 1));
    expect(against(talks, votes('council', 0, 3))).toEqual(['talks/no-place']);
  });

  it('days pass in no vote', () => {
    const talks = ratified(court);
    expect(states(talks, pass(1000))).toEqual(['ratifying.voting']);
  });
});

describe('failure', () => {
  it('leads back to talks with an empty table, in which the same offer may be tabled again', () => {
    const talks = ratified(court);
    expect(states(talks, vote('court', { outcome: 'rejected' }))).toEqual(['talks.open']);
    expect([talks.offer, talks.deal, talks.snapshot.context.ratification]).toEqual([undefined, undefined, null]);
    expect(states(talks, table('plan'), conclude)).toEqual(['talks.agreedInPrinciple', 'ratifying.voting']);
  });

  it('ends the talks where the step says so', () => {
    const talks = ratified(chamber);
    expect(states(talks, votes('chamber', 10, 90))).toEqual(['lapsed']);
    expect(talks.nextEvents).toEqual([]);
  });
});

describe('talks broken off meanwhile', () => {
  it('go on in the step they were in', () => {
    const talks = ratified(court, chamber);
    expect(states(talks, yes('court'), suspend, pass(5), resume, votes('chamber', 60, 0))).toEqual([
      'ratifying.voting',
      'suspended',
      'suspended',
      'ratifying.voting',
      'carryingOut.awaitingStart',
    ]);
  });

  it('do not stop the days of an objection', () => {
    const talks = ratified(council, court);
    expect(states(talks, yes('council'), suspend, pass(4), resume)).toEqual([
      'ratifying.objectionWindow',
      'suspended',
      'suspended',
      'ratifying.objectionWindow',
    ]);
    expect(states(talks, suspend, pass(6), resume)).toEqual(['suspended', 'suspended', 'ratifying.voting']);
    expect(states(ratified(council), yes('council'), suspend, pass(10))[2]).toBe('carryingOut.awaitingStart');
  });

  it('open no other round before what is being ratified is decided', () => {
    const scenario = bridge({ process: { rounds: { idle: {} }, ratification: [court] } });
    const talks = play(scenario, [{ type: 'round.opened', round: 'idle' }, table('plan'), conclude, suspend]);
    expect(talks.do({ type: 'round.opened', round: 'idle' }).reasons).toMatchObject([
      { code: 'talks/being-ratified', path: ['round'], facts: { offer: 'plan' } },
    ]);
  });
});

it('days are counted while an approval may be objected to, and not while it is voted on', () => {
  const talks = play(bridge({ process: { ratification: [council] } }), [
    { ...table('plan'), on: '2030-01-01' },
    { ...conclude, on: '2030-01-20' },
    { ...votes('council', 2, 1), on: '2030-02-01' },
  ]);
  expect(talks.do({ ...object('council', 'dismissed'), on: '2030-02-03' }).reasons).toMatchObject([
    { code: 'talks/days-not-passed', facts: { today: '2030-02-01', days: 2 } },
  ]);
  go(talks, pass(2), { ...object('council', 'dismissed'), on: '2030-02-03' });
});

describe('any chain', () => {
  type Rule = { kind: 'as reported' | 'majority' } | { kind: 'quota'; needed: number; of: number };
  interface Step {
    readonly rule: Rule;
    readonly objectionDays?: number;
    readonly onFailure: 'talks' | 'ends';
  }
  type Turn =
    | { readonly yeas: number; readonly nays: number; readonly said: 'approved' | 'rejected' | 'nothing' }
    | { readonly days: number }
    | { readonly sustained: boolean }
    | { readonly broken: 'off' | 'mended' };

  const steps: fc.Arbitrary<Step> = fc.record(
    {
      rule: fc.constantFrom<Rule>({ kind: 'as reported' }, { kind: 'majority' }, { kind: 'quota', needed: 3, of: 5 }),
      objectionDays: fc.integer({ min: 1, max: 4 }),
      onFailure: fc.constantFrom<Step['onFailure']>('talks', 'ends'),
    },
    { requiredKeys: ['rule', 'onFailure'] },
  );
  const turns: fc.Arbitrary<Turn> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        yeas: fc.integer({ min: 0, max: 4 }),
        nays: fc.integer({ min: 0, max: 2 }),
        said: fc.constantFrom('approved' as const, 'rejected' as const, 'nothing' as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 5 }) }) },
    { weight: 1, arbitrary: fc.record({ sustained: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ broken: fc.constantFrom('off' as const, 'mended' as const) }) },
  );

  /** A chain of approvals as somebody would keep it on paper, without the machine. */
  class Paper {
    step = 0;
    window = 0;
    suspended = false;
    ended: 'inForce' | 'open' | 'lapsed' | undefined;
    constructor(private readonly chain: readonly Step[]) {}

    /** Whether a turn may be taken, and what comes of it. */
    take(turn: Turn): boolean {
      const step = this.chain[this.step]!;
      if ('broken' in turn) {
        if ((turn.broken === 'off') === this.suspended) return false;
        this.suspended = !this.suspended;
        return true;
      }
      if ('days' in turn) {
        if (this.window > 0 && (this.window -= turn.days) <= 0) this.goOn();
        return true;
      }
      if ('sustained' in turn) {
        if (this.window === 0) return false;
        if (turn.sustained) this.fail(step);
        return true;
      }
      if (this.suspended || this.window > 0) return false;
      const approved = step.rule.kind === 'quota' ? turn.yeas >= step.rule.needed : turn.yeas > turn.nays;
      if (step.rule.kind === 'quota' && turn.yeas + turn.nays > step.rule.of) return false;
      if (
        step.rule.kind === 'as reported'
          ? turn.said === 'nothing'
          : turn.said !== 'nothing' && (turn.said === 'approved') !== approved
      )
        return false;
      if (step.rule.kind === 'as reported' ? turn.said === 'rejected' : !approved) this.fail(step);
      else if (step.objectionDays === undefined) this.goOn();
      else this.window = step.objectionDays;
      return true;
    }

    private goOn(): void {
      this.window = 0;
      this.step++;
      if (this.step === this.chain.length) this.ended = 'inForce';
    }

    private fail({ onFailure }: Step): void {
      this.ended = onFailure === 'talks' ? 'open' : 'lapsed';
    }

    get state(): string {
      if (this.ended === 'inForce') return 'carryingOut.awaitingStart';
      if (this.ended === 'lapsed') return 'lapsed';
      if (this.suspended) return 'suspended';
      if (this.ended === 'open') return 'talks.open';
      return this.window > 0 ? 'ratifying.objectionWindow' : 'ratifying.voting';
    }
  }

  const asEvent = (turn: Turn, step: string): TalksEvent => {
    if ('broken' in turn) return turn.broken === 'off' ? suspend : resume;
    if ('days' in turn) return pass(turn.days);
    if ('sustained' in turn) return object(step, turn.sustained ? 'sustained' : 'dismissed');
    const { yeas, nays, said } = turn;
    return vote(step, { votes: { for: yeas, against: nays }, ...(said !== 'nothing' && { outcome: said }) });
  };

  it('goes as it would on paper, from its first vote to its end and back to the talks', () => {
    const ends = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.array(steps, { minLength: 1, maxLength: 3 }),
        fc.array(turns, { maxLength: 25 }),
        (chain, taken) => {
          const named = chain.map((step, i) => ({ ...step, id: `step${i}`, body: 'a body' }));
          const talks = ratified(...named);
          const paper = new Paper(chain);
          for (const turn of taken) {
            if (paper.ended) break;
            const event = asEvent(turn, `step${paper.step}`);
            expect(talks.do(event).accepted, JSON.stringify(event)).toBe(paper.take(turn));
            expect(talks.state).toBe(paper.state);
            if (paper.ended) continue;
            const daysLeft = paper.window > 0 ? paper.window : null;
            expect(talks.snapshot.context.ratification).toEqual({ offer: 'plan', step: paper.step, daysLeft });
          }
          ends.set(paper.state, (ends.get(paper.state) ?? 0) + 1);
          if (paper.ended !== 'open') return;
          // Back in the talks the same can be agreed again, and goes through the whole chain again.
          go(talks, ...(paper.suspended ? [resume] : []), table('plan'), conclude);
          expect(talks.snapshot.context.ratification).toEqual({ offer: 'plan', step: 0, daysLeft: null });
        },
      ),
      { numRuns: 200 },
    );
    for (const state of ['carryingOut.awaitingStart', 'talks.open', 'lapsed', 'suspended', 'ratifying.voting']) {
      expect(ends.get(state) ?? 0, state).toBeGreaterThan(2);
    }
  });
});
