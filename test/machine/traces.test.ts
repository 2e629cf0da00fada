import { openTalks, type TalksEvent } from 'sticking-points';
import { describe, it } from 'vitest';
import { twoRivers } from '../../examples/accords/two-rivers.js';
import { inForce } from '../support/carry-out.js';
import { fishery } from '../support/fishery.js';
import { expectGolden } from '../support/golden.js';
import {
  accept,
  allege,
  conclude,
  cure,
  pass,
  reject,
  resume,
  start,
  suspend,
  table,
  withdraw,
} from '../support/play.js';
import { pact, report } from '../support/refused-texts.js';
import { treaty } from '../support/refused.js';
import { traceOf } from '../support/trace.js';

const met = (precondition: string): TalksEvent => ({ type: 'precondition.met', precondition });
const vote = { type: 'ratification.voted', step: 'chamber' } as const;
const turn = (turn: 'opened' | 'settled' | 'failed') => ({ type: `nextPhase.${turn}` }) as const;
const ends = (phase: number): TalksEvent => ({ type: 'phase.ended', phase });
const court = (outcome: 'approved' | 'rejected'): TalksEvent => ({
  type: 'ratification.voted',
  step: 'court',
  outcome,
});
const objected = (outcome: 'sustained' | 'dismissed'): TalksEvent => ({
  type: 'ratification.objected',
  step: 'chamber',
  outcome,
});

/** From preconditions to an offer that is withdrawn, answers, revised positions, and back. */
const AT_THE_TABLE: readonly TalksEvent[] = [
  met('survey'),
  { type: 'round.opened', round: 'spring' },
  met('calm'),
  { type: 'round.opened', round: 'spring', on: '2030-02-03' },
  { type: 'precondition.lapsed', precondition: 'calm' },
  { type: 'mandate.given', party: 'west', mandate: 'negotiate' },
  { type: 'mandate.given', party: 'east', mandate: 'conclude' },
  table('dear'),
  accept('west'),
  reject('east'),
  { type: 'answer.declared', party: 'west', answer: 'undecided', on: '2030-02-05', reportedOn: '2030-02-06' },
  { type: 'position.revised', position: 'cheap', condition: { kind: 'compare', of: 'cost', op: '<=', line: 70 } },
  { type: 'position.revised', position: 'cheap', condition: null },
  { type: 'offer.recorded', offer: { id: 'aside', by: ['guild'], terms: { cost: 10 } } },
  withdraw('dear'),
  table('aside'),
  { type: 'offer.tabled', offer: { id: 'third', by: ['west'], terms: { cost: 20, toll: true } } },
  suspend,
  resume,
  { type: 'round.closed', round: 'spring' },
  { type: 'round.opened', round: 'summer' },
  { ...pass(3), on: '2030-02-09' },
  { type: 'days.passed', until: '2030-02-12' },
  table('late'),
  { type: 'days.passed', until: '2030-03-02' },
  table('late'),
  { type: 'talks.suspended', on: '2031-02-01' },
];

/** An approval objected to, one that is rejected, one that holds; then the days of the deal. */
const TO_THE_LAST_DAY: readonly TalksEvent[] = [
  { ...table('plan'), on: '2030-02-02' },
  conclude,
  { ...vote, votes: { for: 60, against: 40 } },
  pass(4),
  objected('sustained'),
  table('plan'),
  conclude,
  { ...vote, votes: { for: 59, against: 41 } },
  table('plan'),
  conclude,
  { ...vote, outcome: 'approved' },
  objected('dismissed'),
  court('rejected'),
  pass(5),
  suspend,
  pass(1),
  resume,
  court('rejected'),
  table('plan'),
  conclude,
  { ...vote, votes: { for: 100, against: 0 } },
  pass(5),
  court('approved'),
  { type: 'performance.reported', obligation: 'stones', amount: 12 },
  { type: 'phase.extended', days: 3, rule: 'winter' },
  allege('east'),
  ends(1),
  { type: 'deal.superseded', offer: 'dear' },
  { ...start, on: '2030-03-01' },
  start,
  { type: 'performance.reported', obligation: 'stones', amount: 12 },
  { type: 'performance.reported', obligation: 'stones', amount: 9, observer: 'the post' },
  { type: 'performance.reported', obligation: 'stones/grey', amount: 4 },
  allege('east'),
  allege('west'),
  pass(2),
  cure('east'),
  cure('west'),
  turn('opened'),
  table('dear'),
  turn('settled'),
  withdraw('dear'),
  turn('failed'),
  turn('opened'),
  table('tolled'),
  accept('east'),
  withdraw('tolled'),
  table('plan'),
  turn('settled'),
  { type: 'phase.extended', days: 3, rule: 'winter' },
  { type: 'phase.extended', days: 2 },
  pass(12),
  pass(2),
  ends(1),
  pass(1),
  { type: 'performance.reported', obligation: 'stones', amount: 3, on: '2030-03-12' },
  { type: 'performance.reported', obligation: 'stones', amount: 2 },
  ends(2),
  pass(9),
];

/** Days that pass, and dates that tell them, with what is learned later than it happened. */
const IN_TIME: readonly TalksEvent[] = [
  { type: 'days.passed', until: '2030-02-10' },
  pass(2),
  { type: 'talks.suspended', on: '2030-02' },
  { type: 'talks.resumed', on: '2030-02-01' },
  { type: 'days.passed', until: '2030-02' },
  { type: 'days.passed', until: '2030-02-01' },
  { type: 'days.passed', until: '2030-01-20' },
  { type: 'talks.suspended', on: '2030-03' },
  { type: 'days.passed', until: '2030-03-04' },
  { type: 'talks.resumed', on: '2030-03-10', reportedOn: '2030-03-12' },
  { type: 'talks.suspended', on: '2030-03-05', citation: { source: 'post', attribution: 'narrator' } },
  { type: 'talks.resumed', on: '2030-03-11', citation: { source: 'post', attribution: 'narrator' } },
  { ...pass(3), on: '2030-03-13' },
  { ...pass(1), on: '2030-03-20', reportedOn: '2030-03-20' },
  { type: 'mandate.given', party: 'west', mandate: 'listen' },
  { type: 'round.closed', round: 'summer' },
  { type: 'round.opened', round: 'summer' },
  { type: 'position.revised', position: 'cheap', condition: null, title: 'as you like' },
  { type: 'position.revised', position: 'nothing', condition: null },
  { type: 'agreement.concluded' },
  { type: 'days.passed', until: '2031-02-01' },
];

/** What becomes of a text: performance, findings, suspensions, waivers, delays, talks. */
const OF_A_TEXT: readonly TalksEvent[] = [
  report({ amount: 1, observer: 'north' }),
  report({ amount: 2, parts: { 'boats/old': 1 }, observer: 'south' }),
  report({ amount: { wording: 'half of', of: { quantity: 'boats' } } }),
  report({ amount: { wording: 'some' } }),
  report({ amount: 3, on: '2030-03' }),
  report({ amount: 3, on: '2030-03-02' }),
  report({ amount: 2, parts: { 'boats/old': 1 }, observer: 'south' }),
  report({ amount: 2, parts: { 'boats/old': 2 }, observer: 'south' }),
  report({ amount: 2, parts: { boats: 2 }, observer: 'south' }),
  { type: 'event.moved', event: 'thaw', to: '2030-03-10', by: ['north', 'south'] },
  { type: 'breach.found', obligation: 'survey', by: 'board' },
  pass(1),
  report({ amount: 3, on: '2030-03-01', observer: 'north' }),
  { type: 'performance.excused', obligation: 'fleet', amount: 1, by: ['north'] },
  { type: 'performance.excused', obligation: 'fleet', amount: 1, by: ['south'] },
  { type: 'performance.postponed', obligation: 'survey', to: '2030-03-08', by: ['north', 'south', 'east'] },
  { type: 'performance.postponed', obligation: 'share', to: '2030-03-01', by: ['north', 'south'] },
  { type: 'performance.postponed', obligation: 'share', to: '2030-03-20', by: ['north', 'south'] },
  { type: 'event.happened', event: 'thaw', on: '2030-03-03' },
  { type: 'event.happened', event: 'frost' },
  { type: 'performance.withheld', obligation: 'fleet', by: ['north'], because: 'The ice is thick.' },
  { type: 'performance.suspended', obligations: ['survey'], by: ['north'] },
  pass(1),
  { type: 'performance.resumed', obligations: ['survey'], by: ['south'] },
  { type: 'promisedTalks.opened', talks: 'fees' },
  { type: 'promisedTalks.failed', talks: 'fees' },
  { type: 'promisedTalks.opened', talks: 'fees' },
  { type: 'promisedTalks.settled', talks: 'fees' },
  { type: 'breach.alleged', obligation: 'fleet', by: 'south' },
  { type: 'performance.postponed', obligation: 'fleet', to: '2030-03-12', by: ['north', 'south'] },
  { type: 'breach.cured', obligation: 'fleet' },
  { type: 'breach.cured', obligation: 'fleet', by: 'south' },
  pass(3),
  { type: 'event.happened', event: 'thaw' },
  { type: 'breach.found', obligation: 'survey', by: 'board', votes: { north: 'for', south: 'for' } },
  { type: 'instrument.suspended', instrument: 'main', obligation: 'survey', by: ['north'] },
  { type: 'instrument.resumed', instrument: 'main' },
  { type: 'instrument.resumed', instrument: 'main' },
  report({ obligation: 'survey', amount: 1, observer: 'board' }),
  { type: 'breach.cured', obligation: 'survey' },
  { type: 'certification.given', certification: 'counted', votes: { north: 'for', south: 'for' } },
  { type: 'performance.excused', obligation: 'share', by: ['south'], because: 'There is none.' },
  { type: 'performance.waived', obligation: 'fleet', amount: 1, by: ['south'] },
  { type: 'phase.extended', days: 7, rule: 'by unit' },
  turn('opened'),
  turn('settled'),
  report({ amount: 3, observer: 'south' }),
  report({ amount: 3, observer: 'north' }),
  report({ obligation: 'rowing', amount: 2, on: '2030-03-04', reportedOn: '2030-03-09' }),
  pass(31),
  ends(1),
  { type: 'breach.alleged', obligation: 'quiet' },
  pass(2),
  { type: 'breach.found', obligation: 'quiet', by: 'panel', votes: { east: 'for' } },
  { type: 'breach.cured', obligation: 'quiet' },
];

/** A few days of a long agreement. */
const OF_A_LONG_TEXT: readonly TalksEvent[] = [
  pass(10),
  { type: 'certification.given', certification: 'gates-open' },
  { type: 'performance.reported', obligation: 'notice-up', amount: 1 },
  pass(30),
  { type: 'performance.reported', obligation: 'licences-a', amount: 5, observer: 'gaugers' },
  // Nobody has said that the pumps for which they are owed are gone.
  { type: 'breach.alleged', obligation: 'licences-a', by: 'lowlands' },
  { type: 'performance.reported', obligation: 'pumps-a', amount: 6, observer: 'gaugers' },
  { type: 'breach.alleged', obligation: 'licences-a', by: 'lowlands' },
  pass(60),
];

describe('what each event does', () => {
  it('at the table', () => {
    expectGolden(traceOf(openTalks(treaty, { asOf: '2030-02-01' }), AT_THE_TABLE), 'traces/at-the-table.txt');
  });

  it('from an agreement to the last day of its last phase', () => {
    const talks = openTalks(treaty, { start: 'talks', asOf: '2030-02-01' });
    expectGolden(traceOf(talks, TO_THE_LAST_DAY), 'traces/to-the-last-day.txt');
  });

  it('as days pass', () => {
    expectGolden(traceOf(openTalks(treaty, { start: 'talks' }), IN_TIME), 'traces/in-time.txt');
    const asOf = openTalks(treaty, { start: 'talks', asOf: '2030-01-15' });
    expectGolden(traceOf(asOf, IN_TIME), 'traces/in-time-as-of.txt');
  });

  it('to answers that red lines stand against', () => {
    const events = [table('high'), accept('north'), accept('south'), table('middle'), accept('north'), accept('south')];
    expectGolden(traceOf(openTalks(fishery), [...events, conclude, start, pass(42)]), 'traces/red-lines.txt');
  });

  it('to a text', () => {
    expectGolden(traceOf(inForce(pact, 'deal'), OF_A_TEXT), 'traces/of-a-text.txt');
  });

  it('to a long text', () => {
    expectGolden(traceOf(inForce(twoRivers(), 'accord'), OF_A_LONG_TEXT), 'traces/of-a-long-text.txt');
  });
});
