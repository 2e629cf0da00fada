// The fewest concessions that would open the way, and a deal that each would allow. Fewest first is an order of display:
// none of these sets is put forward, and no position weighs more than another unless somebody says so.
import { findConcessions } from 'sticking-points/analysis';
import { gaza2024 } from 'sticking-points/scenarios';
import { assess, describeChanges } from 'sticking-points';

const scenario = gaza2024();
const asOf = '2024-02-23';
const turnedOn = ['ceasefire', 'end of the war', 'withdrawal of Israeli troops from Gaza'];

for (const reading of ['b', 'a']) {
  const { coalitions, complete } = await findConcessions(scenario, { asOf, readings: { 'HA-endOfWar': reading } });
  for (const { parties, concessions } of coalitions) {
    console.log(
      `\nReading ${reading}, ${parties.join(' and ')}: ${concessions.length} sets${complete ? ', and no others' : ''}`,
    );
    for (const { byParty, deal } of concessions) {
      const given = Object.values(byParty).flat();
      console.log(`  without ${given.join(', ')}`);
      const nothing = { ...deal, terms: {}, phases: [] };
      const says = describeChanges(scenario, nothing, deal).map(({ sentence }) => sentence.replace(/ was added$/, ''));
      for (const clause of says)
        if (turnedOn.some((term) => clause.startsWith(`${term}:`))) console.log(`    ${clause}`);
      // Judged once more: what it leaves unmet is what was given up, and nothing else.
      const unmet = assess(scenario, deal, { asOf }).stickingPoints.map((point) => point.position);
      if (unmet.some((position) => !given.includes(position))) throw new Error(`It leaves ${unmet.join(', ')} unmet.`);
    }
  }
}
