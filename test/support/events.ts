import fc from 'fast-check';
import { MANDATES, type Scenario } from 'sticking-points';

const DETAILS = {
  on: fc.constantFrom('2030-01-01', '2030-01-20', '2030-02', '2030-02-30', 'yesterday'),
  reportedOn: fc.constantFrom('2030-01-01', '2030-01-25', '30.1.2030'),
  because: fc.constantFrom('so it was said', 5),
  unheard: fc.constant('of'),
};

/** Events of every type, with ids of the scenario and of nothing, with whole offers, figures, dates and citations good and bad. */
export function eventsIn(scenario: Scenario): fc.Arbitrary<unknown> {
  const one = (ids: readonly string[]) => fc.constantFrom(...ids, 'nobody', 'constructor', '__proto__');
  const details = fc.record(
    {
      ...DETAILS,
      citation: fc.record({
        source: one(Object.keys(scenario.sources)),
        attribution: fc.constantFrom('on-record', 'hearsay'),
      }),
    },
    { requiredKeys: [] },
  );
  const events = fc.oneof(...inTalks(scenario, one), ...inProcess(scenario, one), ...inDelivery(scenario, one));
  return fc
    .tuple(events, fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, details))
    .map(([e, d]) => ({ ...e, ...d }));
}

type One = (ids: readonly string[]) => fc.Arbitrary<string>;

/** An event of one of these types; what it may leave out it sometimes does. */
function event(
  types: readonly unknown[],
  parts: Record<string, fc.Arbitrary<unknown>> = {},
  required = Object.keys(parts),
) {
  return fc.record<Record<string, unknown>>(
    { type: fc.constantFrom(...types), ...parts },
    { requiredKeys: ['type', ...required] },
  );
}

function inTalks(scenario: Scenario, one: One) {
  const offer = one([...Object.keys(scenario.offers), 'new-0', 'new-1']);
  const party = one(Object.keys(scenario.parties));
  const positions = Object.values(scenario.positions);
  const position = one(Object.keys(scenario.positions));
  const conditions = positions.flatMap(({ readings }) => readings.map((reading) => reading.condition));
  const condition = fc.constantFrom(
    null,
    { kind: 'all', of: [] },
    { kind: 'flag', of: 'nothing', is: true },
    ...conditions,
  );
  return [
    event(['offer.tabled', 'offer.withdrawn'], { offer }),
    event(['offer.tabled', 'offer.recorded'], { offer: newOffers(scenario, offer) }),
    event(
      ['answer.declared'],
      {
        party,
        answer: fc.constantFrom('accepts', 'rejects', 'undecided', 'maybe'),
        concedes: fc.subarray(Object.keys(scenario.positions)),
      },
      ['party', 'answer'],
    ),
    event(
      ['position.revised'],
      { position, condition, rigidity: fc.constantFrom('red line', 'preference', 'whim'), title: fc.constant('anew') },
      ['position', 'condition'],
    ),
    event(['talks.suspended', 'talks.resumed'], { by: fc.array(party, { maxLength: 2 }) }, []),
    event(['agreement.concluded']),
    event(['offer.table', 'constructor', 7, null]),
  ];
}

function inProcess({ process, parties }: Scenario, one: One) {
  const figure = fc.constantFrom(0, 1, 2, 60, -1);
  const step = one(process.ratification.map(({ id }) => id));
  return [
    event(['precondition.met', 'precondition.lapsed'], { precondition: one(Object.keys(process.preconditions)) }),
    event(['mandate.given'], { party: one(Object.keys(parties)), mandate: fc.constantFrom(...MANDATES, 'rule') }),
    event(['round.opened', 'round.closed'], { round: one(Object.keys(process.rounds)) }),
    event(
      ['ratification.voted'],
      {
        step,
        outcome: fc.constantFrom('approved', 'rejected', 'postponed'),
        votes: fc.record({ for: figure, against: figure, abstained: figure }, { requiredKeys: ['for', 'against'] }),
      },
      ['step'],
    ),
    event(['ratification.objected'], { step, outcome: fc.constantFrom('sustained', 'dismissed', 'heard') }),
    event(['days.passed'], { days: fc.constantFrom(0, 1, 3, 30, 2.5) }),
  ];
}

function inDelivery(scenario: Scenario, one: One) {
  const party = one(Object.keys(scenario.parties));
  const obligation = one(Object.keys(scenario.terms));
  const amount = fc.constantFrom<unknown>(0, 1, { wording: 'at least', n: 1 }, { wording: 'some' }, 0.3, 'many');
  return [
    event(['deal.started']),
    event(['phase.ended'], { phase: fc.constantFrom(1, 2, 3, 99) }),
    event(
      ['phase.extended'],
      {
        days: fc.constantFrom(1, 5, 900_000),
        rule: one(Object.keys(scenario.process.extensions)),
        by: fc.array(party, { maxLength: 3 }),
      },
      ['days'],
    ),
    event(['performance.reported'], { obligation, amount, observer: fc.constantFrom('a walker', 'constructor') }, [
      'obligation',
      'amount',
    ]),
    event(['breach.alleged', 'breach.cured'], { obligation, by: party }, ['obligation']),
    event(['nextPhase.opened', 'nextPhase.settled', 'nextPhase.failed']),
    event(['deal.superseded'], { offer: one(Object.keys(scenario.offers)) }, []),
    event(['deal.ended'], { by: fc.array(party, { maxLength: 1 }) }, []),
  ];
}

/** Whole offers: those of the scenario under another id, and drafts with and without faults. */
function newOffers(scenario: Scenario, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(...Object.values(scenario.offers));
  const drafts = fc.constantFrom<object>(
    {},
    { by: Object.keys(scenario.parties), note: 'together' },
    { terms: { nothing: 5 } },
    { by: ['nobody'] },
    { standing: 'carried out' },
    { reported: '2050-01-01' },
    { basis: 'inferred' },
    { phases: null },
    { note: 5n },
    { related: [{ how: 'amendment of', offer: 'new-0' }] },
  );
  return fc.tuple(fc.oneof(known, drafts), ids).map(([offer, id]) => ({ ...offer, id }));
}
