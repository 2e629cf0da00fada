import fc from 'fast-check';
import { onDay, review, uponCompletion, uponStart } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { circlesIn } from '../../src/review/circles.js';
import '../support/seed.js';
import { withText, market } from '../support/texts.js';

type Graph = Readonly<Record<string, readonly string[]>>;

const NODES = ['a', 'b', 'c', 'd', 'e', 'f'];

const anyGraph: fc.Arbitrary<Graph> = fc
  .array(fc.tuple(fc.constantFrom(...NODES), fc.constantFrom(...NODES)), { maxLength: 12 })
  .map((edges) =>
    Object.fromEntries(NODES.map((node) => [node, edges.filter(([from]) => from === node).map(([, to]) => to)])),
  );

const on = (graph: Graph) => (node: string) => graph[node] ?? [];

/** Every way round of a graph that meets no node twice, by trying all of them; each from its first node by id. */
function everyCircle(graph: Graph): readonly (readonly string[])[] {
  const found: string[][] = [];
  const walk = (path: readonly string[]) => {
    const [first = '', last = ''] = [path[0], path.at(-1)];
    for (const next of new Set(on(graph)(last))) {
      if (next === first) found.push([...path]);
      else if (next > first && !path.includes(next)) walk([...path, next]);
    }
  };
  for (const node of NODES) walk([node]);
  return found;
}

const isWithin = (small: readonly string[], large: readonly string[]) => small.every((node) => large.includes(node));

describe('circles', () => {
  it('are circles, none of which holds a smaller one', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const all = everyCircle(graph);
        for (const circle of circlesIn(NODES, on(graph))) {
          expect(all).toContainEqual(circle);
          expect(all.filter((other) => other.length < circle.length && isWithin(other, circle))).toEqual([]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('are found wherever there is one: each node on a circle is on one that is told, or waits for one', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const all = everyCircle(graph);
        const found = circlesIn(NODES, on(graph));
        expect(found.length > 0).toBe(all.length > 0);
        for (const node of new Set(all.flat())) {
          const own = all.filter((circle) => circle.includes(node));
          const shortest = Math.min(...own.map((circle) => circle.length));
          const told = found.some(
            (circle) => circle.includes(node) || own.some((way) => way.length === shortest && isWithin(circle, way)),
          );
          expect([node, told]).toEqual([node, true]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('are the same whatever the order of nodes and edges', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const turned = Object.fromEntries(Object.entries(graph).map(([node, to]) => [node, [...to].reverse()]));
        const sorted = (circles: readonly string[][]) => circles.map((circle) => circle.join(' ')).sort();
        expect(sorted(circlesIn([...NODES].reverse(), on(turned)))).toEqual(sorted(circlesIn(NODES, on(graph))));
      }),
      { numRuns: 1_000 },
    );
  });

  it('in a text are those of its obligations, where each waits for others to be done', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const offer = withText({
          obligations: Object.fromEntries(
            NODES.map((node) => [
              node,
              {
                owedBy: ['hills'],
                verifier: 'coast',
                begins: {
                  kind: 'latest',
                  of: [...on(graph)(node).map((to) => uponCompletion(to)), { kind: 'event', event: 'start' }],
                },
              },
            ]),
          ),
        });
        const found = review(market, offer).filter(({ code }) => code === 'review/circular-sequence');
        const all = everyCircle(graph).map((circle) => circle.join(' '));
        expect(found.length > 0).toBe(all.length > 0);
        for (const { clauses } of found) {
          expect(all).toContain(clauses.map(({ id }) => id.replace('obligations.', '')).join(' '));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are spelled out where one of two that are done together is to come after the other', () => {
    const duty = { owedBy: ['hills'], verifier: 'coast' };
    const obligations = {
      pays: { ...duty, begins: onDay(10) },
      plants: { ...duty, begins: uponCompletion('pays'), concurrent: ['pays'] },
    };
    const found = review(market, withText({ obligations }));
    expect(found.map(({ clauses }) => clauses.map(({ id }) => id))).toEqual([
      ['obligations.pays', 'obligations.plants'],
    ]);
    expect(found[0]?.message).toContain(
      '“pays” is to be done together with “plants”, which waits for “pays” to be done',
    );
    expect(found[0]?.message).not.toContain('itself');
  });

  it('are none where two are done together, neither first', () => {
    fc.assert(
      fc.property(fc.subarray(NODES, { minLength: 2 }), (together) => {
        const [first = '', second = ''] = together;
        const duty = (id: string) => ({
          owedBy: ['hills'],
          verifier: 'coast',
          concurrent: together.filter((other) => other !== id),
          begins: id === first ? ({ kind: 'event', event: 'start' } as const) : uponStart(first),
        });
        const obligations = Object.fromEntries(together.map((id) => [id, duty(id)]));
        expect(review(market, withText({ obligations }))).toEqual([]);
        // One after the other is what they cannot be as well.
        const after = { ...duty(second), begins: uponCompletion(first) };
        const codes = review(market, withText({ obligations: { ...obligations, [second]: after } })).map((f) => f.code);
        expect(codes).toContain('review/circular-sequence');
      }),
    );
  });
});
