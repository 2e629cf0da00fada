// What may happen to a deal on the way: approval at home fails and a second way is taken; the entry into force hangs on a day and is
// moved; part of a duty is waived, part excused, a note is due before a vote; the deal is amended while it is carried out, talks that it
// promises come to nothing, and another deal takes its place. A railway’s track, invented.
import {
  beforeEvent,
  defineScenario,
  onDate,
  onDay,
  openTalks,
  progress,
  uponEvent,
  weeks,
  type TalksEvent,
} from 'sticking-points';

const track = { of: 'track', owedBy: ['builders'], to: ['railway'], verifier: 'surveyors' } as const;
const pay = { of: 'pay', owedBy: ['railway'], to: ['builders'], verifier: 'surveyors' } as const;
const bodies = { surveyors: { label: 'the surveyors', members: ['builders', 'railway'] } } as const;
const events = {
  start: { label: 'the entry into force', trigger: onDate('2031-03-01'), movedBy: ['builders', 'railway'] },
  vote: { label: 'the vote on the second line' },
} as const;
const firstLine = { ...track, label: 'lays the first line', begins: onDay(0), within: weeks(10) } as const;

const scenario = defineScenario({
  id: 'railway',
  parties: { builders: { label: 'the builders' }, railway: { label: 'the railway' } },
  terms: {
    track: { kind: 'quantity', unit: 'km', bounds: { most: 200 } },
    pay: { kind: 'quantity', unit: 'millions', bounds: { most: 90 } },
  },
  space: { phases: 1, days: 400 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['builders', 'railway'] },
  process: {
    ratification: [
      {
        id: 'members',
        label: 'the builders’ members',
        body: 'the builders’ members',
        rule: { kind: 'majority' },
        otherwise: 'council',
      },
      {
        id: 'council',
        label: 'the builders’ council',
        body: 'the builders’ council',
        rule: { kind: 'majority' },
        onFailure: 'ends',
      },
    ],
  },
  offers: {
    contract: {
      by: ['builders', 'railway'],
      known: 'full',
      terms: { track: 60, pay: 30 },
      phases: [{ length: weeks(20) }],
      text: {
        bodies,
        events,
        obligations: {
          first: { ...firstLine, amount: 60 },
          note: {
            owedBy: ['railway'],
            to: ['builders'],
            label: 'sends a note on the second line',
            begins: beforeEvent('vote', weeks(2)),
          },
          pays: { ...pay, label: 'pays', amount: 30, begins: onDay(70), within: weeks(2) },
        },
        talks: {
          second: {
            label: 'Talks on the second line',
            between: ['builders', 'railway'],
            begin: onDay(30),
            end: onDay(60),
            otherwise: 'there is one line',
          },
        },
      },
    },
    amended: {
      by: ['builders', 'railway'],
      known: 'full',
      terms: { track: 60, pay: 32 },
      phases: [{ length: weeks(20) }],
      text: {
        bodies,
        events,
        obligations: {
          first: { ...firstLine, amount: 60 },
          pays: { ...pay, label: 'pays', amount: 32, begins: uponEvent('vote'), within: weeks(2) },
        },
      },
    },
    lease: {
      by: ['builders', 'railway'],
      known: 'full',
      terms: { track: 50, pay: 40 },
      phases: [{ length: weeks(20) }],
    },
  },
});

const talks = openTalks(scenario);
const both = ['builders', 'railway'] as const;
const course: TalksEvent[] = [
  { type: 'offer.tabled', offer: 'contract', on: '2031-02-01' },
  { type: 'agreement.concluded' },
  { type: 'ratification.voted', step: 'members', votes: { for: 40, against: 90 } },
  { type: 'ratification.voted', step: 'council', votes: { for: 7, against: 2 } },
  { type: 'event.moved', event: 'start', to: '2031-03-10', by: both },
  { type: 'days.passed', until: '2031-04-14' },
  { type: 'promisedTalks.opened', talks: 'second' },
  { type: 'performance.reported', obligation: 'first', amount: 40, observer: 'surveyors' },
  { type: 'performance.waived', obligation: 'first', amount: 5, by: ['railway'] },
  { type: 'performance.excused', obligation: 'first', amount: 5, by: ['builders'] },
  { type: 'performance.excused', obligation: 'first', amount: 5, by: ['surveyors'] },
  { type: 'promisedTalks.failed', talks: 'second' },
  { type: 'offer.tabled', offer: 'amended' },
  { type: 'agreement.concluded' },
  { type: 'event.happened', event: 'vote' },
  { type: 'days.passed', days: 7 },
  { type: 'performance.reported', obligation: 'pays', amount: 20, observer: 'surveyors' },
  { type: 'deal.superseded', offer: 'lease' },
];

for (const event of course) {
  const { accepted, reasons } = talks.do(event);
  const said = accepted ? talks.state : `refused: ${reasons.map(({ message }) => message).join(' ')}`;
  console.log(`${event.type.padEnd(22)} ${said}`);
  if (!['performance.excused', 'performance.waived', 'agreement.concluded', 'event.happened'].includes(event.type))
    continue;
  for (const { label, standing, done, owed, waived, excused, due } of progress(talks)?.duties ?? []) {
    const letGo = [waived && `${waived} waived`, excused && `${excused} excused`].filter(Boolean).join(', ');
    const much = `${done} of ${owed.least ?? 0}${letGo && ` (${letGo})`}`;
    console.log(`    ${label}: ${much}, ${standing}${due?.on === undefined ? '' : `, due ${due.on}`}`);
  }
}
