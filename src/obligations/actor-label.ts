import { quoted } from '../base/quoted.js';
import type { Text } from '../offers/text/text.js';
import type { Scenario } from '../scenario/scenario.js';
import { labelApart } from './label-twice.js';

/** Where those whom a text names stand: in the scenario, or, as bodies and others, in the text. */
interface Named {
  readonly text: Pick<Text, 'bodies' | 'others'>;
  readonly scenario: Pick<Scenario, 'parties'>;
}

/** A party, a body, or another whom the text names, as a sentence names it. */
export function actorLabel({ text, scenario }: Named, id: string): string {
  const { bodies, others } = text;
  if (Object.hasOwn(scenario.parties, id)) return quoted(scenario.parties[id]?.label ?? id);
  if (Object.hasOwn(bodies, id)) return labelApart(bodies, id, bodies[id]?.label);
  return labelApart(others, id, Object.hasOwn(others, id) ? others[id] : undefined);
}
