import type { TalksEvent } from 'sticking-points';
import { daysBetween } from '../../../src/base/day.js';
import { hasHappened, startedOn, startsOn } from './anchors.js';
import { hadBy, isAfterDaysThatCount, isAgainstAmending, isAgreed } from './amended.js';
import { isToComeRound } from './begun.js';
import { CONCLUDED, isBody, type EventId } from './deal.js';
import { mayBeLonger } from './ended-anew.js';
import { isAgainstExtending } from './extended.js';
import { goesOnWith, isAgainstSuspending } from './instruments.js';
import { plannedDue } from './plan.js';
import { nextPhaseOf, turnOf } from './promised.js';
import { BETWEEN, isAgainstNotHeld } from './not-held.js';
import { isNotTheirs } from './resting.js';
import { isWithheld } from './said.js';
import { isTooEarly } from './too-early.js';
import { canBeBroken, isMoreThanLeft, isNothingLeft, isOwedInExchange, standsOf } from './standing.js';
import { isCountedFromNoDay, turnPutOffFrom } from './turns.js';
import { allegations, dayOf, daysOf, dutyOf, finderOf, foundOn, isSuspended, toldOf, type Carried } from './told.js';
import { deciderOf, isDecided } from './votes.js';

/** What can be told of a deal that has not come into force: nothing of it can have been done, or broken. */
const BEFORE_THE_START: readonly TalksEvent['type'][] = [
  'days.passed',
  'deal.started',
  'event.happened',
  'event.moved',
  'certification.given',
  'performance.waived',
  'performance.excused',
  'performance.withheld',
  'performance.postponed',
  'performance.suspended',
  'performance.resumed',
  'promisedTalks.opened',
  'promisedTalks.settled',
  'promisedTalks.failed',
  'offer.tabled',
  'offer.withdrawn',
  'answer.declared',
  'agreement.concluded',
  'deal.superseded',
];

/**
 * Whether an event names something that the text has not, or has no more. That it was not kept can be alleged all the same of what
 * it had while the deal was in force, and whoever did may say that it is.
 */
function isOfNoText(model: Carried, event: TalksEvent): boolean {
  const { duties, talks } = model.deal;
  const ids = 'obligation' in event ? [event.obligation] : 'obligations' in event ? event.obligations : [];
  // To hold talks is owed as well: of these, too, it is said whether they are kept.
  const isIn = (id: string) =>
    Object.hasOwn(duties, id) || (event.type.startsWith('breach.') && Object.hasOwn(talks, id));
  const isUnknown = !ids.every(isIn) || ('talks' in event && !Object.hasOwn(talks, event.talks));
  if (event.type === 'breach.alleged') return !hadBy(model).has(event.obligation);
  if (event.type !== 'breach.cured') return isUnknown;
  return isUnknown && !allegations(model).includes(`${event.obligation} ${event.by ?? ''}`);
}

/** The phases that have begun. */
export const begunPhases = ({ began }: Carried): readonly number[] => began.map((_, i) => i + 1);

/** The phase that is to be made longer: one under way when that was agreed on, and the latest of those unless it is named. */
export function phaseMeant(model: Carried, event: Extract<TalksEvent, { type: 'phase.extended' }>): number | undefined {
  const on = dayOf(model, event);
  const wentOn = (n: number) => !model.ended.has(n) || (on < model.day && model.ended.get(n)! > on);
  return begunPhases(model).findLast((n) => wentOn(n) && (event.phase ?? n) === n);
}

/** Whether something stands against an event. */
export function isAgainst(model: Carried, event: TalksEvent): boolean {
  const { day } = model;
  const start = startedOn(model);
  if (start === null && !BEFORE_THE_START.includes(event.type)) return true;
  if (isOfNoText(model, event) || isTooEarly(model, event)) return true;
  switch (event.type) {
    case 'days.passed':
      return daysOf(model, event) <= 0;
    case 'deal.started':
      return start !== null;
    case 'event.moved': {
      const needed = model.deal.movedBy[event.event as EventId]; // drawn so
      const isMovable = needed.length > 0 && needed.every((one) => event.by.includes(one));
      return hasHappened(model, event.event as EventId) || !isMovable || daysBetween(CONCLUDED, event.to) < day;
    }
    case 'phase.extended': {
      const phase = phaseMeant(model, event);
      const on = dayOf(model, event);
      if (phase === undefined || on > day || on < (start ?? 0)) return true;
      return !mayBeLonger(model, phase, event, on) || isAgainstExtending(model, phase, event);
    }
    case 'performance.reported': {
      const { kind, tonnes, byKey } = dutyOf(model, event.obligation);
      const on = dayOf(model, event);
      if (kind === 'refrain' || on > day || on < (start ?? 0)) return true;
      const isAct = kind === 'once' && tonnes === undefined && byKey === undefined;
      if (isAct && (event.amount as number) > 1) return true; // drawn so
      const before = toldOf(model, 'performance.reported', event.obligation)
        .sort((a, b) => a.day - b.day)
        .findLast((one) => one.event.observer === event.observer && one.day <= on);
      const sorted = Object.values(event.parts ?? {}).reduce((sum, n) => sum + n, 0);
      // Of which kinds it was may become known later.
      const isKnown =
        before?.event.amount === event.amount &&
        Object.entries(event.parts ?? {}).every(([kind, n]) => before.event.parts?.[kind] === n);
      return isKnown || sorted > (event.amount as number); // drawn as a number
    }
    case 'performance.waived':
    case 'performance.excused': {
      const { owedBy, to: owedTo, verifier } = dutyOf(model, event.obligation);
      // What is owed to nobody by name is owed to both of those whose deal it is, and whose pact.
      const others = ['north', 'south'].filter((party) => party !== owedBy);
      // That it could not be done, who verifies it or a body may say as well, unless they owe it.
      const isJudged =
        event.type === 'performance.excused' &&
        event.by?.some((who) => who !== owedBy && (who === verifier || isBody(who))) === true;
      const needed = isJudged ? [] : owedTo ? [owedTo] : others;
      return (
        isNothingLeft(model, event.obligation) ||
        isMoreThanLeft(model, event.obligation, event.amount as number | undefined) || // drawn so
        needed.some((party) => event.by?.includes(party) !== true)
      );
    }
    case 'performance.withheld':
      return (
        dutyOf(model, event.obligation).kind === 'refrain' ||
        isWithheld(model, event.obligation) ||
        isNothingLeft(model, event.obligation)
      );
    case 'performance.postponed': {
      const { owedBy, to: owedTo } = dutyOf(model, event.obligation);
      // What is owed to nobody by name is owed to both of those whose deal it is, and whose pact.
      const needed = [owedBy, ...(owedTo ? [owedTo] : ['north', 'south'])].filter((one) => one !== 'board');
      if (!needed.every((party) => event.by.includes(party)) || isNothingLeft(model, event.obligation)) return true;
      const { opens, due, done, waived, excused } = standsOf(model, event.obligation);
      const to = daysBetween(CONCLUDED, event.to);
      const dated = startsOn(model) === null ? { ...model, supposed: NaN } : model;
      if (event.occurrence !== undefined) {
        const { obligation: id, occurrence: turn } = event;
        const isAny = isToComeRound(model, id, undefined) && plannedDue(model, id) === null;
        const isUncounted = isCountedFromNoDay(model, id);
        const from = turnPutOffFrom(model, id, turn, done + waived + excused, isAny, isUncounted);
        const day = turnPutOffFrom(dated, id, turn, 0, true, isUncounted);
        const isDated = day !== null && !isNaN(day) && day !== -Infinity;
        return from === null || to < (isDated ? day : (opens ?? model.day));
      }
      if (due !== null) return to <= due;
      const planned = plannedDue(dated, event.obligation);
      return to < Math.max(opens ?? day, planned === null || isNaN(planned) ? 0 : planned);
    }
    case 'performance.suspended':
    case 'performance.resumed':
      return (
        event.obligations.some((id) =>
          event.type === 'performance.resumed'
            ? !isSuspended(model, id)
            : isSuspended(model, id) || isNothingLeft(model, id),
        ) || event.obligations.some((id) => isNotTheirs(model, event, id))
      );
    case 'breach.alleged':
    case 'breach.cured': {
      // Nobody breaks what nobody is bound to.
      const isBinding = (model.deal.duties[event.obligation]?.strength ?? 'shall') === 'shall';
      if (event.type === 'breach.alleged' && !isBinding) return true;
      const open = allegations(model);
      if (open.includes(`${event.obligation} ${event.by ?? ''}`)) return event.type === 'breach.alleged';
      if (event.type === 'breach.alleged')
        return Object.hasOwn(model.deal.duties, event.obligation) && isOwedInExchange(model, event.obligation);
      const finder = finderOf(model, event.obligation);
      if (finder === null || event.by === finder) return finder === null;
      // What was found is cured where nobody alleges it, but not by the word of whoever owes it.
      const { owedBy, to: owedTo } = model.deal.duties[event.obligation] ?? {};
      const isOfTalks = owedBy === undefined && event.by !== undefined && !isBody(event.by);
      if (isOfTalks && !BETWEEN.includes(event.by)) return true;
      const isTheirs =
        event.by === undefined || isBody(event.by) || (owedTo ? event.by === owedTo : event.by !== owedBy);
      return !isTheirs || open.some((one) => one.startsWith(`${event.obligation} `));
    }
    case 'breach.found': {
      if (!Object.hasOwn(model.deal.duties, event.obligation)) return isAgainstNotHeld(model, event);
      const { verifier, strength, owedBy } = dutyOf(model, event.obligation);
      const { id, body } = deciderOf(model.deal, event);
      const isFinder = verifier === undefined ? body !== undefined : id === verifier;
      const isFound = foundOn(model, event.obligation) !== null;
      const canBe = canBeBroken(model, event.obligation, event.by);
      // Nobody breaks what nobody is bound to.
      if (event.against?.some((who) => who !== owedBy)) return true;
      return strength !== 'shall' || !isFinder || isFound || !canBe || !isDecided(body, event.votes);
    }
    case 'event.happened':
      return hasHappened(model, event.event as EventId); // drawn so
    case 'certification.given':
      return (
        toldOf(model, 'certification.given').length > 0 || !isDecided(deciderOf(model.deal, event).body, event.votes)
      );
    case 'phase.ended':
      // Of days that are known, a phase ends by itself.
      return true;
    case 'instrument.suspended':
      return isAgainstSuspending(model, event);
    case 'instrument.resumed':
      return goesOnWith(model, event.instrument).length === 0;
    case 'nextPhase.opened':
      return (
        !['none', 'toBegin', 'failed'].includes(nextPhaseOf(model)) ||
        [0, model.deal.phases.length].includes(model.began.length) ||
        isAfterDaysThatCount(model, event)
      );
    case 'nextPhase.settled':
      return (
        nextPhaseOf(model) !== 'underWay' ||
        (model.table !== null && !isAgreed(model.against)) ||
        isAfterDaysThatCount(model, event)
      );
    case 'nextPhase.failed':
      return !['toBegin', 'underWay'].includes(nextPhaseOf(model)) || isAfterDaysThatCount(model, event);
    case 'promisedTalks.opened':
      if (model.deal.talks[event.talks]?.on !== undefined || isAfterDaysThatCount(model, event)) return true;
      return !['failed', undefined].includes(turnOf(model, event.talks));
    case 'promisedTalks.settled':
      if (model.deal.talks[event.talks]?.on !== undefined || isAfterDaysThatCount(model, event)) return true;
      return turnOf(model, event.talks) !== 'opened';
    case 'promisedTalks.failed':
      if (model.deal.talks[event.talks]?.on !== undefined || isAfterDaysThatCount(model, event)) return true;
      return !['opened', undefined].includes(turnOf(model, event.talks));
    case 'offer.tabled':
    case 'offer.withdrawn':
    case 'answer.declared':
    case 'agreement.concluded':
    case 'deal.superseded':
      return isAgainstAmending(model, event);
    default:
      return false;
  }
}
