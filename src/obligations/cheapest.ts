/** So much, and what each of it costs at every place to which it may go. */
export interface Source {
  readonly amount: number;
  readonly costs: ReadonlyMap<string, number>;
}

/** Slack for figures that only binary fractions keep apart. */
export const NOISE = 1e-9;

/** What it costs at the least to bring so much to places that have room for no more than this; Infinity where it cannot be. */
export function cheapest(sources: readonly Source[], room: (place: string) => number, total: number): number {
  const left = sources.map(({ amount }) => amount);
  const moved = sources.map(() => new Map<string, number>());
  const taken = new Map<string, number>();
  const free = (place: string) => room(place) - (taken.get(place) ?? 0);
  const at = (source: number, place: string) => moved[source]?.get(place) ?? 0;
  let cost = 0;
  for (let rest = total; rest > NOISE;) {
    const way = cheapestWay(sources, left, free, at);
    const last = way?.at(-1);
    if (!way || !last) return Infinity;
    const back = way.slice(1).map(({ source }, i) => at(source, way[i]?.place ?? ''));
    const amount = Math.min(rest, left[way[0]?.source ?? 0] ?? 0, free(last.place), ...back);
    for (const [i, { source, place }] of way.entries()) {
      const from = way[i - 1]?.place;
      if (from === undefined) left[source] = (left[source] ?? 0) - amount;
      else moved[source]?.set(from, at(source, from) - amount);
      moved[source]?.set(place, at(source, place) + amount);
    }
    taken.set(last.place, (taken.get(last.place) ?? 0) + amount);
    cost += amount * last.cost;
    rest -= amount;
  }
  return cost;
}

/** A source brings some of it to a place, of what it has left, or of what it has brought to the place before: each so far. */
interface Step {
  readonly source: number;
  readonly place: string;
  readonly cost: number;
}

/** The cheapest way by which some more can be brought, where others may make room for it by going elsewhere. */
function cheapestWay(
  sources: readonly Source[],
  left: readonly number[],
  free: (place: string) => number,
  at: (source: number, place: string) => number,
): readonly Step[] | undefined {
  const best = new Map<string, readonly Step[]>();
  const costOf = (place: string) => best.get(place)?.at(-1)?.cost ?? Infinity;
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const [source, { costs }] of sources.entries()) {
      const from: readonly (readonly Step[])[] = [
        ...((left[source] ?? 0) > NOISE ? [[]] : []),
        ...[...best].flatMap(([place, way]) => (at(source, place) > NOISE ? [way] : [])),
      ];
      for (const way of from) {
        const before = way.at(-1);
        const spent = before ? before.cost - (costs.get(before.place) ?? 0) : 0;
        for (const [place, each] of costs) {
          if (spent + each >= costOf(place) - NOISE) continue;
          best.set(place, [...way, { source, place, cost: spent + each }]);
          isNew = true;
        }
      }
    }
  }
  const open = [...best.keys()].filter((place) => free(place) > NOISE);
  const [first, ...others] = open;
  if (first === undefined) return undefined;
  return best.get(others.reduce((one, place) => (costOf(place) < costOf(one) ? place : one), first));
}
