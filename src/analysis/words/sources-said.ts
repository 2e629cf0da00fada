import { listed, unique } from '../../base/list.js';
import { ATTRIBUTION_WORDS, type Citation } from '../../evidence/citation.js';
import type { Scenario } from '../../scenario/scenario.js';

/** How sources are named: with outlet, date and on whose word, or by their ids alone. */
export type SourcesSaid = 'in full' | 'by id';

/**
 * Where something is reported: `S1: CNN, 22 …; an official`, source by source in the scenario's order; nothing where nothing
 * is cited.
 */
export function sourcesSaid(scenario: Scenario, citations: readonly Citation[], how: SourcesSaid): string {
  const cited = Object.keys(scenario.sources).filter((id) => citations.some((c) => c.source === id));
  if (how === 'by id') return cited.join(' ');
  return cited.map((id) => `${sourceSaid(scenario, id)}, ${listed(voicesIn(citations, id))}`).join('; ');
}

/** `S1: CNN, 2024-02-22`, with what its date rests on where that is not stated. */
function sourceSaid({ sources }: Scenario, id: string): string {
  const source = sources[id];
  if (!source) return id;
  const { outlet, date, dateBasis } = source;
  return `${id}: ${outlet}, ${date}${dateBasis === 'reported' ? '' : ` (date ${dateBasis})`}`;
}

/** On whose word a source says it, what only bears it out last. */
function voicesIn(citations: readonly Citation[], id: string): readonly string[] {
  const here = citations.filter((c) => c.source === id);
  const voice = ({ by, attribution }: Citation) => by ?? ATTRIBUTION_WORDS[attribution];
  const establishing = unique(here.filter((c) => c.as !== 'support').map(voice));
  const inSupport = unique(here.filter((c) => c.as === 'support').map(voice));
  return [...establishing, ...inSupport.filter((v) => !establishing.includes(v)).map((v) => `${v} in support`)];
}
