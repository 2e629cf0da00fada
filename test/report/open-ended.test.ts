import { toJson, schedule } from 'sticking-points';
import { htmlReport, mermaidSchedule, reportOf } from 'sticking-points/report';
import { expect, it } from 'vitest';
import { folderWith, ran } from '../cli/ran.js';
import { truce } from '../support/truce.js';

it('what is to be left undone without end is shown so, and not as due or as waiting', async () => {
  const plan = schedule(truce, 'deal', { anchors: { start: '2030-03-01' } });
  expect(mermaidSchedule(truce, plan)).toContain('ceasefire (no last day) :milestone, 2030-03-01, 0d');
  const page = htmlReport(reportOf(truce, { offer: 'deal' }));
  expect(page).toContain('<th scope="row">without end</th>');
  const folder = folderWith({ 'truce.json': toJson(truce) });
  const { stdout } = await ran(['schedule', 'truce.json', 'deal', '--anchor', 'start=2030-03-01'], { folder });
  const [dated = '', undated = ''] = stdout.split('NOT YET DATED');
  expect(dated.replace(/\s+/g, ' ')).toContain('ceasefire: north and south; from 2030-03-01 on, without end');
  expect(undated).toContain('after');
  expect(undated).not.toContain('from 2030-03-01');
});
