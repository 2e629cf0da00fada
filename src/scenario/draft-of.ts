import { isRecord } from '../base/plain.js';
import { mapEntries, mapValues, optional } from '../base/records.js';
import type { Position, PositionReading } from '../positions/position.js';
import type { LooseDraft } from './draft.js';
import { withTitles } from './normalise-position.js';
import type { Scenario } from './scenario.js';
import { shortened } from './shortened.js';
import { textDraftOf } from './text-draft-of.js';

/** The draft that a modeller could have written to get this scenario: whatever would be filled in again is left out. */
export function draftOf(scenario: Scenario): LooseDraft {
  return shortened(wholeDraftOf(scenario));
}

/**
 * A draft that gives this scenario, with whatever would be filled in written out.
 *
 * A scenario is almost a draft of itself, since whatever is filled in may also be written. It differs in that records
 * carry their ids, that a position's readings are a list, and that a position without a title has been given one.
 */
export function wholeDraftOf(scenario: Scenario): LooseDraft {
  const untitled = mapValues(scenario.positions, (position) => ({ ...position, title: '' }));
  const given = withTitles({ ...scenario, positions: untitled }).positions;
  const draft = {
    ...scenario,
    terms: mapValues(scenario.terms, ({ kind, ...term }) => ({ kind, ...term })), // a reader wants the kind first
    positions: mapValues(scenario.positions, (position) =>
      positionDraft(position, given[position.id]?.title === position.title),
    ),
    offers: mapValues(scenario.offers, (offer) => ({
      ...offer,
      ...(offer.text && { text: textDraftOf(offer.text, offer) }),
    })),
  };
  // A draft whose ids are any strings is typed more narrowly than what it is made from.
  return mapValues(draft, withoutIds) as unknown as LooseDraft;
}

/** Records by id, each without an id of its own that only repeats its key; anything else as it is. */
function withoutIds(field: unknown): unknown {
  if (!isRecord(field)) return field;
  // It is a record, as has just been seen, and so is what the check of its entries lets through.
  return mapEntries(field as Readonly<Record<string, unknown>>, (key, entry) => {
    if (!isRecord(entry)) return entry;
    const { id, ...rest } = entry as Readonly<Record<string, unknown>>;
    return id === key ? rest : entry;
  });
}

function positionDraft({ id, party, title, rigidity, readings, ...rest }: Position, untitled: boolean): object {
  const head = { id, party, ...optional('title', untitled ? undefined : title), rigidity };
  const [only] = readings;
  if (only && readings.length === 1 && only.id === 'only' && only.title === undefined) {
    return { ...head, ...readingDraft(only), ...rest };
  }
  return { ...head, readings: Object.fromEntries(readings.map((r) => [r.id, readingDraft(r)])), ...rest };
}

function readingDraft({ id: _, ...reading }: PositionReading): object {
  return reading;
}
