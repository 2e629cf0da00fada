import { compareTexts, onDay, type ObligationDraft } from 'sticking-points';
import { expect, it } from 'vitest';
import { lake } from '../support/lake.js';

const sentences = (one: Partial<ObligationDraft>, other: Partial<ObligationDraft>) => {
  const textOf = (more: Partial<ObligationDraft>) => ({
    others: { bank: 'the bank', guild: 'the guild' },
    obligations: { survey: { owedBy: ['north'], begins: onDay(0), ...more } },
  });
  const scenario = lake(textOf(one), 60, { amended: textOf(other) });
  return compareTexts(scenario, 'deal', 'amended').map(({ sentence }) => sentence);
};

it('the order in which those are named who do something together is no change, and who they are is one', () => {
  expect(sentences({ owedBy: ['north', 'south'] }, { owedBy: ['south', 'north'] })).toEqual([]);
  expect(sentences({ owedBy: ['guild', 'north', 'bank'] }, { owedBy: ['bank', 'guild', 'north'] })).toEqual([]);
  expect(sentences({ to: ['south', 'north'] }, { to: ['south'] })).toEqual([
    '“survey”: owed to: north and south became south',
  ]);
});
