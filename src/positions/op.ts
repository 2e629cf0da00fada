/** How a figure may be held against a line. */
export type Op = '>=' | '<=' | '>' | '<' | '=';

/** Each {@link Op}. */
export const OPS = ['>=', '<=', '>', '<', '='] as const satisfies readonly Op[];
