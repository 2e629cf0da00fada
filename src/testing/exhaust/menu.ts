import { frozenCopy } from '../../base/freeze.js';
import { EVENT_TYPES, type TalksEvent } from '../../scenario/event.js';
import { deciding } from '../../scenario/process.js';
import type { Scenario } from '../../scenario/scenario.js';
import { pathsOf } from '../../terms/term.js';
import { dutiesIn } from '../courses/text-in-force.js';
import type { ExhaustBounds, UsedBounds } from './bounds.js';

/** All events that are tried in every state, in the order in which they are. */
export function menuOf(scenario: Scenario, bounds: UsedBounds): readonly TalksEvent[] {
  return frozenCopy('events' in bounds ? bounds.events : eventsWithin(scenario, bounds));
}

function eventsWithin(
  scenario: Scenario,
  bounds: Exclude<UsedBounds, { readonly events: unknown }>,
): readonly TalksEvent[] {
  const { agreement, process, space, sources } = scenario;
  const preconditions = Object.keys(process.preconditions).filter((id) => !process.preconditions[id]?.jointly);
  const phases = Array.from({ length: space.phases.most }, (_, i) => i + 1);
  const alleged = obligationsOf(scenario).slice(0, bounds.disputes);
  const [source] = Object.keys(sources);
  const each = <T>(ids: readonly T[], make: (id: T) => TalksEvent | readonly TalksEvent[]) => ids.flatMap(make);
  return [
    ...each(preconditions, (precondition) => [
      { type: 'precondition.met', precondition },
      { type: 'precondition.lapsed', precondition },
    ]),
    ...each(Object.entries(bounds.mandates), ([party, mandates]) =>
      mandates.map((mandate) => ({ type: 'mandate.given', party, mandate })),
    ),
    ...each(Object.keys(process.rounds), (round) => [
      { type: 'round.opened', round },
      { type: 'round.closed', round },
    ]),
    ...each(bounds.offers, (offer) => [
      { type: 'offer.tabled', offer },
      { type: 'offer.withdrawn', offer },
    ]),
    ...each(agreement.of, (party) => bounds.answers.map((answer) => ({ type: 'answer.declared', party, answer }))),
    ...each(bounds.positions, (position) => ({ type: 'position.revised', position, condition: null })),
    { type: 'talks.suspended' },
    { type: 'talks.resumed' },
    { type: 'agreement.concluded' },
    ...each(process.ratification, ({ id: step, rule }) => [
      ...each(deciding(rule), (which): readonly TalksEvent[] => [
        { type: 'ratification.voted', step, ...which, outcome: 'approved' },
        { type: 'ratification.voted', step, ...which, outcome: 'rejected' },
      ]),
      { type: 'ratification.objected', step, outcome: 'sustained' },
      { type: 'ratification.objected', step, outcome: 'dismissed' },
    ]),
    ...each(bounds.days, (days) => ({ type: 'days.passed', days })),
    { type: 'deal.started' },
    ...each(phases, (phase) => ({ type: 'phase.ended', phase })),
    ...(bounds.extensions > 0 ? extensionsOf(scenario) : []),
    ...each(alleged, (obligation) => [
      { type: 'breach.alleged', obligation },
      { type: 'breach.cured', obligation },
    ]),
    { type: 'nextPhase.opened' },
    { type: 'nextPhase.settled' },
    { type: 'nextPhase.failed' },
    { type: 'deal.superseded' },
    ...(source === undefined ? [] : [{ type: 'deal.ended', citation: { source, attribution: 'narrator' } } as const]),
  ];
}

/** By consent a day more, by a rule as many days as it adds. */
function extensionsOf({ process }: Scenario): readonly TalksEvent[] {
  return [
    { type: 'phase.extended', days: 1 },
    ...Object.entries(process.extensions).map(([rule, { days = 1 }]): TalksEvent => ({
      type: 'phase.extended',
      rule,
      days,
    })),
  ];
}

/** What a deal may oblige to, by path id, in the order in which the scenario declares it. */
export function obligationsOf({ terms }: Scenario): readonly string[] {
  return Object.entries(terms).flatMap(([id, term]) => (term.kind === 'quantity' ? pathsOf(id, term) : [id]));
}

/** A type of event of which none is tried, and the bound that leaves it out. */
export interface TypeLeftOut {
  readonly type: TalksEvent['type'];
  readonly bound: keyof ExhaustBounds;
}

/** The types of event that a scenario allows and of which none is tried, those apart that are left out with their ids. */
export function typesLeftOut(
  scenario: Scenario,
  menu: readonly TalksEvent[],
  bounds: UsedBounds,
): readonly TypeLeftOut[] {
  const tried = new Set(menu.map((event) => event.type));
  const possible = EVENT_TYPES.filter((type) => !tried.has(type) && isPossible(scenario, type));
  if ('events' in bounds) return possible.map((type) => ({ type, bound: 'events' }));
  // Of a scenario without offers no id tells that none is tabled.
  const isToldById = (type: TalksEvent['type']) =>
    BY_ID.includes(type) && !(OF_OFFERS.includes(type) && Object.keys(scenario.offers).length === 0);
  return possible.flatMap((type) => (isToldById(type) ? [] : [{ type, bound: CAUSES[type] ?? 'events' }]));
}

const OF_OFFERS: readonly TalksEvent['type'][] = ['offer.tabled', 'offer.withdrawn', 'answer.declared'];

/** Types that ids in the bounds make: what these leave out is told by its ids. */
const BY_ID: readonly TalksEvent['type'][] = [
  'offer.tabled',
  'offer.withdrawn',
  'answer.declared',
  'position.revised',
  'mandate.given',
  'breach.alleged',
  'breach.cured',
];

/** Types that figures in the bounds make; what no bound makes can only be given. */
const CAUSES: Partial<Record<TalksEvent['type'], keyof ExhaustBounds>> = {
  'days.passed': 'days',
  'phase.extended': 'extensions',
};

/** Whether a scenario has what events of a type are about. */
function isPossible({ process, positions, sources, terms, offers }: Scenario, type: TalksEvent['type']): boolean {
  const texts = Object.values(offers).flatMap(({ text }) => text ?? []);
  const any = (record: object) => Object.keys(record).length > 0;
  const hasDuties = texts.some((text) => dutiesIn(text).length > 0);
  switch (type) {
    case 'precondition.met':
    case 'precondition.lapsed':
      return any(process.preconditions);
    case 'round.opened':
    case 'round.closed':
      return any(process.rounds);
    case 'ratification.voted':
      return process.ratification.length > 0;
    case 'ratification.objected':
      return process.ratification.some((step) => step.objectionDays !== undefined);
    case 'position.revised':
      return any(positions);
    case 'breach.alleged':
    case 'breach.cured':
      return any(terms);
    case 'performance.reported':
      return hasDuties || Object.values(terms).some((term) => term.kind === 'quantity');
    case 'performance.waived':
    case 'performance.excused':
    case 'performance.withheld':
    case 'performance.postponed':
    case 'performance.suspended':
    case 'performance.resumed':
    case 'breach.found':
      return hasDuties;
    case 'promisedTalks.opened':
    case 'promisedTalks.settled':
    case 'promisedTalks.failed':
      return texts.some((text) => Object.values(text.talks).some(({ on }) => on === undefined));
    case 'instrument.suspended':
    case 'instrument.resumed':
      return texts.some((text) => any(text.instruments));
    case 'event.happened':
    case 'event.moved':
      return texts.some((text) => any(text.events));
    case 'certification.given':
      return texts.some((text) => any(text.certifications));
    case 'deal.ended':
      return any(sources);
    default:
      return true;
  }
}
