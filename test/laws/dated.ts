// Scenarios in which everything was reported at some time: positions and their readings, offers and single fields of them.
import fc from 'fast-check';
import { checkScenario, type Citation, type Offer, type Scenario } from 'sticking-points';
import { conditions, offers, scenarios } from 'sticking-points/testing';
import { PLAIN } from '../support/plain.js';

/** A scenario with dated reports, an offer of it, and a day up to which reports count. */
export interface Dated {
  readonly scenario: Scenario;
  readonly asOf: string;
  readonly positionsAsOf: string;
}

const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'] as const;
const SOURCES = ['source-a', 'source-b', 'source-c', 'source-d'] as const;

const day = fc.constantFrom(...DAYS);
const citations = fc
  .uniqueArray(fc.constantFrom(...SOURCES), { minLength: 1, maxLength: 2 })
  .map((sources) => sources.map((source): Citation => ({ source, attribution: 'on-record' })));

export const dated: fc.Arbitrary<Dated> = scenarios({ terms: 3, positions: 0, ...PLAIN }).chain((bare) => {
  const cited = <T>(value: fc.Arbitrary<T>) => fc.tuple(value, citations).map(([v, by]) => ({ ...v, citations: by }));
  const reading = cited(
    fc.record({ condition: conditions(bare, { depth: 1 }), title: fc.constant('in this reading') }),
  );
  const position = fc.record({
    party: fc.constantFrom(...Object.keys(bare.parties)),
    title: fc.constant('a position'),
    rigidity: cited(
      fc.record({ value: fc.constantFrom('red line', 'demand', 'preference'), basis: fc.constant('reported') }),
    ),
    readings: fc.array(reading, { minLength: 1, maxLength: 3 }),
  });
  return fc
    .record({
      dates: fc.tuple(...SOURCES.map(() => day)),
      positions: fc.array(position, { minLength: 1, maxLength: 4 }),
      offers: fc.array(
        fc.tuple(offers(bare, { readings: false }), fc.array(citations, { minLength: 1, maxLength: 6 })),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      asOf: day,
      positionsAsOf: day,
      answers: fc.array(
        cited(fc.record({ offer: fc.nat(), answer: fc.constantFrom('accepts', 'rejects', 'undecided') })),
        { maxLength: 3 },
      ),
      named: fc.array(fc.record({ position: fc.nat(), citations }), { maxLength: 2 }),
    })
    .map((drawn): Dated => {
      const positionIds = drawn.positions.map((_, i) => `position-${i + 1}`);
      const offerIds = drawn.offers.map((_, i) => `offer-${i + 1}`);
      const checked = checkScenario({
        id: bare.id,
        parties: bare.parties,
        terms: bare.terms,
        counts: bare.counts,
        exchange: bare.exchange,
        space: bare.space,
        sources: Object.fromEntries(SOURCES.map((id, i) => [id, { outlet: id, date: drawn.dates[i] }] as const)),
        positions: Object.fromEntries(
          drawn.positions.map(({ readings, ...rest }, i) => [
            positionIds[i] ?? '',
            {
              ...rest,
              readings: Object.fromEntries(readings.map((r, j) => [`${positionIds[i] ?? ''}-reading-${j + 1}`, r])),
            },
          ]),
        ),
        offers: Object.fromEntries(drawn.offers.map(([offer, by], i) => [offerIds[i] ?? '', citedDraft(offer, by)])),
        answers: drawn.answers.map(({ offer, ...rest }) => ({
          ...rest,
          party: 'north',
          offer: offerIds[offer % offerIds.length],
        })),
        named: drawn.named.map(({ position: n, citations: by }) => ({
          title: 'named',
          positions: [positionIds[n % positionIds.length]],
          citations: by,
        })),
      });
      if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
      return { scenario: checked.value, asOf: drawn.asOf, positionsAsOf: drawn.positionsAsOf };
    });
});

/**
 * An offer as a draft, its record and each of its fields cited from the list in turn. Every third field has two
 * readings: of the same value, since one that differs could contradict the rest while it stands alone.
 */
function citedDraft(offer: Offer, lists: readonly (readonly Citation[])[]): object {
  let at = 0;
  const next = () => lists[at++ % lists.length];
  const { id: _, ...draft } = offer;
  // Plain JSON, whose every object with a basis and a value is a field.
  return JSON.parse(
    JSON.stringify({ ...draft, citations: next() }, (key, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('basis' in value && 'value' in value)) return value;
      if ('cited' in value) return without(value, 'cited');
      const cited = () => ({ ...value, citations: next(), cited: true });
      // Whether a phase is still to be negotiated has one reading.
      return at % 3 === 0 && key !== 'toBeNegotiated' ? { readings: [cited(), cited()] } : without(cited(), 'cited');
    }),
  ) as object;
}

function without<T extends object>(value: T, key: keyof T): object {
  return Object.fromEntries(Object.entries(value).filter(([k]) => k !== key));
}
