import fc from 'fast-check';
import { DUTY_STANDINGS } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { few, runs } from '../../laws/runs.js';
import { partingOf, type Seen } from './compare.js';
import { anyCase } from './cases.js';

/** What has to have been met on the way, so that talks and model were held together on all of it. */
const MET = [
  ...DUTY_STANDINGS,
  'carryingOut.awaitingStart',
  'carryingOut.phase1',
  'carryingOut.phase2',
  'carryingOut.phase3',
  'carryingOut.inDispute',
  'fulfilled',
  'lapsed',
  ...['days.passed', 'nextPhase.settled', 'performance.reported'].map(
    (what) => `outlasting its phase: ${what}, carryingOut`,
  ),
  'talks/never-delivered',
  'talks/so-already',
  'talks/no-consent',
  'cured, and only found',
  'talks/not-later',
  'together with another',
  'after another',
  'until a day',
  'until before it opens, or unknown',
  'shut by own delay: late',
  'told later',
  'the harvest, upon an obligation',
  'talks/before-start',
  'talks/too-early',
  'talks/days-not-passed',
  'put off, and recurs',
  'put off, and recurs: refused',
  'one turn put off',
  'talks/unknown-turn',
  'talks/never-recurs',
  ...['late', 'partly done', 'done', 'binding'].map((how) => `until a day of its own: ${how}`),
  'talks/nothing-owed',
  'talks/not-its-verifier',
  'talks/not-open',
  'talks/own-report',
  'talks/binds-nobody',
  'talks/not-carried',
  'talks/no-member',
  ...['unanimity', 'majority', 'quota'].flatMap((rule) => [`decided by ${rule}`, `not decided by ${rule}`]),
  'decided without all',
  'decided against the chair',
  'in force, and waiting for its first phase',
  'begun by its own trigger: phase 1',
  'in force by its trigger, or as moved',
  'set off before the start',
  'event.happened',
  'event.happened refused',
  'phases side by side',
  'between phases, or waiting',
  'days up to a date',
  'days up to a date refused',
  'event.moved',
  'deal.started',
  'deal.started refused',
  'phase.extended',
  ...['by consent', 'longer', 'by unit', 'pro rata', 'while talks continue', 'though over by now'].map(
    (how) => `extended: ${how}`,
  ),
  ...['pro rata', 'while talks continue'].flatMap((how) => [`grown: ${how}`, `grown: ${how}, as far as it may`]),
  ...['too-long', 'not-whole'].map((how) => `talks/extension-${how}`),
  'talks/extended-already',
  'talks/extends-itself',
  'talks/unknown-extension',
  ...['none', 'toBegin', 'underWay', 'settled', 'failed'].map((how) => `next phase: ${how}`),
  'talks/no-further-phase',
  'talks/on-a-phase',
  'talks/not-movable',
  'talks/bad-date',
  'talks/another-phase',
  'talks/not-started',
  'talks/phase-not-over',
  'talks/unsettled',
  'instrument.suspended',
  'instrument.resumed',
  'instrument.resumed refused',
  'talks/another-instrument',
  'talks/no-ground',
  'talks/own-breach',
  'talks/no-party-to-it',
  'talks/nothing-owed',
  'suspended as a whole',
  'suspended part by part',
  ...['once a phase', 'reports'].flatMap((what) => ['late', 'partly done', 'done'].map((how) => `${what}: ${how}`)),
  ...['on', 'on, before', 'flood', 'flood, before', 'harvest', 'harvest, before', 'phase', 'phase, before', 'date'].map(
    (what) => `set off: ${what}`,
  ),
  ...['started', 'completed', 'a total', 'a share', 'certified', 'found'].map((what) => `set off: ${what}`),
  ...['the first of several', 'the last of several'].map((what) => `set off: ${what}`),
  ...['so much', 'so much or more', 'as was done'].map((what) => `by key: ${what}`),
  ...['owed', 'not for certain'].map((how) => `by key, for all: ${how}`),
  ...['open', 'partly done', 'late'].map((how) => `by key, for what may still come: ${how}`),
  ...['open', 'partly done', 'late', 'done'].map((how) => `by key, for what came late: ${how}`),
  ...['exactly', 'at least', 'at most'].flatMap((how) => [`${how} so much: done`, `${how} so much: late`]),
  'talks/bad-amount',
  'not set off, and settled',
  'no notice came, and settled',
  ...['refrain', 'level'].flatMap((kind) => [
    `over before it begins: ${kind}`,
    `no notice ended it, and settled: ${kind}`,
  ]),
  ...['not due', 'due', 'under way', 'overdue', 'settled', 'failed'].map((how) => `talks: ${how}`),
  ...['not due', 'due', 'under way', 'overdue', 'settled', 'failed'].map((how) => `talks on a phase: ${how}`),
  ...['not due', 'due', 'under way', 'overdue', 'failed'].map((how) => `what holds otherwise, talks being ${how}`),
  ...['opened', 'settled', 'failed'].map((how) => `promisedTalks.${how} refused`),
  ...['offer.tabled', 'offer.withdrawn', 'answer.declared', 'agreement.concluded'].flatMap((what) => [
    what,
    `${what} refused`,
  ]),
  ...['brings one', 'takes one out', 'another figure', 'another window', 'other phases', 'before the start']
    .concat('in force by that', 'ends a phase', 'begins a phase', 'fulfilled by that', 'in dispute')
    .concat('in dispute about what is taken out', 'open from that day on', 'due from that day on', 'late as before')
    .concat('told later', 'what had fallen due as it was')
    .concat('a phase is not over after all', 'a phase was over otherwise')
    .map((what) => `amended: ${what}`),
  ...['alleged', 'found', 'cured'].flatMap((how) => [how, `${how}, refused`].map((what) => `talks, not held: ${what}`)),
  ...['suspended', 'resumed'].flatMap((how) => [`${how} by somebody`, `${how} by those who owe it alone`]),
  'suspended by somebody: refused',
  'suspended by those who owe it alone: refused',
  'talks/not-owed-by-them',
  'cured, though taken out',
  'alleged, though taken out',
  'alleged of what was never in force',
  'talks/unknown-obligation',
  'talks/agreed-before',
  'superseded',
  'deal.superseded refused',
];

describe('a text that is carried out, and a model of that written apart', () => {
  it('stand alike after every event, for each observer', { timeout: 300_000 }, () => {
    const seen: Seen = new Map();
    fc.assert(
      fc.property(anyCase, (course) => {
        expect(partingOf(course, seen)).toBeUndefined();
      }),
      // Tried less often it has to meet nothing in particular, and half of that is enough.
      runs(few(3) > 0 ? 720 : 360),
    );
    const missed = MET.filter((what) => (seen.get(what) ?? 0) < few(3));
    expect(missed).toEqual([]);
  });
});
