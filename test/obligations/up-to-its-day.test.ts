import {
  atMost,
  compareTexts,
  days,
  defineScenario,
  onDay,
  progress,
  review,
  uponCompletion,
  uponEvent,
  uponFinding,
  upTo,
  weeks,
  type ObligationDraft,
  type Talks,
  type TalksEvent,
  type TextDraft,
} from 'sticking-points';
import { progressText } from 'sticking-points/report';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/base/day.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const owed: ObligationDraft = { owedBy: ['north'], to: ['south'] };
const back: ObligationDraft = { owedBy: ['south'], to: ['north'] };

/** A deal of one phase of sixty days. */
const pact = (obligations: Readonly<Record<string, ObligationDraft>>, more: TextDraft = {}) =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { tonnes: { kind: 'quantity', unit: 'tonnes', bounds: { most: 500 } } },
    space: { phases: { least: 1, most: 1 } },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(60) }],
        text: wide({ bodies: { board: { members: ['north', 'south'] } }, obligations, ...more }),
      },
    },
  });

const begun = (obligations: Readonly<Record<string, ObligationDraft>>, more: TextDraft = {}) =>
  inForce(pact(obligations, more), 'deal');
const on = (n: number) => addDays('2030-03-01', n) ?? '';
const pass = (talks: Talks, n: number) => go(talks, { type: 'days.passed', days: n });
const duty = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);
const standing = (talks: Talks, id: string) => duty(talks, id)?.standing;
const refused = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);
const told = (talks: Talks, obligation: string, amount: number, observer?: string) =>
  go(talks, { type: 'performance.reported', obligation, amount, ...(observer !== undefined && { observer }) });
const level = (more: Partial<ObligationDraft>): ObligationDraft => ({
  ...owed,
  kind: 'level',
  of: 'tonnes',
  amount: 20,
  begins: onDay(0),
  within: days(100),
  ...more,
});

describe('a deal of which something lasts beyond its phases', () => {
  it.each([
    ['something to be left undone', { ...owed, kind: 'refrain', begins: onDay(0), within: days(100) }],
    ['a level that is held', level({})],
    ['a ceiling', level({ amount: atMost(20) })],
  ] as const)('goes on until that is over: %s', (_, lasting) => {
    const talks = begun({ lasting });
    if (lasting.kind === 'level') told(talks, 'lasting', 20);
    pass(talks, 99);
    expect(talks.state).toBe('carryingOut.phase1');
    expect(duty(talks, 'lasting')?.settled).toBe(false);
    pass(talks, 2);
    expect(talks.state).toBe('fulfilled');
  });

  it('goes on while that is suspended, and ends once it is waived', () => {
    const talks = begun({ lasting: level({ amount: atMost(20) }) });
    go(talks, { type: 'performance.suspended', obligations: ['lasting'] });
    pass(talks, 300);
    expect(talks.state).toBe('carryingOut.phase1');
    go(talks, { type: 'performance.waived', obligation: 'lasting', by: ['south'] });
    expect(talks.state).toBe('fulfilled');
  });
});

describe('a level that is being held', () => {
  const both = { lasting: level({ instrument: 'accord' }), visit: { ...back, begins: onDay(0), instrument: 'accord' } };
  const accord: TextDraft = {
    instruments: { accord: { holds: 'whole', parties: { north: 'signs', south: 'signs' } } },
  };

  it('is still to be performed: it can be withheld, put off, suspended and let go', () => {
    const talks = begun(both, accord);
    told(talks, 'lasting', 20);
    expect(standing(talks, 'lasting')).toBe('done');
    const events: readonly TalksEvent[] = [
      { type: 'performance.withheld', obligation: 'lasting' },
      { type: 'performance.suspended', obligations: ['lasting'] },
      { type: 'performance.excused', obligation: 'lasting', by: ['south'] },
      { type: 'performance.waived', obligation: 'lasting', by: ['south'] },
      { type: 'performance.postponed', obligation: 'lasting', to: on(120), by: ['north', 'south'] },
    ];
    for (const event of events) expect([event.type, refused(talks.fork(), event)]).toEqual([event.type, []]);
    pass(talks, 100);
    for (const event of events)
      expect([event.type, refused(talks.fork(), event)]).toEqual([event.type, ['talks/nothing-owed']]);
  });

  it('is suspended with its instrument', () => {
    const talks = begun(both, accord);
    told(talks, 'lasting', 20);
    pass(talks, 5);
    go(talks, { type: 'breach.found', obligation: 'visit', by: 'board' });
    go(talks, { type: 'instrument.suspended', instrument: 'accord', obligation: 'visit', by: ['north'] });
    expect(duty(talks, 'lasting')?.due?.on).toBe(on(100));
    pass(talks, 5);
    expect(duty(talks, 'lasting')?.due?.on).toBe(on(105));
  });

  it('is not exceeded by what it was while it was suspended', () => {
    const run = (isSuspended: boolean) => {
      const talks = begun({ lasting: level({ within: days(20) }) });
      const rest = (type: 'performance.suspended' | 'performance.resumed') =>
        isSuspended && go(talks, { type, obligations: ['lasting'] });
      told(talks, 'lasting', 20);
      pass(talks, 2);
      rest('performance.suspended');
      pass(talks, 1);
      told(talks, 'lasting', 30);
      pass(talks, 2);
      told(talks, 'lasting', 20);
      pass(talks, 1);
      rest('performance.resumed');
      pass(talks, 20);
      return duty(talks, 'lasting')?.when;
    };
    expect([run(false), run(true)]).toEqual(['late', 'in time']);
  });

  it('and still is out of its bounds when it goes on, has slipped', () => {
    const talks = begun({ lasting: level({ within: days(20) }) });
    told(talks, 'lasting', 20);
    pass(talks, 2);
    go(talks, { type: 'performance.suspended', obligations: ['lasting'] });
    pass(talks, 1);
    told(talks, 'lasting', 30);
    pass(talks, 2);
    go(talks, { type: 'performance.resumed', obligations: ['lasting'] });
    pass(talks, 2);
    told(talks, 'lasting', 20);
    pass(talks, 30);
    expect(duty(talks, 'lasting')?.when).toBe('late');
  });
});

describe('a level on which observers differ', () => {
  it.each([
    ['a ceiling', atMost(30), 25, 50],
    ['an exact figure', 30, 30, 50],
    ['an exact figure, from below', 30, 30, 10],
  ] as const)('is held only where none says otherwise: %s', (_, amount, own, other) => {
    const talks = begun({ lasting: level({ amount, within: days(9) }) });
    told(talks, 'lasting', own, 'north');
    told(talks, 'lasting', other, 'south');
    pass(talks, 10);
    expect([standing(talks, 'lasting'), duty(talks, 'lasting')?.done]).toEqual(['late', other]);
  });

  it('is as its verifier says, whatever others do', () => {
    const talks = begun({ lasting: level({ amount: atMost(30), within: days(9), verifier: 'board' }) });
    told(talks, 'lasting', 50, 'south');
    told(talks, 'lasting', 25, 'board');
    pass(talks, 10);
    expect(standing(talks, 'lasting')).toBe('done');
  });
});

describe('something that is suspended', () => {
  it('of what is to be left undone, is over with its last day all the same', () => {
    const talks = begun({ quiet: { ...owed, kind: 'refrain', begins: onDay(0), within: days(9) } });
    go(talks, { type: 'performance.suspended', obligations: ['quiet'] });
    pass(talks, 9);
    expect(standing(talks, 'quiet')).toBe('suspended');
    pass(talks, 1);
    expect(standing(talks, 'quiet')).toBe('kept');
  });

  it('counts each day once, though stretches are told to overlap', () => {
    const talks = begun({ dredge: { ...owed, begins: onDay(5), within: days(20) } });
    const rest = (type: 'performance.suspended' | 'performance.resumed', day: number) =>
      go(talks, { type, obligations: ['dredge'], on: on(day) });
    pass(talks, 14);
    rest('performance.suspended', 8);
    rest('performance.resumed', 13);
    expect(duty(talks, 'dredge')?.due?.on).toBe(on(30));
    rest('performance.suspended', 9);
    rest('performance.resumed', 12);
    expect(duty(talks, 'dredge')?.due?.on).toBe(on(30));
    rest('performance.suspended', 12);
    rest('performance.resumed', 14);
    expect(duty(talks, 'dredge')?.due?.on).toBe(on(31));
  });

  it('is tied to a breach by a named event as well', () => {
    const talks = begun(
      {
        y: { ...owed, begins: onDay(0), instrument: 'accord' },
        x: { ...back, begins: uponEvent('opening'), instrument: 'accord' },
        z: { ...back, begins: onDay(3), instrument: 'accord' },
      },
      {
        events: { opening: { trigger: uponCompletion('y') } },
        instruments: { accord: { holds: 'part by part', parties: { north: 'signs', south: 'signs' } } },
      },
    );
    pass(talks, 2);
    go(talks, { type: 'breach.found', obligation: 'y', by: 'board' });
    go(talks, { type: 'instrument.suspended', instrument: 'accord', obligation: 'y', by: ['south'] });
    expect(['x', 'z'].map((id) => standing(talks, id))).toEqual(['suspended', 'waiting']);
  });
});

describe('something that is put off', () => {
  it('is not due before what sets it off, nor before its text has it', () => {
    const talks = begun({
      y: { ...back, begins: onDay(0), within: days(5) },
      x: { ...owed, begins: uponCompletion('y'), within: days(3) },
    });
    go(talks, { type: 'performance.postponed', obligation: 'x', to: on(20), by: ['north', 'south'] });
    expect(duty(talks, 'x')?.planned?.on).toBe(on(20));
    pass(talks, 30);
    expect([standing(talks, 'x'), duty(talks, 'x')?.due]).toEqual(['waiting', undefined]);
    told(talks, 'y', 1);
    expect([standing(talks, 'x'), duty(talks, 'x')?.due?.on]).toEqual(['open', on(33)]);
  });
});

describe('what asks for so much and no more', () => {
  it('is done once all of it is, and never worth nothing for being exceeded', () => {
    const talks = begun({
      fish: { ...owed, of: 'tonnes', amount: upTo(20), begins: onDay(0), within: days(30) },
      then: { ...back, begins: uponCompletion('fish'), within: days(2) },
    });
    pass(talks, 3);
    told(talks, 'fish', 20);
    expect(duty(talks, 'fish')).toMatchObject({ standing: 'done', when: 'in time', scale: 3 });
    expect(standing(talks, 'then')).toBe('open');
    told(talks, 'fish', 21);
    expect(duty(talks, 'fish')).toMatchObject({ standing: 'done', scale: 3 });
    told(talks, 'fish', 19);
    expect(duty(talks, 'fish')).toMatchObject({ standing: 'partly done', scale: 3 });
  });
});

describe('what is reported too early, or at a go', () => {
  it('is no breach, nor an extension, from before the deal was in force', () => {
    const talks = begun({ dredge: { ...owed, begins: onDay(5), within: days(20) } });
    pass(talks, 3);
    const early = on(-4);
    expect(refused(talks, { type: 'breach.alleged', obligation: 'dredge', on: early })).toEqual(['talks/before-start']);
    expect(refused(talks, { type: 'phase.extended', days: 3, on: early })).toEqual(['talks/before-start']);
    expect(refused(talks, { type: 'breach.alleged', obligation: 'dredge', on: on(1) })).toEqual([]);
  });

  it('is no more units than the number of times, told of together', () => {
    const text: TextDraft = { phases: { 1: { extensions: [{ how: 'by unit', unit: weeks(1), times: 2 }] } } };
    const talks = begun({ dredge: { ...owed, begins: onDay(5), within: days(20) } }, text);
    const extended = (n: number): TalksEvent => ({ type: 'phase.extended', days: n, rule: 'by unit' });
    const [fault] = talks.do(extended(21)).reasons;
    expect(fault).toMatchObject({ code: 'talks/extension-too-long', facts: { most: 14, days: 21 } });
    expect(refused(talks.fork(), extended(14))).toEqual([]);
    go(talks, extended(7));
    expect(refused(talks.fork(), extended(14))).toEqual(['talks/extension-too-long']);
    expect(refused(talks, extended(7))).toEqual([]);
  });

  it('is nothing withheld of what is to be left undone', () => {
    const talks = begun({ quiet: { ...owed, kind: 'refrain', begins: onDay(0), within: days(9) } });
    expect(refused(talks, { type: 'performance.withheld', obligation: 'quiet' })).toEqual(['talks/never-delivered']);
  });
});

describe('a review', () => {
  const codes = (obligations: Readonly<Record<string, ObligationDraft>>, more: TextDraft = {}) =>
    review(pact(obligations, more), 'deal').map(({ code }) => code);
  const checked = { ...owed, verifier: 'board' };

  it.each([
    [{ x: { ...checked, begins: uponFinding('x') } }],
    [{ x: { ...checked, begins: uponFinding('y') }, y: { ...checked, begins: uponFinding('x') } }],
    [{ x: { ...checked, begins: uponFinding('y') }, y: { ...checked, begins: uponCompletion('x') } }],
  ])('sees circles that lead through findings: %j', (obligations) => {
    expect(codes(obligations)).toEqual(['review/circular-sequence']);
  });

  it('takes a body of whose members nothing is said for one that can find, and says that they are not named', () => {
    const obligations = {
      y: { ...owed, verifier: 'nobody', begins: onDay(0) },
      x: { ...checked, begins: uponFinding('y') },
    };
    const bodies = { board: { members: ['north', 'south'] }, nobody: { members: [] } };
    expect(codes(obligations, { bodies })).toEqual(['review/body-cannot-decide']);
  });

  it('asks what becomes of what is held until a finding, or until something that nobody has to do', () => {
    const held = (released: ReturnType<typeof uponFinding>): Readonly<Record<string, ObligationDraft>> => ({
      w: { ...checked, begins: onDay(0), within: days(3) },
      v: { ...checked, strength: 'may', begins: onDay(0), within: days(3) },
      bond: { ...checked, of: 'tonnes', amount: 5, begins: onDay(0), escrow: { holder: 'south', released } },
    });
    expect(codes(held(uponFinding('w')))).toEqual(['review/held-at-end']);
    expect(codes(held(uponCompletion('v') as never))).toContain('review/held-at-end');
    expect(codes(held(uponCompletion('w') as never))).toEqual([]);
  });

  it('sees that what is held always goes back before it is set free', () => {
    const escrow = { holder: 'south', released: onDay(20), returned: onDay(5) };
    const [finding] = review(pact({ bond: { ...checked, of: 'tonnes', amount: 5, begins: onDay(0), escrow } }), 'deal');
    expect(finding).toMatchObject({ code: 'review/deadline-before', severity: 'breaks' });
    expect(finding?.message).toMatch(/goes back on day 5 from entry into force, before it can be set free on day 20/);
  });
});

describe('clauses that bear one label', () => {
  it('are told apart by a comparison', () => {
    const twins = (n: 'one' | 'two'): TextDraft => ({
      bodies: {
        one: { label: 'the commission', members: ['north', 'south'] },
        two: { label: 'the commission', members: ['north'] },
      },
      others: { first: 'the bank', second: 'the bank' },
      events: { one: { label: 'the thaw' }, two: { label: 'the thaw' } },
      certifications: { one: { label: 'counted', by: 'one' }, two: { label: 'counted', by: 'one' } },
      instruments: { one: { label: 'the accord' }, two: { label: 'the accord' } },
      obligations: {
        x: {
          ...owed,
          verifier: n,
          instrument: n,
          begins: uponEvent(n),
          until: { kind: 'certified', certification: n },
          escrow: { holder: n === 'one' ? 'first' : 'second', released: onDay(3) },
        },
      },
    });
    const a = pact({}, twins('one'));
    const changed = compareTexts(a, 'deal', pact({}, twins('two')).offers['deal']!).map(({ path }) => path);
    expect(changed).toEqual(
      ['instrument', 'verifier', 'begins', 'until', 'escrow'].map((part) => `obligations.x.${part}`),
    );
  });
});

describe('where what is paid lies', () => {
  it('stands beside what was done', () => {
    const talks = begun({
      bond: {
        ...owed,
        of: 'tonnes',
        amount: 5,
        begins: onDay(0),
        escrow: { holder: 'south', released: onDay(20), returned: onDay(9) },
      },
    });
    const says = () => progressText(progress(talks)!);
    expect(says()).not.toMatch(/held/);
    told(talks, 'bond', 5);
    expect(says()).toMatch(/bond: done, in time, held by south/);
    pass(talks, 9);
    expect(says()).toMatch(/bond: done, in time, given back/);
  });
});
