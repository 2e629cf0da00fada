import { deepFreeze } from '../../base/freeze.js';
import { mapValues } from '../../base/records.js';
import { assumed, type Noted } from '../../evidence/field.js';
import type { Position, Rigidity } from '../../positions/position.js';
import type { Scenario } from '../../scenario/scenario.js';
import { gaza2024 } from './gaza-2024.js';

let israel: Scenario | undefined;
let hamas: Scenario | undefined;

/**
 * The scenario of `gaza2024` with every demand of Israel taken as a red line, and nothing else changed: a variant, so that the rigidity
 * assumed there is not mistaken for a finding. No report says that any of them could never be given up.
 *
 * Built at the first call; every call returns the same frozen scenario.
 *
 * @example
 * // Verdicts and sticking points stay; what changes is that Israel cannot accept without revising its line first.
 * const talks = openTalks(gaza2024StricterIsrael(), { start: 'talks' });
 * talks.do({ type: 'offer.tabled', offer: 'P6' });
 * talks.stickingPoints.map((point) => point.position); // ['IL-endTalks', 'IL-withdrawal']
 * talks.do({ type: 'answer.declared', party: 'israel', answer: 'accepts' }).reasons.map((r) => r.code);
 * // ['talks/red-line-unmet']
 */
export function gaza2024StricterIsrael(): Scenario {
  return (israel ??= stricter('israel', 'Israel'));
}

/**
 * The scenario of `gaza2024` with every demand of Hamas taken as a red line, and nothing else changed: a variant, so that the rigidity
 * assumed there is not mistaken for a finding. No report says that any of them could never be given up.
 *
 * Built at the first call; every call returns the same frozen scenario.
 *
 * @example
 * // Verdicts and sticking points stay; what changes is that Hamas cannot accept without revising its line first.
 * const talks = openTalks(gaza2024StricterHamas(), { start: 'talks' });
 * talks.do({ type: 'offer.tabled', offer: 'P5' });
 * talks.stickingPoints.map((point) => point.position); // ['HA-ceasefire', 'HA-prisoners']
 * talks.do({ type: 'answer.declared', party: 'hamas', answer: 'accepts' }).reasons.map((r) => r.code);
 * // ['talks/red-line-unmet']
 */
export function gaza2024StricterHamas(): Scenario {
  return (hamas ??= stricter('hamas', 'Hamas'));
}

/** The scenario, already checked, with the rigidity of one party's demands replaced. */
function stricter(party: 'hamas' | 'israel', name: string): Scenario {
  const scenario = gaza2024();
  const rigidity: Noted<Rigidity> = assumed(
    'red line',
    `A variant: every demand of ${name} is supposed to be a red line, to see what depends on the rigidity assumed elsewhere. No report says so.`,
  );
  const change = (position: Position): Position =>
    position.party === party && position.rigidity.value === 'demand' ? { ...position, rigidity } : position;
  return deepFreeze({
    ...scenario,
    id: `${scenario.id}-stricter-${party}`,
    title: `${scenario.title}: the demands of ${name} as red lines`,
    note: `A variant of ${scenario.id}, in which every demand of ${name} is supposed to be a red line; a like one exists for the other side. ${scenario.note ?? ''}`,
    positions: mapValues(scenario.positions, change),
  });
}
