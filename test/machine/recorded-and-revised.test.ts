import { days, openTalks, parseScenario, toJson, type TalksEvent } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { accept, against, conclude, go, pass, play, reject, start, states, suspend, table } from '../support/play.js';

type Revised = Extract<TalksEvent, { type: 'position.revised' }>;
const revise = (position: string, condition: Revised['condition'], more: Partial<Revised> = {}): Revised => ({
  type: 'position.revised',
  position,
  condition,
  ...more,
});
const atMost = (line: number) => ({ kind: 'compare', of: 'cost', op: '<=', line }) as const;
const crier = { source: 'crier', attribution: 'on-record' } as const;
const post = { source: 'post', attribution: 'official-statement' } as const;

describe('an offer recorded', () => {
  const letter = { type: 'offer.recorded', offer: { id: 'letter', by: ['west'], terms: { cost: 20 } } } as const;

  it('is known from then on, and does not come under consideration', () => {
    const talks = play(bridge(), [table('dear'), letter]);
    expect([talks.state, talks.offer?.id]).toEqual(['talks.blocked', 'dear']);
    expect(talks.scenario.offers['letter']).toMatchObject({ id: 'letter', by: { value: ['west'] } });
    go(talks, table('letter'));
    expect(talks.offer?.id).toBe('letter');
  });

  it('may be a deal long carried out, which cannot be tabled', () => {
    const past = { type: 'offer.recorded', offer: { id: 'past', standing: 'carried out' } } as const;
    const talks = play(bridge(), [past]);
    expect(talks.do(table('past')).reasons).toMatchObject([{ code: 'talks/carried-out', path: ['offer'] }]);
  });

  it('is checked as any offer is, and needs an id of its own', () => {
    const talks = play(bridge(), [letter]);
    expect(talks.do(letter).reasons).toMatchObject([{ code: 'talks/id-taken', path: ['offer', 'id'] }]);
    expect(talks.do({ type: 'offer.recorded', offer: { id: 'new', terms: { cots: 5 } } }).reasons).toMatchObject([
      { code: 'scenario/unknown-term', path: ['offer', 'terms', 'cots'] },
    ]);
  });

  it.each([
    ['suspended', [suspend]],
    ['carryingOut.phase1', [table('plan'), conclude, start]],
  ])('in %s too', (state, events) => {
    const talks = play(bridge(), [...events, letter]);
    expect([talks.state, Object.keys(talks.scenario.offers)]).toEqual([state, ['plan', 'dear', 'letter']]);
  });

  it.each([
    ['a figure of many digits', { note: 5n }],
    ['what is no figure', { terms: { cost: Infinity } }],
    ['a function', { note: () => 'a note' }],
    ['a day of another library', { put: new Date() }],
  ])('that holds %s is refused and not mended on the way', (_, more) => {
    const talks = openTalks(bridge());
    for (const type of ['offer.recorded', 'offer.tabled']) {
      const { accepted, reasons } = talks.do({ type, offer: { id: 'odd', ...more } } as never); // as JavaScript may
      expect(accepted).toBe(false);
      expect(reasons.map((r) => r.path.slice(0, 2).join('.'))).toEqual([`offer.${Object.keys(more)[0] ?? ''}`]);
    }
  });
});

describe('a position revised', () => {
  it('is held from then on against the offer on the table', () => {
    const talks = play(bridge(), [table('dear')]);
    expect(states(talks, revise('cheap', atMost(70)), revise('cheap', atMost(69)))).toEqual([
      'talks.agreedInPrinciple',
      'talks.blocked',
    ]);
    expect(talks.stickingPoints).toMatchObject([{ position: 'cheap', title: 'cost: at most 69 crowns' }]);
  });

  it('is part of the effective scenario, in its place, and leaves the scenario itself alone', () => {
    const scenario = bridge();
    const talks = play(scenario, [
      revise(
        'free',
        { kind: 'flag', of: 'toll', is: true },
        { title: 'a toll', citation: post, because: 'Times change.', on: '2030-02-02' },
      ),
    ]);
    expect(Object.keys(talks.scenario.positions)).toEqual(['free', 'cheap']);
    expect(talks.scenario.positions['free']).toMatchObject({
      party: 'east',
      title: 'a toll',
      rigidity: { value: 'red line' },
      readings: [
        {
          condition: { is: true },
          basis: 'reported',
          because: 'Times change.',
          citations: [post],
          from: { earliest: '2030-02-02' },
        },
      ],
    });
    expect(scenario.positions['free']?.readings[0]?.condition).toMatchObject({ is: false });
    expect(talks.scenario.positions['cheap']).toBe(scenario.positions['cheap']);
  });

  it('takes the place of all readings', () => {
    const readings = { one: { condition: atMost(40) }, other: { condition: atMost(80) } };
    const positions = { cheap: { party: 'west', rigidity: 'demand', readings } };
    const talks = play(bridge({ positions, agreement: { rule: 'unanimity', of: ['west'] } }), [table('dear')]);
    expect(talks.state).toBe('talks.considering');
    expect(states(talks, revise('cheap', atMost(60)))).toEqual(['talks.blocked']);
  });

  it('given up, asks for nothing, until it is revised again', () => {
    const talks = play(bridge(), [table('dear')]);
    expect(states(talks, revise('cheap', null))).toEqual(['talks.considering']); // nothing answers for the west now
    expect(Object.keys(talks.scenario.positions)).toEqual(['free']);
    expect(talks.do(revise('cheap', null)).reasons).toMatchObject([{ code: 'talks/so-already', path: ['position'] }]);
    expect(states(talks, revise('cheap', atMost(50)))).toEqual(['talks.blocked']);
    expect(talks.stickingPoints[0]?.rigidity.value).toBe('demand');
  });

  it('cannot be given up and be held', () => {
    for (const more of [{ rigidity: 'demand' }, { title: 'a little less' }] as const) {
      expect(openTalks(bridge()).do(revise('cheap', null, more)).reasons).toMatchObject([
        { code: 'talks/given-up-and-held', path: ['condition'] },
      ]);
    }
  });

  it('may be held less firmly, or more', () => {
    const talks = play(bridge(), [table('dear')]);
    go(talks, revise('cheap', atMost(50), { rigidity: 'preference', citation: crier }));
    expect([talks.state, talks.stickingPoints]).toEqual(['talks.considering', []]);
    expect(talks.scenario.positions['cheap']?.rigidity).toMatchObject({ value: 'preference', basis: 'reported' });
    go(talks, revise('cheap', atMost(50), { rigidity: 'red line' }));
    expect(talks.do(accept('west')).reasons).toMatchObject([
      { code: 'talks/red-line-unmet', path: ['answer'], facts: { positions: ['cheap'] } },
    ]);
    // Revised once more without a word of it, it is held as firmly as before.
    go(talks, revise('cheap', atMost(40)));
    expect(talks.scenario.positions['cheap']?.rigidity.value).toBe('red line');
  });

  it('lets its party answer anew, and leaves the answers of others', () => {
    const talks = play(bridge(), [table('dear'), reject('east'), accept('west')]);
    go(talks, revise('cheap', atMost(60)));
    expect(Object.keys(talks.snapshot.context.declared)).toEqual(['east']);
    expect(talks.stickingPoints.map((v) => v.position)).toEqual(['cheap']); // no longer conceded
  });

  it('is known in talks as of a day from the day of its report, however firmly it is held', () => {
    const talks = play(bridge(), [table('dear')], { asOf: '2030-01-10' });
    go(talks, revise('cheap', atMost(60), { rigidity: 'red line', citation: post, reportedOn: '2030-01-12' }));
    expect(talks.clock.asOf).toBe('2030-01-12');
    expect(talks.stickingPoints).toMatchObject([
      { position: 'cheap', rigidity: { value: 'red line', basis: 'reported' } },
    ]);
  });

  it('with ids that name nothing is refused with the path of each', () => {
    const talks = openTalks(bridge());
    expect(talks.do(revise('chep', atMost(4))).reasons).toMatchObject([
      { code: 'talks/unknown-position', path: ['position'] },
    ]);
    expect(talks.do(revise('cheap', { ...atMost(4), of: 'cots' })).reasons).toMatchObject([
      { code: 'scenario/unknown-term', path: ['condition', 'of'] },
    ]);
  });

  it('while a deal is carried out changes nothing in it, and answers to what is tabled for the next phase', () => {
    const talks = play(bridge({ phases: [{ length: days(9) }, { toBeNegotiated: true }] }), [
      table('plan'),
      conclude,
      start,
      { type: 'nextPhase.opened' },
      table('dear'),
    ]);
    expect(against(talks, { type: 'nextPhase.settled' })).toEqual(['talks/not-agreed']);
    go(talks, revise('cheap', atMost(70)), revise('free', { kind: 'flag', of: 'toll', is: true }));
    expect(talks.state).toBe('carryingOut.phase1');
    go(talks, revise('free', { kind: 'flag', of: 'toll', is: false }), { type: 'nextPhase.settled' });
    // The phase under way goes on by its own text.
    go(talks, pass(9));
    expect([talks.state, talks.deal?.offer]).toEqual(['carryingOut.phase2', 'dear']);
  });

  it('may have an id that objects have from birth', () => {
    const positions = { constructor: { party: 'west', rigidity: 'demand', condition: atMost(50) } };
    const talks = play(bridge({ positions }), [table('dear'), revise('constructor', atMost(60))]);
    expect(talks.scenario.positions['constructor']).toMatchObject({ id: 'constructor', party: 'west' });
    go(talks, revise('constructor', null));
    expect(talks.scenario.positions).toEqual({});
  });
});

it('the effective scenario can be written to a file and read again, whatever was revised, given up or brought in', () => {
  const talks = openTalks(gaza2024(), { start: 'talks' });
  go(
    talks,
    { type: 'position.revised', position: 'IL-endTalks', condition: null },
    { type: 'position.revised', position: 'HA-prisoners', condition: { kind: 'all', of: [] } },
    { type: 'offer.recorded', offer: { id: 'heard-of', note: 'No more is known.' } },
  );
  const read = parseScenario(toJson(talks.scenario));
  expect(read.ok && read.value).toEqual(talks.scenario);
});
