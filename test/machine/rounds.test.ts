import { describe, expect, it } from 'vitest';
import type { TalksEvent } from 'sticking-points';
import { bridge } from '../support/bridge.js';
import { against, conclude, go, pass, play, resume, start, states, suspend, table, withdraw } from '../support/play.js';

const open = (round: string) => ({ type: 'round.opened', round }) as const;
const close = (round: string) => ({ type: 'round.closed', round }) as const;
const met = (precondition: string) => ({ type: 'precondition.met', precondition }) as const;
const lapsed = (precondition: string) => ({ type: 'precondition.lapsed', precondition }) as const;
const given = (party: string, mandate: 'listen' | 'explore' | 'negotiate' | 'conclude'): TalksEvent => ({
  type: 'mandate.given',
  party,
  mandate,
});

const process = {
  preconditions: {
    survey: { title: 'the river has been surveyed' },
    truce: { title: 'the ferry strike is over', party: 'west' },
    ready: { title: 'all is ready', jointly: ['survey', 'truce'] },
  },
  rounds: {
    first: { mandates: { east: 'explore' } },
    second: { needs: ['ready'], mandates: { east: 'negotiate', west: 'negotiate' } },
    idle: {},
  },
} as const;
const scenario = bridge({ process });

describe('rounds', () => {
  it('talks of a scenario that has some begin between them, unless opened in talks', () => {
    expect(play(scenario, []).state).toBe('betweenRounds');
    expect(play(scenario, [], { start: 'talks' }).state).toBe('talks.open');
    expect(play(bridge(), []).state).toBe('talks.open');
  });

  it('a scenario without any has nothing to stand between', () => {
    expect(play(bridge(), [], { start: 'betweenRounds' }).state).toBe('talks.open');
  });

  it('one without preconditions and mandates opens at once, and no offer is tabled before', () => {
    const talks = play(scenario, []);
    expect(against(talks, table('plan'))).toEqual(['talks/no-place']);
    expect(states(talks, open('idle'), table('plan'), close('idle'))).toEqual([
      'talks.open',
      'talks.agreedInPrinciple',
      'betweenRounds',
    ]);
    expect(talks.offer?.id).toBe('plan');
  });

  it('one that opens finds an empty table, but for what was agreed and not concluded', () => {
    const talks = play(scenario, [open('idle'), table('dear'), close('idle')]);
    expect(talks.offer).toBeUndefined();
    expect(states(talks, open('idle'))).toEqual(['talks.open']);
    go(talks, table('plan'));
    expect(talks.state).toBe('talks.agreedInPrinciple');
    expect(states(talks, close('idle'), open('idle'))).toEqual(['betweenRounds', 'talks.agreedInPrinciple']);
  });

  it('only the one that is being held can be closed', () => {
    const talks = play(scenario, [open('idle')]);
    expect(talks.do(close('first')).reasons).toMatchObject([
      { code: 'talks/another-round', path: ['round'], facts: { round: 'first', held: 'idle' } },
    ]);
    expect(against(play(scenario, [], { start: 'talks' }), close('idle'))).toEqual(['talks/another-round']);
  });

  it('another can open while talks are broken off, and is then the one held', () => {
    const talks = play(scenario, [open('idle'), table('dear'), suspend, given('east', 'explore')]);
    expect(states(talks, open('first'))).toEqual(['talks.blocked']);
    expect(against(talks, close('idle'))).toEqual(['talks/another-round']);
    expect(states(talks, close('first'))).toEqual(['betweenRounds']);
  });
});

describe('preconditions', () => {
  const mandated = [given('east', 'negotiate'), given('west', 'conclude')];

  it('a round opens only when what it needs is met, all parts of what is joint', () => {
    const talks = play(scenario, mandated);
    const { reasons } = talks.do(open('second'));
    expect(reasons).toMatchObject([
      { code: 'talks/precondition-unmet', path: ['round'], facts: { missing: ['survey', 'truce'] } },
    ]);
    expect(reasons[0]?.message).toContain('all is ready');
    go(talks, met('survey'));
    expect(talks.do(open('second')).reasons).toMatchObject([{ facts: { missing: ['truce'] } }]);
    expect(states(talks, met('truce'), open('second'))).toEqual(['betweenRounds', 'talks.open']);
  });

  it('one that has lapsed has to be met again', () => {
    const talks = play(scenario, [...mandated, met('survey'), met('truce'), lapsed('survey')]);
    expect(against(talks, open('second'))).toEqual(['talks/precondition-unmet']);
    go(talks, met('survey'), open('second'));
    // What a round needs to open is not what it needs to go on.
    expect(states(talks, lapsed('truce'))).toEqual(['talks.open']);
  });

  it('one is met once and lapses once, and a joint one only through its parts', () => {
    const talks = play(scenario, [met('survey')]);
    expect(talks.do(met('survey')).reasons).toMatchObject([{ code: 'talks/so-already', path: ['precondition'] }]);
    expect(against(talks, lapsed('truce'))).toEqual(['talks/so-already']);
    const joint = talks.do(met('ready')).reasons;
    expect(joint).toMatchObject([{ code: 'talks/joint-precondition', path: ['precondition'] }]);
    expect(joint[0]?.message).toContain('survey and truce');
    expect(against(talks, lapsed('ready'))).toEqual(['talks/joint-precondition']);
  });
});

describe('mandates', () => {
  it('a round waits for delegations that may do what it takes, and says of each what is wanting', () => {
    const talks = play(scenario, [met('survey'), met('truce'), given('west', 'explore')]);
    expect(talks.do(open('second')).reasons).toMatchObject([
      { code: 'talks/no-mandate', path: ['round'], facts: { party: 'east', needed: 'negotiate', held: null } },
      { code: 'talks/no-mandate', path: ['round'], facts: { party: 'west', needed: 'negotiate', held: 'explore' } },
    ]);
    go(talks, given('east', 'conclude'), given('west', 'negotiate'), open('second'));
  });

  it('a delegation that may not negotiate neither answers nor has its offer tabled', () => {
    const talks = play(scenario, [open('idle'), given('east', 'explore')]);
    const reasons = talks.do(table('dear')).reasons;
    expect(reasons).toMatchObject([
      { code: 'talks/mandate-too-narrow', facts: { party: 'east', held: 'explore', needed: 'negotiate' } },
    ]);
    expect(reasons[0]?.message).toContain("'dear'");
    go(talks, given('west', 'listen'), table('plan'));
    expect(talks.state).toBe('talks.considering'); // neither positions answer for those who may not
    expect(against(talks, { type: 'answer.declared', party: 'west', answer: 'accepts' })).toEqual([
      'talks/mandate-too-narrow',
    ]);
    // What changes in a mandate changes at once how the table stands.
    expect(states(talks, given('west', 'negotiate'), given('east', 'negotiate'))).toEqual([
      'talks.considering',
      'talks.agreedInPrinciple',
    ]);
  });

  it('ideas take no more than exploring, and no mandate known is no limit', () => {
    const ideas = { idea: { by: ['east', 'west'], standing: 'idea' } };
    const talks = play(bridge({ process, offers: ideas }), [open('idle'), given('east', 'explore')]);
    expect(against(talks, table('idea'))).toEqual([]);
    go(talks, given('east', 'listen'));
    expect(talks.do(table('idea')).reasons).toMatchObject([{ facts: { party: 'east', needed: 'explore' } }]);
    expect(against(talks, withdraw('idea'))).toEqual(['talks/not-on-the-table']);
  });

  it('concluding takes the mandate to conclude of all who have to accept', () => {
    const talks = play(scenario, [open('idle'), given('east', 'negotiate'), given('west', 'negotiate'), table('plan')]);
    expect(talks.do(conclude).reasons).toMatchObject([
      { code: 'talks/mandate-too-narrow', facts: { party: 'east', needed: 'conclude', held: 'negotiate' } },
      { code: 'talks/mandate-too-narrow', facts: { party: 'west', needed: 'conclude', held: 'negotiate' } },
    ]);
    go(talks, given('east', 'conclude'), given('west', 'conclude'), conclude);
  });

  it('concluding does not take it of those without whom enough accept', () => {
    const twoOfThree = { rule: 'quota', of: ['east', 'west', 'guild'], needed: 2 } as const;
    const talks = play(bridge({ agreement: twoOfThree }), [table('plan'), given('guild', 'negotiate')]);
    expect(against(talks, conclude)).toEqual([]); // east and west are enough
    go(talks, given('guild', 'listen'), given('west', 'negotiate'));
    expect(talks.do(conclude).reasons.map((r) => r.facts['party'])).toEqual(['west']);
    go(talks, given('west', 'conclude'), conclude);
    expect(talks.state).toBe('carryingOut.awaitingStart');
  });
});

it('the events that happen anywhere happen in every state that is not final', () => {
  const talks = play(bridge({ process: { ...process, ratification: [{ id: 'vote', body: 'council' }] } }), []);
  const anywhere = (): readonly TalksEvent[] => [
    given('east', 'conclude'),
    met('survey'),
    lapsed('survey'),
    { type: 'offer.recorded', offer: { id: `note-${talks.log.length}` } },
    { type: 'position.revised', position: 'cheap', condition: { kind: 'compare', of: 'cost', op: '<=', line: 50 } },
    pass(1),
  ];
  const been = new Set<string>();
  const path: readonly TalksEvent[] = [
    open('idle'),
    suspend,
    resume,
    table('plan'),
    conclude,
    { type: 'ratification.voted', step: 'vote', outcome: 'approved' },
    start,
    { type: 'breach.alleged', obligation: 'cost' },
  ];
  for (const event of [undefined, ...path]) {
    if (event) go(talks, event);
    been.add(talks.state);
    const { state } = talks;
    for (const one of anywhere()) go(talks, one);
    expect(talks.state).toBe(state);
  }
  expect(been.size).toBe(8);
});
