import type { Wrong } from './wrong-ids.js';

const first = { type: 'offer.tabled', offer: 'first' };
/** A time line of one entry. */
const timeline = (event: unknown): readonly [string, unknown] => ['timeline', [{ text: 'x', event }]];
const step = { id: 'vote', body: 'the parliament' };
const scored = (part: unknown): readonly [string, unknown] => [
  'scores',
  { north: { threshold: 1, because: 'To try it.', parts: [part] } },
];

// A row a case.
// prettier-ignore
export const PROCESS: readonly Wrong[] = [
  [['agreement', { rule: 'quota', of: ['north', 'south'], needed: 3 }], 'scenario/impossible-quota', 'agreement.needed', ['need 3', '1 to 2']],
  [['agreement', { rule: 'weights', weights: { north: 1, south: 2 }, needed: 4 }], 'scenario/impossible-quota', 'agreement.needed', ['need 4', '1 to 3']],
  [['agreement', { rule: 'quota', of: ['north', 'north'], needed: 1 }], 'scenario/counted-twice', 'agreement.of', ['north', 'once']],
  [scored({ of: 'boats', points: [{ at: 2, worth: 1 }, { at: 1, worth: 2 }] }), 'scenario/points-not-ascending', 'scores.north.parts.0.points', ["'boats'", '2 and 1']],
  [scored({ of: 'observers', table: { yes: 1 } }), 'scenario/worth-missing', 'scores.north.parts.0.table', ['no', "'observers'"]],
  [timeline({ type: 'offer.tabled', offer: { id: 'first' } }), 'scenario/id-taken', 'timeline.0.event.offer.id', ["'first'"]],
  [timeline({ ...first, on: '2030-02-01', reportedOn: '2030-01-31' }), 'scenario/reported-before', 'timeline.0.event.reportedOn', ['2030-02-01', '2030-01-31']],
  [timeline({ type: 'round.opened', round: 'sprng' }), 'scenario/unknown-round', 'timeline.0.event.round', ["'sprng'"]],
  [timeline({ type: 'ratification.voted', step: 'voet' }), 'scenario/unknown-step', 'timeline.0.event.step', ["'voet'"]],
  [timeline({ type: 'phase.extended', days: 3, rule: 'longer' }), 'scenario/unknown-extension', 'timeline.0.event.rule', ["'longer'"]],
  [['process', { rounds: { spring: { needs: ['srvey'] } }, preconditions: { survey: { title: 'counted' } } }], 'scenario/unknown-precondition', 'process.rounds.spring.needs.0', ["'srvey'", "'survey'"]],
  [['process', { preconditions: { both: { title: 'both', jointly: [] } } }], 'process/joint', 'process.preconditions.both.jointly', ["'both'", 'made up of nothing']],
  [['process', { ratification: [step, step] }], 'process/step-twice', 'process.ratification.1.id', ["'vote'"]],
  [['process', { ratification: [{ ...step, rule: { kind: 'quota', needed: 3, of: 2 } }] }], 'process/impossible-quota', 'process.ratification.0.rule', ["'vote'", '3 votes of 2']],
];
