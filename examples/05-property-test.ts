// What you will see: a property of deal terms that holds, and one that does not, with the smallest deal that breaks it.
import fc from 'fast-check';
import { assess, defineScenario } from 'sticking-points';
import { dealText, offers } from 'sticking-points/testing';

const lake = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } }, observer: { kind: 'flag' } },
  positions: {
    enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
    limit: { party: 'south', rigidity: 'red line', condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 } },
    watched: { party: 'south', rigidity: 'demand', condition: { kind: 'flag', of: 'observer', is: true } },
  },
});

const deals = offers(lake, { known: 'full' });
const runs = { seed: 2024, numRuns: 300 };

fc.assert(
  fc.property(deals, (deal) => {
    const { verdicts } = assess(lake, deal);
    return verdicts.every((v) => v.verdict !== 'open');
  }),
  runs,
);
console.log('holds: a deal whose whole text is known leaves nothing open');

const everyoneAccepts = fc.property(deals, (deal) => assess(lake, deal).stickingPoints.length === 0);
const { counterexample } = fc.check(everyoneAccepts, runs);
const [smallest] = counterexample ?? [];
if (!smallest) throw new Error('No deal was found that somebody could not accept.');
console.log('does not hold: every deal suits everyone. The smallest deal that breaks it:');
console.log(dealText(lake, smallest));
for (const point of assess(lake, smallest).stickingPoints) console.log(`  unmet: ${point.party}, ${point.title}`);
