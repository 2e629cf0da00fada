import { describe, expect, test } from 'vitest';
import { gaza2024 } from 'sticking-points/scenarios';

/** The noted facts, kind by kind: a letter, and how many there are. A copy, so that none is lost unnoticed. */
const NOTED = {
  B: 7, // the deal of November
  P: 8, // proposals and ideas
  I: 13, // what Israel was reported to want or say
  H: 8, // Hamas
  U: 9, // the United States
  Q: 1, // Qatar
  T: 15, // what happened
  M: 4, // mandates, approvals, what led to attendance
  X: 7, // what strained or eased the talks
  N: 9, // figures of people
  C: 17, // where reports differ
} as const;

/** Facts that the data cite nowhere, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  B7: 'A ratio derived from two figures that were reported apart: barred in the deal of November, with the reason.',
  N4: 'Derived: the count of those presumed alive is inferred from N2 and N3, and cites these.',
  N9: 'Arithmetic on N1, N2 and B2 that no report makes: told in words beside the count of those held.',
  C15: 'How two names are spelt: both spellings stand in the notes on Egypt and Qatar.',
  C16: 'Of which agency one report is: stands in the details of the source itself.',
};

const ids = Object.entries(NOTED).flatMap(([kind, n]) => Array.from({ length: n }, (_, i) => `${kind}${i + 1}`));
const scenario = gaza2024();
const cited = new Set(factsIn(scenario));

/** The fact of every citation anywhere in a value. */
function factsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { attribution, fact } = value as Readonly<Record<string, unknown>>;
  const own = typeof attribution === 'string' && typeof fact === 'string' ? [fact] : [];
  return [...own, ...Object.values(value).flatMap(factsIn)];
}

describe('the noted facts', () => {
  test('are ninety-eight', () => {
    expect(ids).toHaveLength(98);
  });

  test('are each cited by the data or left out with a reason', () => {
    expect(ids.filter((id) => !cited.has(id) && !(id in LEFT_OUT))).toEqual([]);
  });

  test('are not both cited and said to be left out', () => {
    expect(Object.keys(LEFT_OUT).filter((id) => cited.has(id))).toEqual([]);
    expect(Object.keys(LEFT_OUT).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('are all that is cited', () => {
    expect([...cited].filter((fact) => !ids.includes(fact))).toEqual([]);
  });

  test('that report contradictions are cited once for each side', () => {
    const sides = (fact: string) => {
      const found = new Set<string>();
      collect(scenario, fact, found);
      return [...found].sort();
    };
    expect(sides('C1')).toEqual(['S1', 'S3', 'S4']);
    expect(sides('C2')).toEqual(['S0', 'S1', 'S2', 'S3']);
    expect(sides('C3')).toEqual(['S1', 'S2', 'S3', 'S4']);
    expect(sides('C4')).toEqual(['S1', 'S2', 'S3', 'S4']);
    expect(sides('C5')).toEqual(['S2', 'S3']);
    expect(sides('C6')).toEqual(['S0', 'S1']);
    expect(sides('C7')).toEqual(['S2', 'S3', 'S4']);
    expect(sides('C8')).toEqual(['S2', 'S3', 'S4']);
    expect(sides('C9')).toEqual(['S3', 'S4']);
    expect(sides('C12')).toEqual(['S0', 'S1']);
    expect(sides('C13')).toEqual(['S0', 'S1', 'S2']);
    expect(sides('C14')).toEqual(['S3', 'S4']);
    expect(sides('C17')).toEqual(['S0', 'S1']);
  });
});

/** The sources that are cited for one fact. */
function collect(value: unknown, fact: string, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { source, fact: own } = value as Readonly<Record<string, unknown>>;
  if (own === fact && typeof source === 'string') found.add(source);
  for (const inner of Object.values(value)) collect(inner, fact, found);
}
