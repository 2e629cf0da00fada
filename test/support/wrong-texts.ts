import type { Wrong } from './wrong-ids.js';

const text = (parts: object) => ['offers.first.text', parts] as const;
const duty = (more: object) => text({ obligations: { dig: { owedBy: ['north'], ...more } } });
const dig = 'offers.first.text.obligations.dig';
const dimensions = { shore: ['east', 'west'] };
const hundred = Array.from({ length: 101 }, (_, i) => `v${i}`);
const told = (event: object) => ['timeline', [{ text: 'It happened.', event }]] as const;

// A row a case.
// prettier-ignore
export const TEXTS: readonly Wrong[] = [
  [duty({ owedBy: ['nort'] }), 'text/unknown-party-or-body', `${dig}.owedBy.0`, ["'nort'", "'north'"]],
  [duty({ verifier: 'board' }), 'text/unknown-party-or-body', `${dig}.verifier`, ["'board'"]],
  [duty({ begins: { kind: 'day', day: 1, from: 'strat', first: 0 } }), 'text/unknown-event', `${dig}.begins`, ["'strat'", "'start'"]],
  [duty({ begins: { kind: 'completed', obligation: 'dug' } }), 'text/unknown-obligation', `${dig}.begins`, ["'dug'", "'dig'"]],
  [duty({ concurrent: ['dug'] }), 'text/unknown-obligation', `${dig}.concurrent.0`, ["'dug'"]],
  [duty({ begins: { kind: 'earliest', of: [{ kind: 'certified', certification: 'dug' }] } }), 'text/unknown-certification', `${dig}.begins`, ["'dug'"]],
  [duty({ instrument: 'annex' }), 'text/unknown-instrument', `${dig}.instrument`, ["'annex'"]],
  [text({ events: { thaw: { movedBy: ['nort'] } } }), 'text/unknown-party-or-body', 'offers.first.text.events.thaw.movedBy.0', ["'nort'"]],
  [text({ events: { start: { trigger: { kind: 'day', day: 3, from: 'phase1.end', first: 0 } } } }), 'text/start-waits-for-deal', 'offers.first.text.events.start.trigger', ['entry into force']],
  [text({ events: { phase1: {} } }), 'text/id-taken', 'offers.first.text.events.phase1', ["'phase1'"]],
  [duty({ of: 'boats', byKey: { key: 'rate', of: ['dig'] } }), 'text/unknown-key', `${dig}.byKey.key`, ["'rate'"]],
  [duty({ of: 'boats', table: { dimensions, cells: [{ where: { shoer: 'east' }, amount: 1 }] } }), 'text/unknown-dimension', `${dig}.table.cells.0.where.shoer`, ["'shoer'", "'shore'"]],
  [duty({ of: 'boats', table: { dimensions, cells: [{ where: { shore: 'esat' }, amount: 1 }] } }), 'text/unknown-value', `${dig}.table.cells.0.where.shore`, ["'esat'", "'east'"]],
  [duty({ of: 'boats', table: { dimensions: { a: hundred, b: hundred }, cells: [] } }), 'text/table-too-large', `${dig}.table`, ['10201']],
  [duty({ of: 'boats', table: { dimensions, cells: [{ where: {}, amount: { wording: 'remaining' } }] } }), 'text/remaining-in-table', `${dig}.table.cells.0.amount`, ["'dig'", 'or a share']],
  [duty({ of: 'boats', table: { dimensions, cells: [{ where: {}, amount: -2 }] } }), 'text/negative-amount', `${dig}.table.cells.0.amount`, ["'dig'", '-2', "'boats'"]],
  [duty({ of: 'boats', table: { dimensions, cells: [{ where: {}, amount: { unsettled: 'deferred', between: ['nort'] } }] } }), 'text/unknown-party', `${dig}.table.cells.0.amount`, ["'nort'", "'north'"]],
  [duty({ of: 'boats', amount: -4 }), 'text/negative-amount', `${dig}.amount`, ["'dig'", '-4', "'boats'", '0 or more']],
  [duty({ of: 'boats', amount: { unsettled: 'deferred', between: ['nort'] } }), 'text/unknown-party', `${dig}.amount`, ["'nort'", "'north'"]],
  [duty({ of: 'boats', amount: { unsettled: 'ambiguous', readings: [{ party: 'sooth', reading: 'ten' }] } }), 'text/unknown-party', `${dig}.amount`, ["'sooth'", "'south'"]],
  [duty({ amount: { unsettled: 'undisclosed' } }), 'text/amount-of-nothing', `${dig}.of`, ["'dig'"]],
  [duty({ of: 'boats', amount: { wording: 'less than', n: 0 } }), 'text/negative-amount', `${dig}.amount`, ["'dig'", 'less than 0']],
  [duty({ of: 'boats', amount: { wording: 'between', from: -1, to: 3 } }), 'text/negative-amount', `${dig}.amount`, ["'dig'", '-1']],
  [text({ keys: { rate: { rows: [], totals: { boats: -1 } } } }), 'text/negative-amount', 'offers.first.text.keys.rate.totals.boats', ["'rate'", '-1']],
  [duty({ of: 'boats', amount: 1, table: { dimensions, cells: [] } }), 'text/several-amounts', dig, ["'dig'", '2 ways']],
  [duty({ within: { length: 20, unit: 'days' }, until: { kind: 'date', date: '2030-05-01' } }), 'text/several-ends', dig, ["'dig'", '2 ways', 'within and until']],
  [duty({ kind: 'recurring', every: { length: 1, unit: 'weeks' }, times: 4, until: { kind: 'date', date: '2030-05-01' } }), 'text/several-ends', dig, ["'dig'", 'until and times']],
  [duty({ kind: 'recurring', every: { length: 1, unit: 'weeks' }, times: 4, within: { length: 20, unit: 'days' } }), 'text/several-ends', dig, ["'dig'", 'within and times']],
  [duty({ kind: 'recurring', every: { length: 1, unit: 'days' }, times: 10_001 }), 'text/too-many-times', `${dig}.times`, ["'dig'", '10001', '10000']],
  [duty({ amount: 3 }), 'text/amount-of-nothing', `${dig}.of`, ["'dig'"]],
  [duty({ kind: 'recurring' }), 'text/no-period', `${dig}.every`, ["'dig'"]],
  [duty({ kind: 'recurring', every: { length: 0, unit: 'days' } }), 'text/bad-length', `${dig}.every`, ["'dig'"]],
  [text({ phases: { 1: { extensions: [{ how: 'pro rata', unit: { length: 1, unit: 'days' } }] } } }), 'text/no-proportion', 'offers.first.text.phases.1.extensions.0', ['Phase 1', "'per'"]],
  [text({ obligations: { dig: { owedBy: ['north'], of: 'boats', amount: 1 }, rest: { owedBy: ['north'], of: 'boats', amount: { wording: 'remaining' } } } }), 'text/remaining-after-what', 'offers.first.text.obligations.rest.series', ["'rest'", "'dig'"]],
  [duty({ kind: 'recurring', perPhase: true, every: { length: 7, unit: 'days' } }), 'text/several-periods', `${dig}.perPhase`, ["'dig'", "'every'"]],
  [duty({ perPhase: true }), 'text/not-recurring', `${dig}.perPhase`, ["'dig'", "'recurring'"]],
  [duty({ times: 3 }), 'text/not-recurring', `${dig}.times`, ["'dig'", "'recurring'"]],
  [duty({ owedBy: [] }), 'text/owed-by-nobody', `${dig}.owedBy`, ["'dig'"]],
  [duty({ owedBy: ['north', 'north'] }), 'text/named-twice', `${dig}.owedBy.1`, ["'north'", "'owedBy'"]],
  [duty({ to: ['south', 'north', 'south'] }), 'text/named-twice', `${dig}.to.2`, ["'south'", "'to'"]],
  [duty({ to: ['north'] }), 'text/owed-to-itself', `${dig}.to`, ["'north'", "'dig'"]],
  [text({ bodies: { board: { members: ['north', 'south', 'north'] } } }), 'text/named-twice', 'offers.first.text.bodies.board.members.2', ["'north'", "'members'"]],
  [text({ bodies: { board: { members: ['north', 'board'] } } }), 'text/own-member', 'offers.first.text.bodies.board.members.1', ["'board'"]],
  [text({ bodies: { board: { members: ['north'], reports: { to: ['board'] } } } }), 'text/owed-to-itself', 'offers.first.text.bodies.board.reports.to', ["'board'", 'its reports']],
  [text({ talks: { fees: { between: ['north', 'north'] } } }), 'text/named-twice', 'offers.first.text.talks.fees.between.1', ["'north'"]],
  [duty({ phase: 3 }), 'text/unknown-phase', `${dig}.phase`, ['phase 3']],
  [text({ obligations: { boats: { owedBy: ['north'] } } }), 'text/id-taken', 'offers.first.text.obligations.boats', ["'boats'"]],
  [duty({ of: 'boat' }), 'scenario/unknown-term', `${dig}.of`, ["'boat'", "'boats'"]],
  [told({ type: 'performance.waived', obligation: 'dig' }), 'scenario/unknown-obligation', 'timeline.0.event.obligation', ["'dig'"]],
  [told({ type: 'event.moved', event: 'start', to: '2030-05-01', by: ['south', 'nort'] }), 'scenario/unknown-party-or-body', 'timeline.0.event.by.1', ["'nort'", "'north'"]],
  [told({ type: 'event.happened', event: 'thaw' }), 'scenario/unknown-named-event', 'timeline.0.event.event', ["'thaw'"]],
  [text({ talks: { fees: { between: ['nort'] } } }), 'text/unknown-party', 'offers.first.text.talks.fees.between.0', ["'nort'", "'north'"]],
  [told({ type: 'promisedTalks.opened', talks: 'fees' }), 'scenario/unknown-talks', 'timeline.0.event.talks', ["'fees'"]],
  [told({ type: 'instrument.resumed', instrument: 'annex' }), 'scenario/unknown-instrument', 'timeline.0.event.instrument', ["'annex'"]],
  [told({ type: 'certification.given', certification: 'dug' }), 'scenario/unknown-certification', 'timeline.0.event.certification', ["'dug'"]],
  [['process.ratification', [{ id: 'a', body: 'x' }, { id: 'b', body: 'x', otherwise: 'a' }]], 'process/second-way', 'process.ratification.1.otherwise', ["'a'", "'b'"]],
];
