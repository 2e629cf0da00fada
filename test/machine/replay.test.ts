import { defineScenario, openTalks, replay } from 'sticking-points';
import { describe, expect, it } from 'vitest';

const from = (source: 'early' | 'late') => [{ source, attribution: 'narrator' }] as const;

/** An offer of January that was reported only in March, after one of February. */
const told = defineScenario({
  id: 'told',
  basis: 'reported',
  sources: { early: { outlet: 'Early', date: '2030-02-10' }, late: { outlet: 'Late', date: '2030-03-10' } },
  parties: { north: {}, south: {} },
  terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } } },
  positions: {
    enough: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 },
      citations: from('early'),
    },
    stock: {
      party: 'south',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 },
      citations: from('late'),
    },
  },
  offers: {
    first: { terms: { catch: 80 }, citations: from('late') },
    second: { terms: { catch: 30 }, citations: from('early') },
  },
  timeline: [
    { text: 'They meet.', when: '2030-01-02', citations: from('early') },
    {
      text: 'A first offer.',
      when: '2030-01-20',
      citations: from('late'),
      event: { type: 'offer.tabled', offer: 'first' },
    },
    {
      text: 'A second.',
      when: { words: 'in February', earliest: '2030-02', latest: '2030-02' },
      citations: from('early'),
      event: { type: 'offer.tabled', offer: 'second' },
    },
    { text: 'Nobody answers.', event: { type: 'offer.withdrawn', offer: 'first' } },
  ],
});

describe('replay', () => {
  const steps = replay(told);
  const ids = (view: (typeof steps)[number]['then']) => view.stickingPoints.map((p) => p.position);

  it('says of every entry when it was reported, and where it leaves the talks', () => {
    expect(steps.map((s) => [s.reported, s.then.asOf, s.then.state, s.known.state])).toEqual([
      ['2030-02-10', '2030-02-10', 'talks.open', 'talks.open'],
      ['2030-03-10', '2030-03-10', 'talks.blocked', 'talks.blocked'],
      ['2030-02-10', '2030-02-10', 'talks.blocked', 'talks.blocked'],
      [undefined, undefined, 'talks.blocked', 'talks.blocked'],
    ]);
  });

  it('judges by what had been reported by then and, beside it, by all that is known', () => {
    expect(steps.map((s) => [ids(s.then), ids(s.known)])).toEqual([
      [[], []],
      [['stock'], ['stock']],
      [['enough'], ['enough']],
      [['enough'], ['enough']],
    ]);
    // In February nobody had reported the first offer: the second came to an empty table.
    expect(steps[2]?.then.changed).toEqual({
      state: { from: 'talks.open', to: 'talks.blocked' },
      offer: { from: null, to: 'second' },
      appeared: ['enough'],
      gone: [],
    });
    expect(steps[2]?.known.changed).toEqual({
      offer: { from: 'first', to: 'second' },
      appeared: ['enough'],
      gone: ['stock'],
    });
  });

  it('tells of an event that could not happen, and goes on without it', () => {
    expect(steps[3]?.known.refused.map((r) => r.code)).toEqual(['talks/not-on-the-table']);
    expect(steps.slice(0, 3).flatMap((s) => [...s.then.refused, ...s.known.refused])).toEqual([]);
  });

  it('all that is known is one live run of the events', () => {
    const talks = openTalks(told);
    for (const { event } of told.timeline) if (event) talks.do(event);
    expect(steps.at(-1)?.known).toMatchObject({ state: talks.state, stickingPoints: talks.stickingPoints });
  });

  it('an event takes over the day and the source of its entry', () => {
    const early = { source: 'early', attribution: 'narrator' } as const;
    const ended = defineScenario({
      id: 'ended',
      sources: { early: { outlet: 'Early', date: '2030-02-10' } },
      parties: { north: {} },
      terms: { open: { kind: 'flag' } },
      positions: { shut: { party: 'north', rigidity: 'demand', condition: { kind: 'flag', of: 'open', is: false } } },
      offers: { yes: { by: ['north'], terms: { open: false } } },
      timeline: [
        { text: 'Tabled.', event: { type: 'offer.tabled', offer: 'yes' } },
        { text: 'Concluded.', event: { type: 'agreement.concluded' } },
        { text: 'In force.', when: '2030-02-01', event: { type: 'deal.started' } },
        { text: 'Over.', when: '2030-02-01', citations: [early], event: { type: 'deal.ended' } },
      ],
    });
    expect(replay(ended).map((s) => s.known.state)).toEqual([
      'talks.agreedInPrinciple',
      'carryingOut.awaitingStart',
      'carryingOut.phase1',
      'collapsed',
    ]);
  });
});

describe('what one day of reports holds', () => {
  const late = { source: 'late', attribution: 'narrator' } as const;
  const early = { source: 'early', attribution: 'narrator' } as const;
  type Entries = NonNullable<Parameters<typeof defineScenario>[0]['timeline']>;
  const withEntries = (...timeline: Entries) =>
    defineScenario({
      id: 'one-day',
      basis: 'reported',
      sources: { early: { outlet: 'Early', date: '2030-01-10' }, late: { outlet: 'Late', date: '2030-02-20' } },
      parties: { north: {}, south: {} },
      terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } } },
      positions: {
        stock: {
          party: 'south',
          rigidity: 'demand',
          condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 },
          citations: [late],
        },
      },
      offers: { high: { terms: { catch: 80 } } },
      timeline: timeline as never, // the ids above are these
    });
  const high = { type: 'offer.tabled', offer: 'high' } as const;

  it('is that of the earliest report, in whatever order an entry cites them', () => {
    const [step] = replay(withEntries({ text: 'Tabled.', citations: [late, early] as never, event: high }));
    expect(step).toMatchObject({ reported: '2030-01-10', then: { asOf: '2030-01-10', state: 'talks.considering' } });
    expect(step?.known.state).toBe('talks.blocked');
  });

  it.each([
    ['cites a later source', { ...high, citation: late }],
    ['was reported later', { ...high, reportedOn: '2030-02-20' }],
  ])('leaves out an event that %s itself', (_, event) => {
    const steps = replay(
      withEntries({ text: 'Tabled.', event: event }, { text: 'A note.', citations: [early] as never }),
    );
    expect(steps.map((step) => [step.reported, step.then.offer])).toEqual([
      ['2030-02-20', 'high'],
      ['2030-01-10', null],
    ]);
  });
});
