/**
 * What is given for what: two quantities whose totals make a ratio worth showing.
 *
 * @example
 * const key: ExchangeKey = { label: 'prisoners for each hostage', of: 'prisoners', per: 'hostages' };
 */
export interface ExchangeKey<Q extends string = string> {
  readonly label: string;
  /** What is given. */
  readonly of: Q;
  /** For each of these. */
  readonly per: Q;
  /** What a reader must know beside the figure, such as that no source states it. */
  readonly note?: string;
}

/** Exchange keys by id. */
export type ExchangeKeys = Readonly<Record<string, ExchangeKey>>;
