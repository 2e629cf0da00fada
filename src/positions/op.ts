/** How a figure may be held against a line. */
export const OPS = ['>=', '<=', '>', '<', '='] as const;

/** One of {@link OPS}. */
export type Op = (typeof OPS)[number];
