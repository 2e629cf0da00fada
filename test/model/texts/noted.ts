import type { TalksEvent } from 'sticking-points';
import { daysBetween } from '../../../src/base/day.js';
import { phaseMeant } from './against.js';
import { CONCLUDED, type Begins } from './deal.js';
import { allegations, dutyOf, type Carried } from './told.js';
import { deciderOf } from './votes.js';

/** What is to be counted of an event that comes next, beside its type. */
export function notedOf(model: Carried, event: TalksEvent, accepted: boolean): readonly string[] {
  const { deal } = model;
  switch (event.type) {
    case 'days.passed':
      return event.until === undefined ? [] : [accepted ? 'days up to a date' : 'days up to a date refused'];
    case 'instrument.suspended':
      if (!accepted || event.instrument !== 'pact') return [];
      return [deal.holds === 'whole' ? 'suspended as a whole' : 'suspended part by part'];
    case 'performance.reported':
      return accepted && event.on !== undefined && daysBetween(CONCLUDED, event.on) < model.day ? ['told later'] : [];
    case 'performance.postponed':
      if (event.occurrence !== undefined && accepted) return ['one turn put off'];
      return deal.duties[event.obligation]?.kind === 'recurring'
        ? [`put off, and recurs${accepted ? '' : ': refused'}`]
        : [];
    case 'phase.extended':
      if (!accepted) return [];
      return [
        `extended: ${event.rule ?? 'by consent'}`,
        ...(model.ended.has(phaseMeant(model, event) ?? 0) ? ['extended: though over by now'] : []),
      ];
    case 'performance.suspended':
    case 'performance.resumed': {
      if (!event.by) return [];
      const isOwn = event.obligations.every(
        (id) => deal.duties[id] && event.by?.every((who) => who === dutyOf(model, id).owedBy),
      );
      return [
        `${event.type.replace('performance.', '')} by ${isOwn ? 'those who owe it alone' : 'somebody'}${accepted ? '' : ': refused'}`,
      ];
    }
    case 'breach.alleged':
      if (Object.hasOwn(deal.talks, event.obligation))
        return [`talks, not held: alleged${accepted ? '' : ', refused'}`];
      if (Object.hasOwn(deal.duties, event.obligation)) return [];
      return [accepted ? 'alleged, though taken out' : 'alleged of what was never in force'];
    case 'breach.cured':
      if (Object.hasOwn(deal.talks, event.obligation)) return [`talks, not held: cured${accepted ? '' : ', refused'}`];
      if (accepted && !Object.hasOwn(deal.duties, event.obligation)) return ['cured, though taken out'];
      return accepted && allegations(model).every((one) => !one.startsWith(`${event.obligation} `))
        ? ['cured, and only found']
        : [];
    case 'breach.found':
    case 'certification.given': {
      if (event.type === 'breach.found' && Object.hasOwn(deal.talks, event.obligation))
        return [`talks, not held: found${accepted ? '' : ', refused'}`];
      const { body } = deciderOf(deal, event);
      const { votes } = event;
      const members: readonly string[] = body?.members ?? [];
      if (!body || !votes || !Object.keys(votes).every((one) => members.includes(one))) return [];
      const kind = typeof body.rule === 'number' ? 'quota' : body.rule;
      if (!accepted) return [`not decided by ${kind}`];
      return [
        `decided by ${kind}`,
        ...(members.some((one) => votes[one] !== 'for') ? ['decided without all'] : []),
        ...(body.chair !== undefined && votes[body.chair] === 'against' ? ['decided against the chair'] : []),
      ];
    }
    default:
      return [];
  }
}

/** What kinds of trigger something hangs on. */
export function kindsOf(begins: Begins): readonly string[] {
  if ('first' in begins) return ['the first of several', ...begins.first.flatMap(kindsOf)];
  if ('last' in begins) return ['the last of several', ...begins.last.flatMap(kindsOf)];
  if ('total' in begins) return [typeof begins.reaches === 'number' ? 'a total' : 'a share'];
  const n =
    'phase' in begins
      ? begins.after
      : 'on' in begins
        ? begins.on
        : 'flood' in begins
          ? begins.flood
          : 'harvest' in begins
            ? begins.harvest
            : 0;
  const kind = ['on', 'flood', 'harvest', 'phase', 'date', 'certified', 'started', 'completed', 'found'].find(
    (one) => one in begins,
  );
  return [`${kind ?? ''}${n < 0 ? ', before' : ''}`];
}
