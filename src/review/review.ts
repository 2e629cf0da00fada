import { applyPatches, type Patch } from '../base/drafts.js';
import type { CalendarDate } from '../base/day.js';
import { frozenCopy } from '../base/freeze.js';
import { once } from '../base/once.js';
import { printable } from '../base/printable.js';
import type { Offer } from '../offers/offer.js';
import { withPhaseEnds } from '../obligations/phase-rates.js';
import { lastPhase, textLaidOut } from '../obligations/text-laid-out.js';
import { offerWithText, textToSchedule } from '../obligations/text-to-schedule.js';
import type { Scenario } from '../scenario/scenario.js';
import { acceptancesOfNothing, acceptedIn, matched } from './acceptances.js';
import { capital } from '../base/capital.js';
import { clauseAt } from './clauses.js';
import { FINDING_CODES, SEVERITIES, type TextFinding, type FindingCode } from './finding.js';
import type { Found } from './found.js';
import { KINDS } from './kinds.js';
import { inBodies, OF_REPORTS } from './reports.js';
import { subjectOf, type Subject } from './subject.js';

/** Days that are known already when a text is reviewed. */
export interface ReviewOptions {
  /** Days given to named events, by the event's id: `start`, or one that the text names. */
  readonly anchors?: Readonly<Record<string, CalendarDate>>;
}

/**
 * Reads the text of an offer for what it leaves undone, undecided or impossible: circles of clauses that wait for each
 * other, triggers that nothing can set off, windows that close before they open, duties on those who signed nothing …
 * What breaks comes first, then what is unclear, then notes; within these by code, then as the text has it.
 *
 * Reports that bodies owe are read like obligations, for when they are due: what is found of them points at their body.
 *
 * Days of events from outside are not known: what is said to be too late or too early is so whenever they happen. A
 * finding that the text itself accepts stays in the list, with the reason; an acceptance that matches none is a finding.
 * A finding's `mend.patches` are for `applyPatches(offer, …)`.
 *
 * Throws a `FaultError`: `review/unknown-offer`, `review/no-text`, `review/unknown-event`, `review/bad-date`.
 *
 * @example
 * const draft = checkOffer(scenario, 'draft', {
 *   text: {
 *     obligations: {
 *       survey: { owedBy: ['north'], verifier: 'south', begins: uponCompletion('boats') },
 *       boats: { owedBy: ['south'], verifier: 'north', begins: uponCompletion('survey') },
 *     },
 *   },
 * });
 * const offer = draft.ok ? draft.value : first;
 * const [circle] = review(scenario, offer);
 * circle?.code; // 'review/circular-sequence'
 * circle?.message.split('.')[0];
 * // '“boats” waits for “survey” to be done; “survey” waits for “boats” to be done'
 * review(scenario, applyPatches(offer, circle?.mend.patches ?? [])); // []
 */
export function review(scenario: Scenario, offer: string | Offer, options: ReviewOptions = {}): readonly TextFinding[] {
  const found = findingsOf(scenario, offer, options);
  const breaks = once(() => new Set(found.filter(({ severity }) => severity === 'breaks').map(nameOfFinding)));
  /** Whether a mend that moves the days of other clauses keeps them all possible. */
  const isHarmless = (patches: readonly Patch[]) => {
    const mended = applyPatches(offerWithText(scenario, offer, 'review').whole, patches);
    return findingsOf(scenario, mended, options).every(
      (one) => one.severity !== 'breaks' || breaks().has(nameOfFinding(one)),
    );
  };
  const kept = found.map((one): TextFinding => {
    const { words, patches } = one.mend;
    return !patches || !MOVING.includes(one.code) || isHarmless(patches) ? one : { ...one, mend: { words } };
  });
  // A copy: what is handed out is frozen, and the offer is the caller's.
  return frozenCopy(kept);
}

/** The kinds of finding whose mends move the days of all that hangs on a phase: there are no more of them than phases. */
const MOVING: readonly FindingCode[] = ['review/phases-overlap', 'review/phase-gap'];

const nameOfFinding = ({ code, clauses }: TextFinding) =>
  matched(
    code,
    clauses.map(({ id }) => id),
  );

/** What is found in a text, in the order in which it is told. */
function findingsOf(scenario: Scenario, offer: string | Offer, options: ReviewOptions): readonly TextFinding[] {
  const { whole, text, events } = textToSchedule(scenario, offer, options.anchors ?? {}, 'review');
  const subject = subjectOf(scenario, whole, textLaidOut(scenario, whole, text), events);
  const without = { ...subject, text: withPhaseEnds(text, lastPhase(scenario, whole)) };
  const accepted = acceptedIn(text.accepted);
  const finding = (code: FindingCode, { severity, clauses, message, mend, facts = {} }: Found): TextFinding => {
    const reason = accepted.get(matched(code, clauses));
    return {
      code,
      severity,
      clauses: clauses.map((id) => clauseAt(subject, id)),
      message: capital(printable(message)),
      mend,
      facts,
      ...(reason !== undefined && { accepted: reason }),
    };
  };
  const found = FINDING_CODES.flatMap((code) =>
    code === 'review/accepts-nothing' ? [] : mergedBy(foundOf(code, subject, without)).map((one) => finding(code, one)),
  );
  const known = new Set(found.map(nameOfFinding));
  found.push(...acceptancesOfNothing(subject, known).map((one) => finding('review/accepts-nothing', one)));
  return SEVERITIES.flatMap((severity) => found.filter((one) => one.severity === severity));
}

/** What is found of one kind: in the reports that bodies owe as well, or else in the text without them. */
function foundOf(
  code: Exclude<FindingCode, 'review/accepts-nothing'>,
  subject: Subject,
  without: Subject,
): readonly Found[] {
  if (!OF_REPORTS.includes(code)) return KINDS[code](without);
  return KINDS[code](subject).map((one) => inBodies(subject.text, one));
}

/** What is found of the same clauses as one finding: it is accepted, and mended, as one. */
function mergedBy(found: readonly Found[]): readonly Found[] {
  const merged = new Map<string, Found>();
  for (const one of found) {
    const key = JSON.stringify(one.clauses);
    const before = merged.get(key);
    merged.set(key, before ? together(before, one) : one);
  }
  return [...merged.values()];
}

function together(one: Found, other: Found): Found {
  const patches = [...(one.mend.patches ?? []), ...(other.mend.patches ?? [])];
  // Where half of it can be mended by data, the whole cannot.
  const whole = one.mend.patches && other.mend.patches;
  const words = one.mend.words === other.mend.words ? one.mend.words : `${one.mend.words} ${other.mend.words}`;
  const { further = [], ...facts } = one.facts ?? {};
  return {
    ...one,
    message: `${one.message} ${other.message}`,
    mend: { words, ...(whole && { patches }) },
    facts: { ...facts, further: [...(further as readonly unknown[]), other.facts ?? {}] },
  };
}
