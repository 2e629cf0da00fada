import { createTalksMachine, defineScenario, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { nextEventsOf } from '../../src/machine/next-events.js';
import { rulesOf } from '../../src/machine/rules.js';

const small = defineScenario({
  id: 'small',
  parties: { north: {}, south: {} },
  terms: { catch: { kind: 'quantity', unit: 'tonnes' } },
  positions: {
    enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
    stock: { party: 'south', rigidity: 'red line', condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 } },
  },
  offers: { low: { terms: { catch: 30 } }, vague: {}, high: { terms: { catch: 70 } } },
});

/** Everything that could be sent on this scenario, new offers left aside: they are without number. */
const everything: readonly TalksEvent[] = [
  ...Object.keys(small.offers).flatMap((offer): TalksEvent[] => [
    { type: 'offer.tabled', offer },
    { type: 'offer.withdrawn', offer },
  ]),
  ...Object.keys(small.parties).flatMap((party) =>
    (['accepts', 'rejects', 'undecided'] as const).map(
      (answer) => ({ type: 'answer.declared', party, answer }) as const,
    ),
  ),
  { type: 'talks.suspended' },
  { type: 'talks.resumed' },
];

describe('the talks of a small scenario, walked to the end by xstate/graph', () => {
  const paths = getShortestPaths(createTalksMachine(small), {
    events: [...everything],
    // What the offer's declared answers are in all, not in which order they came; where suspended talks resume.
    serializeState: ({ value, context, historyValue }) =>
      JSON.stringify([value, context.offer, Object.entries(context.declared).sort(), resumesAt(historyValue)]),
    limit: 5_000,
  });

  it('are finite', () => {
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.length).toBeLessThan(500);
  });

  it('reach exactly the states there are', () => {
    const reached = new Set(paths.map(({ state }) => JSON.stringify(state.value)));
    const talks = ['open', 'considering', 'blocked', 'agreedInPrinciple'].map((name) =>
      JSON.stringify({ talks: name }),
    );
    expect(reached).toEqual(new Set([...talks, '"suspended"']));
  });

  it('are nowhere at a dead end', () => {
    const rules = rulesOf(small);
    for (const { state } of paths) expect(nextEventsOf(rules, state).length).toBeGreaterThan(0);
  });

  it('never agree to what leaves a red line unmet', () => {
    const agreed = paths.filter(({ state }) => state.matches({ talks: 'agreedInPrinciple' }));
    expect(agreed.length).toBeGreaterThan(0);
    expect(agreed.filter(({ state }) => state.context.offer === 'high')).toEqual([]);
  });
});

/** The state nodes that a history leads back to, by id. */
function resumesAt(history: Readonly<Record<string, readonly { readonly id: string }[]>>): unknown {
  return Object.values(history).map((nodes) => nodes.map((node) => node.id));
}
