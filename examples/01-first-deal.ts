// Two neighbours share a lake: how much may the northern one catch, and is there an observer on board?
import { defineScenario, openTalks } from 'sticking-points';

const lake = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: {
    catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } },
    observer: { kind: 'flag' },
  },
  positions: {
    enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
    limit: { party: 'south', rigidity: 'red line', condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 } },
    watched: { party: 'south', rigidity: 'demand', condition: { kind: 'flag', of: 'observer', is: true } },
  },
  offers: { first: { terms: { catch: 30, observer: true } }, second: { terms: { catch: 50 } } },
});

const talks = openTalks(lake);
for (const offer of ['first', 'second']) {
  talks.do({ type: 'offer.tabled', offer });
  console.log(`${offer}: ${talks.state}`);
  const points = [...talks.stickingPoints, ...talks.openPoints];
  for (const { party, title, verdict } of points) console.log(`  ${verdict}: ${party}, ${title}`);
}
