import type { Mutation } from './mutation.js';

/** Flaws in what becomes of a deal that is amended while it is carried out. */
export const IN_AMENDMENTS: readonly Mutation[] = [
  {
    id: 'amended-and-forgotten',
    what: 'What was done, let go and found of obligations is forgotten once the deal is amended.',
    about: 'machine',
    file: 'src/machine/delivery.ts',
    find: 'return broughtBy({ ...deal.text, goingOn }, now,',
    replace: 'return broughtBy({ ...deal.text, goingOn, duties: {} }, now,',
  },
  {
    id: 'due-before-it-was-brought',
    what: 'What an amendment brings is due by its words, though the amendment came after that day.',
    about: 'obligations',
    file: 'src/obligations/brought.ts',
    find: 'dutiesIn(now).filter((id) => !known.has(id)),\n    day,',
    replace: 'dutiesIn(now).filter((id) => !known.has(id)),\n    0,',
  },
  {
    id: 'late-by-new-words',
    what: 'What an amendment asks for sooner than the text before it is late at once.',
    about: 'obligations',
    file: 'src/obligations/brought.ts',
    find: 'return (isBefore(duty.opens.at, today) && !wasOpen) || isOverdueOnly(duty, then);',
    replace: 'return isBefore(duty.opens.at, today) && !wasOpen;',
  },
  {
    id: 'over-before-it-was-amended',
    what: 'A phase that an amendment makes shorter is over on a day before the amendment.',
    about: 'machine',
    file: 'src/machine/delivery.ts',
    find: 'const now = pass(texts, deal, 0, since);',
    replace: 'const now = pass(texts, deal, 0);',
  },
  {
    id: 'amended-when-it-was-told',
    what: 'An amendment that is told late ends and begins phases only on the day on which it is told.',
    about: 'machine',
    file: 'src/machine/delivery.ts',
    find: 'const now = pass(texts, deal, 0, since);',
    replace: 'const now = pass(texts, deal, 0, 0);',
  },
  {
    id: 'done-by-the-day-it-was-amended',
    what: 'What was done after an amendment was agreed on, and before that was told, counts as done by then.',
    about: 'obligations',
    file: 'src/obligations/text-run.ts',
    find: 'reports.filter((report) => report.day <= day)',
    replace: 'reports',
  },
];
