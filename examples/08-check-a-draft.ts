// What you will see: a draft asked what must always be so of a deal; for what is broken, the smallest deal that breaks it.
import { about, defineScenario, weeks } from 'sticking-points';
import { checkDeal, neverMoreThanHeld, ratioWithin, somethingDueWithin } from 'sticking-points/testing';

const pool = defineScenario({
  id: 'pool',
  parties: { mill: {}, village: {} },
  terms: {
    fish: { kind: 'quantity', unit: 'crates', scope: 'phase', bounds: { most: 400 } },
    days: { label: 'days at the weir', kind: 'quantity', unit: 'days', scope: 'phase', bounds: { most: 40 } },
  },
  counts: { licensed: { label: 'licensed crates', figure: 250 } },
  space: { phases: { least: 1, most: 2 }, days: 84 },
  positions: {
    fed: { party: 'village', rigidity: 'demand', condition: { kind: 'compare', of: 'fish', op: '>=', line: 120 } },
  },
  offers: { draft: { by: ['mill'], terms: { fish: about(200) }, phases: [{ length: weeks(8) }] } },
});

const findings = checkDeal(pool, {
  among: { completing: 'draft' },
  invariants: [
    neverMoreThanHeld(pool, 'fish', 'licensed'),
    ratioWithin(pool, 'fish', 'days', { least: 4 }),
    somethingDueWithin(42),
  ],
});
for (const { text } of findings) console.log(`${text}\n`);
