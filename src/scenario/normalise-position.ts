import { listed, unique } from '../base/list.js';
import { mapValues, optional } from '../base/records.js';
import { normaliseNote, type Surroundings } from '../evidence/field.js';
import type { Position, PositionReading } from '../positions/position.js';
import { say } from '../positions/say.js';
import type { PositionDraft, ReadingDraft } from './draft.js';
import type { TermDrafts } from './ids.js';
import { around, normaliseMoment } from './origin.js';
import type { Scenario } from './scenario.js';

type LoosePosition = PositionDraft<string, string, TermDrafts, string>;
type LooseReading = ReadingDraft<string, TermDrafts, string>;

/** A position with its readings, each resting on what the position rests on unless it says otherwise. */
export function normalisePosition(id: string, draft: LoosePosition, top: Surroundings): Position {
  const origin = { ...around(draft, top), ...optional('reported', draft.reported) };
  const reading = (readingId: string, r: LooseReading): PositionReading => {
    const rests = around(r, origin);
    return {
      id: readingId,
      ...optional('title', r.title),
      condition: r.condition,
      ...rests,
      ...optional('from', normaliseMoment(r.from, rests.basis, rests.because)),
      ...optional('reported', r.reported ?? origin.reported),
    };
  };
  return {
    id,
    party: draft.party,
    // Left empty here, a title is the condition in words: saying it takes terms that have been checked.
    title: draft.title ?? '',
    // How firm a position is has a basis of its own: bare, it is the modeller's supposition.
    rigidity: normaliseNote(draft.rigidity, { basis: 'assumed', citations: [] }, (r) => r),
    readings: draft.readings
      ? Object.entries(draft.readings).map(([readingId, r]) => reading(readingId, r))
      : [reading('only', { condition: draft.condition, ...optional('from', draft.from) })],
    ...(draft.reservation === undefined
      ? {}
      : { reservation: normaliseNote(draft.reservation, { basis: 'assumed', citations: [] }, (c) => c) }),
    ...optional('confidential', draft.confidential),
    ...optional('note', draft.note),
  };
}

/** The scenario with every position that has no title of its own called by its condition in words. */
export function withTitles(scenario: Scenario): Scenario {
  const positions = mapValues(scenario.positions, (p) =>
    p.title !== '' ? p : { ...p, title: listed(unique(p.readings.map((r) => say(r.condition, scenario))), 'or') },
  );
  return { ...scenario, positions };
}
