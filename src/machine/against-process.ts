import { fault, type Fault } from '../base/fault.js';
import { listed } from '../base/list.js';
import type { PositionRevised, PreconditionEvent, RoundEvent } from '../scenario/events/table.js';
import { outcomeOf, votersIn } from '../scenario/agreement.js';
import { mandateCovers, type Mandate, type Precondition } from '../scenario/process.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TalksContext } from './context.js';
import type { Rules } from './rules.js';

/** The preconditions that are wanting for one to be met: itself, or parts of it. */
function missingOf({ process }: Scenario, { met }: TalksContext, id: string): readonly string[] {
  return (process.preconditions[id]?.jointly ?? [id]).filter((part) => !met.includes(part));
}

/** What stands against a precondition's being met, or no longer. */
export function againstPrecondition(
  { scenario }: Rules,
  context: TalksContext,
  { type, precondition: id }: PreconditionEvent,
): readonly Fault[] {
  const { jointly }: Partial<Precondition> = scenario.process.preconditions[id] ?? {};
  if (jointly) {
    const message = `'${id}' is met while ${listed(jointly)} are: say it of these.`;
    return [fault('talks/joint-precondition', ['precondition'], message, { id, jointly })];
  }
  const met = context.met.includes(id);
  if (met !== (type === 'precondition.met')) return [];
  const message = met ? `'${id}' is met already.` : `'${id}' is not met: it cannot lapse.`;
  return [fault('talks/so-already', ['precondition'], message, { id, met })];
}

/** What stands against opening a round: preconditions that are not met, delegations that may not do what it takes. */
export function againstOpening({ scenario }: Rules, context: TalksContext, event: RoundEvent): readonly Fault[] {
  const round = scenario.process.rounds[event.round];
  if (!round) return [];
  const found: Fault[] = [];
  if (context.ratification) {
    const message = `'${context.ratification.offer}' is being ratified: resume that before another round.`;
    found.push(fault('talks/being-ratified', ['round'], message, { offer: context.ratification.offer }));
  }
  for (const id of round.needs) {
    const missing = missingOf(scenario, context, id);
    if (missing.length === 0) continue;
    const title = scenario.process.preconditions[id]?.title ?? id;
    const message = `'${event.round}' needs what is not met yet: ${title}. Met first must be ${listed(missing)}.`;
    found.push(fault('talks/precondition-unmet', ['round'], message, { precondition: id, missing }));
  }
  for (const [party, { value: needed }] of Object.entries(round.mandates)) {
    const held = Object.hasOwn(context.mandates, party) ? context.mandates[party] : undefined;
    if (held !== undefined && mandateCovers(held, needed)) continue;
    const message = `'${event.round}' needs a delegation of '${party}' that may ${needed}: ${
      held === undefined ? 'none has a mandate' : `it may only ${held}`
    }.`;
    found.push(fault('talks/no-mandate', ['round'], message, { party, needed, held: held ?? null }));
  }
  return found;
}

/** What stands against closing a round. */
export function againstClosing(context: TalksContext, event: RoundEvent): readonly Fault[] {
  if (context.round === event.round) return [];
  const held = context.round === null ? 'no round is being held' : `'${context.round}' is`;
  const message = `'${event.round}' is not being held: ${held}.`;
  return [fault('talks/another-round', ['round'], message, { round: event.round, held: context.round })];
}

/** What stands against a revision. */
export function againstRevising({ scenario }: Rules, context: TalksContext, event: PositionRevised): readonly Fault[] {
  const { position: id, condition, rigidity, title } = event;
  if (condition !== null) return [];
  const found: Fault[] = [];
  if (Object.hasOwn(context.revised, id) && context.revised[id] === null) {
    const message = `'${id}' has been given up already.`;
    found.push(fault('talks/so-already', ['position'], message, { id }));
  }
  if (rigidity !== undefined || title !== undefined) {
    const message = `'${id}' cannot be given up and be held ${rigidity === undefined ? `as '${title ?? ''}'` : `as a ${rigidity}`}: say one of the two.`;
    found.push(fault('talks/given-up-and-held', ['condition'], message, { id, party: scenario.positions[id]?.party }));
  }
  return found;
}

/**
 * What stands against concluding: nothing agreed on the table, and every party that has to accept and whose delegation may
 * not bind it, unless enough others accept.
 */
export function againstConcluding(rules: Rules, context: TalksContext): readonly Fault[] {
  const { offer } = context;
  if (offer === null || rules.outcome(context) !== 'agreed') {
    const message =
      offer === null
        ? 'Nothing lies on the table to be concluded: table an offer first.'
        : `'${offer}' lies on the table and is not agreed: have it accepted, or withdraw it.`;
    return [fault('talks/not-agreed', ['type'], message, { offer })];
  }
  const { agreement } = rules.scenario;
  const answers = rules.answers(context);
  const accepting = votersIn(agreement).filter((party) => answers[party] === 'accepts');
  const found = againstMandates(context, accepting, 'conclude', 'conclude the agreement');
  const unbound = Object.fromEntries(found.map(({ facts }) => [String(facts['party']), 'undecided' as const]));
  return outcomeOf(agreement, { ...answers, ...unbound }) === 'agreed' ? [] : found;
}

/** Those of several parties whose delegations are known to be allowed less than is needed. */
export function againstMandates(
  context: TalksContext,
  parties: readonly string[],
  needed: Mandate,
  what: string,
): readonly Fault[] {
  return parties.flatMap((party) => {
    const held = Object.hasOwn(context.mandates, party) ? context.mandates[party] : undefined;
    if (held === undefined || mandateCovers(held, needed)) return [];
    const message = `The delegation of '${party}' may only ${held}: to ${what} it must be allowed to ${needed}.`;
    return [fault('talks/mandate-too-narrow', [], message, { party, held, needed })];
  });
}
