import { canBlock } from '../positions/position.js';
import type { Scenario } from '../scenario/scenario.js';
import { weighed } from './data-weight.js';

/**
 * How much there is to a scenario: its parties, terms, phases and positions, what its process holds, a rule of agreement of
 * its own, scores, offers and their texts, all counted together; what they hold; how great its figures are.
 */
export function scenarioComplexity(scenario: Scenario): readonly number[] {
  const { parties, terms, positions, space, process, scores, offers } = scenario;
  const { values, figures } = weighed(scenario);
  const texts = Object.values(offers).filter(({ text }) => text);
  const sections: readonly object[] = Object.values(process);
  const counted = [parties, terms, positions, ...sections, scores, offers, texts].reduce(
    (sum, record) => sum + Object.keys(record).length,
    space.phases.most + (goesWithoutSaying(scenario) ? 0 : 1),
  );
  return [counted, values, figures];
}

/** Whether the rule of agreement is the one that a scenario has which gives none. */
function goesWithoutSaying({ agreement, parties, positions }: Scenario): boolean {
  const firm = Object.values(positions).filter(({ rigidity }) => canBlock(rigidity.value));
  const holders = Object.keys(parties).filter((id) => firm.some(({ party }) => party === id));
  const all = holders.length > 0 ? holders : Object.keys(parties);
  return (
    agreement.rule === 'unanimity' && all.every((id, i) => agreement.of[i] === id) && all.length === agreement.of.length
  );
}
