// What you will see: an invented labour contract from the first round to its last day: preconditions and mandates, two
// approvals, a first year during which the second is negotiated, a dispute; then the same talks saved, restored and forked.
import { openTalks, restoreTalks, type TalksEvent } from 'sticking-points';
import { labourContract } from 'sticking-points/scenarios';

const scenario = labourContract();
const talks = openTalks(scenario);

const course: TalksEvent[] = [
  { type: 'round.opened', round: 'bargaining' },
  { type: 'precondition.met', precondition: 'accounts' },
  { type: 'mandate.given', party: 'union', mandate: 'negotiate' },
  { type: 'mandate.given', party: 'company', mandate: 'conclude' },
  { type: 'round.opened', round: 'bargaining', on: '2031-01-10' },
  { type: 'offer.tabled', offer: 'asked' },
  { type: 'offer.tabled', offer: 'draft' },
  { type: 'agreement.concluded' },
  { type: 'mandate.given', party: 'union', mandate: 'conclude' },
  { type: 'agreement.concluded' },
  { type: 'ratification.voted', step: 'members', votes: { for: 410, against: 120 } },
  { type: 'days.passed', days: 14 },
  { type: 'ratification.voted', step: 'board', votes: { for: 4, against: 1 } },
  { type: 'deal.started' },
  { type: 'days.passed', days: 100 },
  { type: 'performance.reported', obligation: 'raise', amount: 2, observer: 'the union' },
  { type: 'performance.reported', obligation: 'raise', amount: 3, observer: 'the company' },
  { type: 'breach.alleged', obligation: 'raise', by: 'union' },
  { type: 'breach.cured', obligation: 'raise', by: 'union' },
  { type: 'nextPhase.opened' },
  { type: 'offer.tabled', offer: 'second-year' },
  { type: 'nextPhase.settled' },
  { type: 'days.passed', days: 265 },
  { type: 'days.passed', days: 365 },
];

for (const event of course) {
  const { accepted, reasons } = talks.do(event);
  const beside = talks.nextPhase === undefined ? '' : `, next phase: ${talks.nextPhase}`;
  console.log(`${event.type.padEnd(22)} ${accepted ? `${talks.state}${beside}` : 'refused'}`);
  for (const { message } of reasons) console.log(`  ${message}`);
  for (const { obligation, due, reported } of event.type === 'breach.alleged' ? talks.performance : []) {
    const seen = reported.map(({ observer, amount }) => `${observer ?? 'nobody named'} ${JSON.stringify(amount)}`);
    console.log(`  due of ${obligation}: ${JSON.stringify(due)}; reported: ${seen.join('; ') || 'nothing'}`);
  }
}

console.log('\nSaved as JSON, restored by doing it all again, and forked:');
const restored = restoreTalks(scenario, JSON.parse(JSON.stringify(talks.save())));
if (!restored.ok) throw new Error('Talks that were just saved can be restored.');
const other = restored.value.fork();
for (let i = 0; i < 3; i++) other.undo();
console.log(
  `  restored: ${restored.value.state}; its fork, three events earlier: ${other.state}, on ${other.clock.today ?? ''}`,
);
other.do({ type: 'nextPhase.failed' });
other.do({ type: 'days.passed', days: 365 });
console.log(
  `  in the fork the talks on the second year fail: ${other.state}; in the parent still: ${restored.value.state}`,
);
