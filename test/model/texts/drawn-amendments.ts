import fc from 'fast-check';
import { type Deal, type Duty } from './deal.js';
import {
  anyDuty,
  begins,
  body,
  hangsOn,
  harvested,
  IDS,
  key,
  named,
  phaseAfter,
  promisedIn,
  uponHarvest,
  uponStart,
  way,
  withoutCircle,
} from './drawn.js';
import { isNeeded, without } from './taken-out.js';

type Change = fc.Arbitrary<Deal>;

/** What may be brought in, beside what was taken out. */
const NEW = [...IDS, 'e'] as const;

/** Small changes to a deal: each leaves the rest as it was. */
function changes(deal: Deal): Change {
  const { duties, phases } = deal;
  const ids = Object.keys(duties);
  const withDuty = (id: string, more: Partial<Duty>): Deal => ({
    ...deal,
    duties: { ...duties, [id]: { ...duties[id]!, ...more } },
  });
  const before = (id: string) =>
    IDS.slice(
      0,
      IDS.findIndex((one) => one === id),
    ).filter((one) => ids.includes(one));
  const ofDuty = (which: (duty: Duty, id: string) => boolean, change: (id: string) => Change): readonly Change[] => {
    const those = ids.filter((id) => which(duties[id]!, id));
    return those.length === 0 ? [] : [fc.constantFrom(...those).chain(change)];
  };
  const isCounted = ({ tonnes, kind }: Duty) => tonnes !== undefined && kind !== 'refrain';
  const isAmong = (_: Duty, id: string) => IDS.some((one) => one === id);
  const added = NEW.find((id) => !ids.includes(id));
  const all = NEW.slice(0, -1).filter((id) => ids.includes(id));
  const figure = ofDuty(isCounted, (id) =>
    fc.constantFrom(1, 2, 3, 4, 5, 6, 8).map((tonnes) => withDuty(id, { tonnes })),
  );
  const length = ofDuty(
    ({ kind, until }) => kind !== 'recurring' && !until,
    (id) => fc.constantFrom(0, 1, 3, 7, 15).map((within) => withDuty(id, { within })),
  );
  const window = ofDuty(isAmong, (id) =>
    begins(before(id), phases.length).map((when) => {
      const { concurrent } = duties[id]!;
      const moved = withDuty(id, { begins: when });
      const isCircle = concurrent !== undefined && hangsOn(moved.duties[id]!, concurrent);
      return isCircle ? deal : moved;
    }),
  );
  const sooner = ofDuty(isAmong, (id) =>
    fc.record({ on: fc.nat(2), within: fc.nat(2) }).map(({ on, within }) => {
      const { until: _, following: __, ...duty } = duties[id]!;
      return { ...deal, duties: { ...duties, [id]: { ...duty, begins: { on }, within } } };
    }),
  );
  const out = ofDuty(
    (_, id) => !isNeeded(deal, id),
    (id) => fc.constant(without(deal, id)),
  );
  const one = fc.nat(phases.length - 1);
  const withPhase = (i: number, more: Partial<Deal['phases'][number]>): Deal => ({
    ...deal,
    phases: phases.map((phase, n) => (n === i ? { ...phase, ...more } : phase)),
  });
  const few: readonly Change[] = [
    ...ofDuty(
      () => true,
      (id) =>
        fc
          .constantFrom<Partial<Duty>[]>({ strength: 'shall' }, { strength: 'aims to' })
          .map((more) => withDuty(id, more)),
    ),
    ...ofDuty(isAmong, (id) =>
      fc
        .constantFrom<Partial<Duty>[]>({ verifier: 'board' }, { verifier: 'panel' }, { verifier: undefined })
        .map((more) => withDuty(id, more)),
    ),
    promisedIn(named(duties), phases.length).map((talks) => ({ ...deal, talks })),
    fc.record({ board: body, panel: body }).map((bodies) => ({ ...deal, bodies })),
    key.map((other) => ({ ...deal, key: other })),
    uponHarvest.map((harvest) => ({ ...deal, upon: { ...deal.upon, harvest } })),
    fc.option(uponStart, { nil: undefined }).map((start) => ({ ...deal, upon: { ...deal.upon, start } })),
    fc.constantFrom('whole' as const, 'part by part' as const).map((holds) => ({ ...deal, holds })),
    fc
      .tuple(one, fc.uniqueArray(way, { maxLength: 2, selector: ({ how }) => how }))
      .map(([i, ways]) => withPhase(i, { ways })),
    one.map((i) => withPhase(i, { isToSettle: i > 0 && !phases[i]!.isToSettle })),
    one.chain((i) => (i === 0 ? fc.constant(undefined) : phaseAfter(i)).map((when) => withPhase(i, { begins: when }))),
  ];
  return fc.oneof(
    ...[figure, figure, figure, length, window, window, sooner, sooner, sooner, out, out, out].flat(),
    ...few,
    {
      weight: 2,
      arbitrary: fc.tuple(one, fc.constantFrom(3, 4, 8, 12, 20)).map(([i, days]) => withPhase(i, { length: days })),
    },
    ...(added === undefined
      ? []
      : [
          anyDuty(added === 'e' ? all : before(added), phases.length).map((duty) => ({
            ...deal,
            duties: { ...duties, [added]: duty },
          })),
        ]),
  );
}

/** The deal with its phases and its harvest waiting for nothing that waits for them. */
const withoutCircles = (deal: Deal): Deal =>
  harvested({ ...deal, phases: deal.phases.map(withoutCircle(deal.duties)) });

/**
 * The deal with one small change, or a few; now and then it is in force of itself as well, loses all that it can do without, or has
 * longer phases, or such as begin sooner.
 */
const amendment = (deal: Deal): Change =>
  fc
    .oneof(
      { weight: 8, arbitrary: few(deal) },
      { weight: 1, arbitrary: few({ ...deal, upon: { ...deal.upon, start: { date: 3 } } }) },
      { weight: 3, arbitrary: fc.constant(Object.keys(deal.duties).reduce(withoutIfUnneeded, deal)) },
      { weight: 2, arbitrary: few({ ...deal, phases: deal.phases.map(longer) }) },
      { weight: 1, arbitrary: few({ ...deal, phases: deal.phases.map(sooner) }) },
    )
    .map(withoutCircles);

const few = (deal: Deal): Change =>
  fc
    .constantFrom(1, 1, 2, 3)
    .chain((n) => Array.from({ length: n }).reduce<Change>((all) => all.chain(changes), fc.constant(deal)));

/** A phase that lasts well into the next, if it is told late; and one that begins by a day of its own. */
const longer = (phase: Deal['phases'][number]) => ({ ...phase, length: phase.length + 15 });
const sooner = (phase: Deal['phases'][number], i: number) =>
  i === 0 ? phase : { ...phase, isToSettle: false, begins: { on: 3 * i } };

const withoutIfUnneeded = (deal: Deal, id: string): Deal => (isNeeded(deal, id) ? deal : without(deal, id));

/** Whether a phase begins by other words: what has begun by those, no later text begins otherwise. */
const beginsOtherwise = (deal: Deal, other: Deal): boolean =>
  other.phases.some(({ begins: when }, i) => JSON.stringify(when) !== JSON.stringify(deal.phases[i]?.begins));

/** Two others by which a deal may be amended: one by small changes to it, and one by such to either. */
export const amendmentsOf = (deal: Deal): fc.Arbitrary<Readonly<Record<'second' | 'third', Deal>>> =>
  amendment(deal).chain((second) =>
    fc
      .constantFrom(...(beginsOtherwise(deal, second) ? [second] : [deal, second, second]))
      .chain(amendment)
      .map((third) => ({ second, third })),
  );
