import { mapEntries, mapValues, optional } from '../base/records.js';
import { normaliseNote, type NoteDraft, type Surroundings } from '../evidence/field.js';
import type { ClauseGrounds } from '../offers/text/grounds.js';
import type { Escrow, Obligation } from '../offers/text/obligation.js';
import type { PhaseExtension, Text } from '../offers/text/text.js';
import type { Trigger, TriggerDraft } from '../offers/text/trigger.js';
import { normaliseAmount, type AmountDraft } from '../terms/amount.js';
import { normaliseLength, type LengthDraft } from '../terms/length.js';
import { isUnsettled, type Unsettled } from '../terms/value.js';
import { around } from './origin.js';
import type { ObligationDraft, PhaseExtensionDraft, TextDraft } from './text-draft.js';

/** The text of a deal from a draft that has been checked. A text that is whole already stays as it is. */
export function normaliseText(draft: TextDraft, outer: Surroundings): Text {
  const grounds = (clause: Partial<ClauseGrounds>) => groundsOf(clause, outer);
  return {
    instruments: mapEntries(draft.instruments ?? {}, (id, i) => ({
      label: i.label ?? id,
      over: i.over ?? [],
      incorporates: i.incorporates ?? [],
      parties: i.parties ?? {},
      holds: i.holds ?? 'whole',
      unaffected: i.unaffected ?? [],
      ...grounds(i),
    })),
    bodies: mapEntries(draft.bodies ?? {}, (id, b) => ({
      label: b.label ?? id,
      members: b.members ?? [],
      ...optional('chair', b.chair),
      rule: b.rule ?? { kind: 'unanimity' },
      ...(b.reports && {
        reports: {
          to: b.reports.to,
          ...length('every', b.reports.every),
          strength: b.reports.strength ?? 'shall',
          ...trigger('begins', b.reports.begins),
          ...trigger('until', b.reports.until),
        },
      }),
      ...grounds(b),
    })),
    others: draft.others ?? {},
    events: mapEntries(draft.events ?? {}, (id, e) => ({
      label: e.label ?? id,
      ...trigger('trigger', e.trigger),
      movedBy: e.movedBy ?? [],
      ...grounds(e),
    })),
    certifications: mapEntries(draft.certifications ?? {}, (id, c) => ({
      label: c.label ?? id,
      by: c.by,
      ...grounds(c),
    })),
    obligations: mapEntries(draft.obligations ?? {}, (id, o) => normaliseObligation(id, o, outer)),
    keys: mapEntries(draft.keys ?? {}, (id, k) => ({
      label: k.label ?? id,
      rows: k.rows,
      totals: mapValues(k.totals ?? {}, (total) => normaliseNote(total, around(k, outer), normaliseAmount)),
      outside: k.outside ?? [],
      ...grounds(k),
    })),
    selections: mapEntries(draft.selections ?? {}, (id, s) => ({
      label: s.label ?? id,
      of: s.of,
      namedBy: s.namedBy,
      vetoBy: s.vetoBy ?? [],
      criteria: s.criteria ?? [],
      exclusions: s.exclusions ?? [],
      ...trigger('deadline', s.deadline),
      ...grounds(s),
    })),
    definitions: mapEntries(draft.definitions ?? {}, (id, d) => ({
      label: d.label ?? id,
      ...optional('means', d.means),
      readings: d.readings ?? [],
      ...grounds(d),
    })),
    talks: mapEntries(draft.talks ?? {}, (id, t) => ({
      label: t.label ?? id,
      ...optional('on', t.on),
      between: t.between ?? [],
      ...trigger('begin', t.begin),
      ...trigger('end', t.end),
      ...optional('otherwise', t.otherwise),
      ...grounds(t),
    })),
    phases: mapValues(draft.phases ?? {}, (p) => ({
      ...trigger('begins', p.begins),
      extensions: (p.extensions ?? []).map(normaliseExtension),
    })),
    approvals: mapValues(draft.approvals ?? {}, (a) => ({ by: a.by, ...grounds(a) })),
    accepted: draft.accepted ?? [],
  };
}

function normaliseObligation(id: string, o: ObligationDraft, outer: Surroundings): Obligation {
  const inside = around(o, outer);
  const noted = <T, R>(draft: NoteDraft<T>, change: (value: T) => R) => normaliseNote(draft, inside, change);
  const same = <T>(value: T) => value;
  const openAmount = (given: AmountDraft | Unsettled) => (isUnsettled(given) ? given : normaliseAmount(given));
  return {
    label: o.label ?? id,
    kind: o.kind ?? 'once',
    strength: o.strength ?? 'shall',
    owedBy: noted(o.owedBy, same),
    ...(o.to === undefined ? {} : { to: noted(o.to, same) }),
    ...(o.verifier === undefined ? {} : { verifier: noted(o.verifier, same) }),
    ...optional('of', o.of),
    ...(o.amount === undefined ? {} : { amount: noted(o.amount, openAmount) }),
    ...(o.table && {
      table: {
        dimensions: o.table.dimensions,
        cells: o.table.cells.map(({ where, amount }) => ({ where: where ?? {}, amount: openAmount(amount) })),
      },
    }),
    ...optional('byKey', o.byKey),
    ...(o.begins === undefined ? {} : { begins: noted(o.begins, normaliseTrigger) }),
    ...length('within', o.within),
    ...trigger('until', o.until),
    ...length('every', o.every),
    ...optional('times', o.times),
    ...optional('perPhase', o.perPhase),
    ...optional('phase', o.phase),
    ...optional('outlasts', o.outlasts),
    ...optional('done', o.done),
    concurrent: o.concurrent ?? [],
    following: o.following ?? [],
    ...optional('series', o.series),
    rounding: o.rounding ?? 'down',
    uses: o.uses ?? [],
    ...(o.escrow && { escrow: normaliseEscrow(o.escrow) }),
    ...groundsOf(o, outer),
  };
}

function normaliseEscrow({ holder, released, returned }: Escrow<TriggerDraft>): Escrow {
  return { holder, released: normaliseTrigger(released), ...trigger('returned', returned) };
}

function normaliseExtension(e: PhaseExtensionDraft): PhaseExtension {
  return {
    how: e.how,
    ...length('unit', e.unit),
    ...optional('per', e.per),
    ...length('cap', e.cap),
    ...optional('times', e.times),
    ...optional('condition', e.condition),
  };
}

/** A trigger from what a modeller wrote. */
function normaliseTrigger(draft: TriggerDraft): Trigger {
  switch (draft.kind) {
    case 'day':
    case 'date':
      return draft;
    case 'event': {
      const { after, before, ...rest } = draft;
      return { ...rest, ...length('after', after), ...length('before', before) };
    }
    case 'earliest':
    case 'latest':
      return { ...draft, of: draft.of.map(normaliseTrigger) };
    default: {
      const { after, ...rest } = draft;
      return { ...rest, ...length('after', after) };
    }
  }
}

function trigger<K extends string>(key: K, draft: TriggerDraft | undefined) {
  return optional(key, draft && normaliseTrigger(draft));
}

function length<K extends string>(key: K, draft: LengthDraft | undefined) {
  return optional(key, draft && normaliseLength(draft));
}

function groundsOf(clause: Partial<ClauseGrounds>, outer: Surroundings): ClauseGrounds {
  return {
    ...optional('clause', clause.clause),
    ...optional('instrument', clause.instrument),
    ...around(clause, outer),
    ...optional('reported', clause.reported),
    ...optional('note', clause.note),
  };
}
