import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { followerOf } from '../../src/machine/follow.js';
import { rulesOf } from '../../src/machine/rules.js';
import { MALFORMED, REASONS, treaty } from '../support/refused.js';
import { LATER, REFUSED } from '../support/refused-texts.js';
import { SPOILT } from '../support/spoilt-saves.js';

/** Of a context in which the machine has no place for them: only who asks the rules themselves is told so. */
const WITHOUT_A_PLACE = [
  ['talks/nothing-to-ratify', { type: 'ratification.voted', step: 'chamber', outcome: 'approved' }],
  ['talks/nothing-in-force', { type: 'phase.ended', phase: 1 }],
  ['talks/nothing-in-force', { type: 'phase.extended', days: 1 }],
  ['talks/nothing-in-force', { type: 'nextPhase.opened' }],
  ['talks/nothing-in-force', { type: 'breach.alleged', obligation: 'stones' }],
  ['talks/nothing-in-force', { type: 'breach.cured', obligation: 'stones' }],
] as const;

it.each(WITHOUT_A_PLACE)('%s: %j', (code, event) => {
  const rules = rulesOf(treaty);
  const { reasons } = followerOf(rules)(rules.start, event);
  expect(reasons.map((reason) => [reason.code, ...reason.path])).toEqual([[code]]);
});

it('every code that the machine names is reached, with its path and what its sentence names', () => {
  const named = readdirSync('src/machine').flatMap((file) => {
    const text = readFileSync(`src/machine/${file}`, 'utf8');
    const codes = [...text.matchAll(/'((?:talks|save)\/[a-z-]+)'/g)].map((match) => match[1] ?? '');
    // Faults that events share with scenarios go by the talks' own name.
    const shared = /const IN_EVENTS.*?= \[([^\]]*)\]/.exec(text)?.[1] ?? '';
    return [...codes, ...[...shared.matchAll(/'scenario\/([a-z-]+)'/g)].map((match) => `talks/${match[1] ?? ''}`)];
  });
  expect(new Set(named).size).toBeGreaterThan(50);
  expect(named).toContain('talks/unknown-step');
  const reached = new Set<string>([
    ...[MALFORMED, REASONS, WITHOUT_A_PLACE].flat().map(([code]) => code),
    ...SPOILT.map(([, code]) => code),
    ...REFUSED.map(([, , code]) => code),
    ...LATER.map(([, , , code]) => code),
    // See refusals.test.ts, which asks them one by one, and of turns test/obligations/turn-put-off.test.ts.
    ...['talks/no-text', 'talks/no-calendar', 'talks/unknown-observer', 'talks/unknown-turn'],
  ]);
  expect([...new Set(named)].filter((code) => !reached.has(code))).toEqual([]);
});
