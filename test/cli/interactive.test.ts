import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { openTalks, type Scenario } from 'sticking-points';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { twoRivers } from '../../examples/accords/two-rivers.js';
import { contextOf } from '../../src/cli/context.js';
import type { Asker } from '../../src/cli/step/asker.js';
import { interactive } from '../../src/cli/step/interactive.js';
import { Journal } from '../../src/cli/step/journal.js';
import { resume, Session } from '../../src/cli/step/session.js';
import { randomFrom, type Random } from '../support/random.js';
import { folderWith } from './ran.js';

/** Texts that somebody may give as an answer: some right for a question, most of them wrong. */
const TEXTS = [
  '',
  '3',
  '40',
  '{}',
  '[',
  '2030-05-01',
  '{"kind":"compare"}',
  '{"id":"x","terms":{}}',
  'a.json',
  'north',
];

/** Somebody who chooses and says at random, so many times, and then leaves. */
function anybody(random: Random, times: number): Asker & { readonly asked: Set<string>; readonly said: string[] } {
  const [asked, said] = [new Set<string>(), [] as string[]];
  let left = times;
  return {
    asked,
    said,
    choose: (question, choices) => {
      asked.add(question);
      if (--left < 0) return Promise.resolve(undefined);
      return Promise.resolve(random.below(12) === 0 ? undefined : random.one(choices).value);
    },
    text: (question, wrong) => {
      asked.add(question);
      const fit = TEXTS.filter((one) => wrong(one) === undefined);
      return Promise.resolve(fit.length === 0 || random.below(8) === 0 ? undefined : random.one(fit));
    },
    say: (text) => said.push(text),
  };
}

const CASES: readonly (readonly [string, () => Scenario])[] = [
  ['fishing-quota', fishingQuota],
  ['labour-contract', labourContract],
  ['gaza-2024', gaza2024],
  ['two-rivers', twoRivers],
];

describe('whoever is asked, and whatever is said', () => {
  it.each(CASES)('of %s the talks go on, all of it is kept, and every line fits', async (_, build) => {
    const scenario = build();
    const asked = new Set<string>();
    for (let seed = 0; seed < 6; seed++) {
      const folder = folderWith();
      const talks = openTalks(scenario, { start: 'talks' });
      const session = new Session(folder, talks, Journal.begin(folder, 'all.jsonl', talks));
      const io = {
        stdin: new PassThrough(),
        stdout: { write: () => true, isTTY: true, columns: 60 },
        stderr: { write: () => true },
        env: {},
        folder,
        interruptible: async <T>(work: (signal: AbortSignal) => Promise<T>) => work(new AbortController().signal),
      };
      const asker = anybody(randomFrom(seed), 40);
      await interactive(contextOf(io, {}), session, asker, false);
      session.close();
      const { file } = session.journal!;
      const { talks: again } = await resume(folder, file, scenario, {});
      expect(again.save(), join(folder, file)).toEqual(session.talks.save());
      const lines = stripVTControlCharacters(asker.said.join('\n')).split('\n');
      expect(lines.filter((line) => stringWidth(line) > 60)).toEqual([]);
      for (const question of asker.asked) asked.add(question);
    }
    expect(asked.size).toBeGreaterThan(6);
  });
});
