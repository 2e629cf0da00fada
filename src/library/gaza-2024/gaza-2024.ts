import { defineScenario } from '../../scenario/define.js';
import type { Scenario } from '../../scenario/scenario.js';
import { answers } from './answers.js';
import { counts } from './counts.js';
import { named } from './named.js';
import { earlyOffers } from './offers-early.js';
import { lateOffers } from './offers-late.js';
import { parties } from './parties.js';
import { hamasPositions } from './positions-hamas.js';
import { israelPositions } from './positions-israel.js';
import { usPositions } from './positions-us.js';
import { process } from './process.js';
import { sources } from './sources.js';
import { statements } from './statements.js';
import { agreement, exchange, invariants, space } from './space.js';
import { terms } from './terms.js';
import { timeline } from './timeline.js';

let built: Scenario | undefined;

/**
 * The talks of January and February 2024 on a ceasefire in Gaza and a release of hostages and prisoners, as five news
 * reports of the time gave them: what was stated, what follows from it and what is merely supposed, each marked so.
 *
 * Built at the first call; every call returns the same frozen scenario.
 *
 * @example
 * const { stickingPoints } = assess(gaza2024(), 'P5', { asOf: '2024-02-23' });
 * stickingPoints.map((point) => point.title);
 * // ['a complete ceasefire', 'about 1,500 prisoners, phase one']
 */
export function gaza2024(): Scenario {
  return (built ??= build());
}

function build(): Scenario {
  return defineScenario({
    id: 'gaza-2024',
    title: 'Ceasefire and hostage talks on Gaza, January and February 2024',
    basis: 'reported',
    note:
      'From five news reports of 26 January to 23 February 2024 and nothing else. All of them are partial, some contradict ' +
      'each other, and where they do each stands as a reading of its own. Palestinian prisoners and hostages are called ' +
      'what the reports call them.',
    sources,
    parties: parties(),
    terms,
    counts: counts(),
    exchange,
    space,
    agreement,
    positions: { ...hamasPositions(), ...israelPositions(), ...usPositions() },
    invariants: invariants(),
    offers: { ...earlyOffers(), ...lateOffers() },
    answers: answers(),
    named: named(),
    statements: statements(),
    process: process(),
    timeline: timeline(),
  });
}
