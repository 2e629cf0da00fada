import { chartOf, type ChartState } from '../../machine/chart.js';
import { createTalksMachine } from '../../machine/talks-machine.js';
import type { TalksState } from '../../machine/where.js';
import type { Scenario } from '../../scenario/scenario.js';
import { label } from './label.js';

/**
 * The talks as a statechart in Mermaid, the present state marked by a colour, a thicker border and the words “we are here”.
 *
 * @example
 * mermaidStatechart(reportOf(scenario, { offer: 'first-offer' })).split('\n')[0]; // 'stateDiagram-v2'
 */
export function mermaidStatechart({
  scenario,
  state,
}: {
  readonly scenario: Scenario;
  readonly state: TalksState;
}): string {
  const { states, arrows } = chartOf(createTalksMachine(scenario));
  const present = (id: string) => id === state || id === state.replace(/^carryingOut\./, 'carryingOut.delivery.');
  const nodeOf = (id: string) => id.replace(/\./g, '_');
  const own = (id: string) => label(id.split('.').at(-1) ?? id);
  const within = (parent: string | undefined, indent: string): readonly string[] => {
    const children = states.filter((one) => one.within === parent);
    const regions = states.find((one) => one.id === parent)?.kind === 'parallel';
    return children.flatMap((one, i) => [
      ...(regions && i > 0 ? [`${indent}--`] : []),
      ...(one.first && !regions ? [`${indent}[*] --> ${nodeOf(one.id)}`] : []),
      ...drawn(one, indent),
    ]);
  };
  const drawn = (one: ChartState, indent: string): readonly string[] => {
    const here = present(one.id) ? ' – we are here' : '';
    const words = one.description === undefined ? own(one.id) : label(one.description);
    const named = `${indent}state "${words}${here}" as ${nodeOf(one.id)}`;
    if (one.kind === 'compound' || one.kind === 'parallel')
      return [`${named} {`, ...within(one.id, `${indent}  `), `${indent}}`];
    return [named, ...(one.kind === 'final' ? [`${indent}${nodeOf(one.id)} --> [*]`] : [])];
  };
  const links = arrows.map(({ from, to, events }) => {
    const shown =
      events.length > 3
        ? `${events.slice(0, 2).map(label).join(', ')} and ${events.length - 2} more`
        : events.map(label).join(', ');
    return `  ${nodeOf(from)} --> ${nodeOf(to)}: ${shown}`;
  });
  const here = states.find((one) => present(one.id));
  return [
    'stateDiagram-v2',
    ...within(undefined, '  '),
    ...links,
    '  classDef present stroke-width:4px',
    ...(here ? [`  class ${nodeOf(here.id)} present`] : []),
    '',
  ].join('\n');
}
