import type { Attribution, Citation } from '../../evidence/citation.js';
import type { sources } from './sources.js';

/** The id of one of the five reports. */
export type SourceId = keyof typeof sources;

/** A citation in one line: the report, on which rung it attributes what it says, the noted fact, and whose word it is. */
export const cited = (source: SourceId, attribution: Attribution, fact: string, by?: string): Citation<SourceId> => ({
  source,
  attribution,
  ...(by === undefined ? {} : { by }),
  fact,
});

/** The same for a report that only bears out what another establishes. */
export const supporting = (...citation: Parameters<typeof cited>): Citation<SourceId> => ({
  ...cited(...citation),
  as: 'support',
});

/** A citation, and again under each noted contradiction between reports of which what it bears out is one side. */
export const oneSideOf = (
  contradictions: readonly string[],
  ...citation: Parameters<typeof cited>
): readonly Citation<SourceId>[] => {
  const side = cited(...citation);
  return [side, ...contradictions.map((fact) => ({ ...side, fact }))];
};
