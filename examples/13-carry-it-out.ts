// What you will see: an invented accord of sixty obligations laid out by day, what it cannot date yet, and the accord being
// carried out: a performance withheld, an allegation, a finding, the cure; then what was done against what was planned.
import { openTalks, progress, sayWait, schedule, type TalksEvent } from 'sticking-points';
import { twoRivers } from './accords/two-rivers.js';

const scenario = twoRivers();
const text = scenario.offers['accord']?.text;

console.log('The first ten days, and what has no day yet:');
const { duties } = schedule(scenario, 'accord', { anchors: { start: '2030-03-01' } });
for (const { due, label, owedBy, waitsFor } of duties) {
  if (due?.day !== undefined && due.day <= 10) console.log(`  ${due.on ?? ''}  ${owedBy.join(' and ')}: ${label}`);
  const [wait] = waitsFor;
  if (wait && text) console.log(`  no day yet  ${owedBy.join(' and ')}: ${label}, waiting for ${sayWait(wait, text)}`);
}

const talks = openTalks(scenario);
const course: TalksEvent[] = [
  { type: 'offer.tabled', offer: 'accord', on: '2030-02-20' },
  { type: 'agreement.concluded' },
  { type: 'deal.started', on: '2030-03-01' },
  { type: 'performance.reported', obligation: 'notice-up', amount: 1 },
  { type: 'days.passed', days: 14 },
  { type: 'performance.reported', obligation: 'pumps-a', amount: 6, observer: 'gaugers' },
  { type: 'performance.reported', obligation: 'pumps-a', amount: 5, observer: 'uplands' },
  { type: 'days.passed', days: 4 },
  { type: 'performance.withheld', obligation: 'licences-a', by: ['uplands'], because: 'We counted five pumps.' },
  { type: 'breach.alleged', obligation: 'licences-a', by: 'lowlands' },
  { type: 'performance.suspended', obligations: ['pumps-b', 'pumps-c'], by: ['lowlands'] },
  { type: 'breach.found', obligation: 'licences-a', by: 'gaugers', votes: { lowlands: 'for', university: 'for' } },
  { type: 'performance.reported', obligation: 'licences-a', amount: 12, observer: 'gaugers' },
  { type: 'breach.cured', obligation: 'licences-a', by: 'lowlands' },
  { type: 'performance.resumed', obligations: ['pumps-b', 'pumps-c'] },
  { type: 'performance.postponed', obligation: 'pumps-b', to: '2030-04-02', by: ['uplands', 'lowlands'] },
  { type: 'certification.given', certification: 'gates-open', votes: { uplands: 'for', lowlands: 'for' } },
];

console.log('\nWhat happens:');
for (const event of course) {
  const { accepted, reasons } = talks.do(event);
  console.log(`  ${event.type.padEnd(22)} ${accepted ? talks.state : reasons.map(({ message }) => message).join(' ')}`);
}

console.log('\nHow what was touched stands, and on whose word:');
for (const duty of progress(talks)?.duties ?? []) {
  const seen = Object.entries(duty.seen).map(([who, much]) => `${who || 'unnamed'} saw ${much}`);
  if (seen.length === 0 && !duty.putOff) continue;
  const due = duty.due?.on === undefined ? '' : `, due ${duty.due.on}${duty.putOff ? ' by consent' : ''}`;
  const word = [duty.standing, duty.when].filter(Boolean).join(', ');
  console.log(`  ${duty.obligation.padEnd(12)} ${word}${due}${seen.length > 0 ? ` (${seen.join(', ')})` : ''}`);
}
