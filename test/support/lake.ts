import { days, defineScenario, type Scenario, type TextDraft } from 'sticking-points';

/** Two parties who have agreed on a text about boats, for one phase of so many days; what else is offered beside it. */
export function lake(text: TextDraft, length = 60, others: Readonly<Record<string, TextDraft>> = {}): Scenario {
  const offer = (itsText: TextDraft) => ({
    by: ['north', 'south'] as const,
    known: 'full' as const,
    terms: { boats: 100 },
    phases: [{ length: days(length) }],
    text: itsText,
  });
  return defineScenario({
    id: 'boats',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 1000 } } },
    space: { phases: 1, days: 400 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: offer(text),
      ...Object.fromEntries(Object.entries(others).map(([id, other]) => [id, offer(other)])),
    },
  });
}
