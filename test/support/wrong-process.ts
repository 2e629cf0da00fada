import type { Wrong } from './wrong-ids.js';

const event = (event: object, text = 'It happened.') => ['timeline', [{ text, event }]] as const;
const quota = { rule: 'quota', of: ['north', 'south'], needed: 2 };
const weights = { rule: 'weights', weights: { north: 2, south: 1 }, needed: 3 };
const step = { id: 'vote', body: 'the council' };
const houses = { kind: 'bodies', needed: 1, of: ['upper', 'lower'] };
const score = (...parts: readonly object[]) => ['scores.north', { because: 'to try it', threshold: 1, parts }] as const;
const points = (...ats: readonly number[]) => ({ of: 'boats', points: ats.map((at) => ({ at, worth: at })) });
const joint = (record: object) => ['process.preconditions', { calm: { title: 'calm' }, ...record }] as const;

// A row a case.
// prettier-ignore
export const DECISIONS: readonly Wrong[] = [
  [['agreement', { ...quota, of: ['north', 'soth'] }], 'scenario/unknown-party', 'agreement.of.1', ["'soth'", "'south'"]],
  [['agreement', { ...quota, vetoes: ['soth'] }], 'scenario/unknown-party', 'agreement.vetoes.0', ["'soth'", "'south'"]],
  [['agreement', { ...quota, of: ['north'], needed: 1, vetoes: ['south'] }], 'scenario/veto-without-part', 'agreement.vetoes.0', ["'south'", 'weight of 0']],
  [['agreement', { ...weights, weights: { soth: 3 } }], 'scenario/unknown-party', 'agreement.weights.soth', ["'soth'", "'south'"]],
  [['agreement', { ...weights, weights: {} }], 'scenario/nobody-decides', 'agreement.weights', ['at least one party']],
  [['agreement', { ...quota, needed: 3 }], 'scenario/impossible-quota', 'agreement.needed', ['need 3', 'come to 2', '1 to 2']],
  [['agreement', { ...quota, needed: 0 }], 'scenario/impossible-quota', 'agreement.needed', ['need 0']],
  [['agreement', { ...weights, needed: 4 }], 'scenario/impossible-quota', 'agreement.needed', ['need 4', 'come to 3']],
  [['agreement', { ...quota, of: ['north', 'south', 'north'] }], 'scenario/counted-twice', 'agreement.of', ['north', 'once']],
  [['agreement', { rule: 'unanimity', of: ['north', 'north'] }], 'scenario/counted-twice', 'agreement.of', ['north', 'once']],
  [['scores', { nort: { because: 'x', threshold: 1, parts: [] } }], 'scenario/unknown-party', 'scores.nort', ["'nort'", "'north'"]],
  [score(points(0, 5, 5)), 'scenario/points-not-ascending', 'scores.north.parts.0.points', ["'boats'", '0, 5 and 5']],
  [score(points(5, 0)), 'scenario/points-not-ascending', 'scores.north.parts.0.points', ['ascend']],
  [score({ ...points(0), of: 'boat' }), 'scenario/unknown-term', 'scores.north.parts.0.of', ["'boat'", "'boats'"]],
  [score({ ...points(0), of: 'catch', in: 3 }), 'scenario/unknown-phase', 'scores.north.parts.0.in', ['phase 3']],
  [score(points(0), { of: 'observers', table: { yes: 1 } }), 'scenario/worth-missing', 'scores.north.parts.1.table', ['no', "'observers'", 'every option']],
  [score({ of: 'zone', table: { coastal: 1 } }), 'scenario/worth-missing', 'scores.north.parts.0.table', ['open', "'zone'"]],
  [score({ of: 'zone', table: { coastal: 1, opn: 2 } }), 'scenario/unknown-option', 'scores.north.parts.0.table.opn', ["'opn'", "'open'"]],
  [score({ of: 'boats', table: {} }), 'scenario/wrong-kind-of-term', 'scores.north.parts.0.of', ["'boats'"]],
  [score({ of: 'patrols', table: { yes: 1, no: 0 } }), 'scenario/scope-missing', 'scores.north.parts.0.in', ["'patrols'"]],
];

// A row a case.
// prettier-ignore
export const PROCESS: readonly Wrong[] = [
  [joint({ ready: { title: 'ready', jointly: [] } }), 'process/joint', 'process.preconditions.ready.jointly', ["'ready'", 'made up of nothing']],
  [joint({ ready: { title: 'ready', jointly: ['calm', 'ready'] } }), 'process/joint', 'process.preconditions.ready.jointly', ["'ready'", 'another joint one']],
  [joint({ ready: { title: 'ready', jointly: ['clam'] } }), 'scenario/unknown-precondition', 'process.preconditions.ready.jointly.0', ["'clam'", "'calm'"]],
  [joint({ ready: { title: 'ready', party: 'nort' } }), 'scenario/unknown-party', 'process.preconditions.ready.party', ["'nort'", "'north'"]],
  [['process.rounds', { first: { needs: ['calm'] } }], 'scenario/unknown-precondition', 'process.rounds.first.needs.0', ["'calm'"]],
  [['process.rounds', { first: { participants: ['nort'] } }], 'scenario/unknown-party', 'process.rounds.first.participants.0', ["'nort'", "'north'"]],
  [['process.rounds', { first: { participants: [], mandates: { nort: 'listen' } } }], 'scenario/unknown-party', 'process.rounds.first.mandates.nort', ["'nort'", "'north'"]],
  [['process.ratification', [step, { ...step, body: 'the court' }]], 'process/step-twice', 'process.ratification.1.id', ["'vote'", 'an id of its own']],
  [['process.ratification', [{ ...step, rule: { kind: 'quota', needed: 3, of: 2 } }]], 'process/impossible-quota', 'process.ratification.0.rule', ["'vote'", '3 votes of 2']],
  [['process.ratification', [{ ...step, rule: { ...houses, rules: { lowr: { kind: 'majority' } } } }]], 'scenario/unknown-body', 'process.ratification.0.rule.rules.lowr', ["'lowr'", "'lower'"]],
  [['process.ratification', [{ ...step, rule: { ...houses, rules: { upper: { kind: 'quota', needed: 3, of: 2 } } } }]], 'process/impossible-quota', 'process.ratification.0.rule.rules.upper', ["'vote'", "'upper'", '3 votes of 2']],
  [['process.deadlines', { flood: { title: 'the flood', by: '2030-05', kind: 'hard', party: 'nort' } }], 'scenario/unknown-party', 'process.deadlines.flood.party', ["'nort'", "'north'"]],
  [['process.ratification', [{ ...step, basis: 'inferred' }]], 'evidence/no-reasoning', 'process.ratification.0', ['because']],
  [['process.rounds', { first: { citations: [{ source: 'wier', attribution: 'narrator' }] } }], 'scenario/unknown-source', 'process.rounds.first.citations.0.source', ["'wier'", "'wire'"]],
];

// A row a case.
// prettier-ignore
export const TIMELINE: readonly Wrong[] = [
  [event({ type: 'offer.tabled', offer: 'frst' }), 'scenario/unknown-offer', 'timeline.0.event.offer', ["'frst'", "'first'"]],
  [event({ type: 'offer.tabled', offer: { id: 'first' } }), 'scenario/id-taken', 'timeline.0.event.offer.id', ["'first'", 'another']],
  [event({ type: 'offer.recorded', offer: { id: 'new', terms: { boat: 2 } } }), 'scenario/unknown-term', 'timeline.0.event.offer.terms.boat', ["'boat'", "'boats'"]],
  [event({ type: 'answer.declared', party: 'nort', answer: 'accepts' }), 'scenario/unknown-party', 'timeline.0.event.party', ["'nort'", "'north'"]],
  [event({ type: 'position.revised', position: 'enuf', condition: null }), 'scenario/unknown-position', 'timeline.0.event.position', ["'enuf'", "'enough'"]],
  [event({ type: 'position.revised', position: 'enough', condition: { kind: 'flag', of: 'x', is: true } }), 'scenario/unknown-term', 'timeline.0.event.condition.of', ["'x'"]],
  [event({ type: 'round.opened', round: 'first' }), 'scenario/unknown-round', 'timeline.0.event.round', ["'first'"]],
  [event({ type: 'precondition.met', precondition: 'calm' }), 'scenario/unknown-precondition', 'timeline.0.event.precondition', ["'calm'"]],
  [event({ type: 'ratification.voted', step: 'vote', outcome: 'approved' }), 'scenario/unknown-step', 'timeline.0.event.step', ["'vote'"]],
  [event({ type: 'phase.extended', days: 3, rule: 'winter' }), 'scenario/unknown-extension', 'timeline.0.event.rule', ["'winter'"]],
  [event({ type: 'breach.alleged', obligation: 'boat' }), 'scenario/unknown-term', 'timeline.0.event.obligation', ["'boat'", "'boats'"]],
  [event({ type: 'breach.alleged', obligation: 'boats', by: 'nort' }), 'scenario/unknown-party', 'timeline.0.event.by', ["'nort'", "'north'"]],
  [event({ type: 'talks.suspended', by: ['nort'] }), 'scenario/unknown-party', 'timeline.0.event.by', ["'nort'", "'north'"]],
  [event({ type: 'performance.reported', obligation: 'boats', amount: 0.5 }), 'amount/off-step', 'timeline.0.event.amount', ['0.5', "'boats'"]],
  [event({ type: 'days.passed', days: 3, on: '2030-02-02', reportedOn: '2030-02-01' }), 'scenario/reported-before', 'timeline.0.event.reportedOn', ['2030-02-02', '2030-02-01']],
  [event({ type: 'talks.resumed', citation: { source: 'wier', attribution: 'narrator' } }), 'scenario/unknown-source', 'timeline.0.event.citation.source', ["'wier'", "'wire'"]],
];
