// Why no offer of February 2024 could satisfy both sides' stated positions: which of them exclude each other whatever the
// offer, under each way in which they were reported. Every rigidity is assumed; the sources stand beside each position.
import { findConflicts, sayConflict } from 'sticking-points/analysis';
import { gaza2024 } from 'sticking-points/scenarios';

const scenario = gaza2024();
const asOf = '2024-02-23';

/** A paragraph of 80 columns. */
function print(text: string): void {
  const lines = text.match(/.{1,76}(?=\s|$)/g) ?? [];
  console.log(lines.map((line, i) => `${i === 0 ? '  - ' : '    '}${line.trim()}`).join('\n'));
}

for (const { id, title = '' } of scenario.positions['HA-endOfWar']?.readings ?? []) {
  const options = { asOf, readings: { 'HA-endOfWar': id } };
  const { conflicts, complete } = await findConflicts(scenario, options);
  console.log(`\nWhere what Hamas asks is read as “${title}”:`);
  console.log(`${conflicts.length} pairs that no offer meets together${complete ? ', and no other set' : ''}`);
  for (const conflict of conflicts) print(sayConflict(scenario, conflict, { ...options, sources: 'by id' }));
  const figures = conflicts.filter(({ positions }) => positions.includes('HA-prisoners'));
  console.log(`The figure of prisoners is in ${figures.length} of them: Israel reportedly says who, not`);
  console.log('how many.');
}

console.log('\nOne of them in full, with outlet, date and on whose word:');
const [one] = (await findConflicts(scenario, { asOf })).conflicts;
if (one) print(sayConflict(scenario, one, { asOf }));
