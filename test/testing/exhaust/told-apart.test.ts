import { days, onDay, openTalks, progress, type Talks, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { namerOf } from '../../../src/testing/exhaust/told-apart.js';
import { exhaust } from '../../../src/testing/exhaust.js';
import { bridge } from '../../support/bridge.js';
import { gather } from '../../support/gather.js';
import { allege, conclude, cure, pass, play, start, table } from '../../support/play.js';

describe('days past the last that can matter', () => {
  const events: readonly TalksEvent[] = [
    { type: 'offer.tabled', offer: 'plan' },
    { type: 'agreement.concluded' },
    { type: 'deal.started' },
    { type: 'days.passed', days: 1 },
    { type: 'breach.alleged', obligation: 'cost' },
    { type: 'breach.cured', obligation: 'cost' },
    { type: 'phase.extended', days: 2 },
    { type: 'phase.ended', phase: 1 },
    { type: 'phase.ended', phase: 2 },
  ];
  const day = (length: number) => ({ length: { length, unit: 'days' } });
  const scenario = bridge({ phases: [day(2), { length: { length: { wording: 'at least', n: 1 }, unit: 'days' } }] });

  /** What a state is here but for its days. */
  const nameOf = ({ snapshot, deal }: Talks) =>
    JSON.stringify([snapshot.value, deal?.phase, deal?.extended, deal?.extensions, deal?.disputes]);

  /** What is reached, and by how few events, with every number of days a state of its own. */
  function reachedOneByOne(depth: number): ReadonlyMap<string, number> {
    const reached = new Map<string, number>();
    const seen = new Set<string>();
    let layer: readonly Talks[] = [openTalks(scenario)];
    for (let at = 0; at <= depth; at++) {
      for (const talks of layer) if (!reached.has(nameOf(talks))) reached.set(nameOf(talks), at);
      layer = layer.flatMap((talks) =>
        events.flatMap((event): readonly Talks[] => {
          const fork = talks.fork();
          const again = event.type === 'phase.extended' && (fork.deal?.extended ?? 0) > 0;
          if (again || !fork.do(event).accepted) return [];
          const name = JSON.stringify([fork.snapshot.value, fork.snapshot.context]);
          return seen.size === seen.add(name).size ? [] : [fork];
        }),
      );
    }
    return reached;
  }

  it('are one state, and nothing is reached less or later for that', () => {
    const { seen, invariant } = gather();
    const { complete, states } = exhaust(scenario, { invariants: [invariant], bounds: { events } });
    expect(complete).toBe(true);
    expect(states).toBeLessThan(100);
    const reached = new Map<string, number>();
    for (const talks of seen) if (!reached.has(nameOf(talks))) reached.set(nameOf(talks), talks.log.length);
    expect(Object.fromEntries(reached)).toEqual(Object.fromEntries(reachedOneByOne(16)));
  });
});

describe('of a deal with a text', () => {
  const text = { obligations: { haul: { owedBy: ['east'], to: ['west'], of: 'stones', amount: 4, begins: onDay(7) } } };
  const signed = { by: ['east', 'west'], terms: { cost: 40, toll: false }, phases: [{ length: days(20) }], text };
  const scenario = bridge({ offers: { signed } });
  const haul = (type: 'breach.alleged' | 'breach.cured', by?: string): TalksEvent => ({
    type,
    obligation: 'haul',
    ...(by !== undefined && { by }),
  });
  const begun: readonly TalksEvent[] = [table('signed'), conclude, start];
  const found: TalksEvent = { type: 'breach.found', obligation: 'haul', by: 'guild' };

  it('a breach that is alleged and cured again and again leads to no new state', () => {
    const events = [...begun, haul('breach.alleged'), haul('breach.cured')];
    const ends = [5, 40].map((depth) => exhaust(scenario, { bounds: { events, depth: depth + begun.length } }));
    expect(ends.map(({ complete, states }) => ({ complete, states }))).toEqual([
      { complete: true, states: 7 },
      { complete: true, states: 7 },
    ]);
  });

  it('joined states have the same events ahead, and come to the same by each', () => {
    const events = [haul('breach.alleged'), haul('breach.cured'), haul('breach.alleged', 'west'), found, pass(3)];
    const nameOf = namerOf(scenario, events, 0);
    const told = (talks: Talks) =>
      JSON.stringify([talks.nextEvents, talks.state, talks.deal?.disputes, progress(talks)]);
    const seen = new Map<string, { readonly raw: string; readonly future: string }>();
    let joined = 0;
    let layer: readonly Talks[] = [play(scenario, begun)];
    for (let depth = 0; depth < 6; depth++) {
      const raws = new Set<string>();
      layer = layer.flatMap((talks) => {
        const forks = events.map((event) => {
          const fork = talks.fork();
          return fork.do(event).accepted ? fork : undefined;
        });
        const ahead = forks.map((fork) => (fork ? [nameOf(fork.snapshot), told(fork)] : null));
        const raw = JSON.stringify(talks.snapshot.context);
        const future = JSON.stringify([told(talks), ahead]);
        const other = seen.get(nameOf(talks.snapshot));
        if (other && other.raw !== raw) {
          joined++;
          expect(future).toBe(other.future);
        } else seen.set(nameOf(talks.snapshot), { raw, future });
        return forks.flatMap((fork) => {
          if (!fork) return [];
          const context = JSON.stringify(fork.snapshot.context);
          return raws.size === raws.add(context).size ? [] : [fork];
        });
      });
    }
    expect(joined).toBeGreaterThan(3);
  });
});

describe('one state', () => {
  const statesOf = (process: object, events: readonly TalksEvent[]) =>
    exhaust(bridge(process), { bounds: { events } }).states;

  it('is what came about in another order', () => {
    const preconditions = { calm: { title: 'calm' }, light: { title: 'light' } };
    const met = Object.keys(preconditions).map((precondition) => ({ type: 'precondition.met', precondition }) as const);
    const given = [
      { type: 'mandate.given', party: 'east', mandate: 'conclude' },
      { type: 'mandate.given', party: 'west', mandate: 'conclude' },
    ] as const;
    expect(statesOf({ process: { preconditions } }, met)).toBe(4);
    expect(statesOf({}, given)).toBe(4);
    const inForce = [table('plan'), conclude, start] as const;
    expect(statesOf({}, [...inForce, allege(), allege('east')])).toBe(4 + 3);
  });

  it('is none where another is disputed, or has to be', () => {
    const inForce = [table('plan'), conclude, start] as const;
    const cost = { type: 'breach.alleged', obligation: 'cost' } as const;
    expect(statesOf({}, [...inForce, allege(), cost])).toBe(4 + 3);
    expect(statesOf({}, [...inForce, allege()])).toBe(4 + 1);
  });

  it('is none by its days where a new offer may be longer than all there were', () => {
    const { seen, invariant } = gather();
    const long = {
      id: 'long',
      by: ['guild'],
      terms: { cost: 40, toll: false },
      phaseCount: 1,
      phases: [{ length: days(14) }],
    };
    const events: readonly TalksEvent[] = [table('plan'), conclude, start, pass(6), allege(), cure()];
    const more: readonly TalksEvent[] = [{ type: 'offer.tabled', offer: long }];
    exhaust(bridge(), { invariants: [invariant], bounds: { events: [...events, ...more], depth: 14 } });
    const ended = seen.filter(({ state, deal }) => state === 'fulfilled' && deal?.offer === 'long');
    expect(ended.some(({ log }) => log.filter(({ event }) => event.type === 'days.passed').length === 3)).toBe(true);
  });
});
