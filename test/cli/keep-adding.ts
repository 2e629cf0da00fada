// Goes on in a journal without end, telling of each entry once it is kept: to be killed. node keep-adding.mjs FILE
import { Journal, readJournal } from '../../src/cli/step/journal.js';

const file = process.argv[2] ?? '';
const kept = readJournal('.', file);
const journal = Journal.goOn('.', file, kept);
for (let n = kept.entries.length; ; n++) {
  journal.add({ do: { type: 'days.passed', days: n + 1, because: 'ž漢🐟'.repeat(n % 40) } });
  process.stdout.write(`${n}\n`);
}
