import { readingsOf, type Field, type Noted } from '../evidence/field.js';
import type { Clauses, Offer } from '../offers/offer.js';
import type { Amount } from '../terms/amount.js';
import type { Counts } from '../terms/count.js';

/** Beyond so many combinations of readings, what remains disputed is left as it is. */
export const MOST_WORLDS = 64;

/**
 * An offer in each combination of what reports say of its disputed fields. One whose combinations are too many keeps the
 * later of its fields disputed: a verdict on it then holds of every reading, or is open.
 */
export function worldsOf(offer: Offer): readonly Offer[] {
  let worlds: readonly Offer[] = [offer];
  const split = <T>(field: Field<T> | undefined, put: (world: Offer, reading: Noted<T>) => Offer) => {
    const readings = field ? readingsOf(field) : [];
    if (readings.length < 2 || worlds.length * readings.length > MOST_WORLDS) return;
    worlds = worlds.flatMap((world) => readings.map((reading) => put(world, reading)));
  };
  split(offer.phaseCount, (world, phaseCount) => ({ ...world, phaseCount }));
  split(offer.length, (world, length) => ({ ...world, length }));
  const splitClauses = (clauses: Clauses, put: (world: Offer, path: string, reading: Clauses[string]) => Offer) => {
    for (const [path, field] of Object.entries(clauses)) split(field, (world, reading) => put(world, path, reading));
  };
  splitClauses(offer.terms, (world, path, reading) => ({ ...world, terms: { ...world.terms, [path]: reading } }));
  offer.phases.forEach((phase, i) => {
    split(phase.length, (world, length) => inPhase(world, i, (p) => ({ ...p, length })));
    splitClauses(phase.terms, (world, path, reading) =>
      inPhase(world, i, (p) => ({ ...p, terms: { ...p.terms, [path]: reading } })),
    );
  });
  return worlds;
}

/**
 * Counts in each combination of what reports say of some of them: those readings that are known. Where that would make more
 * than `most`, the later ones stay disputed.
 */
export function worldsOfCounts(
  counts: Counts,
  ids: readonly string[],
  isKnown: (reading: Noted<Amount>) => boolean,
  most: number,
): readonly Counts[] {
  let worlds: readonly Counts[] = [counts];
  for (const id of ids) {
    const count = counts[id];
    const readings = count?.figure ? readingsOf(count.figure).filter(isKnown) : [];
    if (!count || readings.length < 2 || worlds.length * readings.length > most) continue;
    worlds = worlds.flatMap((world) => readings.map((figure) => ({ ...world, [id]: { ...count, figure } })));
  }
  return worlds;
}

function inPhase(
  offer: Offer,
  place: number,
  change: (phase: Offer['phases'][number]) => Offer['phases'][number],
): Offer {
  return { ...offer, phases: offer.phases.map((phase, i) => (i === place ? change(phase) : phase)) };
}
