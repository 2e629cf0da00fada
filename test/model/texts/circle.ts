import { beginsOf, type Begins, type Deal } from './deal.js';

/** A begin with all those that it is made of. */
export function partsOf(begins: Begins): readonly Begins[] {
  const parts = 'first' in begins ? begins.first : 'last' in begins ? begins.last : [];
  return [begins, ...parts.flatMap(partsOf)];
}

/** The obligations that a begin names. */
export function namedIn(begins: Begins): readonly string[] {
  return partsOf(begins).flatMap((part) => {
    if ('started' in part) return [part.started];
    if ('completed' in part) return [part.completed];
    if ('found' in part) return [part.found];
    return 'total' in part ? part.total : [];
  });
}

/** Whether an obligation waits for the harvest, itself or by what it waits for: also by the phases that it waits for. */
export function waitsForHarvest(deal: Deal, id: string): boolean {
  const waiting = [beginsOf(deal, id)];
  const [duties, phases] = [new Set([id]), new Set<number>()];
  const add = (...more: readonly (Begins | undefined)[]) =>
    waiting.push(...more.flatMap((one) => (one === undefined ? [] : [one])));
  const addDuty = (one: string) => {
    duties.add(one);
    const { until, kind, byKey = [] } = deal.duties[one]!;
    add(beginsOf(deal, one), until);
    // What recurs goes on to the end of the last phase.
    if (kind === 'recurring') for (const n of deal.phases.keys()) addPhase(n + 1);
    for (const given of byKey) if (!duties.has(given)) addDuty(given);
  };
  const addPhase = (n: number) => {
    if (phases.has(n)) return;
    phases.add(n);
    add(deal.phases[n - 1]?.begins);
    if (n > 1) addPhase(n - 1);
  };
  addDuty(id);
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    for (const one of partsOf(part)) {
      if ('harvest' in one) return true;
      if ('phase' in one) addPhase(one.phase);
    }
    for (const other of namedIn(part)) if (!duties.has(other)) addDuty(other);
  }
  return false;
}
