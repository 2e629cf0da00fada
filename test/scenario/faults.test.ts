import { readdirSync, readFileSync } from 'node:fs';
import { checkScenario } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { draftWith } from '../support/draft.js';
import { EVIDENCE, FIGURES, TERMS } from '../support/wrong-figures.js';
import { IDS, SCOPES } from '../support/wrong-ids.js';
import { DECISIONS, PROCESS, TIMELINE } from '../support/wrong-process.js';
import { TEXTS } from '../support/wrong-texts.js';

describe.each([
  ['ids that name nothing', IDS],
  ['what is said of a phase, and what of the deal', SCOPES],
  ['figures that cannot be', FIGURES],
  ['terms that do not hold together', TERMS],
  ['evidence', EVIDENCE],
  ['rules of agreement and scores', DECISIONS],
  ['the process', PROCESS],
  ['events of the time line', TIMELINE],
  ['the texts of deals', TEXTS],
])('%s', (_, cases) => {
  it.each(cases)('%j is %s at %s', (change, code, path, names) => {
    const result = checkScenario(draftWith(change));
    const faults = result.ok ? [] : result.faults;
    expect(faults.map((f) => `${f.code} at ${f.path.join('.')}`)).toContain(`${code} at ${path}`);
    const message = faults.find((f) => f.code === code && f.path.join('.') === path)?.message ?? '';
    for (const name of names) expect(message).toContain(name);
    expect(JSON.parse(JSON.stringify(faults))).toEqual(faults);
  });
});

it('one thing put wrong is one fault, wherever fields take it over', () => {
  const once = (...change: [string, unknown]) => {
    const result = checkScenario(draftWith(['offers.first.phases', [{ terms: { catch: 3 } }]], change));
    return result.ok ? [] : result.faults;
  };
  expect(once('offers.first.citations', [{ source: 'wier', attribution: 'narrator' }])).toHaveLength(1);
  expect(once('offers.first.basis', 'inferred')).toHaveLength(1);
});

it('an offer that an event of the time line brings in is known to those after it, and not before', () => {
  const brought = { text: 'x', event: { type: 'offer.recorded', offer: { id: 'new', terms: { boats: 2 } } } };
  const tabled = { text: 'x', event: { type: 'offer.tabled', offer: 'new' } };
  const faults = (...timeline: readonly object[]) => {
    const result = checkScenario(draftWith(['timeline', timeline]));
    return result.ok ? [] : result.faults.map((f) => `${f.code} at ${f.path.join('.')}`);
  };
  expect(faults(brought, tabled)).toEqual([]);
  expect(faults(tabled, brought)).toEqual(['scenario/unknown-offer at timeline.0.event.offer']);
  expect(faults(brought, brought)).toEqual(['scenario/id-taken at timeline.1.event.offer.id']);
});

it('every code of a reference fault that the sources name is reached here', () => {
  const reached = new Set(
    [IDS, SCOPES, FIGURES, TERMS, EVIDENCE, DECISIONS, PROCESS, TIMELINE, TEXTS].flat().map(([, code]) => code),
  );
  // See shapes.test.ts, sentences.test.ts and file.test.ts.
  const shapes = ['shape', 'unknown-key', 'too-deep', 'too-big', 'computed'].map((what) => `scenario/${what}`);
  const named = ['scenario', 'positions', 'terms', 'base', 'evidence', 'offers'].flatMap((folder) =>
    readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap(
        (file) =>
          readFileSync(`src/${folder}/${file}`, 'utf8').match(
            /'(scenario|condition|offer|amount|length|term|space|evidence|process)\/[a-z-]+'/g,
          ) ?? [],
      )
      .map((code) => code.slice(1, -1)),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((code) => !reached.has(code) && !shapes.includes(code))).toEqual([]);
});
