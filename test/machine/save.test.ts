import { openTalks, restoreTalks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { fishery } from '../support/fishery.js';
import { play, table } from '../support/play.js';
import { SPOILT } from '../support/spoilt-saves.js';

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('talks restored', () => {
  it('stand where they stood, with their options and their past', () => {
    const options = { asOf: '2030-01-31', answers: 'declared' } as const;
    const talks = play(fishery, [table('low'), { type: 'days.passed', days: 3 }], options);
    const restored = restoreTalks(fishery, json(talks.save()));
    if (!restored.ok) throw new Error('They are not.');
    expect(json(restored.value.snapshot)).toEqual(json(talks.snapshot));
    expect(restored.value.options).toEqual(options);
    expect(restored.value.log).toEqual(talks.log);
    expect([restored.value.undo(), restored.value.undo(), restored.value.undo()]).toEqual([true, true, false]);
  });

  it('carry on from an envelope without an event, and do not share what follows', () => {
    const saved = openTalks(fishery).save();
    const [one, other] = [restoreTalks(fishery, saved), restoreTalks(fishery, saved)];
    if (!one.ok || !other.ok) throw new Error('They do not.');
    one.value.do(table('low'));
    expect([one.value.state, other.value.state]).toEqual(['talks.blocked', 'talks.open']);
  });
});

describe('saved talks that cannot be restored', () => {
  it.each(SPOILT)('%j: %s at %s', (change, code, path, names) => {
    const { ...saved } = play(fishery, [table('low')]).save();
    const result = restoreTalks(fishery, Object.defineProperties(saved, Object.getOwnPropertyDescriptors(change)));
    const faults = result.ok ? [] : result.faults;
    expect(faults.map((f) => `${f.code} at ${f.path.join('.')}`)).toEqual([`${code} at ${path}`]);
    for (const name of names) expect(faults[0]?.message).toContain(name);
  });

  it.each([undefined, null, 5, 'talks', [], {}, new Date(0)])('%j is none', (saved) => {
    const result = restoreTalks(fishery, saved);
    expect(result.ok ? [] : result.faults.map((f) => f.code)).toContain('save/shape');
  });

  it('of another scenario are refused, whichever fault their events would have', () => {
    const result = restoreTalks(bridge(), play(fishery, [table('low')]).save());
    expect(result.ok ? [] : result.faults.map((f) => f.code)).toEqual(['save/another-scenario']);
  });
});
