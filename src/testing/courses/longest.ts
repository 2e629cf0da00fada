/** The most events that a course may have: nobody could wait for longer ones, or shrink them. */
export const LONGEST = 10_000;
