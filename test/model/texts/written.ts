import {
  atLeast,
  atMost,
  beforeEvent,
  days,
  defineScenario,
  earliestOf,
  latestOf,
  onDate,
  onDay,
  uponCompletion,
  uponEvent,
  uponFinding,
  uponStart,
  whenCertified,
  whenTotal,
  type ObligationDraft,
  type Scenario,
  type TextDraft,
  type TriggerDraft,
} from 'sticking-points';
import { addDays } from '../../../src/base/day.js';
import { CONCLUDED, REPORTS, LONGER, type Begins, type Body, type Deal, type Duty, type Way } from './deal.js';
import { wide } from '../../support/wide-text.js';

/** So many days after a named event, or before it; some of them are counted as days of the text, which says the same. */
function daysFrom(event: string, n: number): TriggerDraft {
  if (n % 2 !== 0) return n > 0 ? uponEvent(event, days(n)) : beforeEvent(event, days(-n));
  return n % 4 === 0 ? onDay(n, { from: event }) : onDay(n + 1, { from: event, first: 1 });
}

function triggerOf(when: Begins): TriggerDraft {
  if ('on' in when) return daysFrom('start', when.on);
  if ('flood' in when) return daysFrom('flood', when.flood);
  if ('harvest' in when) return daysFrom('harvest', when.harvest);
  if ('phase' in when) return daysFrom(`phase${when.phase}${when.end ? '.end' : ''}`, when.after);
  if ('date' in when) return onDate(addDays(CONCLUDED, when.date) ?? CONCLUDED);
  if ('started' in when) return uponStart(when.started, days(when.after));
  if ('completed' in when) return uponCompletion(when.completed, days(when.after));
  if ('found' in when) return uponFinding(when.found, days(when.after));
  if ('certified' in when) return whenCertified('counted', days(when.certified));
  if ('total' in when) return whenTotal(when.total, when.reaches, days(when.after));
  if ('first' in when) return earliestOf(...when.first.map(triggerOf));
  return latestOf(...when.last.map(triggerOf));
}

/** So many tonnes; of a level, as they are meant. */
function amountOf({ tonnes = 0, holds }: Duty) {
  return holds === 'at least' ? atLeast(tonnes) : holds === 'at most' ? atMost(tonnes) : tonnes;
}

function obligationOf(duty: Duty): ObligationDraft {
  return {
    kind: duty.kind,
    strength: duty.strength,
    owedBy: [duty.owedBy],
    ...(duty.to && { to: [duty.to] }),
    ...(duty.instrument && { instrument: duty.instrument }),
    ...(duty.verifier && { verifier: duty.verifier }),
    ...(duty.tonnes !== undefined && duty.kind !== 'refrain' && { of: 'grain', amount: amountOf(duty) }),
    ...(duty.byKey && { of: 'fish', byKey: { key: 'rate', of: duty.byKey } }),
    begins: triggerOf(duty.begins),
    ...(duty.following && { following: duty.following }),
    ...(duty.concurrent !== undefined && { concurrent: [duty.concurrent] }),
    ...(typeof duty.every === 'number' && { every: days(duty.every) }),
    ...(duty.every === 'phase'
      ? { perPhase: true }
      : duty.until
        ? { until: triggerOf(duty.until) }
        : { within: days(duty.within) }),
  };
}

/** That the board reports, from entry into force to the end of the last phase unless the text says more. */
function reportingOf({ to, every, strength }: Duty) {
  return { to: to === undefined ? [] : [to], strength, ...(typeof every === 'number' && { every: days(every) }) };
}

/** What a text says, for each of these, by its id. */
function each<D, T>(of: Readonly<Record<string, D>>, say: (one: D) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(of).map(([id, one]) => [id, say(one)]));
}

function bodyOf({ members, rule, chair }: Body) {
  const isQuota = typeof rule === 'number';
  return {
    members,
    ...(chair && { chair }),
    // That all have to be in favour need not be said.
    ...(rule !== 'unanimity' && { rule: isQuota ? { kind: 'quota' as const, needed: rule } : { kind: rule } }),
  };
}

function wayOf({ how, unit, cap, times, per, isConditional }: Way) {
  return {
    how,
    ...(unit !== undefined && { unit: days(unit) }),
    ...(cap !== undefined && { cap: days(cap) }),
    ...(times !== undefined && { times }),
    // That all counts from the first on need not be said.
    ...(per && { per: { n: per.n, of: 'grain', ...(per.beyond > 0 && { beyond: per.beyond }) } }),
    ...(isConditional && { condition: 'as long as the roads are open' }),
  };
}

function textOf({ duties, talks, holds, unaffected, movedBy, upon, phases, bodies, certifier, key }: Deal): TextDraft {
  const { [REPORTS]: reports, ...others } = duties;
  return wide({
    bodies: {
      board: { ...bodyOf(bodies.board), ...(reports && { reports: reportingOf(reports) }) },
      panel: bodyOf(bodies.panel),
    },
    instruments: {
      pact: {
        parties: { north: 'signs', south: 'adheres', east: 'unsigned' },
        incorporates: ['annex'],
        holds,
        unaffected,
      },
      annex: {},
      other: {},
    },
    events: {
      flood: { movedBy: movedBy.flood },
      harvest: { movedBy: movedBy.harvest, trigger: triggerOf(upon.harvest) },
      ...((movedBy.start.length > 0 || upon.start) && {
        start: { movedBy: movedBy.start, ...(upon.start && { trigger: triggerOf(upon.start) }) },
      }),
    },
    phases: Object.fromEntries(
      phases.map(({ begins, ways }, i) => [
        String(i + 1),
        { ...(begins && { begins: triggerOf(begins) }), extensions: ways.map(wayOf) },
      ]),
    ),
    certifications: { counted: { by: certifier } },
    talks: each(talks, ({ on, begin, end, isBackedUp }) => ({
      between: ['north', 'south'],
      ...(on !== undefined && { on }),
      ...(begin && { begin: triggerOf(begin) }),
      ...(end && { end: triggerOf(end) }),
      ...(isBackedUp && { otherwise: 'as it was before' }),
    })),
    keys: {
      rate: {
        rows: key.lines.map(({ for: given, gives }) => ({
          ...(given && { for: given }),
          give: [{ n: gives, of: 'fish' }],
        })),
        ...(key.isRyeOutside && { outside: ['grain/rye'] }),
      },
    },
    obligations: each(others, obligationOf),
  });
}

/** A scenario with deals in it, each of which two parties have written and a third has not. */
export function scenarioOf(deals: Readonly<Record<string, Deal>>): Scenario {
  return defineScenario({
    id: 'carried',
    parties: { north: {}, south: {}, east: {} },
    terms: {
      grain: {
        kind: 'quantity',
        unit: 'tonnes',
        bounds: { most: 100 },
        overlap: false,
        categories: { wheat: 'wheat', rye: 'rye' },
      },
      fish: { kind: 'quantity', unit: 'crates', bounds: { most: 100 } },
    },
    space: { phases: { least: 1, most: Math.max(...Object.values(deals).map(({ phases }) => phases.length)) } },
    positions: {},
    process: { extensions: { longer: { title: 'a little longer', days: LONGER.days, times: LONGER.times } } },
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: each(deals, (deal) => ({
      by: ['north' as const, 'south' as const],
      phaseCount: deal.phases.length,
      ...(deal.key.there !== undefined && { terms: { grain: deal.key.there } }),
      phases: deal.phases.map(({ length, isToSettle }) => ({
        length: days(length),
        ...(isToSettle && { toBeNegotiated: true }),
      })),
      text: textOf(deal),
    })),
  });
}
