/** How a report attributes what it says, strongest first. */
export const ATTRIBUTIONS = [
  'on-record',
  'official-statement',
  'official-unnamed',
  'source-unnamed',
  'party-source',
  'media-secondhand',
  'narrator',
] as const;

/** On whose word a report says something: a rung of {@link ATTRIBUTIONS}. */
export type Attribution = (typeof ATTRIBUTIONS)[number];

/** How each rung reads in a sentence. */
export const ATTRIBUTION_WORDS: Readonly<Record<Attribution, string>> = {
  'on-record': 'on record',
  'official-statement': 'an official statement',
  'official-unnamed': 'an unnamed official',
  'source-unnamed': 'unnamed sources',
  'party-source': 'a source of a party',
  'media-secondhand': 'another outlet, as reported',
  narrator: "the report's own voice",
};

/**
 * Where something is reported: the source, and on whose word.
 *
 * @example
 * const citation: Citation = { source: 'gazette', attribution: 'party-source', by: 'a delegate of the north' };
 */
export interface Citation<S extends string = string> {
  /** Id of a source. */
  readonly source: S;
  readonly attribution: Attribution;
  /** Whose word it is, as the report gives it: `a Hamas source`, `people familiar with the talks`. */
  readonly by?: string;
  /** The id of the noted fact in the modeller's own list of facts. */
  readonly fact?: string;
  /** `support` where it only bears out what another citation establishes; such a citation dates nothing. */
  readonly as?: 'support';
}
