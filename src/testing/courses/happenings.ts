import { optional } from '../../base/records.js';
import type { Talks } from '../../machine/talks.js';
import { ANSWERS } from '../../scenario/agreement.js';
import type { NewOffer } from '../../scenario/events/table.js';
import type { TalksEvent } from '../../scenario/event.js';
import { MANDATES, ruleOfVotes } from '../../scenario/process.js';
import type { Scenario } from '../../scenario/scenario.js';
import { pathsOf } from '../../terms/term.js';
import type { Condition } from '../../positions/condition.js';
import type { Dice } from './dice.js';
import type { Happening } from './happening.js';
import { textHappenings } from './text-happenings.js';
import { daysToDeadlines, turningDays } from './turning-days.js';

/** What happenings are made of. */
export interface Stock {
  readonly scenario: Scenario;
  /** A new offer, under an id that nothing in these talks has. */
  readonly newOffer: (talks: Talks, dice: Dice) => NewOffer;
  /** Something else to ask for. */
  readonly condition: (dice: Dice) => Condition;
}

/**
 * Everything that may happen, what leads on tried more often: talks that are broken off, or closed, at every turn would never
 * come to a deal. Figures of days are those on which something turns, and a few others.
 */
export function happeningsOf({ scenario, newOffer, condition }: Stock): readonly Happening[] {
  const { process } = scenario;
  const ids = (record: object) => Object.keys(record);
  const parties = ids(scenario.parties);
  const positions = ids(scenario.positions);
  const quantities = Object.entries(scenario.terms).flatMap(([id, t]) => (t.kind === 'quantity' ? pathsOf(id, t) : []));
  const obligations = [...quantities, ...ids(scenario.terms).filter((id) => !quantities.includes(id))];
  const [source] = ids(scenario.sources);
  const offerIds = (talks: Talks) => ids(talks.scenario.offers);
  const phases = Array.from({ length: scenario.space.phases.most }, (_, i) => i + 1);
  const days = (talks: Talks, dice: Dice) => dice.one([1, 1, 7, dice.from(1, 40), ...turningDays(talks)]) ?? 1;
  const plain = (type: Plain, weight: number): Happening => ({ type, weight, event: () => ({ type }) });
  const of = <T extends TalksEvent['type']>(
    type: T,
    weight: number,
    event: (talks: Talks, dice: Dice) => Rest<T> | undefined,
  ): Happening => ({
    type,
    weight,
    event: (talks, dice) => {
      const rest = event(talks, dice);
      // With its type, the rest of an event of this type is one.
      return rest && ({ type, ...rest } as unknown as TalksEvent);
    },
  });
  const named =
    <K extends string>(key: K, among: readonly string[]) =>
    (_: Talks, dice: Dice) => {
      const id = dice.one(among);
      return id === undefined ? undefined : ({ [key]: id } as { readonly [key in K]: string });
    };

  const toDeadline = (talks: Talks, dice: Dice) => {
    const left = dice.one(daysToDeadlines(talks));
    return left === undefined ? undefined : { days: left };
  };

  return [
    of('precondition.met', 6, named('precondition', ids(process.preconditions))),
    of('precondition.lapsed', 1, named('precondition', ids(process.preconditions))),
    of('mandate.given', 2, (_, dice) => ({
      party: dice.one(parties) ?? '',
      mandate: dice.onceIn(2) ? 'conclude' : (dice.one(MANDATES) ?? 'listen'),
    })),
    of('round.opened', 10, named('round', ids(process.rounds))),
    of('round.closed', 1, named('round', ids(process.rounds))),
    of('offer.recorded', 1, (talks, dice) => ({ offer: newOffer(talks, dice) })),
    of('offer.tabled', 6, (talks, dice) => ({
      offer: dice.onceIn(3) ? newOffer(talks, dice) : (dice.one(offerIds(talks)) ?? newOffer(talks, dice)),
    })),
    of('offer.withdrawn', 1, (talks) => (talks.offer ? { offer: talks.offer.id } : undefined)),
    of('answer.declared', 10, (talks, dice) => {
      const party = dice.one(parties) ?? '';
      const answer = dice.onceIn(2) ? 'accepts' : (dice.one(ANSWERS) ?? 'undecided');
      const unmet = talks.stickingPoints.filter((v) => v.party === party && v.rigidity.value === 'demand');
      const says = answer === 'accepts' && unmet.length > 0 && dice.onceIn(2);
      return { party, answer, ...(says && { concedes: unmet.map((v) => v.position) }) };
    }),
    of('position.revised', 4, (_, dice) => {
      const position = dice.one(positions);
      if (position === undefined) return undefined;
      return { position, condition: dice.onceIn(3) ? condition(dice) : null };
    }),
    plain('talks.suspended', 1),
    plain('talks.resumed', 8),
    plain('agreement.concluded', 12),
    of('ratification.voted', 10, (_, dice) => {
      const step = dice.one(process.ratification);
      if (!step) return undefined;
      const body = step.rule.kind === 'bodies' ? dice.one(step.rule.of) : undefined;
      const rule = ruleOfVotes(step.rule, body);
      const whose = { step: step.id, ...optional('body', body) };
      if (rule.kind === 'as reported') return { ...whose, outcome: dice.onceIn(3) ? 'rejected' : 'approved' };
      const most = rule.kind === 'quota' ? rule.of : 120;
      const inFavour = dice.from(0, most);
      return { ...whose, votes: { for: inFavour, against: dice.from(0, most - inFavour) } };
    }),
    of('ratification.objected', 1, (_, dice) => {
      const step = dice.one(process.ratification);
      return step && { step: step.id, outcome: dice.onceIn(2) ? 'sustained' : 'dismissed' };
    }),
    of('days.passed', 2, (talks, dice) => ({ days: days(talks, dice) })),
    // Most of what ends by the days has begun with an agreement.
    of('days.passed', 4, (talks, dice) =>
      talks.snapshot.context.deal || talks.snapshot.context.ratification ? { days: days(talks, dice) } : undefined,
    ),
    ...(Object.values(process.deadlines).some(({ kind }) => kind === 'hard') ? [of('days.passed', 3, toDeadline)] : []),
    plain('deal.started', 12),
    of('phase.ended', 3, (talks, dice) => ({
      phase: dice.onceIn(4) ? (dice.one(phases) ?? 1) : (talks.deal?.phase ?? 1),
    })),
    of('phase.extended', 2, (_, dice) => {
      const rule = dice.onceIn(3) ? undefined : dice.one(ids(process.extensions));
      return { days: dice.from(1, 10), ...(rule !== undefined && { rule }) };
    }),
    of('performance.reported', 3, (_, dice) => {
      const obligation = dice.one(quantities);
      return obligation === undefined ? undefined : { obligation, amount: dice.from(0, 20) };
    }),
    of('breach.alleged', 3, (_, dice) => {
      const obligation = dice.one(obligations);
      const by = dice.onceIn(2) ? dice.one(parties) : undefined;
      return obligation === undefined ? undefined : { obligation, ...(by !== undefined && { by }) };
    }),
    of('breach.cured', 5, (talks, dice) => dice.one(talks.deal?.disputes ?? [])),
    ...textHappenings(scenario),
    plain('nextPhase.opened', 2),
    plain('nextPhase.settled', 2),
    plain('nextPhase.failed', 1),
    of('deal.superseded', 1, (talks, dice) => {
      const offer = dice.onceIn(2) ? dice.one(offerIds(talks)) : undefined;
      return offer === undefined ? {} : { offer };
    }),
    of('deal.ended', 1, () => (source === undefined ? undefined : { citation: { source, attribution: 'narrator' } })),
  ];
}

/** What an event of this type carries beside it. */
type Rest<T extends TalksEvent['type'], E = TalksEvent> = E extends { readonly type: infer U }
  ? T extends U
    ? Omit<E, 'type'>
    : never
  : never;

/** The types of event that carry nothing. */
type Plain = Extract<
  TalksEvent['type'],
  'talks.suspended' | 'talks.resumed' | 'agreement.concluded' | 'deal.started' | `nextPhase.${string}`
>;
