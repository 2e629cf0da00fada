import { listed, unique } from '../../base/list.js';
import type { Scenario } from '../../scenario/scenario.js';
import { settingOf } from '../../scenario/scenario.js';
import { splitPath, termLabel } from '../../terms/term.js';
import { isWide } from '../program.js';
import type { Stopped } from '../watch.js';

/**
 * Says why an analysis is not complete, and what would let it be: a part of a sentence, to stand after a colon.
 *
 * @param stopped - as an analysis of this scenario has it
 * @example
 * sayStopped(gaza2024(), 'time'); // 'the time was up: give it more seconds'
 */
export function sayStopped(scenario: Scenario, stopped: Stopped): string {
  switch (stopped) {
    case 'aborted':
      return 'it was aborted';
    case 'time':
      return 'the time was up: give it more seconds';
    case 'most':
      return 'more were not asked for';
    case 'solver':
      return 'the solver could not tell';
    case 'range':
      return rangeSaid(scenario);
  }
}

/** Names the terms whose figures the search went through for too long: what can be done about it is done to them. */
function rangeSaid(scenario: Scenario): string {
  const { terms } = scenario;
  const wide = settingOf(scenario).layout.variables.filter(isWide);
  const paths = wide
    .map(({ name }) => name.split('@')[0] ?? name)
    .filter((path) => Object.hasOwn(terms, splitPath(path).term));
  const labels = unique(paths.map((path) => termLabel(terms, path)));
  const why = 'some figures are too large to be searched exactly';
  if (labels.length === 0) return why;
  const whose = labels.length === 1 ? 'closer bounds, or a coarser step' : 'closer bounds, or coarser steps';
  return `${why}: give ${listed(labels)} ${whose}`;
}
