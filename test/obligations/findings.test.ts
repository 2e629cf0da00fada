import { describe, expect, it } from 'vitest';
import { days, defineScenario, onDay, progress, uponEvent, type Talks, type TalksEvent } from 'sticking-points';
import { go, inForce } from '../support/carry-out.js';

const dig = { owedBy: ['north'], to: ['south'], verifier: 'board', of: 'wells', amount: 4 } as const;

const pact = defineScenario({
  id: 'wells',
  parties: { north: {}, south: {}, east: {} },
  terms: { wells: { kind: 'quantity', unit: 'wells', bounds: { most: 20 } } },
  space: { phases: 1 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      known: 'full',
      terms: { wells: 20 },
      phases: [{ length: days(60) }],
      text: {
        bodies: { board: { members: ['north', 'south'] } },
        instruments: { watch: { parties: { north: 'signs', east: 'adheres', south: 'unsigned' } } },
        events: { thaw: {} },
        obligations: {
          quiet: {
            kind: 'refrain',
            owedBy: ['north'],
            to: ['south'],
            verifier: 'board',
            begins: onDay(0),
            until: onDay(10),
          },
          dig: { ...dig, begins: onDay(5), within: days(5) },
          level: { ...dig, kind: 'level', begins: onDay(0), within: days(5) },
          weekly: { ...dig, kind: 'recurring', every: days(7), times: 2, begins: onDay(0) },
          later: { owedBy: ['north'], verifier: 'board', begins: uponEvent('thaw'), within: days(3) },
          rota: { owedBy: ['north'], kind: 'recurring', every: days(7), times: 2, begins: onDay(0) },
          patrol: { owedBy: ['north'], kind: 'recurring', every: days(7), begins: onDay(0), until: onDay(21) },
          hoped: { ...dig, strength: 'aims to', begins: onDay(1) },
          free: { ...dig, strength: 'may', begins: onDay(1) },
          own: { ...dig, verifier: 'south', begins: onDay(1), within: days(20) },
          guard: { owedBy: ['north'], instrument: 'watch', begins: onDay(1), within: days(40) },
          tells: { owedBy: ['board'], begins: onDay(1) },
          vague: { owedBy: ['north'], verifier: 'board' },
        },
      },
    },
  },
});

const duty = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);
const pass = (talks: Talks, n: number) => {
  go(talks, { type: 'days.passed', days: n });
};
const found = (obligation: string): TalksEvent => ({ type: 'breach.found', obligation, by: 'board' });
const done = (obligation: string, amount: number, observer: string): TalksEvent => ({
  type: 'performance.reported',
  obligation,
  amount,
  observer,
});
const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);
const waived = (obligation: string, more: object = {}): TalksEvent => ({
  type: 'performance.waived',
  obligation,
  by: ['south'],
  ...more,
});

describe('what was to be left undone and was found broken', () => {
  it('binds on once that is cured, and was not kept when its days are over', () => {
    const talks = inForce(pact, 'deal');
    pass(talks, 3);
    go(talks, { type: 'breach.alleged', obligation: 'quiet', by: 'south' });
    go(talks, found('quiet'));
    expect(duty(talks, 'quiet')).toMatchObject({ standing: 'breach found', settled: false });
    go(talks, { type: 'breach.cured', obligation: 'quiet', by: 'south' });
    expect(duty(talks, 'quiet')).toMatchObject({ standing: 'binding', settled: false, found: [] });
    pass(talks, 20);
    expect(duty(talks, 'quiet')).toMatchObject({ standing: 'not kept', settled: true, scale: 0, found: [] });
  });

  it('was kept where that was only alleged', () => {
    const talks = inForce(pact, 'deal');
    for (const type of ['breach.alleged', 'breach.cured'] as const)
      go(talks, { type, obligation: 'quiet', by: 'south' });
    pass(talks, 20);
    expect(duty(talks, 'quiet')).toMatchObject({ standing: 'kept', scale: 3 });
  });
});

describe('a finding that something was not kept', () => {
  it('cannot be made before that begins to bind, on that day or as it is dated', () => {
    const talks = inForce(pact, 'deal');
    pass(talks, 4);
    expect(codes(talks, found('dig'))).toEqual(['talks/not-open']);
    const [reason] = talks.do(found('later')).reasons;
    expect(reason?.message).toBe(
      "'later' waits for thaw to happen, and could not be broken before: let that come first.",
    );
    pass(talks, 1);
    expect(codes(talks, { ...found('dig'), on: '2030-03-02' })).toEqual(['talks/not-open']);
    go(talks, found('dig'));
    // Of what never has a day by the text, a body may say what it was to be.
    go(talks, found('vague'));
  });

  it('cannot be made of what is waived in full before; of what is waived in part it can', () => {
    const talks = inForce(pact, 'deal');
    pass(talks, 6);
    go(talks, waived('dig', { amount: 3 }));
    go(talks, waived('quiet'));
    expect(codes(talks, found('quiet'))).toEqual(['talks/nothing-owed']);
    go(talks, { ...found('quiet'), on: '2030-03-02' });
    go(talks, found('dig'));
  });

  it('cannot be made by a body that saw it done in time, unless it reports otherwise; what others saw binds none', () => {
    const talks = inForce(pact, 'deal');
    pass(talks, 6);
    for (const id of ['dig', 'level']) go(talks, done(id, 4, 'north'));
    go(talks, done('dig', 4, 'board'));
    expect(codes(talks, found('dig'))).toEqual(['talks/own-report']);
    go(talks, done('dig', 3, 'board'));
    go(talks, found('dig'));
    go(talks, done('weekly', 8, 'board'));
    go(talks, found('weekly'));
    go(talks, found('level'));
    const late = inForce(pact, 'deal');
    pass(late, 6);
    go(late, done('level', 4, 'board'));
    go(late, found('level'));
  });
});

describe('what binds nobody', () => {
  it('is found broken by no body: what somebody aims to do, or may', () => {
    const talks = inForce(pact, 'deal');
    pass(talks, 2);
    expect(codes(talks, found('hoped'))).toEqual(['talks/binds-nobody']);
    const [reason] = talks.do(found('free')).reasons;
    expect(reason?.message).toBe(
      "'free' binds nobody: it is something that its owner may do, and nobody breaks the text by leaving it undone.",
    );
    expect(reason?.facts).toEqual({ obligation: 'free', strength: 'may' });
  });

  it('leaves a party whom the text has verify something its finding, and one that is certain before the last day', () => {
    const talks = inForce(pact, 'deal');
    pass(talks, 2);
    go(talks, { type: 'breach.found', obligation: 'own', by: 'south' });
  });
});

describe('what is owed to nobody by name', () => {
  it('is owed to all: it is waived by all other parties, and not by who owes it', () => {
    const talks = inForce(pact, 'deal');
    const [reason] = talks.do(waived('rota', { by: ['north'] })).reasons;
    expect(reason).toMatchObject({ code: 'talks/no-consent', facts: { missing: ['south'] } });
    go(talks, waived('rota', { by: ['south'] }));
  });

  it('is waived by those who signed the instrument that it stands in, or adhered to it', () => {
    const talks = inForce(pact, 'deal');
    const [reason] = talks.do(waived('guard')).reasons;
    expect(reason).toMatchObject({ code: 'talks/no-consent', facts: { missing: ['east'] } });
    go(talks, waived('guard', { by: ['east'] }));
    // Of a body's duty nobody is quit of the other's consent.
    expect(talks.do(waived('tells')).reasons[0]?.facts).toEqual({ missing: ['north'] });
    go(talks, waived('tells', { by: ['north', 'south'] }));
  });
});

describe('an act', () => {
  it('is done once, or as often as it comes round', () => {
    const talks = inForce(pact, 'deal');
    const said = (obligation: string, amount: number) =>
      talks.do(done(obligation, amount, 'south')).reasons.map(({ message }) => message);
    expect(said('vague', 7)).toEqual(["'vague' is an act: 1 says that it was done."]);
    expect(said('rota', 3)).toEqual([
      "'rota' is an act that comes round 2 times: a figure up to that says how often it was done in all.",
    ]);
    expect(said('patrol', 1.5)).toEqual([
      "'patrol' is an act that comes round: a whole figure says how often it was done in all.",
    ]);
    for (const [id, n] of [
      ['vague', 1],
      ['rota', 2],
      ['patrol', 4],
    ] as const)
      expect(said(id, n)).toEqual([]);
  });
});

describe('an obligation', () => {
  it.each(['south', 'board', undefined])('is suspended by who is owed it, or a body: %s', (who) => {
    const talks = inForce(pact, 'deal');
    go(talks, {
      type: 'performance.suspended',
      obligations: ['dig', 'later'],
      ...(who !== undefined && { by: [who] }),
    });
    expect([duty(talks, 'dig')?.standing, duty(talks, 'later')?.standing]).toEqual(['suspended', 'suspended']);
  });
});
