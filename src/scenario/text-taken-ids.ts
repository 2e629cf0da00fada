import { fault, type Fault, type Path } from '../base/fault.js';
import type { Text } from '../offers/text/text.js';
import type { Scenario } from './scenario.js';

/** Ids that name two things at once: of those who act, and of events. */
export function takenIds(scenario: Scenario, text: Text, top: Path): readonly Fault[] {
  const taken = (what: string, section: string, id: string, by: string): Fault => {
    const message = `'${id}' is ${by}, and cannot be ${what} of the text too: call it something else.`;
    return fault('text/id-taken', [...top, section, id], message, { id });
  };
  const isParty = (id: string) => Object.hasOwn(scenario.parties, id);
  return [
    ...Object.keys(text.bodies).flatMap((id) => (isParty(id) ? [taken('a body', 'bodies', id, 'a party')] : [])),
    ...Object.keys(text.others).flatMap((id) => {
      if (isParty(id)) return [taken('one of the others', 'others', id, 'a party')];
      return Object.hasOwn(text.bodies, id) ? [taken('one of the others', 'others', id, 'a body')] : [];
    }),
    ...Object.keys(text.events).flatMap((id) =>
      /^phase[0-9]+([.]end)?$/.test(id) ? [taken('an event', 'events', id, 'what a phase is known by')] : [],
    ),
  ];
}
