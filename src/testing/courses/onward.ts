import { answerThatCounts } from '../../assessment/answers.js';
import type { Talks } from '../../machine/talks.js';
import type { NewOffer } from '../../scenario/events/table.js';
import type { TalksEvent } from '../../scenario/event.js';
import { deciding, ruleOfVotes, type RatificationStep } from '../../scenario/process.js';
import type { Dice } from './dice.js';
import { daysLeft } from './turning-days.js';

/** Brings in a new offer, under an id that nothing in the talks has. */
type Bring = (talks: Talks, dice: Dice) => NewOffer;

/**
 * What leads on to a deal and through it from where talks stand, what does so soonest first: by chance alone few courses come
 * through rounds and ratification, and fewer to the end of a deal. Some of it may be refused.
 */
export function* onwardFrom(talks: Talks, dice: Dice, newOffer: Bring): Generator<TalksEvent> {
  const { deal, ratification, offer } = talks.snapshot.context;
  if (deal) yield* throughDeal(talks, dice);
  else if (ratification) yield* throughRatification(talks, dice);
  else {
    yield { type: 'agreement.concluded' };
    yield { type: 'talks.resumed' };
    if (offer !== null && !dice.onceIn(3)) yield* towardsAgreement(talks, dice);
    const known = dice.onceIn(2) ? dice.one(Object.keys(talks.scenario.offers)) : undefined;
    if (offer === null) yield { type: 'offer.tabled', offer: known ?? newOffer(talks, dice) };
    yield* intoRound(talks, dice);
  }
}

/** What opens a round, or what it lacks. */
function* intoRound({ scenario, snapshot }: Talks, dice: Dice): Generator<TalksEvent> {
  const { met, mandates } = snapshot.context;
  const round = dice.one(Object.keys(scenario.process.rounds));
  if (round !== undefined) yield { type: 'round.opened', round };
  const precondition = dice.one(Object.keys(scenario.process.preconditions).filter((id) => !met.includes(id)));
  const lacking = Object.keys(scenario.parties).filter((id) => mandates[id] !== 'conclude');
  const party = dice.one(lacking);
  if (precondition !== undefined && (party === undefined || dice.onceIn(2)))
    yield { type: 'precondition.met', precondition };
  if (party !== undefined) yield { type: 'mandate.given', party, mandate: 'conclude' };
}

/** An acceptance that concedes what it has to, or a position given up. */
function* towardsAgreement({ answers, stickingPoints }: Talks, dice: Dice): Generator<TalksEvent> {
  const party = dice.one(
    Object.keys(answers).filter((id) => answers[id] && answerThatCounts(answers[id]) !== 'accepts'),
  );
  const own = stickingPoints.filter((point) => point.party === party);
  const demands = own.filter(({ rigidity }) => rigidity.value === 'demand').map(({ position }) => position);
  const concedes = demands.length > 0 && { concedes: demands };
  if (party !== undefined) yield { type: 'answer.declared', party, answer: 'accepts', ...concedes };
  const position = dice.one(own)?.position;
  if (position !== undefined) yield { type: 'position.revised', position, condition: null };
}

function* throughRatification({ scenario, snapshot }: Talks, dice: Dice): Generator<TalksEvent> {
  for (const step of scenario.process.ratification) yield* approvals(step, dice);
  yield { type: 'days.passed', days: Math.max(1, snapshot.context.ratification?.daysLeft ?? 1) };
}

function* approvals(step: RatificationStep, dice: Dice): Generator<TalksEvent> {
  for (const which of deciding(step.rule)) {
    const whose = { type: 'ratification.voted', step: step.id, ...which } as const;
    const rule = ruleOfVotes(step.rule, which.body);
    if (rule.kind === 'as reported') yield { ...whose, outcome: 'approved' };
    else {
      const most = rule.kind === 'quota' ? rule.of : 120;
      yield { ...whose, votes: { for: most - dice.from(0, Math.floor(most / 4)), against: 0 } };
    }
  }
}

/** The start of a deal, the cure of a breach, the talks on its next phase, and the end of the present one. */
function* throughDeal(talks: Talks, dice: Dice): Generator<TalksEvent> {
  const dispute = dice.one(talks.deal?.disputes ?? []);
  if (dispute) yield { type: 'breach.cured', ...dispute };
  yield { type: 'deal.started' };
  // While a deal is in force anything may happen to it, and more so where it has a text.
  if (!dice.onceIn(talks.deal?.text ? 6 : 2)) return;
  if (dice.onceIn(2)) {
    yield { type: 'nextPhase.opened' };
    yield { type: 'nextPhase.settled' };
  }
  const left = daysLeft(talks);
  if (left >= 1) yield { type: 'days.passed', days: left };
  yield { type: 'phase.ended', phase: talks.deal?.phase ?? 1 };
}
