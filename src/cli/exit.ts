/** What a run of the command line ends with. */
export const EXIT = {
  fine: 0,
  /** A finding, or no agreement. */
  finding: 1,
  /** Input that cannot be read, or is not allowed. */
  badInput: 2,
  /** A bug of ours. */
  bug: 70,
  /** Interrupted, with what had been worked out by then. */
  interrupted: 130,
} as const;

/** One of the codes in {@link EXIT}. */
export type Exit = (typeof EXIT)[keyof typeof EXIT];
