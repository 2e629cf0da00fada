import * as z from 'zod/mini';
import { fault, type Fault, type Path } from '../base/fault.js';
import { once } from '../base/once.js';
import { show } from '../base/plain.js';
import { failure, success, type Result } from '../base/result.js';
import type { TalksEvent } from '../scenario/event.js';
import { fingerprintOf } from '../scenario/fingerprint.js';
import type { Scenario } from '../scenario/scenario.js';
import { checkShape } from '../scenario/shape-faults.js';
import { optionFaults } from './options.js';
import { SAVED_FORMAT, SAVED_VERSION } from './save.js';
import { openTalks, type Talks } from './talks.js';

const savedShape = /* @__PURE__ */ once(() =>
  z.strictObject({
    format: z.literal(SAVED_FORMAT),
    version: z.literal(SAVED_VERSION),
    scenario: z.string(),
    fingerprint: z.string(),
    options: z.looseObject({}),
    events: z.array(z.unknown()),
    state: z.string(),
  }),
);

/**
 * Opens saved talks again, by doing all that happened in them once more.
 *
 * @param saved - what `save` gave, as it came back from JSON
 * @returns the talks, or every fault: `save/shape` for what are no saved talks, `save/version`, `save/another-scenario`,
 *   `save/changed-scenario` where the scenario now says something else, `save/another-course` where the events now lead
 *   elsewhere, `talks/bad-option`, and the reasons against the
 *   first event that can no longer happen, their paths beginning with its place
 * @example
 * const talks = openTalks(scenario);
 * talks.do({ type: 'offer.tabled', offer: 'first-offer' });
 * const restored = restoreTalks(scenario, JSON.parse(JSON.stringify(talks.save())));
 * restored.ok && restored.value.state; // 'talks.blocked'
 */
export function restoreTalks(scenario: Scenario, saved: unknown): Result<Talks> {
  const version = versionOf(saved);
  if (version !== undefined && version !== SAVED_VERSION) {
    const message = `These talks were saved in version ${show(version)}, and this library reads version ${SAVED_VERSION}: use one that reads theirs.`;
    return failure([fault('save/version', ['version'], message, { version: show(version), reads: SAVED_VERSION })]);
  }
  const shaped = checkShape(savedShape(), saved);
  if (!shaped.ok) return failure(shaped.faults.map((f) => ({ ...f, code: f.code.replace('scenario/', 'save/') })));
  const { scenario: id, fingerprint, options, events, state } = shaped.value;
  const strange = [...foreignFaults(scenario, id, fingerprint), ...optionFaults(options).map(inside('options'))];
  if (strange.length > 0) return failure(strange);
  const talks = openTalks(scenario, options);
  for (const [i, event] of events.entries()) {
    // Whatever an event is, the talks say what is wrong with it.
    const { reasons } = talks.do(event as TalksEvent);
    if (reasons.length > 0) return failure(reasons.map(inside('events', i)));
  }
  if (talks.state !== state) {
    const message = `Done again, these talks come to '${talks.state}' and not to '${state}': some of the saved events are missing or changed, or what the scenario reports of their days has been corrected since.`;
    return failure([fault('save/another-course', ['state'], message, { saved: state, now: talks.state })]);
  }
  return success(talks);
}

/** A fault as it lies in the envelope. */
function inside(...path: Path): (found: Fault) => Fault {
  return (found) => ({ ...found, path: [...path, ...found.path] });
}

/** The version that an envelope of this format says it has. */
function versionOf(saved: unknown): unknown {
  const own = (key: string): unknown => Object.getOwnPropertyDescriptor(Object(saved), key)?.value;
  return own('format') === SAVED_FORMAT ? own('version') : undefined;
}

function foreignFaults(scenario: Scenario, id: string, fingerprint: string): readonly Fault[] {
  if (id !== scenario.id) {
    const message = `These talks belong to the scenario '${id}', and not to '${scenario.id}': restore them on theirs.`;
    return [fault('save/another-scenario', ['scenario'], message, { id, scenario: scenario.id })];
  }
  const now = fingerprintOf(scenario);
  if (fingerprint === now) return [];
  const message = `'${id}' says something else than when these talks were saved: restore them on the scenario as it was.`;
  return [fault('save/changed-scenario', ['fingerprint'], message, { fingerprint, now })];
}
