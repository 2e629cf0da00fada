import { findConcessions, findConflicts, type Conflict } from 'sticking-points/analysis';

/** Finds conflicts and concession sets: the library does, and broken ones do, on which a law has to fail. */
export interface Engine {
  readonly findConflicts: typeof findConflicts;
  readonly findConcessions: typeof findConcessions;
}

export const theEngine: Engine = { findConflicts, findConcessions };

type Found = Awaited<ReturnType<typeof findConflicts>>;
type Given = Awaited<ReturnType<typeof findConcessions>>;

function withConflicts(change: (found: Found) => Partial<Found>): Engine {
  return {
    ...theEngine,
    findConflicts: async (...asked) => {
      const found = await findConflicts(...asked);
      return { ...found, ...change(found) };
    },
  };
}

function withConcessions(change: (given: Given['coalitions'][number]) => Partial<Given['coalitions'][number]>): Engine {
  return {
    ...theEngine,
    findConcessions: async (...asked) => {
      const found = await findConcessions(...asked);
      return { ...found, coalitions: found.coalitions.map((one) => ({ ...one, ...change(one) })) };
    },
  };
}

/** Leaves out the last conflict. */
export const oneTooFew = withConflicts(({ conflicts, coalitions }) => ({
  conflicts: conflicts.slice(0, -1),
  coalitions: coalitions.map((one) => ({
    ...one,
    conflicts: one.conflicts.filter((i) => i < conflicts.length - 1),
  })),
}));

/** Leaves out the last claim of every conflict of several. */
export const tooSmall = withConflicts(({ conflicts }) => ({
  conflicts: conflicts.map((one): Conflict =>
    one.positions.length < 2 ? one : { ...one, positions: one.positions.slice(0, -1) },
  ),
}));

/** Counts every claim of the parties to a conflict. */
export const tooLarge: Engine = {
  ...theEngine,
  findConflicts: async (scenario, options) => {
    const found = await findConflicts(scenario, options);
    const extra = (one: Conflict) =>
      Object.values(scenario.positions)
        .filter(({ id, party }) => one.parties.includes(party) && !one.positions.includes(id))
        .map(({ id }) => id)
        .slice(0, 1);
    return {
      ...found,
      conflicts: found.conflicts.map((one) => ({ ...one, positions: [...one.positions, ...extra(one)] })),
    };
  },
};

/** Says of every set of parties that nothing stands between them. */
export const allFree = withConflicts(({ coalitions }) => ({
  coalitions: coalitions.map((one) => ({ ...one, free: true })),
}));

/** Says of every conflict that it is certain. */
export const allCertain = withConflicts(({ conflicts }) => ({
  conflicts: conflicts.map((one) => ({ ...one, certain: true })),
}));

/** Proves every conflict by what its last claim asks alone. */
export const halfProved = withConflicts(({ conflicts }) => ({
  conflicts: conflicts.map((one): Conflict => {
    const { proof } = one;
    if (proof.kind !== 'crossing') return one;
    return { ...one, proof: { ...proof, atLeast: { ...proof.atLeast, from: [] } } };
  }),
}));

/** Gives up one claim less than it takes. */
export const tooLittle = withConcessions(({ concessions }) => ({
  concessions: concessions.map((one) => ({ ...one, positions: one.positions.slice(1) })),
}));

/** Leaves out the last concession set. */
export const oneWayLess = withConcessions(({ concessions }) => ({ concessions: concessions.slice(0, -1) }));

/** Gives up red lines as well, unasked. */
export const givesRedLines: Engine = {
  ...theEngine,
  findConcessions: (scenario, options) => findConcessions(scenario, { ...options, redLines: true }),
};

/** Says that it has all, whatever stopped it. */
export const alwaysComplete: Engine = {
  findConflicts: async (...asked) => ({ ...(await findConflicts(...asked)), complete: true }),
  findConcessions: async (...asked) => {
    const found = await findConcessions(...asked);
    return { ...found, complete: true, coalitions: found.coalitions.map((one) => ({ ...one, complete: true })) };
  },
};

/** Finds no conflict whose claims' names come before `m` in the alphabet. */
export const mindsNames = withConflicts(({ conflicts }) => ({
  conflicts: conflicts.filter((one) => one.positions.some((id) => id < 'm')),
}));

/** Adds a conflict of claims that others have nothing against. */
export const invents = withConflicts(({ conflicts }) => ({
  conflicts: conflicts.map((one): Conflict => ({ ...one, positions: one.positions.slice(0, 1) })),
}));
