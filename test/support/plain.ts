/** Of scenarios that are drawn, terms and positions alone: for what speaks of conditions and offers, and of nothing beside. */
export const PLAIN = { process: false, scores: false, offers: 0 } as const;
