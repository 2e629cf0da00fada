// From the six-week plan of the end of January 2024 to the nearest offers that meet all but one concession set: what would
// change in the plan, and what it was silent about. Nobody has proposed any of them, and none is put forward here.
import { openTalks } from 'sticking-points';
import { explain } from 'sticking-points/analysis';
import { gaza2024 } from 'sticking-points/scenarios';

const talks = openTalks(gaza2024(), { asOf: '2024-02-23', start: 'talks' });
talks.do({ type: 'offer.tabled', offer: 'P5' });

const { underReadings } = await explain(talks, { readings: { 'HA-endOfWar': 'b' }, bridges: 10 });
for (const { bridges } of underReadings) {
  for (const { without, bridge } of bridges) {
    console.log(`\nwithout ${without.join(', ')}`);
    const moved = bridge?.moved.map(({ path }) => path) ?? [];
    for (const { path, sentence } of bridge?.changes ?? []) {
      const mark = moved.includes(path) ? 'moved:  ' : 'filled: ';
      const lines = sentence.replace(/ was added$/, '').match(/.{1,70}(?=\s|$)/g) ?? [];
      console.log(`  ${mark}${lines.map((line) => line.trim()).join('\n          ')}`);
    }
  }
}
