import { mapValues, optional } from '../base/records.js';
import type { Position, PositionReading } from '../positions/position.js';
import type { LooseDraft } from './draft.js';
import { withTitles } from './normalise-position.js';
import type { Scenario } from './scenario.js';
import { shortened } from './shortened.js';

/**
 * The draft that a modeller could have written to get this scenario: whatever would be filled in again is left out.
 *
 * A scenario is almost a draft of itself, since whatever is filled in may also be written. It differs in that offers and
 * positions carry their ids, that a position's readings are a list, and that a position without a title has been given one.
 */
export function draftOf(scenario: Scenario): LooseDraft {
  const untitled = mapValues(scenario.positions, (position) => ({ ...position, title: '' }));
  const given = withTitles({ ...scenario, positions: untitled }).positions;
  const draft = {
    ...scenario,
    terms: mapValues(scenario.terms, ({ kind, ...term }) => ({ kind, ...term })), // a reader wants the kind first
    positions: mapValues(scenario.positions, (position) =>
      positionDraft(position, given[position.id]?.title === position.title),
    ),
    offers: mapValues(scenario.offers, ({ id: _, ...offer }) => offer),
  };
  // A draft whose ids are any strings is typed more narrowly than what it is made from.
  return shortened(draft as unknown as LooseDraft);
}

function positionDraft({ id: _, party, title, rigidity, readings, ...rest }: Position, untitled: boolean): object {
  const head = { party, ...optional('title', untitled ? undefined : title), rigidity };
  const [only] = readings;
  if (only && readings.length === 1 && only.id === 'only' && only.title === undefined) {
    return { ...head, ...readingDraft(only), ...rest };
  }
  return { ...head, readings: Object.fromEntries(readings.map((r) => [r.id, readingDraft(r)])), ...rest };
}

function readingDraft({ id: _, ...reading }: PositionReading): object {
  return reading;
}
