import type { TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { accept, allege, conclude, cure, go, pass, play, reject, start, table } from '../support/play.js';
import { started } from '../support/started.js';

const done = (amount: number, more: object = {}) =>
  ({ type: 'performance.reported', obligation: 'stones', amount, ...more }) as const;

describe('what talks keep of what happened', () => {
  const atMost = { kind: 'compare', of: 'cost', op: '<=', line: 45 } as const;
  const events: readonly TalksEvent[] = [
    table('dear'),
    reject('west'),
    { ...accept('east'), because: 'It needs the bridge.' },
    { type: 'position.revised', position: 'cheap', condition: atMost },
    table('plan'),
    conclude,
    start,
    allege(),
    allege('east'),
    done(3),
    cure('east'),
    pass(2),
  ];

  it('is plain JSON after each event: nothing is written down that there is not', () => {
    const talks = play(bridge(), []);
    for (const event of events) {
      go(talks, event);
      const { context } = talks.snapshot;
      expect(JSON.parse(JSON.stringify(context))).toStrictEqual(context);
    }
  });

  it('is, of what was done of a quantity, the latest by each observer in each phase', () => {
    const talks = started({});
    go(talks, done(3), done(5), done(4, { observer: 'guild' }));
    expect(talks.deal?.performed).toEqual({
      1: { stones: { '': { wording: 'exactly', n: 5 }, guild: { wording: 'exactly', n: 4 } } },
    });
  });
});

describe('the day on which a phase began', () => {
  it.each<readonly [string, readonly TalksEvent[], string | null]>([
    ['that of the event which tells what day it is', [{ ...done(1), on: '2030-03-05' }], '2030-03-05'],
    ['that, less the days which have passed before', [pass(4), { ...done(1), on: '2030-03-05' }], '2030-03-01'],
    ['that, less the days which pass with it', [pass(1), { ...pass(3), on: '2030-03-05' }], '2030-03-01'],
    ['that, whatever days are added meanwhile', [{ type: 'phase.extended', days: 3, on: '2030-03-05' }], '2030-03-05'],
    ['unknown, where it is before the first day of the calendar', [{ ...pass(4), on: '0000-01-03' }], null],
    ['unknown, where nothing tells what day it is', [pass(4)], null],
  ])('is %s', (_, told, began) => {
    const talks = started({});
    go(talks, ...told);
    expect(talks.deal?.began).toBe(began);
  });
});

describe('what is told of talks that cannot go on so', () => {
  it('is what the delegation to a round may do, or that there is none', () => {
    const talks = play(bridge({ process: { rounds: { spring: { mandates: { west: 'negotiate' } } } } }), []);
    const opened = { type: 'round.opened', round: 'spring' } as const;
    const told = () => talks.do(opened).reasons.map(({ facts, message }) => [facts['held'], message]);
    expect(told()).toEqual([[null, "'spring' needs a delegation of 'west' that may negotiate: none has a mandate."]]);
    go(talks, { type: 'mandate.given', party: 'west', mandate: 'listen' });
    expect(told()).toEqual([
      ['listen', "'spring' needs a delegation of 'west' that may negotiate: it may only listen."],
    ]);
    go(talks, { type: 'mandate.given', party: 'west', mandate: 'negotiate' }, opened);
  });

  it('is that nothing lies on the table by which a deal could be amended', () => {
    const [fault] = started({}).do(conclude).reasons;
    expect(fault).toMatchObject({ code: 'talks/not-agreed', path: ['type'], facts: { offer: null } });
    expect(fault?.message).toContain('Nothing lies on the table');
  });
});
