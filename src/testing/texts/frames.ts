import type { Arbitrary } from 'fast-check';
import { START, uponEvent, whenCertified } from '../../offers/text/trigger.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { TextDraft } from '../../scenario/text-draft.js';
import { days } from '../../terms/length.js';
import { fc } from '../fast-check.js';
import { seldom } from '../maybe.js';
import { freeId, type TextNames } from './names.js';
import type { DrawnTrigger } from './triggers.js';

/** What a text has beside its obligations and phases. */
export interface Frame {
  readonly body?: string;
  readonly event?: string;
  readonly certification?: string;
  readonly instrument?: string;
  /** These as the text says them, once it is known what it names. */
  readonly draft: (
    names: TextNames,
  ) => Pick<TextDraft, 'bodies' | 'events' | 'certifications' | 'instruments' | 'talks'>;
}

/**
 * What a text has beside its obligations and phases: now and then a body, which may report; a named event that may be moved, as
 * may the entry into force, which may have a trigger of its own; something that is certified; an instrument; talks on no phase.
 */
export function frames(scenario: Scenario, trigger: Arbitrary<DrawnTrigger>, mostDays: number): Arbitrary<Frame> {
  const parties = Object.keys(scenario.parties);
  const some = fc.subarray(parties);
  const named = (id: string) => freeId(scenario, id);
  return fc
    .record({
      body: seldom(
        fc.record({
          members: some,
          majority: fc.boolean(),
          reports: seldom(
            fc.record({ to: fc.constantFrom(...parties), every: seldom(fc.integer({ min: 1, max: mostDays })) }),
          ),
        }),
      ),
      event: seldom(fc.record({ movedBy: some, trigger: seldom(trigger) })),
      start: seldom(
        fc.record({
          movedBy: fc.subarray(parties, { minLength: 1 }),
          late: fc.option(fc.nat({ max: mostDays }), { nil: undefined }),
        }),
      ),
      certified: seldom(fc.constantFrom(...parties)),
      instrument: seldom(fc.record({ signs: fc.oneof(fc.constant([]), some), apart: fc.boolean() })),
      talks: seldom(fc.record({ begin: seldom(trigger), end: seldom(trigger) })),
    })
    .map(({ body, event, start, certified, instrument, talks }): Frame => {
      const ids = {
        ...(body && { body: named('council') }),
        ...(event && { event: named('signature') }),
        ...(certified !== undefined && { certification: named('survey') }),
        ...(instrument && { instrument: named('accord') }),
      };
      const draft: Frame['draft'] = (names) => ({
        ...(ids.body !== undefined && body && { bodies: { [ids.body]: bodyOf(body) } }),
        ...((event ?? start) && {
          events: {
            ...(start && { [START]: { movedBy: start.movedBy, ...setBy(start.late, ids, event) } }),
            ...(ids.event !== undefined && event && { [ids.event]: eventOf(event, names) }),
          },
        }),
        ...(ids.certification !== undefined && {
          certifications: { [ids.certification]: { by: ids.body ?? certified ?? '' } },
        }),
        ...(ids.instrument !== undefined &&
          instrument && { instruments: { [ids.instrument]: instrumentOf(instrument) } }),
        ...(talks && {
          talks: {
            talks: {
              ...(talks.begin && { begin: talks.begin(names) }),
              ...(talks.end && { end: talks.end(names) }),
            },
          },
        }),
      });
      return { ...ids, draft };
    });
}

interface DrawnBody {
  readonly members: readonly string[];
  readonly majority: boolean;
  readonly reports: { readonly to: string; readonly every: number | undefined } | undefined;
}

function bodyOf({ members, majority, reports }: DrawnBody) {
  return {
    ...(members.length > 0 && { members }),
    ...(majority && { rule: { kind: 'majority' } as const }),
    ...(reports && {
      reports: { to: [reports.to], ...(reports.every !== undefined && { every: days(reports.every) }) },
    }),
  };
}

/** What sets the entry into force off, so late after what can come before it; nothing where the text has no such thing. */
function setBy(
  late: number | undefined,
  { certification, event }: Pick<Frame, 'certification' | 'event'>,
  drawn: DrawnEvent | undefined,
) {
  if (late === undefined) return {};
  if (certification !== undefined) return { trigger: whenCertified(certification, days(late)) };
  // One that is set off itself may hang on what comes only later.
  return event === undefined || drawn?.trigger ? {} : { trigger: uponEvent(event, days(late)) };
}

interface DrawnEvent {
  readonly movedBy: readonly string[];
  readonly trigger: DrawnTrigger | undefined;
}

function eventOf({ movedBy, trigger }: DrawnEvent, names: TextNames) {
  return { ...(movedBy.length > 0 && { movedBy }), ...(trigger && { trigger: trigger(names) }) };
}

function instrumentOf({ signs, apart }: { readonly signs: readonly string[]; readonly apart: boolean }) {
  return {
    ...(signs.length > 0 && { parties: Object.fromEntries(signs.map((party) => [party, 'signs' as const])) }),
    ...(apart && { holds: 'part by part' as const }),
  };
}
