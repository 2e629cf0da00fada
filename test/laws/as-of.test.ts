import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, compareOffers, type AssessOptions, type Scenario } from 'sticking-points';
import { dated } from './dated.js';
import { few, runs } from './runs.js';

/** Everything not yet reported by these days: sources, readings, positions and offers, by id. */
function notYetReported({ sources, positions, offers }: Scenario, { asOf = '', positionsAsOf = asOf }: AssessOptions) {
  const later = (ids: readonly string[], by: string) => ids.every((id) => (sources[id]?.date ?? '') > by);
  const cites = (cited: readonly { readonly source: string }[]) => cited.map((c) => c.source);
  // A source that appeared between the two days may stand with what it was allowed to tell of.
  const latest = asOf > positionsAsOf ? asOf : positionsAsOf;
  const readings = Object.values(positions).flatMap((p) =>
    p.readings.map((r) => ({ position: p.id, id: r.id, late: later(cites(r.citations), positionsAsOf) })),
  );
  return [
    ...Object.keys(sources).filter((id) => later([id], latest)),
    ...readings.filter((r) => r.late).map((r) => r.id),
    ...Object.keys(positions).filter((id) => readings.every((r) => r.position !== id || r.late)),
    ...Object.values(offers)
      .filter((o) => later(cites(o.citations), asOf))
      .map((o) => o.id),
  ];
}

/** Which of these ids a text of JSON mentions: as a whole string, be it a key or a value. */
function mentionedIn(json: string, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => json.includes(`"${id}"`));
}

describe('what had not been reported by a day does not appear in what assess returns', () => {
  it('for offers and positions as of the same day', () => {
    let late = 0;
    fc.assert(
      fc.property(dated, ({ scenario, asOf }) => {
        const hidden = notYetReported(scenario, { asOf });
        late += hidden.length;
        for (const id of Object.keys(scenario.offers).filter((o) => !hidden.includes(o))) {
          expect(mentionedIn(JSON.stringify(assess(scenario, id, { asOf })), hidden)).toEqual([]);
        }
        expect(mentionedIn(JSON.stringify(compareOffers(scenario, undefined, { asOf })), hidden)).toEqual([]);
      }),
      runs(300),
    );
    expect(late).toBeGreaterThan(few(100));
  });

  it('for positions as of another day', () => {
    fc.assert(
      fc.property(dated, ({ scenario, asOf, positionsAsOf }) => {
        const hidden = notYetReported(scenario, { asOf, positionsAsOf });
        for (const id of Object.keys(scenario.offers).filter((o) => !hidden.includes(o))) {
          expect(mentionedIn(JSON.stringify(assess(scenario, id, { asOf, positionsAsOf })), hidden)).toEqual([]);
        }
      }),
      runs(300),
    );
  });

  it('fails where the day is left out', () => {
    const law = fc.property(dated, ({ scenario, asOf }) => {
      const hidden = notYetReported(scenario, { asOf });
      for (const id of Object.keys(scenario.offers).filter((o) => !hidden.includes(o))) {
        expect(mentionedIn(JSON.stringify(assess(scenario, id)), hidden)).toEqual([]);
      }
    });
    expect(fc.check(law, runs(100)).failed).toBe(true);
  });
});
