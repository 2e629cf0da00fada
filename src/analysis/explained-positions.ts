import type { CalendarDate } from '../base/day.js';
import { weakerBasis, weakestBasis, type Basis } from '../evidence/basis.js';
import { citationsBy } from '../evidence/clocks.js';
import type { Source } from '../evidence/source.js';
import { readingsBy, rigidityBy, RIGIDITIES, type Position } from '../positions/position.js';
import { say } from '../positions/say.js';
import { lineOf } from '../positions/suppositions.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Claim } from './claims.js';
import type { ExplainedPosition, ExplainedReading, Explanation } from './explanation.js';

/** Every position known by a day and every score, by id, in the declared order. */
export function explainedPositions(
  scenario: Scenario,
  claims: readonly Claim[],
  asOf: CalendarDate | undefined,
): Explanation['positions'] {
  const { parties, positions, scores, sources } = scenario;
  const firmness = (position: Position) => RIGIDITIES.indexOf(rigidityBy(position, sources, asOf).value);
  const inOrder = [...Object.values(positions)].sort((a, b) => firmness(a) - firmness(b) || (a.id < b.id ? -1 : 1));
  const entries = Object.keys(parties).flatMap((party) => [
    ...inOrder
      .filter((position) => position.party === party && readingsBy(position, sources, asOf).length > 0)
      .map((position) => [position.id, explained(scenario, position, asOf)] as const),
    ...claims
      .filter((claim) => claim.party === party && claim.kind === 'score')
      .map(({ id, kind, title }): readonly [string, ExplainedPosition] => {
        const because = scores[party]?.because;
        const rigidity = { value: 'demand', basis: 'assumed', citations: [], ...(because && { because }) } as const;
        return [id, { kind, party, title, rigidity, readings: [], basis: 'assumed' }];
      }),
  ]);
  return Object.fromEntries(entries);
}

function explained(scenario: Scenario, position: Position, asOf: CalendarDate | undefined): ExplainedPosition {
  const { party, title } = position;
  const rigidity = rigidityBy(position, scenario.sources, asOf);
  const readings = readingsBy(position, scenario.sources, asOf).map((reading): ExplainedReading => ({
    reading: reading.id,
    title: reading.title ?? title,
    asks: say(reading.condition, scenario),
    ...lineOf(reading, scenario.terms),
    citations: citationsBy(reading.citations, scenario.sources, asOf),
  }));
  return {
    kind: 'position',
    party,
    title,
    rigidity: { ...rigidity, citations: citationsBy(rigidity.citations, scenario.sources, asOf) },
    readings,
    basis: readings.reduce<Basis>((weakest, { basis }) => weakerBasis(weakest, basis), rigidity.basis),
  };
}

/** The sources that positions cite, in the scenario's order. */
export function sourcesCited(
  { sources }: Scenario,
  positions: Explanation['positions'],
): Readonly<Record<string, Source>> {
  const citations = Object.values(positions).flatMap(({ rigidity, readings }) => [
    ...rigidity.citations,
    ...readings.flatMap((reading) => reading.citations),
  ]);
  return Object.fromEntries(Object.entries(sources).filter(([id]) => citations.some((c) => c.source === id)));
}

/** What is asked of every deal, in words. */
export function explainedInvariants(scenario: Scenario): Explanation['invariants'] {
  return Object.fromEntries(
    Object.entries(scenario.invariants).map(([id, norm]) => {
      const { basis } = lineOf(norm, scenario.terms);
      return [id, { title: norm.title, asks: say(norm.condition, scenario), basis }];
    }),
  );
}

/** The weakest of the rule of agreement, the invariants, everything that can stand in the way of a deal, and the verdicts on an offer. */
export function basisOf(
  { agreement }: Scenario,
  { positions, invariants, offer }: Pick<Explanation, 'positions' | 'invariants' | 'offer'>,
): Basis {
  const held = Object.values(positions).filter(({ rigidity }) => rigidity.value !== 'preference');
  return weakestBasis([
    agreement.basis,
    ...Object.values(invariants).map(({ basis }) => basis),
    ...held.map(({ basis }) => basis),
    ...(offer ? [offer.acceptance.basis] : []),
    ...[...(offer?.stickingPoints ?? []), ...(offer?.openPoints ?? [])].map(({ basis }) => basis),
  ]);
}
