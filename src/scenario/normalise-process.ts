import { mapEntries, mapValues, optional } from '../base/records.js';
import { normaliseNote, type NoteDraft, type Noted, type Surroundings } from '../evidence/field.js';
import type { LooseDraft } from './draft.js';
import { around, normaliseMoment } from './origin.js';
import type { Mandate, Process, Round } from './process.js';
import type { RoundDraft } from './process-draft.js';

/** The process with every default written out and every field noted. */
export function normaliseProcess(draft: LooseDraft['process'], top: Surroundings): Process {
  return {
    preconditions: mapValues(draft?.preconditions ?? {}, (p) => ({
      title: p.title,
      ...optional('party', p.party),
      ...optional('jointly', p.jointly),
      ...around(p, top),
      ...optional('reported', p.reported),
      ...optional('note', p.note),
    })),
    rounds: mapEntries(draft?.rounds ?? {}, (id, r) => normaliseRound(id, r, top)),
    ratification: (draft?.ratification ?? []).map((step) => ({
      id: step.id,
      label: step.label ?? step.id,
      body: step.body,
      rule: step.rule ?? { kind: 'as reported' },
      ...optional('objectionDays', step.objectionDays),
      onFailure: step.onFailure ?? 'talks',
      ...optional('otherwise', step.otherwise),
      ...around(step, top),
      ...optional('reported', step.reported),
    })),
    deadlines: mapValues(draft?.deadlines ?? {}, (d) => ({
      title: d.title,
      by: d.by,
      kind: d.kind,
      ...optional('party', d.party),
      ...around(d, top),
      ...optional('reported', d.reported),
    })),
    extensions: mapValues(draft?.extensions ?? {}, (e) => ({
      title: e.title,
      ...optional('days', e.days),
      ...optional('times', e.times),
      ...around(e, top),
      ...optional('reported', e.reported),
    })),
  };
}

function normaliseRound(id: string, draft: RoundDraft<string, string, string>, top: Surroundings): Round {
  const origin = around(draft, top);
  const noted = <T>(value: NoteDraft<T>): Noted<T> => normaliseNote(value, origin, (v) => v);
  const mandates: Record<string, Noted<Mandate>> = {};
  for (const [party, mandate] of Object.entries(draft.mandates ?? {})) {
    if (mandate !== undefined) mandates[party] = noted(mandate);
  }
  return {
    label: draft.label ?? id,
    ...(draft.venue === undefined ? {} : { venue: noted(draft.venue) }),
    ...(draft.format === undefined ? {} : { format: noted(draft.format) }),
    participants: noted(draft.participants ?? Object.keys(mandates)),
    ...optional('held', normaliseMoment(draft.held, origin.basis, origin.because)),
    needs: draft.needs ?? [],
    mandates,
    ...origin,
    ...optional('reported', draft.reported),
    ...optional('note', draft.note),
  };
}
