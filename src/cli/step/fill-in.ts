import { isCalendarDate } from '../../base/day.js';
import { ATTRIBUTION_WORDS, ATTRIBUTIONS } from '../../evidence/citation.js';
import type { EventTemplate, FreePart } from '../../machine/event-template.js';
import { MANDATES } from '../../scenario/process.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Asker } from './asker.js';

/** An event made of a template, by asking for what it leaves free; nothing where that was not said. */
export async function fillIn(
  asker: Asker,
  scenario: Scenario,
  template: EventTemplate,
): Promise<TalksEvent | undefined> {
  const { free = [], ...event } = template;
  const filled: Record<string, unknown> = { ...event };
  for (const part of free) {
    const said = await PARTS[part](asker, scenario, template.type);
    if (said === undefined) return undefined;
    if (said !== LEFT_OUT) filled[part] = said;
  }
  // Its ids are the template's, and what was free has been asked for; the talks check the rest.
  return filled as unknown as TalksEvent;
}

/** Said of a part that an event may do without. */
const LEFT_OUT = Symbol('left out');

const PARTS: Readonly<
  Record<FreePart, (asker: Asker, scenario: Scenario, type: TalksEvent['type']) => Promise<unknown>>
> = {
  offer: async (asker) => json(asker, 'The offer as JSON, such as {"id":"third","terms":{"catch":45}}', '{'),
  condition: async (asker) => {
    const how = await asker.choose('What is asked from now on?', [
      { value: 'none', label: 'nothing: the position is given up' },
      { value: 'other', label: 'something else' },
    ]);
    if (how !== 'other') return how === 'none' ? null : undefined;
    return json(asker, 'The condition as JSON, such as {"kind":"compare","of":"catch","op":">=","line":35}', '{');
  },
  outcome: async (asker) =>
    asker.choose('How was it decided?', [
      { value: 'approved', label: 'approved' },
      { value: 'rejected', label: 'rejected' },
    ]),
  days: async (asker) => {
    const said = await asker.text('How many days?', (text) =>
      /^[1-9]\d{0,5}$/.test(text.trim()) ? undefined : 'A whole number from 1 on.',
    );
    return said === undefined ? undefined : Number(said);
  },
  amount: async (asker, _, type) => {
    const question =
      type === 'performance.reported' ? 'How much has been done so far, in all?' : 'How much of it? Nothing for all';
    const said = await asker.text(`${question} A number, or an amount as JSON`, (text) => {
      if (text.trim() === '' && type !== 'performance.reported') return undefined;
      return /^\d+(\.\d+)?$/.test(text.trim()) ? undefined : wrongJson(text, '{');
    });
    if (said === undefined) return undefined;
    return said.trim() === '' ? LEFT_OUT : (JSON.parse(said) as unknown);
  },
  by: async (asker, scenario, type) => {
    if (type === 'breach.alleged' || type === 'breach.cured') {
      return asker.choose<string | symbol>('By whom?', [
        { value: LEFT_OUT, label: 'not reported' },
        ...Object.entries(scenario.parties).map(([value, { label }]) => ({ value, label })),
      ]);
    }
    const known = Object.keys(scenario.parties).join(', ');
    const said = await asker.text(
      `By whom? Ids with commas between them, such as ${known}; nothing if not reported`,
      () => undefined,
    );
    const ids = (said ?? '').split(',').map((id) => id.trim());
    return said === undefined ? undefined : said.trim() === '' ? LEFT_OUT : ids;
  },
  to: async (asker) => {
    const said = await asker.text('To which day?', (text) =>
      isCalendarDate(text.trim()) ? undefined : 'A real day, 2024-02-23.',
    );
    return said?.trim();
  },
  occurrence: async (asker) => {
    const said = await asker.text('Which turn, counted from 1?', (text) =>
      /^[1-9]\d{0,4}$/.test(text.trim()) ? undefined : 'A whole number from 1 on.',
    );
    return said === undefined ? undefined : Number(said);
  },
  mandate: async (asker) =>
    asker.choose(
      'What may it do?',
      MANDATES.map((value) => ({ value, label: value })),
    ),
  citation: async (asker, scenario) => {
    const source = await asker.choose(
      'Where is it reported?',
      Object.entries(scenario.sources).map(([value, { outlet, date }]) => ({
        value,
        label: `${value}: ${outlet}, ${date}`,
      })),
    );
    if (source === undefined) return undefined;
    const attribution = await asker.choose(
      'On whose word?',
      ATTRIBUTIONS.map((value) => ({ value, label: ATTRIBUTION_WORDS[value] })),
    );
    return attribution === undefined ? undefined : { source, attribution };
  },
};

async function json(asker: Asker, question: string, begin: string): Promise<unknown> {
  const said = await asker.text(question, (text) => wrongJson(text, begin));
  return said === undefined ? undefined : (JSON.parse(said) as unknown);
}

function wrongJson(text: string, begin: string): string | undefined {
  try {
    JSON.parse(text);
    return text.trim().startsWith(begin) ? undefined : `It begins with ${begin}`;
  } catch (error) {
    return error instanceof Error ? error.message : 'This is no JSON.';
  }
}
