import fc from 'fast-check';
import type { TalksEvent } from 'sticking-points';
import { PARTIES, type Deal } from './deal.js';
import {
  anyEvent,
  during,
  earlier,
  inARow,
  longer,
  pass,
  readied,
  someDays,
  started,
  throughTo,
  toldLate,
  type Row,
} from './reports.js';

const row = (...parts: readonly Row[]): Row => fc.tuple(...parts).map((all) => all.flat());

const one = (event: TalksEvent): Row => fc.constant([event]);

/** An amendment that may be told later than its day, which is none before the conclusion. */
const concludedLate = earlier.map((on): TalksEvent => ({
  type: 'agreement.concluded',
  ...(on !== undefined && { on }),
}));

/** An offer is tabled and concluded; at times it is answered, or taken back, before that. */
function amending(offer: string): Row {
  const tabled: TalksEvent = { type: 'offer.tabled', offer };
  const answer = fc
    .record({ party: fc.constantFrom(...PARTIES), answer: fc.constantFrom('accepts', 'rejects', 'undecided') })
    .map((said): TalksEvent => ({ type: 'answer.declared', ...said }));
  const between = fc.oneof(
    answer,
    someDays,
    fc.constantFrom<TalksEvent[]>({ type: 'offer.withdrawn', offer }, tabled, { type: 'offer.tabled', offer: 'deal' }),
  );
  return fc.oneof(
    { weight: 3, arbitrary: concludedLate.map((event) => [tabled, event]) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.array(between, { minLength: 1, maxLength: 3 }), concludedLate, concludedLate)
        .map(([some, first, second]) => [tabled, ...some, first, tabled, second]),
    },
  );
}

/** A little of what comes while a deal is carried out. */
const few = (deal: Deal): Row =>
  fc.oneof(
    fc.array(anyEvent(deal), { maxLength: 6 }),
    inARow(deal),
    longer(deal),
    fc.integer({ min: 1, max: 9 }).map((n) => [pass(n)]),
  );

/** Time enough for what an amendment moves to have been, or not. */
const later: Row = fc.constantFrom([], [pass(3)], [pass(8)], [pass(13)]);

/** Of what an amendment takes out it is alleged that it is not kept, and afterwards that it is. */
function disputed(deal: Deal, offer: string, amended: Deal): readonly Row[] {
  const out = Object.keys(deal.duties).filter((id) => !Object.hasOwn(amended.duties, id));
  if (out.length === 0) return [];
  const who = fc.record({ id: fc.constantFrom(...out), by: fc.constantFrom('south', 'south', 'north') });
  return [
    who.chain(({ id, by }) =>
      row(
        one({ type: 'breach.alleged', obligation: id, by: 'south' }),
        amending(offer),
        one({ type: 'breach.alleged', obligation: id, by: 'east' }),
        one({ type: 'performance.reported', obligation: id, amount: 1 }),
        few(amended),
        one({ type: 'breach.cured', obligation: id, by }),
      ),
    ),
  ];
}

/** Of what an amendment brings in it is alleged that it is not kept, before that is in force and after. */
function tooEarly(deal: Deal, offer: string, amended: Deal): readonly Row[] {
  const added = Object.keys(amended.duties).filter((id) => !Object.hasOwn(deal.duties, id));
  if (added.length === 0) return [];
  const alleged = fc.constantFrom(...added).map((obligation): TalksEvent => ({ type: 'breach.alleged', obligation }));
  return [alleged.chain((event) => row(one(event), amending(offer), one(event)))];
}

/** A deal is amended on the way, when little has been done of it or most of what the amendment leaves. */
function amendedBy(deal: Deal, offer: string, amended: Deal): Row {
  const kept = Object.entries(deal.duties).filter(([id]) => Object.hasOwn(amended.duties, id));
  const through = throughTo({ ...deal, duties: Object.fromEntries(kept) }, fc.constant([]));
  const told = fc.constant<readonly TalksEvent[]>([
    { type: 'event.happened', event: 'flood' },
    { type: 'certification.given', certification: 'counted' },
  ]);
  const isLess = kept.length < Object.keys(deal.duties).length;
  const stray = fc.array(anyEvent(deal), { maxLength: 2 });
  return fc.oneof(
    { weight: 4, arbitrary: row(few(deal), later, amending(offer), stray) },
    { weight: isLess ? 6 : 1, arbitrary: row(told, through, amending(offer)) },
    ...[...disputed(deal, offer, amended), ...tooEarly(deal, offer, amended)].map((arbitrary) => ({
      weight: 4,
      arbitrary: row(few(deal), arbitrary),
    })),
  );
}

/** Talks on the next phase are settled only after the present one is over, where something else holds until then. */
export const outlasting = (deal: Deal): Row =>
  row(
    started(deal),
    readied,
    one({ type: 'nextPhase.opened' }),
    few(deal),
    one(pass(21)),
    few(deal),
    fc.constantFrom([], [{ type: 'offer.tabled', offer: 'second' } as const]),
    toldLate({ type: 'nextPhase.settled' }).map((event) => [event]),
    few(deal),
  );

/** Anything that may be reported while a deal is carried out, and amended on the way once or twice, or superseded. */
export function anyCourse(deal: Deal, { second, third }: Readonly<Record<'second' | 'third', Deal>>): Row {
  const superseded = fc
    .constantFrom('deal', 'second', 'third', undefined)
    .chain((offer) => toldLate({ type: 'deal.superseded', ...(offer !== undefined && { offer }) }))
    .map((event) => [event]);
  const last: Row = fc.oneof(superseded, fc.constant([]), fc.constant([]));
  const begun = row(started(deal), readied);
  const settling = row(
    few(deal),
    one({ type: 'nextPhase.opened' }),
    one({ type: 'offer.tabled', offer: 'second' }),
    fc
      .constantFrom<TalksEvent['type'][]>('nextPhase.settled', 'nextPhase.settled', 'nextPhase.failed')
      .chain((type) => toldLate({ type } as TalksEvent)) // of these no other key is asked
      .map((event) => [event]),
    few(deal),
    fc.constantFrom([pass(4)], [pass(13)], [pass(21)], [pass(2), pass(18)]),
  );
  return fc.oneof(
    ...(deal.phases.length > 1
      ? [
          { weight: 2, arbitrary: row(begun, settling, during(second)) },
          { weight: 1, arbitrary: row(begun, settling, few(second), amending('third'), few(third)) },
        ]
      : []),
    { weight: 4, arbitrary: row(begun, amendedBy(deal, 'second', second), during(second)) },
    {
      weight: 3,
      arbitrary: row(begun, amendedBy(deal, 'second', second), amendedBy(second, 'third', third), few(third), last),
    },
    {
      weight: second.upon.start === deal.upon.start ? 1 : 4,
      arbitrary: row(later, amending('second'), started(second), few(second), last, few(second)),
    },
  );
}
