import { days, defineScenario, onDay, uponEvent, weeks, whenCertified, type TalksEvent } from 'sticking-points';

export const pact = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {}, east: {} },
  terms: {
    boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 }, categories: { old: { label: 'old' } } },
    nets: { kind: 'quantity', unit: 'nets' },
    oars: { kind: 'quantity', unit: 'oars', overlap: false, categories: { long: 'long', short: 'short' } },
  },
  space: { phases: 1, days: 100 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    plain: { by: ['north', 'south'], terms: { boats: 1 } },
    deal: {
      by: ['north', 'south'],
      known: 'full',
      terms: { boats: 4, 'boats/old': 2 },
      phases: [{ length: days(30) }],
      text: {
        bodies: { board: { members: ['north', 'south'] }, panel: { members: ['east'] } },
        instruments: { main: { parties: { north: 'signs', south: 'signs' } }, annex: {} },
        certifications: { counted: { by: 'board' } },
        talks: { next: { on: 1 }, fees: {} },
        events: { thaw: { movedBy: ['north', 'south'] }, frost: {} },
        obligations: {
          fleet: { owedBy: ['north'], to: ['south'], of: 'boats', amount: 4, begins: onDay(0), within: weeks(1) },
          survey: {
            owedBy: ['south'],
            to: ['north'],
            verifier: 'board',
            instrument: 'main',
            begins: uponEvent('thaw'),
            within: days(3),
          },
          quiet: { kind: 'refrain', owedBy: ['north'], phase: 1 },
          rowing: { owedBy: ['north'], strength: 'may', of: 'oars', amount: 9, begins: onDay(0) },
          share: { owedBy: ['north'], begins: whenCertified('counted') },
          dues: { strength: 'may', owedBy: ['north'], to: ['south'], instrument: 'main', begins: onDay(20) },
        },
        phases: { 1: { extensions: [{ how: 'by unit', unit: weeks(1) }, { how: 'while talks continue' }] } },
      },
    },
  },
});

export const report = (more: object): TalksEvent => ({
  type: 'performance.reported',
  obligation: 'fleet',
  amount: 4,
  ...more,
});

const suspend = (more: object): TalksEvent => ({
  type: 'instrument.suspended',
  instrument: 'main',
  obligation: 'survey',
  by: ['north'],
  ...more,
});

/** What cannot be, and the codes that say so. */
export const REFUSED: readonly (readonly [string, TalksEvent, string])[] = [
  ['something unknown', report({ obligation: 'flet' }), 'talks/unknown-obligation'],
  ['less than nothing', report({ amount: -1 }), 'talks/bad-amount'],
  ['half a boat', report({ amount: 0.5 }), 'amount/off-step'],
  [
    'withholding what one does not owe',
    { type: 'performance.withheld', obligation: 'fleet', by: ['south'] },
    'talks/not-owed-by-them',
  ],
  ['half an act', report({ obligation: 'survey', amount: 0.5 }), 'talks/bad-amount'],
  ['an act done twice', report({ obligation: 'survey', amount: 2 }), 'talks/bad-amount'],
  ['a day before the start', report({ on: '2030-02-27' }), 'talks/before-start'],
  [
    'talks opened before the deal was agreed',
    { type: 'promisedTalks.opened', talks: 'fees', on: '2030-02-27' },
    'talks/too-early',
  ],
  ['what is to be left undone', report({ obligation: 'quiet', amount: 1 }), 'talks/never-delivered'],
  ['more of a category than was done', report({ parts: { 'boats/old': 5 } }), 'talks/bad-amount'],
  ['a category that there is none of', report({ parts: { 'boats/new': 1 } }), 'talks/unknown-category'],
  [
    'a vote by one who is no member',
    { type: 'certification.given', certification: 'counted', votes: { north: 'for', east: 'for' } },
    'talks/no-member',
  ],
  ['something else as part of what was done', report({ parts: { nets: 1 } }), 'talks/unknown-category'],
  [
    'an event moved to a day that is over',
    { type: 'event.moved', event: 'thaw', to: '2030-02-01', by: ['north', 'south'] },
    'talks/bad-date',
  ],
  [
    'more of categories that exclude each other than was done',
    report({ obligation: 'rowing', amount: 5, parts: { 'oars/long': 3, 'oars/short': 3 } }),
    'talks/bad-amount',
  ],
  [
    'votes that carry nothing',
    { type: 'certification.given', certification: 'counted', votes: { north: 'for', south: 'against' } },
    'talks/not-carried',
  ],
  ['an unknown certification', { type: 'certification.given', certification: 'count' }, 'talks/unknown-certification'],
  ['an unknown event', { type: 'event.happened', event: 'thraw' }, 'talks/unknown-named-event'],
  ['an entry into force among other events', { type: 'event.happened', event: 'start' }, 'talks/starts-otherwise'],
  [
    'an entry into force that nobody may move',
    { type: 'event.moved', event: 'start', to: '2030-05-01', by: ['north', 'south'] },
    'talks/not-movable',
  ],
  [
    'an event that nobody may move',
    { type: 'event.moved', event: 'frost', to: '2030-05-01', by: ['north', 'south'] },
    'talks/not-movable',
  ],
  [
    'an event moved by one side',
    { type: 'event.moved', event: 'thaw', to: '2030-05-01', by: ['north'] },
    'talks/no-consent',
  ],
  [
    'an event moved by someone unknown beside those whose consent that needs',
    { type: 'event.moved', event: 'thaw', to: '2030-05-01', by: ['north', 'south', 'wset'] },
    'talks/unknown-party-or-body',
  ],
  [
    'a waiver by someone unknown',
    { type: 'performance.waived', obligation: 'fleet', by: ['south', 'nroth'] },
    'talks/unknown-party-or-body',
  ],
  [
    'a suspension by someone unknown',
    { type: 'performance.suspended', obligations: ['fleet'], by: ['nroth'] },
    'talks/unknown-party-or-body',
  ],
  [
    'suspending the same twice',
    { type: 'performance.suspended', obligations: ['fleet', 'fleet'] },
    'talks/named-twice',
  ],
  [
    'suspending what is owed between others',
    { type: 'performance.suspended', obligations: ['fleet'], by: ['east'] },
    'talks/not-owed-by-them',
  ],
  [
    'a delay by one side',
    { type: 'performance.postponed', obligation: 'fleet', to: '2030-04-01', by: ['north'] },
    'talks/no-consent',
  ],
  [
    'a delay to a day before it is due',
    { type: 'performance.postponed', obligation: 'fleet', to: '2030-03-05', by: ['north', 'south'] },
    'talks/not-later',
  ],
  [
    'a delay of one turn of what does not recur',
    { type: 'performance.postponed', obligation: 'fleet', occurrence: 2, to: '2030-04-01', by: ['north', 'south'] },
    'talks/never-recurs',
  ],
  [
    'a delay to a month',
    { type: 'performance.postponed', obligation: 'fleet', to: '2030-04', by: ['north', 'south'] },
    'talks/bad-date',
  ],
  [
    'a waiver by whoever owes it',
    { type: 'performance.waived', obligation: 'fleet', by: ['north'] },
    'talks/no-consent',
  ],
  ['an excuse of nothing', { type: 'performance.excused', obligation: 'fleet', amount: 0 }, 'talks/bad-amount'],
  ['a finding by another body', { type: 'breach.found', obligation: 'survey', by: 'panel' }, 'talks/not-its-verifier'],
  ['an extension by part of a unit', { type: 'phase.extended', days: 6, rule: 'by unit' }, 'talks/extension-not-whole'],
  [
    'an extension by hand of what goes by itself',
    { type: 'phase.extended', days: 6, rule: 'while talks continue' },
    'talks/extends-itself',
  ],
  ['unknown talks', { type: 'promisedTalks.opened', talks: 'fee' }, 'talks/unknown-talks'],
  ['talks on a phase as if they were on none', { type: 'promisedTalks.opened', talks: 'next' }, 'talks/on-a-phase'],
  ['an end of talks that were not begun', { type: 'promisedTalks.settled', talks: 'fees' }, 'talks/so-already'],
  ['suspending an unknown instrument', suspend({ instrument: 'mane' }), 'talks/unknown-instrument'],
  ['suspending one for what stands in another', suspend({ instrument: 'annex' }), 'talks/another-instrument'],
  ['suspending one for what nobody has found', suspend({}), 'talks/no-ground'],
  ['resuming what goes on', { type: 'performance.resumed', obligations: ['fleet'] }, 'talks/so-already'],
];

const FOUND: TalksEvent = { type: 'breach.found', obligation: 'survey', by: 'board' };
const THAW: TalksEvent = { type: 'event.happened', event: 'thaw' };
const surveyed = (observer: string): TalksEvent => report({ obligation: 'survey', amount: 1, observer });

/** What cannot be after something else. */
export const LATER: readonly (readonly [string, readonly TalksEvent[], TalksEvent, string])[] = [
  [
    'moving an event that has happened',
    [{ type: 'event.happened', event: 'thaw' }],
    { type: 'event.moved', event: 'thaw', to: '2030-05-01', by: ['north', 'south'] },
    'talks/so-already',
  ],
  ['suspending an instrument for one’s own breach', [THAW, FOUND], suspend({ by: ['south'] }), 'talks/own-breach'],
  [
    'a cure by whoever did not keep it',
    [THAW, FOUND],
    { type: 'breach.cured', obligation: 'survey', by: 'south' },
    'talks/not-theirs-to-cure',
  ],
  [
    'a finding of what was suspended before it opened',
    [{ type: 'performance.suspended', obligations: ['survey'] }, THAW],
    FOUND,
    'talks/suspended',
  ],
  [
    'resuming an instrument by those who did not suspend it',
    [THAW, FOUND, suspend({})],
    { type: 'instrument.resumed', instrument: 'main', by: ['south'] },
    'talks/not-invoked-by-them',
  ],
  ['suspending an instrument of others', [THAW, FOUND], suspend({ by: ['east'] }), 'talks/no-party-to-it'],
  [
    'suspending what is done',
    [report({})],
    { type: 'performance.suspended', obligations: ['fleet'] },
    'talks/nothing-owed',
  ],
  ['finding a breach of what has not begun to bind', [], FOUND, 'talks/not-open'],
  [
    'finding a breach of what is waived',
    [THAW, { type: 'performance.waived', obligation: 'survey', by: ['north'] }],
    FOUND,
    'talks/nothing-owed',
  ],
  [
    'finding a breach of what somebody may do',
    [],
    { type: 'breach.found', obligation: 'rowing', by: 'board' },
    'talks/binds-nobody',
  ],
  ['finding a breach of what the body itself saw done in time', [THAW, surveyed('board')], FOUND, 'talks/own-report'],
  [
    'an end of the deal with something undone',
    [{ type: 'days.passed', days: 30 }],
    { type: 'phase.ended', phase: 1 },
    'talks/unsettled',
  ],
  [
    'a waiver of what is done',
    [report({})],
    { type: 'performance.waived', obligation: 'fleet', by: ['south'] },
    'talks/nothing-owed',
  ],
  [
    'a waiver of more than is left',
    [report({ amount: 1 })],
    { type: 'performance.waived', obligation: 'fleet', amount: 4, by: ['south'] },
    'talks/bad-amount',
  ],
];
