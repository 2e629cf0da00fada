import type { Text } from '../../offers/text/text.js';
import { nameOf } from '../../review/clauses.js';
import { clausesInWords, PARTS } from '../../review/text-words.js';
import type { Scenario } from '../../scenario/scenario.js';

/** What goes without saying, part by part, unless a clause says something else. */
const PLAIN: Readonly<Record<string, string>> = {
  kind: 'once',
  strength: 'shall',
  rounding: 'down',
  rule: 'unanimity',
  holds: 'whole',
};

/** The text of a deal clause by clause, a line each, without what goes without saying. */
export function textLines(scenario: Scenario, text: Text): readonly string[] {
  return [...clausesInWords({ scenario, text })].flatMap(([id, parts]) => {
    const words = [...parts].flatMap(([part, said]) =>
      part === 'label' || PLAIN[part] === said ? [] : [`${PARTS[part] ?? part} ${said}`],
    );
    const name = nameOf({ scenario, text }, id);
    return [words.length > 0 ? `${name}: ${words.join(', ')}` : name];
  });
}
