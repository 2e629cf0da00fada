// What you will see: the same talks by plain xstate: an actor, its snapshots, its tags, what it emits, why it refuses.
import { createTalksMachine, defineScenario, refusalsOf, type TalksEvent } from 'sticking-points';
import { createActor } from 'xstate';

const rent = defineScenario({
  id: 'rent',
  parties: { owner: {}, tenant: {} },
  terms: { rent: { kind: 'quantity', unit: 'a month', bounds: { least: 500, most: 1500 }, step: 50 } },
  positions: {
    floor: {
      party: 'owner',
      title: 'at least 900 a month',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'rent', op: '>=', line: 900 },
    },
    ceiling: {
      party: 'tenant',
      title: 'at most 800 a month',
      rigidity: 'red line',
      condition: { kind: 'compare', of: 'rent', op: '<=', line: 800 },
    },
  },
  offers: { asked: { by: ['owner'], terms: { rent: 950 } }, bid: { by: ['tenant'], terms: { rent: 800 } } },
});

const actor = createActor(createTalksMachine(rent));
actor.on('talks.blocked', ({ offer, stickingPoints }) => {
  console.log(`  blocked: '${offer}' sticks on ${stickingPoints.join(', ')}`);
});
actor.on('talks.agreed', ({ offer }) => {
  console.log(`  agreed in principle: '${offer}'`);
});
actor.start();

const course: TalksEvent[] = [
  { type: 'offer.tabled', offer: 'asked' },
  { type: 'answer.declared', party: 'tenant', answer: 'accepts' },
  { type: 'talks.suspended', by: ['tenant'] },
  { type: 'talks.resumed' },
  { type: 'offer.tabled', offer: 'bid' },
  { type: 'answer.declared', party: 'owner', answer: 'accepts', because: 'an early signature is worth more' },
];

for (const event of course) {
  console.log(event.type);
  for (const reason of refusalsOf(rent, actor.getSnapshot(), event))
    console.log(`  refused (${reason.code}): ${reason.message}`);
  actor.send(event);
  const snapshot = actor.getSnapshot();
  console.log(`  ${JSON.stringify(snapshot.value)}${snapshot.hasTag('blocked') ? ' [blocked]' : ''}`);
}
