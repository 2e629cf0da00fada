import type { Mutation } from './mutation.js';

/** Flaws in how the words of an offer are read: amounts, lengths, silence, reports that differ. */
export const IN_TERMS: readonly Mutation[] = [
  {
    id: 'at-least-is-exactly',
    what: 'At least so many is read as exactly so many.',
    about: 'terms',
    file: 'src/terms/amount-span.ts',
    find: "case 'at least':\n      return { least: amount.n, most: Infinity };",
    replace: "case 'at least':\n      return { least: amount.n, most: amount.n };",
  },
  {
    id: 'about-only-upwards',
    what: 'About so many, with a tolerance, is never less than the figure.',
    about: 'terms',
    file: 'src/terms/amount-span.ts',
    find: 'return { least: added(amount.n, -(amount.give?.n ?? 0)), most: added(amount.n, amount.give?.n ?? 0) };',
    replace: 'return { least: amount.n, most: added(amount.n, amount.give?.n ?? 0) };',
  },
  {
    id: 'months-of-thirty-days',
    what: 'Every calendar month has 30 days.',
    about: 'terms',
    file: 'src/terms/length.ts',
    find: "if (unit === 'months') return daysInMonths(outwards(n))[end];",
    replace: "if (unit === 'months') return 30 * outwards(n);",
  },
  {
    id: 'up-to-stops-early',
    what: 'What falls up to a phase leaves out that phase itself.',
    about: 'terms',
    file: 'src/terms/scope.ts',
    find: 'Array.from({ length: Math.min(scope.upTo, phases) }, (_, i) => i + 1)',
    replace: 'Array.from({ length: Math.min(scope.upTo, phases) - 1 }, (_, i) => i + 1)',
  },
  {
    id: 'overlap-counted-twice',
    what: 'Who belongs to two categories that overlap is counted twice in the whole.',
    about: 'terms',
    file: 'src/terms/lay-out.ts',
    find: 'if (plain.length > 0 && !term.overlap) {',
    replace: 'if (plain.length > 0) {',
  },
  {
    id: 'unreported-is-absent',
    what: 'What is not reported of an offer known in part counts as absent from it.',
    about: 'offers',
    file: 'src/offers/read-deal.ts',
    find: "if (offer.known === 'full') enterAbsences(ledger, offer);",
    replace: 'enterAbsences(ledger, offer);',
  },
  {
    id: 'absent-is-nothing',
    what: 'A quantity that a full text does not mention is nothing, whatever its absence is declared to mean.',
    about: 'offers',
    file: 'src/offers/read-absences.ts',
    find: "stepsOf({ wording: 'exactly', n: term.absent }, term.step)",
    replace: "stepsOf({ wording: 'exactly', n: 0 }, term.step)",
  },
  {
    id: 'second-report-ignored',
    what: 'Of reports that differ on a figure, only the first is heard.',
    about: 'offers',
    file: 'src/offers/ledger.ts',
    find: 'if (reaches.length === 1 && reaches[0]) return reaches[0];',
    replace: 'if (reaches[0]) return reaches[0];',
  },
];
