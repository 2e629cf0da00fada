import { schedule } from 'sticking-points';
import { mermaidSchedule, scheduleCsv } from 'sticking-points/report';
import { describe, expect, it } from 'vitest';
import { twoRivers } from '../../examples/accords/two-rivers.js';
import { expectGolden } from '../support/golden.js';

describe('a schedule', () => {
  const scenario = twoRivers();
  const plan = schedule(scenario, 'accord', { anchors: { start: '2030-03-01' } });

  it('reads as it did before, as a Gantt and as CSV', () => {
    expectGolden(mermaidSchedule(scenario, plan), 'faces/schedule.mmd');
    expectGolden(scheduleCsv(scenario, plan).replace(/\r\n/g, '\n'), 'faces/schedule.csv');
  });

  it('loses nothing: every duty has a line in each', () => {
    const lines = mermaidSchedule(scenario, plan)
      .split('\n')
      .filter((line) => /^ {4}| no day yet: /.test(line));
    expect(lines.length).toBe(plan.duties.length);
    expect(scheduleCsv(scenario, plan).split('\r\n').length).toBe(plan.duties.length + 2);
  });

  it('says in CSV what a duty waits for, in the words of the text, and by ids where there is none', () => {
    const waiting = plan.duties.filter(({ waitsFor }) => waitsFor.length > 0);
    expect(waiting.length).toBeGreaterThan(1);
    const rows = scheduleCsv(scenario, plan).split('\r\n').slice(1, -1);
    expect(rows.filter((row) => row.includes('both gates open to be certified')).length).toBeGreaterThan(0);
    expect(rows.filter((row) => !row.endsWith(',""')).length).toBe(waiting.length);
    const alone = scheduleCsv({ parties: {}, offers: {} }, plan).split('\r\n').slice(1, -1);
    expect(alone.filter((row) => !row.endsWith(',""')).length).toBe(waiting.length);
  });

  it('obeys no label', () => {
    const [first] = plan.duties;
    const spoilt = { ...plan, duties: [{ ...first!, label: '=1+1\n%%{init}%% :done, <b>' }] };
    expect(mermaidSchedule(scenario, spoilt)).not.toMatch(/%%\{|<b>|:done/);
    expect(scheduleCsv(scenario, spoilt)).toContain(`"'=1+1 `);
  });
});
