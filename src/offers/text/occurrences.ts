/** The most times that one obligation can come round: a text that says more is refused, and a schedule lays out no more. */
export const MOST_OCCURRENCES = 10_000;
