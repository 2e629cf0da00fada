// What you will see: the offers of January and February 2024 put on the table one after the other, in order of event,
// and at each which positions it leaves unmet, by how much, and who said so. `--all` shows preferences in full.
import { compareOffers, inOrderOfEvent, openTalks, reportedBy } from 'sticking-points';
import { matrixText, stepText, type Paint } from 'sticking-points/report';
import { gaza2024 } from 'sticking-points/scenarios';
import { createColors } from 'picocolors';

const asOf = '2024-02-23';
const all = process.argv.includes('--all');
// In a pipe `isTTY` is undefined, which would leave the choice to the library and so to the build server.
const colours = createColors(process.stdout.isTTY ? !process.env['NO_COLOR'] : false);
const paint: Paint = {
  heading: colours.bold,
  faint: colours.dim,
  verdict: { met: colours.green, unmet: colours.red, open: colours.yellow },
};

const scenario = gaza2024();
// The offers alone, one after the other: the rounds of which they were part are left aside.
const talks = openTalks(scenario, { asOf, start: 'talks' });
const offers = inOrderOfEvent(Object.values(scenario.offers)).filter(
  (offer) => offer.standing !== 'carried out' && reportedBy(offer.reported, asOf),
);

console.log(`${scenario.id} · offers and positions as reported by ${asOf}`);
console.log('✗ unmet  ? open: not reported, or could be either  ✓ met\n');
for (const offer of offers) {
  talks.do({ type: 'offer.tabled', offer: offer.id });
  if (talks.assessment) console.log(`${stepText(talks.scenario, talks.assessment, { all, paint })}\n`);
}

console.log(`ALL OFFERS SIDE BY SIDE, by what was reported by ${asOf}`);
console.log(matrixText(scenario, compareOffers(scenario, undefined, { asOf }), 80, paint));

console.log('\nTHE SAME, each by what had been reported when it was itself reported');
const then = offers.flatMap(({ id, reported }) => {
  return compareOffers(scenario, [id], reported === undefined ? {} : { asOf: reported }).columns;
});
console.log(matrixText(scenario, { columns: then }, 80, paint));
console.log('\nMarks say how positions and offers fit as reported; they rank and blame nobody.');
console.log('Preferences in full: npm start -- --all. The data: src/library/gaza-2024.');
