import { describe, expect, it } from 'vitest';
import type { TalksEvent } from 'sticking-points';
import { followerOf } from '../../src/machine/follow.js';
import { rulesOf, type Rules } from '../../src/machine/rules.js';
import { bridge } from '../support/bridge.js';
import { accept, reject, table } from '../support/play.js';

/** The context after some events, of which none may be refused. */
function after(rules: Rules, ...events: readonly TalksEvent[]) {
  return events.reduce((context, event) => {
    const { reasons, context: next } = followerOf(rules)(context, event);
    expect(reasons).toEqual([]);
    return next;
  }, rules.start);
}

const revised = (position: string, condition: object | null): TalksEvent =>
  ({ type: 'position.revised', position, condition }) as TalksEvent; // conditions as the tests need them
const recorded: TalksEvent = { type: 'offer.recorded', offer: { id: 'letter', terms: { cost: 20, toll: false } } };

describe('the scenario as talks have it', () => {
  it('is the scenario itself, as long as nothing is revised and no offer was brought in', () => {
    const rules = rulesOf(bridge());
    expect(rules.effective(rules.start)).toBe(rules.scenario);
    expect(rules.effective(after(rules, table('plan'), accept('west')))).toBe(rules.scenario);
  });

  it.each([
    ['a position is revised', [revised('cheap', { kind: 'compare', of: 'cost', op: '<=', line: 45 })]],
    ['an offer is brought in', [recorded]],
    ['both', [recorded, revised('cheap', null)]],
  ])('is put together once where %s', (_, events) => {
    const rules = rulesOf(bridge());
    const context = after(rules, ...events);
    const scenario = rules.effective(context);
    expect(scenario).not.toBe(rules.scenario);
    expect(rules.effective({ ...context })).toBe(scenario);
  });

  it('names a position that is given up no longer, and an entry of the time line about it is a note', () => {
    const timeline = [
      { text: 'the west asks for less', event: revised('cheap', { kind: 'compare', of: 'cost', op: '<=', line: 45 }) },
      { text: 'the east gives way', event: revised('free', null) },
      { text: 'the plan', event: table('plan') },
      { text: 'the crier is heard' },
    ];
    const named = [{ title: 'toll and cost', positions: ['free', 'cheap'], citations: [] }];
    const scenario = bridge({
      timeline,
      named: named.map((one) => ({ ...one, citations: [{ source: 'post', attribution: 'on-record' }] })),
    });
    const rules = rulesOf(scenario);
    const now = rules.effective(after(rules, revised('cheap', null)));
    expect(Object.keys(now.positions)).toEqual(['free']);
    expect(now.named.map(({ positions }) => positions)).toEqual([['free']]);
    const { event: _, ...note } = scenario.timeline[0] ?? { text: '' };
    expect(now.timeline).toEqual([note, ...scenario.timeline.slice(1)]);
    // What is only revised is still there to be spoken of.
    const less = rules.effective(after(rules, revised('cheap', { kind: 'compare', of: 'cost', op: '<=', line: 45 })));
    expect([less.named, less.timeline]).toEqual([scenario.named, scenario.timeline]);
    expect(less.positions['cheap']?.readings).toMatchObject([{ condition: { line: 45 } }]);
  });
});

describe('how the offer on the table stands', () => {
  const late = {
    answers: [
      { party: 'west', offer: 'plan', answer: 'rejects', citations: [{ source: 'post', attribution: 'on-record' }] },
    ],
  };

  it('is assessed once, whatever else happens meanwhile', () => {
    const rules = rulesOf(bridge());
    const context = after(rules, table('plan'));
    const assessment = rules.assessment(context);
    expect(assessment?.asOf).toBeUndefined();
    // Another context in which the same lies there, as it stood.
    expect(rules.assessment({ ...context, today: '2030-01-09' })).toBe(assessment);
    expect(rules.assessment(after(rules, table('dear')))?.offer).toBe('dear');
    expect(rules.assessment(context)).toBe(assessment);
  });

  it('is put together once from what was declared', () => {
    const rules = rulesOf(bridge(), { answers: 'declared' });
    const [bare, context] = [after(rules, table('plan')), after(rules, table('plan'), accept('west'))];
    const assessment = rules.assessment(context);
    expect(rules.assessment(context)).toBe(assessment);
    expect(assessment?.answers['west']?.declared?.answer).toBe('accepts');
    expect(rules.assessment(bare)?.answers['west']?.declared).toBeUndefined();
  });

  it('is another on another day, since what was reported later does not count before', () => {
    const rules = rulesOf(bridge(late), { asOf: '2030-02-01' });
    const context = after(rules, table('plan'));
    const on = (asOf: string | null) => rules.assessment({ ...context, asOf });
    expect([on('2030-02-01')?.asOf, on('2030-03-02')?.asOf, on(null)?.asOf]).toEqual([
      '2030-02-01',
      '2030-03-02',
      undefined,
    ]);
    expect(on('2030-02-01')?.answers['west']?.declared).toBeUndefined();
    expect(on('2030-03-02')?.answers['west']?.declared).toBeDefined();
    expect(on('2030-02-01')).toBe(on('2030-02-01'));
  });

  it('is open, and without answers, where none lies there, though one be called null', () => {
    const offers = { null: { terms: { cost: 40, toll: false } } };
    const rules = rulesOf(bridge({ offers }));
    expect(rules.answers(rules.start)).toEqual({});
    expect([rules.assessment(rules.start), rules.outcome(rules.start)]).toEqual([undefined, 'open']);
    expect(rules.outcome(after(rules, table('null')))).toBe('agreed');
    expect(rules.outcome(after(rules, table('plan'), reject('west')))).toBe('blocked');
  });

  it('goes by the answers that the options say', () => {
    const [byPosition, declared] = [rulesOf(bridge()), rulesOf(bridge(), { answers: 'declared' })];
    expect(declared.options).toEqual({ answers: 'declared' });
    expect(byPosition.answers(after(byPosition, table('plan')))).toEqual({
      east: 'accepts',
      west: 'accepts',
      guild: 'accepts',
    });
    expect(declared.outcome(after(declared, table('plan')))).toBe('undecided');
    const all = [table('plan'), accept('west'), accept('east')];
    expect(declared.outcome(after(declared, ...all))).toBe('agreed');
  });
});
