import type { Mutation } from './mutation.js';

/** Flaws in what verdicts come to: of one position, of one party, of all parties together. */
export const IN_ASSESSMENT: readonly Mutation[] = [
  {
    id: 'one-reading-suffices',
    what: 'A position is met where one of its readings is.',
    about: 'assessment',
    file: 'src/assessment/verdict.ts',
    find: "verdict: first !== undefined && readings.every((r) => r.verdict === first) ? first : 'open',",
    replace:
      "verdict: readings.some((r) => r.verdict === 'met')\n" +
      "      ? 'met'\n" +
      "      : first !== undefined && readings.every((r) => r.verdict === first) ? first : 'open',",
  },
  {
    id: 'preference-blocks',
    what: 'A preference that is not met is a sticking point.',
    about: 'assessment',
    file: 'src/positions/position.ts',
    find: "return rigidity !== 'preference';",
    replace: 'return RIGIDITIES.includes(rigidity);',
  },
  {
    id: 'open-is-acceptable',
    what: 'A party accepts an offer that leaves a demand of its own open.',
    about: 'assessment',
    file: 'src/assessment/answers.ts',
    find: 'const accepts = standing.length > 0 && unmet.length === 0 && open.length === 0;',
    replace: 'const accepts = standing.length > 0 && unmet.length === 0;',
  },
  {
    id: 'red-line-conceded',
    what: "A reported acceptance counts though it goes against the party's own red line.",
    about: 'assessment',
    file: 'src/assessment/answers.ts',
    find: "const despite = accepted ? unmet('red line') : [];",
    replace: 'const despite: readonly string[] = [];',
  },
  {
    id: 'authorship-lost',
    what: 'Who put an offer forward does not thereby accept it.',
    about: 'assessment',
    file: 'src/assessment/answers.ts',
    find: "  if (byAuthorship) return 'byAuthorship';\n",
    replace: '',
  },
  {
    id: 'quota-one-short',
    what: 'One acceptance fewer than a quota or a threshold asks for is enough.',
    about: 'assessment',
    file: 'src/scenario/agreement.ts',
    find: "agreement.rule === 'unanimity' ? { needed: agreement.of.length, vetoes: agreement.of } : agreement;",
    replace:
      "agreement.rule === 'unanimity'\n" +
      '    ? { needed: agreement.of.length, vetoes: agreement.of }\n' +
      '    : { ...agreement, needed: agreement.needed - 1 };',
  },
  {
    id: 'veto-ignored',
    what: 'Nobody has to wait for those who hold a veto, and their rejection blocks nothing.',
    about: 'assessment',
    file: 'src/scenario/agreement.ts',
    find: 'const { needed, vetoes } = thresholdOf(agreement);',
    replace: 'const { needed } = thresholdOf(agreement);\n  const vetoes: readonly string[] = [];',
  },
  {
    id: 'weights-as-heads',
    what: 'Where votes are weighted, every party counts for one.',
    about: 'assessment',
    file: 'src/scenario/agreement.ts',
    find: 'return (Object.hasOwn(agreement.weights, party) ? agreement.weights[party] : undefined) ?? 0;',
    replace: 'return agreement.of.includes(party) ? 1 : 0;',
  },
];
