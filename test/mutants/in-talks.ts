import type { Mutation } from './mutation.js';

/** Flaws in the talks up to an agreement, and in the handle on them: the table, answers, rounds, undoing. */
export const IN_TALKS: readonly Mutation[] = [
  {
    id: 'any-offer-withdrawn',
    what: 'Withdrawing an offer that does not lie on the table takes away the one that does.',
    about: 'machine',
    file: 'src/machine/against-offer.ts',
    find: 'if (context.offer === event.offer) return [];',
    replace: 'if (context.offer !== null) return [];',
  },
  {
    id: 'answers-outlive-the-offer',
    what: 'Answers declared to one offer count for the next one on the table.',
    about: 'machine',
    file: 'src/machine/next-context.ts',
    find: "case 'offer.tabled':\n      draft.declared = {};",
    replace: "case 'offer.tabled':",
  },
  {
    id: 'red-line-accepted',
    what: 'A party may declare that it accepts what its own red line forbids.',
    about: 'machine',
    file: 'src/machine/against-answer.ts',
    find: "const lines = answer === 'accepts' ? unmetOf(party, 'red line', current) : [];",
    replace: 'const lines: readonly string[] = [];',
  },
  {
    id: 'listener-answers',
    what: 'A delegation that may only listen or explore answers an offer all the same.',
    about: 'machine',
    file: 'src/machine/against-answer.ts',
    find: "const found: Fault[] = [...againstMandates(context, [party], 'negotiate', 'answer an offer')];",
    replace: 'const found: Fault[] = [];',
  },
  {
    id: 'negotiator-concludes',
    what: 'A delegation that may negotiate binds its side as well.',
    about: 'machine',
    file: 'src/machine/against-process.ts',
    find: "againstMandates(context, accepting, 'conclude', 'conclude the agreement')",
    replace: "againstMandates(context, accepting, 'negotiate', 'conclude the agreement')",
  },
  {
    id: 'conceded-still-sticks',
    what: 'A demand conceded by an acceptance is still a sticking point.',
    about: 'machine',
    file: 'src/machine/declared.ts',
    find: "v.verdict === 'unmet' && !conceded.includes(v.position),",
    replace: "v.verdict === 'unmet',",
  },
  {
    id: 'joint-met-by-one',
    what: 'A joint precondition is met once one of those it is made up of is.',
    about: 'machine',
    file: 'src/machine/against-process.ts',
    find: 'return (process.preconditions[id]?.jointly ?? [id]).filter((part) => !met.includes(part));',
    replace:
      'const parts = process.preconditions[id]?.jointly ?? [id];\n' +
      '  return parts.some((part) => met.includes(part)) ? [] : parts;',
  },
  {
    id: 'deadlines-swapped',
    what: 'The talks lapse when a soft deadline is over, and not when a hard one is.',
    about: 'machine',
    file: 'src/machine/clock.ts',
    find: "deadline.kind === 'hard' &&",
    replace: "deadline.kind === 'soft' &&",
  },
  {
    id: 'undo-takes-two',
    what: 'Taking back the last event takes back the one before it too.',
    about: 'machine',
    file: 'src/machine/talks.ts',
    find: 'here = here.before;',
    replace: 'here = here.before.before ?? here.before;',
  },
  {
    id: 'fork-forgets',
    what: 'Talks forked from others have no past.',
    about: 'machine',
    file: 'src/machine/talks.ts',
    find: 'return talksAt(house, here, ahead);',
    replace: 'return talksAt(house, { snapshot: here.snapshot }, ahead);',
  },
];
