import { listed, ordinal } from '../base/list.js';
import { readingsOf } from '../evidence/field.js';
import type { Scenario } from '../scenario/scenario.js';
import { showLength } from '../terms/length.js';

/** A phase as a diagram may show it: which one it is, and how long the scenario's offers make it. */
export function phaseWords(scenario: Scenario, phase: number): string {
  const lengths = new Map<string, string[]>();
  for (const offer of Object.values(scenario.offers)) {
    const length = offer.phases[phase - 1]?.length;
    if (!length || offer.standing === 'carried out') continue;
    const words = readingsOf(length)
      .map((reading) => showLength(reading.value, scenario))
      .join(' or ');
    lengths.set(words, [...(lengths.get(words) ?? []), offer.id]);
  }
  const each = [...lengths].map(([words, offers]) => `${words} in ${listed(offers)}`);
  const name = ordinal(phase);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} phase${each.length > 0 ? `: ${each.join('; ')}` : ''}`;
}
