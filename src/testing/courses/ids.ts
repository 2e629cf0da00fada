import { unique } from '../../base/list.js';
import { remembered } from '../../base/remembered.js';
import type { Text } from '../../offers/text/text.js';
import { START } from '../../offers/text/trigger.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { obligationsOf } from '../exhaust/menu.js';
import { dutiesIn } from './text-in-force.js';

/**
 * A kind of id that events speak of: where they do, and those that a scenario has, in the order in which they stand there. Of
 * two kinds that stand in one place, such as parties and bodies, neither stands in for the other.
 */
export interface IdKind {
  readonly keys: readonly string[];
  readonly ids: readonly string[];
}

/** The kinds of id that events speak of, those first of which one may need more than another to come about. */
export const idKindsOf: (scenario: Scenario) => readonly IdKind[] = /* @__PURE__ */ remembered(
  (scenario: Scenario): readonly IdKind[] => {
    const { process, parties, positions, offers } = scenario;
    const texts = Object.values(offers).flatMap(({ text }) => text ?? []);
    const inTexts = (ids: (text: Text) => readonly string[]) => texts.flatMap(ids);
    const kinds: readonly IdKind[] = [
      { keys: ['round'], ids: Object.keys(process.rounds) },
      { keys: ['step'], ids: process.ratification.map(({ id }) => id) },
      { keys: ['body'], ids: process.ratification.flatMap(({ rule }) => (rule.kind === 'bodies' ? rule.of : [])) },
      { keys: ['obligation', 'obligations'], ids: inTexts(dutiesIn) },
      { keys: ['obligation'], ids: obligationsOf(scenario) },
      { keys: ['precondition'], ids: Object.keys(process.preconditions) },
      { keys: ['party', 'by', 'observer'], ids: Object.keys(parties) },
      { keys: ['by', 'observer'], ids: inTexts(({ bodies }) => Object.keys(bodies)) },
      { keys: ['position', 'concedes'], ids: Object.keys(positions) },
      { keys: ['rule'], ids: Object.keys(process.extensions) },
      { keys: ['instrument'], ids: inTexts(({ instruments }) => Object.keys(instruments)) },
      { keys: ['event'], ids: inTexts(({ events }) => Object.keys(events)).filter((id) => id !== START) },
      { keys: ['certification'], ids: inTexts(({ certifications }) => Object.keys(certifications)) },
      { keys: ['talks'], ids: inTexts(({ talks }) => Object.keys(talks)) },
      { keys: ['offer'], ids: Object.keys(offers) },
    ];
    return kinds.map(({ keys, ids }) => ({ keys, ids: unique(ids) }));
  },
);

/** The ids of a kind that an event speaks of, those alone that a scenario has. A new offer is spoken of by itself. */
export function idsIn(event: TalksEvent, { keys, ids }: IdKind): readonly string[] {
  return Object.entries(event).flatMap(([key, value]: readonly [string, unknown]) => {
    if (!keys.includes(key)) return [];
    return (Array.isArray(value) ? value : [value]).filter((id): id is string => ids.includes(id as string));
  });
}

/** An event that speaks of another id of a kind wherever it spoke of one. */
export function speakingOf(event: TalksEvent, { keys }: IdKind, of: string, instead: string): TalksEvent {
  const other = (id: unknown) => (id === of ? instead : id);
  const entries = Object.entries(event).map(([key, value]: readonly [string, unknown]) => {
    if (!keys.includes(key)) return [key, value];
    return [key, Array.isArray(value) ? value.map(other) : other(value)];
  });
  // An event of the same type, or one that will be refused, and then it is not used.
  return Object.fromEntries(entries) as TalksEvent;
}

/** How late the ids that events speak of stand in their scenario, all told. */
export function latenessOf(scenario: Scenario, events: readonly TalksEvent[]): number {
  return idKindsOf(scenario).reduce(
    (sum, kind) => events.flatMap((event) => idsIn(event, kind)).reduce((more, id) => more + kind.ids.indexOf(id), sum),
    0,
  );
}
