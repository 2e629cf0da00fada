import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { toJson } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { plainFaults } from '../../src/base/plain.js';
import { draftOf } from '../../src/scenario/draft-of.js';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.js';
import { scenarioShape } from '../../src/scenario/shape.js';
import { runs } from '../laws/runs.js';
import { damaged, putWrong } from '../support/damage.js';
import { draftWith, rightDraft } from '../support/draft.js';
import { everything } from '../support/everything.js';
import { randomFrom } from '../support/random.js';
import { drawnScenarios, WRITTEN } from '../support/scenarios.js';

const schema = scenarioJsonSchema();
const accepts = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

describe('the JSON Schema', () => {
  it.each(Object.entries(WRITTEN))('accepts %s as it is written', (_, scenario) => {
    expect(accepts(JSON.parse(toJson(scenario, { schema: './scenario.schema.json' })))).toBe(true);
  });

  it('accepts whatever is drawn, and the long form of it', () => {
    fc.assert(
      fc.property(drawnScenarios(), (scenario) => {
        expect(accepts(JSON.parse(toJson(scenario)))).toBe(true);
      }),
      runs(100),
    );
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['no terms', { id: 'x', parties: {}, positions: {} }],
    ['a key that is none', draftWith(['ofers', {}])],
    ['an id with a space', draftWith(['parties', { 'the north': {} }])],
    ['a scenario without a proper id', draftWith(['id', '5'])],
    ['a basis that is none', draftWith(['basis', 'inferred'])],
    ['a day that is none', draftWith(['sources.wire.date', '2030-13-01'])],
    ['a day and an hour', draftWith(['sources.wire.date', '2030-01-01T00:00'])],
    ['a kind of term that is none', draftWith(['terms.boats.kind', 'number'])],
    ['a step of nothing', draftWith(['terms.boats.step', 0])],
    ['an unknown attribution', draftWith(['offers.first.citations', [{ source: 'wire', attribution: 'rumour' }]])],
    ['a condition of no kind', draftWith(['positions.enough.condition', { of: 'catch' }])],
    ['a condition within one', draftWith(['positions.enough.condition', { kind: 'not', of: { kind: 'compare' } }])],
    ['a rigidity that is none', draftWith(['positions.enough.rigidity', 'firm'])],
    ['a phase number by halves', draftWith(['positions.enough.condition.in', 1.5])],
    ['an amount without its figure', draftWith(['offers.first.terms.boats', { wording: 'about' }])],
    ['no readings at all', draftWith(['offers.first.terms.boats', { readings: [] }])],
    ['too many phases', draftWith(['space.phases', 13])],
  ])('refuses %s', (_, draft) => {
    expect(accepts(draft)).toBe(false);
    expect(scenarioShape().safeParse(draft).success).toBe(false);
  });

  it('says what the shapes say, of whatever befalls a draft; but not that a day is in the calendar', () => {
    const random = randomFrom(7);
    const drafts = [rightDraft(), everything(), everything(), ...Object.values(WRITTEN).slice(1).map(draftOf)];
    const agreed = { accepted: 0, refused: 0 };
    for (let i = 0; i < 3_000; i++) {
      const { draft } = i % 4 === 0 ? putWrong(random) : damaged(random.one(drafts), random);
      if (plainFaults(draft).length > 0) continue;
      const file: unknown = JSON.parse(JSON.stringify(draft, (_, v: unknown) => (typeof v === 'bigint' ? 'x' : v)));
      const read = scenarioShape().safeParse(file);
      const accepted = accepts(file);
      const dates = !read.success && JSON.stringify(read.error.issues).includes('a real day');
      if (dates) continue;
      expect(accepted, JSON.stringify(read.error?.issues ?? accepts.errors)).toBe(read.success);
      agreed[accepted ? 'accepted' : 'refused']++;
    }
    expect(agreed.accepted).toBeGreaterThan(500);
    expect(agreed.refused).toBeGreaterThan(500);
    const leapless = draftWith(['sources.wire.date', '2030-02-30']);
    expect([accepts(leapless), scenarioShape().safeParse(leapless).success]).toEqual([true, false]);
  });

  it('helps whoever writes one: a sentence beside what is asked, each thing said once, and small', () => {
    const text = JSON.stringify(schema);
    expect(text.length).toBeLessThan(84_000);
    expect(text).not.toContain('__schema');
    expect(text.match(/"description"/g)?.length).toBeGreaterThan(60);
    const named = Object.keys(schema['$defs'] ?? {});
    for (const name of named) expect(text.split(`"#/$defs/${name}"`).length, name).toBeGreaterThan(1);
  });
});
