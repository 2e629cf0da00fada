import type { Mutation } from './mutation.js';

/** Flaws in how a condition is judged, one kind of condition after the other. */
export const IN_POSITIONS: readonly Mutation[] = [
  {
    id: 'at-least-excludes-its-line',
    what: 'At least so many is not met by just so many.',
    about: 'positions',
    file: 'src/positions/line.ts',
    find: 'surely: { least: Math.ceil(high) },\n        possibly: { least: Math.ceil(low) },',
    replace: 'surely: { least: Math.floor(high) + 1 },\n        possibly: { least: Math.floor(low) + 1 },',
  },
  {
    id: 'wrong-end-of-the-line',
    what: 'Of a line given as a range, the easier end is enough for "at most".',
    about: 'positions',
    file: 'src/positions/line.ts',
    find: 'surely: { most: Math.floor(low) },',
    replace: 'surely: { most: Math.floor(high) },',
  },
  {
    id: 'addend-counted-twice',
    what: 'What a comparison adds to its figure is counted twice.',
    about: 'positions',
    file: 'src/positions/sum-against-line.ts',
    find: 'return [c, ...(c.plus ?? [])];',
    replace: 'return [c, ...(c.plus ?? []), ...(c.plus ?? [])];',
  },
  {
    id: 'share-rounded-up',
    what: 'A share that an amount must reach is rounded up to the step, and not down.',
    about: 'positions',
    file: 'src/positions/sum-against-line.ts',
    find: "'>=': { least: 1 - oneStep },",
    replace: "'>=': { least: 0 },",
  },
  {
    id: 'ratio-inverted',
    what: 'A ratio is held against its line the wrong way round: so many of the other for each of the one.',
    about: 'positions',
    file: 'src/positions/kinds/ratio.ts',
    find: 'function layOutRatio(c: RatioCondition, { layout, terms }: Surface): Laid {',
    replace:
      'function layOutRatio(given: RatioCondition, { layout, terms }: Surface): Laid {\n' +
      '  const c = { ...given, of: given.per, per: given.of };',
  },
  {
    id: 'over-zero-met',
    what: 'A ratio can be met where there is none of what is divided by.',
    about: 'positions',
    file: 'src/positions/kinds/ratio.ts',
    find: 'judgedAll([isDefined(deal), liesRight])',
    replace: 'judgedAll([liesRight])',
  },
  {
    id: 'weeks-as-days',
    what: 'A length asked in weeks or months is taken for as many days.',
    about: 'positions',
    file: 'src/positions/kinds/length.ts',
    find: 'daysOf({ length: amount, unit: c.unit })',
    replace: "daysOf({ length: amount, unit: 'days' })",
  },
  {
    id: 'below-includes-the-option',
    what: 'An option stands below itself in the order of its choice.',
    about: 'positions',
    file: 'src/positions/kinds/rank.ts',
    find: "'<': options.slice(0, at),",
    replace: "'<': options.slice(0, at + 1),",
  },
  {
    id: 'first-option-only',
    what: 'Of several options that will do, only the first is taken.',
    about: 'positions',
    file: 'src/positions/kinds/choice.ts',
    find: 'judgeAsk(askForOptions(surface, c.of, c.in, c.is), surface, c.of)',
    replace: 'judgeAsk(askForOptions(surface, c.of, c.in, c.is.slice(0, 1)), surface, c.of)',
  },
  {
    id: 'no-read-as-yes',
    what: 'A term asked not to be so is asked to be so.',
    about: 'positions',
    file: 'src/positions/kinds/flag.ts',
    find: 'const band = c.is ? { least: 1 } : { most: 0 };',
    replace: 'const band = { least: 1 };',
  },
  {
    id: 'begins-a-phase-early',
    what: 'What has to begin no later than a phase has to begin before it.',
    about: 'positions',
    file: 'src/positions/kinds/begins.ts',
    find: 'judgeBegun(surface, c.of, c.noLaterThan)',
    replace: 'judgeBegun(surface, c.of, c.noLaterThan - 1)',
  },
  {
    id: 'same-phase-is-before',
    what: 'What begins in the same phase as another begins before it.',
    about: 'positions',
    file: 'src/positions/kinds/before.ts',
    find: 'first: begun(c.first, phase - 1) }));',
    replace: 'first: begun(c.first, phase) }));',
  },
  {
    id: 'not-ignored',
    what: 'That something is not to be so asks that it be so.',
    about: 'positions',
    file: 'src/positions/kinds/not.ts',
    find: 'return (deal) => judgedNot(part(deal));',
    replace: 'return (deal) => part(deal);',
  },
  {
    id: 'open-part-met',
    what: 'Of several conditions that are all asked, one left open counts as met.',
    about: 'positions',
    file: 'src/positions/judged.ts',
    find: "return combine(parts, open.length > 0 ? 'open' : 'met', unionOf(parts));",
    replace: "return combine(parts, open.length > 0 && open.length === parts.length ? 'open' : 'met', unionOf(parts));",
  },
  {
    id: 'any-as-all',
    what: 'Of several conditions of which any will do, one that is met is not enough.',
    about: 'positions',
    file: 'src/positions/kinds/any.ts',
    find: 'return (deal) => judgedAny(parts.map((part) => part(deal)));',
    replace:
      'return (deal) => {\n' +
      '    const judged = parts.map((part) => part(deal));\n' +
      "    const wanting = judged.filter((part) => part.verdict !== 'met');\n" +
      '    return judgedAny(wanting.length > 0 ? wanting : judged);\n' +
      '  };',
  },
  {
    id: 'if-and-then-exchanged',
    what: 'Where one thing asks for another, the other asks for the one.',
    about: 'positions',
    file: 'src/positions/kinds/if-then.ts',
    find: 'judgedAny([judgedNot(premise(deal)), conclusion(deal)])',
    replace: 'judgedAny([premise(deal), judgedNot(conclusion(deal))])',
  },
];
