// What you will see: six parties settle five issues of an invented port extension: which deals are on the frontier, who gains
// what where the four bargaining solutions lie, whose acceptance suffices, and what stands in the way once a red line counts.
import { defineScenario, outcomeOf, type Answer } from 'sticking-points';
import { bargainingSolutions, paretoFrontier, SOLUTIONS, type PerParty } from 'sticking-points/analysis';

type Worths = Readonly<Record<'quay' | 'night' | 'fund' | 'local' | 'rail', readonly number[]>>;

const MOST = { quay: 900, night: 8, fund: 40, local: 60 };

/** What the least and the most of each figure are worth, and what lies evenly between them; for the railway, each option. */
function score(threshold: number, { rail: [none = 0, later = 0, now = 0], ...worths }: Worths) {
  const parts = (['quay', 'night', 'fund', 'local'] as const).map((of) => ({
    of,
    points: worths[of].map((worth, i, all) => ({ at: (i * MOST[of]) / (all.length - 1), worth })),
  }));
  const because = 'Invented, to show how such a game is played through.';
  return { because, threshold, parts: [...parts, { of: 'rail' as const, table: { none, later, now } }] };
}

const port = defineScenario({
  id: 'port',
  parties: { harbour: {}, city: {}, fishers: {}, dockers: {}, shippers: {}, wetland: {} },
  terms: {
    quay: { kind: 'quantity', unit: 'metres', step: 100, bounds: { most: MOST.quay } },
    night: { label: 'night hours', kind: 'quantity', unit: 'hours', bounds: { most: MOST.night } },
    fund: { label: 'wetland fund', kind: 'quantity', unit: 'million', step: 5, bounds: { most: MOST.fund } },
    local: { label: 'local hiring', kind: 'quantity', unit: 'per cent', step: 10, bounds: { most: MOST.local } },
    rail: { kind: 'choice', options: { none: 'no railway', later: 'later', now: 'at once' }, ordered: true },
  },
  agreement: {
    rule: 'quota',
    of: ['harbour', 'city', 'fishers', 'dockers', 'shippers', 'wetland'],
    needed: 5,
    vetoes: ['harbour', 'city'],
  },
  positions: {
    short: { party: 'fishers', rigidity: 'red line', condition: { kind: 'compare', of: 'quay', op: '<=', line: 100 } },
    quiet: { party: 'city', rigidity: 'demand', condition: { kind: 'compare', of: 'night', op: '<=', line: 4 } },
  },
  scores: {
    harbour: score(55, { quay: [0, 30, 45], night: [0, 20], fund: [12, 0], local: [8, 0], rail: [0, 8, 15] }),
    city: score(55, { quay: [0, 20, 14], night: [22, 16, 0], fund: [0, 18], local: [0, 20], rail: [0, 12, 20] }),
    fishers: score(50, { quay: [45, 30, 0], night: [20, 0], fund: [0, 20], local: [0, 5], rail: [10, 8, 6] }),
    dockers: score(50, { quay: [0, 30], night: [4, 16, 10], fund: [5, 0], local: [0, 40], rail: [9, 6, 0] }),
    shippers: score(50, { quay: [0, 25, 35], night: [0, 30], fund: [10, 0], local: [10, 0], rail: [0, 6, 15] }),
    wetland: score(50, { quay: [30, 20, 0], night: [20, 0], fund: [0, 40], local: [0, 0], rail: [0, 4, 10] }),
  },
});

/** Who reaches the threshold, and what that comes to under the quota of five with two vetoes. */
function agreedBy(scores: PerParty): string {
  const answer = (party: string): Answer =>
    (scores[party] ?? 0) >= (port.scores[party]?.threshold ?? 0) ? 'accepts' : 'rejects';
  const answers = Object.fromEntries(Object.keys(scores).map((party) => [party, answer(party)]));
  const against = Object.keys(answers).filter((party) => answers[party] === 'rejects');
  return `${outcomeOf(port.agreement, answers)}${against.length > 0 ? ` without ${against.join(' and ')}` : ' by all'}`;
}

for (const meeting of [undefined, ['quiet'], 'red lines'] as const) {
  const { outcomes, count = 0, by } = await paretoFrontier(port, { ...(meeting && { meeting }) });
  console.log(`\nDeals that meet ${meeting === undefined ? 'anything' : String(meeting)}: ${count} outcomes, by ${by}`);
  const ways = new Map<string, number>();
  for (const { scores } of outcomes) ways.set(agreedBy(scores), (ways.get(agreedBy(scores)) ?? 0) + 1);
  const agreed = [...ways].filter(([way]) => way.startsWith('agreed'));
  console.log(`  ${outcomes.length} on the frontier; under the quota and the two vetoes:`);
  for (const [way, times] of agreed) console.log(`    ${String(times).padStart(4)} ${way}`);
  if (agreed.length === 0) console.log('    none is agreed');

  const solutions = await bargainingSolutions(port, { ...(meeting && { meeting }) });
  if (solutions.found === 'solutions') {
    console.log(`  gains over the threshold: ${solutions.parties.join(', ')}`);
    for (const name of SOLUTIONS) {
      for (const { scores } of solutions[name].outcomes) {
        const gains = solutions.parties.map((p) => ((scores[p] ?? 0) - (solutions.reservation[p] ?? 0)).toFixed(1));
        console.log(`    ${name.padEnd(17)} ${gains.map((gain) => gain.padStart(5)).join(' ')}`);
      }
    }
  } else if (solutions.found === 'nothing') {
    console.log('  no deal reaches every threshold; no deal reaches together those of');
    for (const set of solutions.apart) console.log(`    ${set.join(' and ')}`);
  }
}
