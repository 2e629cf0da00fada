import { unique } from '../base/list.js';
import { optional } from '../base/records.js';
import { foundAgainst, isFound } from '../obligations/breaches.js';
import type { Delivery } from '../obligations/delivery.js';
import { standingsOf } from '../obligations/standing.js';
import { isTurnDone } from '../obligations/behind.js';
import { daysOf } from '../terms/length.js';
import { quantityAt } from '../terms/term.js';
import type { TalksContext } from './context.js';
import { extending, ready, type Candidate } from './event-template.js';
import type { Rules } from './rules.js';
import { deliveryOf } from './text-in-force.js';
import { phasesBeside, phaseToExtend } from './under-way.js';

/** What can be reported of the text of the deal in force. */
export function textCandidates(rules: Rules, context: TalksContext): readonly Candidate[] {
  const delivery = deliveryOf(rules, context);
  if (!delivery) return [];
  const { text, run } = delivery;
  const parties = Object.keys(rules.scenario.parties);
  const duties = Object.entries(text.obligations).flatMap(([obligation, duty]): readonly Candidate[] => {
    const consent = [...duty.owedBy.value, ...(duty.to?.value ?? [])];
    const finders = duty.verifier ? [duty.verifier.value] : Object.keys(text.bodies);
    const amount = duty.of === undefined ? 1 : quantityAt(rules.scenario.terms, duty.of).step;
    return [
      {
        template: { type: 'performance.reported', obligation, free: ['amount'] },
        like: { type: 'performance.reported', obligation, amount, observer: UNHEARD_OF },
      },
      ...(['performance.waived', 'performance.excused'] as const).map((type): Candidate => ({
        template: { type, obligation, free: ['amount', 'by'] },
        // What is owed to nobody by name is let go by all others.
        like: { type, obligation, by: [...new Set([...parties, ...consent])] },
      })),
      {
        template: { type: 'performance.withheld', obligation, free: ['by'] },
        like: { type: 'performance.withheld', obligation },
      },
      {
        template: { type: 'performance.postponed', obligation, free: ['to', 'by'] },
        like: { type: 'performance.postponed', obligation, to: '9999-12-31', by: [...parties, ...consent] },
      },
      ...postponingTurns(delivery, obligation, [...parties, ...consent]),
      ...(['performance.suspended', 'performance.resumed'] as const).map((type) =>
        ready({ type, obligations: [obligation] }),
      ),
      ...finders.map((by) => ready({ type: 'breach.found', obligation, by })),
      ...disputing(rules, context, obligation),
    ];
  });
  const ways = [undefined, ...phasesBeside(context)].flatMap((phase) =>
    (text.phases[context.deal ? phaseToExtend(context.deal, optional('phase', phase)) : 0]?.extensions ?? []).map(
      ({ how: rule, unit }) => extending({ rule }, phase, unit ? Math.max(1, daysOf(unit).least) : 1),
    ),
  );
  const instruments = Object.keys(text.instruments).flatMap((instrument): readonly Candidate[] => {
    const found = Object.keys(text.obligations).filter((id) => isFound(run, id));
    return [
      ...found.map((obligation): Candidate => ({
        template: { type: 'instrument.suspended', instrument, obligation, free: ['by'] },
        like: {
          type: 'instrument.suspended',
          instrument,
          obligation,
          by: invokersOf(delivery, parties, instrument, obligation),
        },
      })),
      ready({ type: 'instrument.resumed', instrument }),
    ];
  });
  return [
    ...duties,
    ...ways,
    ...instruments,
    ...Object.entries(text.events).flatMap(([event, { movedBy }]): readonly Candidate[] => [
      ready({ type: 'event.happened', event }),
      {
        template: { type: 'event.moved', event, free: ['to', 'by'] },
        like: { type: 'event.moved', event, to: '9999-12-31', by: movedBy },
      },
    ]),
    ...Object.keys(text.talks).flatMap((talks): readonly Candidate[] => [
      ...(['promisedTalks.opened', 'promisedTalks.settled', 'promisedTalks.failed'] as const).map((type) =>
        ready({ type, talks }),
      ),
      ...Object.keys(text.bodies).map((by) => ready({ type: 'breach.found', obligation: talks, by })),
      ...disputing(rules, context, talks),
    ]),
    ...Object.keys(text.certifications).map((certification) => ready({ type: 'certification.given', certification })),
  ];
}

/** That a turn of what recurs is put off, if any is still to be done: the first that is stands for all. */
function postponingTurns(delivery: Delivery, obligation: string, by: readonly string[]): readonly Candidate[] {
  if (delivery.text.obligations[obligation]?.kind !== 'recurring') return [];
  const now = standingsOf(delivery).find(({ id }) => id === obligation);
  const turn = now?.duties.find(({ occurrence }) => !isTurnDone(now, occurrence));
  if (!turn) return [];
  const { occurrence } = turn;
  return [
    {
      template: { type: 'performance.postponed', obligation, free: ['occurrence', 'to', 'by'] },
      like: { type: 'performance.postponed', obligation, occurrence, to: '9999-12-31', by },
    },
  ];
}

/** All who may invoke that something of an instrument was not kept: together they suspend whatever any of them would. */
function invokersOf(
  delivery: Delivery,
  parties: readonly string[],
  instrument: string,
  obligation: string,
): readonly string[] {
  const named = delivery.text.instruments[instrument]?.parties ?? {};
  const breakers = foundAgainst(delivery, obligation);
  const bound = parties.filter((id) => Object.keys(named).length === 0 || BOUND.includes(named[id]));
  return bound.filter((party) => !breakers.includes(party));
}

/** How a party that may invoke an instrument stands to it. */
const BOUND: readonly (string | undefined)[] = ['signs', 'adheres'];

/** An observer who has reported nothing yet. */
const UNHEARD_OF = '\u0000';

/** That an obligation is not kept, by anybody who has not alleged it yet; that it is again, by those who have, or as it was found. */
export function disputing(rules: Rules, { deal }: TalksContext, obligation: string): readonly Candidate[] {
  const about = (type: 'breach.alleged' | 'breach.cured', by: string | undefined): Candidate => ({
    template: { type, obligation, free: ['by'] },
    like: { type, obligation, ...(by !== undefined && { by }) },
  });
  const alleged = (deal?.disputes ?? []).filter((dispute) => dispute.obligation === obligation);
  const isFoundToo = deal?.text !== undefined && isFound(deal.text, obligation);
  return [
    ...[undefined, ...Object.keys(rules.scenario.parties)].map((by) => about('breach.alleged', by)),
    ...alleged.map(({ by }) => about('breach.cured', by)),
    ...(isFoundToo ? [about('breach.cured', undefined)] : []),
  ];
}

/** That it is kept again: also of what an amendment has taken out of the text since, or else the dispute would last. */
export const curing = (rules: Rules, context: TalksContext, obligation: string): readonly Candidate[] =>
  disputing(rules, context, obligation).filter(({ template }) => template.type === 'breach.cured');

/** What is said, or was found, not to be kept. */
export function inDispute({ deal }: TalksContext): readonly string[] {
  const text = deal?.text;
  const found = text ? Object.keys(text.duties).filter((id) => isFound(text, id)) : [];
  return unique([...(deal?.disputes ?? []).map(({ obligation }) => obligation), ...found]);
}
