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
    find: 'const now = pass(texts, deal, 0, 0);',
    replace: 'const now = pass(texts, deal, 0);',
  },
  {
    id: 'alleged-of-any-text',
    what: 'What any offer of the scenario would make due can be alleged not to be kept, though its text was never in force.',
    about: 'machine',
    file: 'src/machine/never-in-force.ts',
    find: 'if (texts.some((text) => isDutyOf(text, id) || Object.hasOwn(text.talks, id))) return [];',
    replace: 'if (texts.length > 0) return [];',
  },
];
