import { unique } from '../../base/list.js';
import type { Schedule } from '../../obligations/schedule.js';
import type { Scenario } from '../../scenario/scenario.js';
import { label } from './label.js';

/**
 * A schedule as a calendar Gantt in Mermaid, phase by phase: what has a day from when it binds to when it is due; what has none
 * yet is listed beneath as remarks.
 *
 * @example
 * const plan: Schedule = { offer: 'first-offer', duties: [], talks: [], selections: [] };
 * mermaidSchedule(scenario, plan).split('\n')[0]; // 'gantt'
 */
export function mermaidSchedule(scenario: Pick<Scenario, 'parties'>, { duties }: Schedule): string {
  const said = (duty: Schedule['duties'][number]) => {
    const who = duty.owedBy.map((id) => scenario.parties[id]?.label ?? id).join(' and ');
    const time = duty.occurrence > 1 ? `, time ${duty.occurrence}` : '';
    const end = duty.endless && !duty.due ? ' (no last day)' : '';
    return label(`${who}, ${duty.label}${time}${end}${duty.provisional ? ' (provisional)' : ''}`);
  };
  const phases = unique(duties.map(({ phase }) => phase));
  const sections = phases.flatMap((phase) => {
    const dated = duties.filter((duty) => duty.phase === phase && (duty.due?.on ?? duty.opens?.on) !== undefined);
    if (dated.length === 0) return [];
    const rows = dated.map((duty) => {
      const [from, to] = [duty.opens?.on ?? duty.due?.on ?? '', duty.due?.on ?? duty.opens?.on ?? ''];
      return from < to ? `    ${said(duty)} :${from}, ${to}` : `    ${said(duty)} :milestone, ${to}, 0d`;
    });
    return [`  section ${phase === undefined ? 'Whenever' : `Phase ${phase}`}`, ...rows];
  });
  const waiting = duties.filter((duty) => (duty.due?.on ?? duty.opens?.on) === undefined);
  return [
    'gantt',
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %d %b %Y',
    ...sections,
    ...waiting.map((duty) => `  %% no day yet: ${said(duty)}`),
    '',
  ].join('\n');
}
