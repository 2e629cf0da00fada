import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  assess,
  checkOffer,
  checkScenario,
  parseScenario,
  toJson,
  type Fault,
  type Offer,
  type Result,
  type Scenario,
} from 'sticking-points';
import { scenarios } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../../src/scenario/draft-of.js';
import { damaged, damagedText, putWrong } from '../support/damage.js';
import { rightDraft } from '../support/draft.js';
import { everything } from '../support/everything.js';
import { MOST_SECONDS, withWork } from '../support/work.js';
import { randomFrom, type Random } from '../support/random.js';
import { WRITTEN } from '../support/scenarios.js';

const MUTATIONS = 20_000;
const SEED = Number(process.env['SEED'] ?? 2024);

/** What is damaged: small scenarios mostly; the large one takes its share of the time all the same. */
const { gaza2024: large, ...small } = WRITTEN;
const SMALL = [...Object.values(small), ...fc.sample(scenarios({ labels: 'awkward' }), { seed: 20_000, numRuns: 40 })];
const DRAFTS: readonly unknown[] = [rightDraft(), everything(), everything(), ...SMALL.map(draftOf)];
const TEXTS = [...SMALL, ...(large ? [large] : [])].map((scenario) => toJson(scenario));
const LARGE: unknown = large && draftOf(large);

/** One mutation: what was done, and what came of it. */
interface Outcome {
  readonly done: string;
  readonly result: Result<Scenario | Offer>;
}

function mutation(i: number, random: Random): () => Outcome {
  const kind = i % 20;
  if (kind < 3) {
    const text = damagedText(random.one(TEXTS), random);
    return () => ({ done: 'text', result: parseScenario(text) });
  }
  if (kind < 8) {
    const { draft, blows } = putWrong(random);
    return () => ({ done: blows.join(', '), result: checkScenario(draft) });
  }
  if (kind === 8) {
    const scenario = random.one(Object.values(WRITTEN));
    const { draft, blows } = damaged(random.one(Object.values(scenario.offers)), random);
    // The compiler refuses what JavaScript may hand in.
    return () => ({ done: `offer ${blows.join(', ')}`, result: checkOffer(scenario, 'damaged', draft as never) });
  }
  const { draft, blows } = damaged(i % 200 === 9 ? LARGE : random.one(DRAFTS), random);
  return () => ({ done: blows.join(', '), result: checkScenario(draft) });
}

/** Every code that the sources give to a fault of a scenario, an offer or a file; not those of talks and of assessing. */
function codesInSource(): readonly string[] {
  const elsewhere = ['talks', 'save', 'assess', 'zod', 'schedule'];
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/^(library|testing|analysis|review|report|cli)[\\/]/.test(file),
  );
  const codes = files.flatMap((file) =>
    readFileSync(`src/${file}`, 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\*|\/\/|\/\*|import |export .* from )/.test(line))
      .flatMap((line) => [
        ...[...line.matchAll(/'([a-z]+\/[a-z-]+)'/g)].map(([, code = '']) => code),
        // A helper that makes the code of what it looks for.
        ...[...line.matchAll(/\b(known|inTexts|named|namesNone)\('([a-z ]+)'/g)].map(
          ([, helper = '', what = '']) =>
            `${helper.startsWith('name') ? 'text' : 'scenario'}/unknown-${what.replaceAll(' ', '-')}`,
        ),
      ])
      .filter((code) => !elsewhere.includes(code.split('/')[0] ?? '')),
  );
  return [...new Set(codes)].sort();
}

describe(`${MUTATIONS} mutations of valid scenarios, one in four a wrong value put where it hurts`, () => {
  const counts = new Map<string, number>(codesInSource().map((code) => [code, 0]));

  it(
    'end in coded faults or in a valid scenario, soon, and change no prototype',
    { timeout: 900_000 }, // by the clock on the wall, where the machine is busy
    () => {
      const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
      const before = prototypes.map((prototype) => Object.getOwnPropertyDescriptors(prototype));
      const random = randomFrom(SEED);
      let [accepted, slowest] = [0, 0];
      for (let i = 0; i < MUTATIONS; i++) {
        const check = mutation(i, random);
        let outcome: Outcome;
        let seconds: number;
        try {
          ({ result: outcome, seconds } = withWork(check));
        } catch (error) {
          throw new Error(`Mutation ${i} of seed ${SEED} threw.`, { cause: error });
        }
        const { done, result } = outcome;
        slowest = Math.max(slowest, seconds);
        expect(slowest, `mutation ${i}: ${done}`).toBeLessThan(MOST_SECONDS);
        if (result.ok) {
          accepted++;
          mustBeValid(result.value, i % 4 === 0);
        } else {
          mustBeFaults(result.faults, `mutation ${i}: ${done}`);
          for (const code of new Set(result.faults.map((f) => f.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
        }
      }
      expect(
        isDeepStrictEqual(
          prototypes.map((prototype) => Object.getOwnPropertyDescriptors(prototype)),
          before,
        ),
      ).toBe(true);
      // Some damage does no harm: were it none or all, the mutations would say nothing.
      expect(accepted).toBeGreaterThan(MUTATIONS / 20);
      expect(accepted).toBeLessThan(MUTATIONS / 2);
      if (process.env['SHOW_COUNTS'] !== undefined)
        console.log(
          { accepted, slowest },
          [...counts].sort((a, b) => a[1] - b[1]),
        );
    },
  );

  it('reach every code of a fault that the sources name at least 20 times, and no other', () => {
    expect(counts.size).toBeGreaterThan(50);
    expect([...counts].filter(([, count]) => count < 20)).toEqual([]);
    expect([...counts.keys()].sort()).toEqual(codesInSource());
  });
});

function mustBeFaults(faults: readonly Fault[], what: string): void {
  const wrong = faults.filter(
    (f) => !/^[a-z]+\/[a-z-]+$/.test(f.code) || f.message.length < 10 || !Array.isArray(f.path),
  );
  if (faults.length === 0 || wrong.length > 0) throw new Error(`${what}: ${JSON.stringify(wrong)}`);
}

function mustBeValid(value: Scenario | Offer, thoroughly: boolean): void {
  if (!Object.isFrozen(value)) throw new Error('What was accepted is not frozen.');
  if (!thoroughly || !('positions' in value)) return;
  for (const id of Object.keys(value.offers)) assess(value, id);
  const again = parseScenario(toJson(value));
  if (!again.ok || !isDeepStrictEqual(again.value, value))
    throw new Error(`It does not survive being written: ${toJson(value)}`);
}
