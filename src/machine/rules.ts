import { isCalendarDate, type CalendarDate } from '../base/day.js';
import { nextOf } from '../base/drafts.js';
import { fault, type Fault } from '../base/fault.js';
import { deepFreeze } from '../base/freeze.js';
import { show } from '../base/plain.js';
import { didYouMean } from '../base/spelling.js';
import { failure, valueOrThrow } from '../base/result.js';
import { answersTo, answerThatCounts, type DeclaredAnswer } from '../assessment/answers.js';
import { assess, type Assessment } from '../assessment/assess.js';
import type { Offer } from '../offers/offer.js';
import { outcomeOf, type Answer, type Outcome } from '../scenario/agreement.js';
import { checkOffer } from '../scenario/define.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TalksContext, WritableContext } from './context.js';
import type { TalksEvent } from './event.js';

/**
 * How talks are run.
 *
 * @example
 * const talks = openTalks(scenario, { answers: 'declared' });
 * talks.do({ type: 'offer.tabled', offer: 'first-offer' });
 * talks.state; // 'talks.considering'
 */
export interface TalksOptions {
  /** Offers and positions reported by this day only; without it, all that is known. */
  readonly asOf?: CalendarDate;
  /**
   * Which answers count. `by position`: declared ones, else authorship, else what the positions say, at once.
   * `declared`: only those declared or reported; every party is waited for.
   * @defaultValue 'by position'
   */
  readonly answers?: 'by position' | 'declared';
}

/** A scenario's talks as pure functions of context and event; both doors, machine and handle, are made of these. */
export interface Rules {
  readonly scenario: Scenario;
  readonly options: TalksOptions;
  /** The scenario with the offers that were brought to the table in it. */
  effective(context: TalksContext): Scenario;
  /** An offer of the scenario or of the talks, by id. */
  offer(context: TalksContext, id: string): Offer | undefined;
  /** The offer on the table held against all positions; nothing where no offer lies there. */
  assessment(context: TalksContext): Assessment | undefined;
  /** The context after an event against which there is no reason. */
  next(context: TalksContext, event: TalksEvent): TalksContext;
  /** What the answers come to; `open` where no offer lies on the table. */
  outcome(context: TalksContext): Outcome | 'open';
}

/** The rules of a scenario's talks. Throws `talks/bad-option` for options that cannot be. */
export function rulesOf(scenario: Scenario, options: TalksOptions = {}): Rules {
  checkOptions(options);
  // Memos, not state: an assessment follows from the offer and the answers declared.
  const bare = new WeakMap<Offer, Assessment>();
  const full = new WeakMap<TalksContext, Assessment>();
  const effectives = new WeakMap<TalksContext['tabled'], Scenario>();

  const effective = ({ tabled }: TalksContext): Scenario => {
    if (Object.keys(tabled).length === 0) return scenario;
    const known = effectives.get(tabled);
    if (known) return known;
    const whole = deepFreeze({ ...scenario, offers: { ...scenario.offers, ...tabled } });
    effectives.set(tabled, whole);
    return whole;
  };

  const offer = (context: TalksContext, id: string) =>
    Object.hasOwn(context.tabled, id)
      ? context.tabled[id]
      : Object.hasOwn(scenario.offers, id)
        ? scenario.offers[id]
        : undefined;

  const assessment = (context: TalksContext): Assessment | undefined => {
    const known = full.get(context);
    if (known) return known;
    const whole = context.offer === null ? undefined : offer(context, context.offer);
    if (!whole) return undefined;
    let result = bare.get(whole);
    if (!result) {
      result = assess(scenario, whole, options.asOf === undefined ? {} : { asOf: options.asOf });
      bare.set(whole, result);
    }
    if (Object.keys(context.declared).length > 0) {
      const answers = answersTo(scenario, whole, result.verdicts, options.asOf, context.declared);
      const conceded = Object.values(answers).flatMap((a) => a.declared?.concedes ?? []);
      result = {
        ...result,
        answers,
        stickingPoints: result.stickingPoints.filter((v) => !conceded.includes(v.position)),
      };
    }
    full.set(context, result);
    return result;
  };

  const outcome = (context: TalksContext): Outcome | 'open' => {
    const current = assessment(context);
    if (!current) return 'open';
    const answers: Record<string, Answer> = {};
    for (const [party, given] of Object.entries(current.answers)) {
      answers[party] =
        options.answers === 'declared' && (!given.declared || given.declared.despite)
          ? 'undecided'
          : answerThatCounts(given);
    }
    return outcomeOf(scenario.agreement, answers);
  };

  const next = (context: TalksContext, event: TalksEvent): TalksContext =>
    nextOf(context, (draft: WritableContext) => {
      switch (event.type) {
        case 'offer.tabled': {
          draft.declared = {};
          if (typeof event.offer === 'string') draft.offer = event.offer;
          else {
            draft.offer = event.offer.id;
            const whole = valueOrThrow(
              checkOffer(effective(context), event.offer.id, event.offer),
              'The offer cannot be tabled.',
            );
            draft.tabled[event.offer.id] = whole;
          }
          return;
        }
        case 'offer.withdrawn':
          draft.offer = null;
          draft.declared = {};
          return;
        case 'answer.declared': {
          draft.declared[event.party] = declaredBy(event, assessment(context));
          return;
        }
        case 'talks.suspended':
        case 'talks.resumed':
          return;
      }
    });

  return { scenario, options, effective, offer, assessment, next, outcome };
}

/** The unmet demands of a party that an acceptance would give up. */
export function concededBy(party: string, current: Assessment | undefined): readonly string[] {
  return unmetOf(party, 'demand', current);
}

/** A party's unmet positions of a rigidity, on the offer on the table. */
export function unmetOf(
  party: string,
  rigidity: 'red line' | 'demand',
  current: Assessment | undefined,
): readonly string[] {
  return (current?.verdicts ?? [])
    .filter((v) => v.party === party && v.verdict === 'unmet' && v.rigidity.value === rigidity)
    .map((v) => v.position);
}

function declaredBy(
  event: Extract<TalksEvent, { type: 'answer.declared' }>,
  current: Assessment | undefined,
): DeclaredAnswer {
  return {
    answer: event.answer,
    basis: event.citation ? 'reported' : 'assumed',
    ...(event.because === undefined ? {} : { because: event.because }),
    citations: event.citation ? [event.citation] : [],
    concedes: event.answer === 'accepts' ? concededBy(event.party, current) : [],
  };
}

function checkOptions(options: TalksOptions): void {
  if (typeof options !== 'object' || options === null) {
    const message = `The options of talks cannot be ${show(options)}: give a record, or leave them out.`;
    valueOrThrow(failure([fault('talks/bad-option', [], message)]), 'These talks cannot be opened.');
  }
  const found: Fault[] = [];
  // The types leave nothing to check but the date; JavaScript may hand in anything.
  const { asOf, answers }: { readonly asOf?: unknown; readonly answers?: unknown } = options;
  if (asOf !== undefined && !(typeof asOf === 'string' && isCalendarDate(asOf))) {
    const message = `${show(asOf)} is no date: give a real day, 2024-02-23, or a month, 2024-02.`;
    found.push(fault('talks/bad-option', ['asOf'], message, { found: show(asOf) }));
  }
  if (answers !== undefined && answers !== 'by position' && answers !== 'declared') {
    const message = `Answers cannot come ${show(answers)}: say 'by position' or 'declared', or leave it out.`;
    found.push(fault('talks/bad-option', ['answers'], message, { found: show(answers) }));
  }
  for (const key of Object.keys(options)) {
    if (OPTIONS.includes(key)) continue;
    const message = `Talks have no option called '${key}'. ${didYouMean(key, OPTIONS)}`;
    found.push(fault('talks/bad-option', [key], message, { key, known: OPTIONS }));
  }
  if (found.length > 0) valueOrThrow(failure(found), 'These talks cannot be opened.');
}

const OPTIONS: readonly string[] = ['asOf', 'answers'] satisfies readonly (keyof TalksOptions)[];
