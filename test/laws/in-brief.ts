import { say, type Condition, type Offer, type Scenario } from 'sticking-points';

/** What a failing case is about, in few lines, for the message of an assertion. */
export function inBrief(scenario: Scenario, condition: Condition, ...offers: readonly Offer[]): string {
  const { terms, space, counts } = scenario;
  const lines = offers.map(({ known, phaseCount, length, terms: clauses, phases }) =>
    JSON.stringify({ known, phaseCount, length, terms: clauses, phases }, plainer),
  );
  return [
    say(condition, scenario),
    JSON.stringify(condition),
    JSON.stringify(terms, plainer),
    JSON.stringify({ space, counts }, plainer),
    ...lines,
  ].join('\n');
}

function plainer(key: string, value: unknown): unknown {
  return ['basis', 'citations'].includes(key) ? undefined : value;
}
