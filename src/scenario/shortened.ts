import { mapEntries, mapValues, optional } from '../base/records.js';
import type { LooseDraft } from './draft.js';
import { normaliseScenario } from './normalise.js';
import type { OfferDraft } from './offer-draft.js';
import { scenarioShape } from './shape.js';

/** Whether a value could stand in a place of the draft and everything would be filled in as before. */
type Same = (value: unknown) => boolean;

type Offers = Readonly<Record<string, OfferDraft>>;

/** What every draft has; the rest may be left out. */
const NEEDED: readonly string[] = ['id', 'parties', 'terms', 'positions'];

/**
 * The same draft, as short as it can be: what would be filled in again is left out, and a value that rests on what its
 * record rests on stands bare. Found by trying, so that it knows no field by name: what is tried is filled in, and stays
 * if the outcome is the same to the letter.
 */
export function shortened(draft: LooseDraft): LooseDraft {
  // The text of a deal may have thousands of clauses and is written short already: nothing else is filled in from it.
  const bare = { ...draft, ...(draft.offers && { offers: mapValues(draft.offers, withoutText) }) };
  const whole = fillIn(bare);
  let short: LooseDraft = bare;
  for (const [key, held] of Object.entries(bare)) short = { ...short, [key]: shortenedField(bare, key, held) };
  short = withoutKeys(
    short,
    (key) => !NEEDED.includes(key),
    (tried) => comesTo(whole, tried as LooseDraft),
  );
  if (short.offers) short = { ...short, offers: withTexts(short.offers, draft.offers ?? {}) };
  // Fields were tried one by one; should one ever be filled in from another, the long form stands.
  return comesTo(fillIn(draft), short) ? short : draft;
}

function withoutText({ text: _, ...offer }: OfferDraft): OfferDraft {
  return offer;
}

/** Offers with their texts, each where the draft of an offer has it. */
function withTexts(offers: Offers, before: Offers): Offers {
  return mapEntries(offers, (id, { note, ...short }) => ({
    ...short,
    ...optional('text', before[id]?.text),
    ...optional('note', note),
  }));
}

/** A field of the draft, each of its records by itself: filling in one takes no more than the default and the sources. */
function shortenedField(draft: LooseDraft, key: string, held: unknown): unknown {
  if (typeof held !== 'object' || held === null) return held;
  const { id, basis, sources } = draft;
  const alone = { id, ...(basis && { basis }), ...(sources && { sources }), parties: {}, terms: {}, positions: {} };
  const sameAs = (before: unknown): Same => {
    const outcome = fillIn({ ...alone, [key]: before });
    return (tried) => comesTo(outcome, { ...alone, [key]: tried });
  };
  if (Array.isArray(held)) {
    return held.map((entry: unknown) => {
      const same = sameAs([entry]);
      return shorten(entry, (tried) => same([tried]));
    });
  }
  const entries: readonly [string, unknown][] = Object.entries(held);
  if (!entries.every(([, entry]) => typeof entry === 'object' && entry !== null)) return shorten(held, sameAs(held));
  const short: Readonly<Record<string, unknown>> = Object.fromEntries(
    entries.map(([name, entry]) => {
      const same = sameAs({ [name]: entry });
      return [name, shorten(entry, (tried) => same({ [name]: tried }))];
    }),
  );
  return withoutKeys(short, (name) => Object.keys(short[name] ?? {}).length === 0, sameAs(short));
}

/** Whether a draft has the shape of one, and is filled in to this. */
function comesTo(outcome: string | undefined, draft: LooseDraft): boolean {
  return outcome !== undefined && fillIn(draft) === outcome && scenarioShape().safeParse(draft).success;
}

/** A draft filled in, as text; nothing if what is left of it cannot be, since something needed was taken out. */
function fillIn(draft: LooseDraft): string | undefined {
  try {
    return JSON.stringify(normaliseScenario(draft));
  } catch {
    return undefined;
  }
}

function shorten(value: unknown, same: Same): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.reduce<readonly unknown[]>(
      (list, held, i) =>
        list.with(
          i,
          shorten(held, (tried) => same(list.with(i, tried))),
        ),
      value,
    );
  }
  let record = withoutKeys(value as Readonly<Record<string, unknown>>, () => true, same);
  for (const [key, held] of Object.entries(record)) {
    const before = record;
    record = { ...before, [key]: shorten(held, (tried) => same({ ...before, [key]: tried })) };
  }
  return barer(record).find(same) ?? record;
}

function withoutKeys<T extends object>(record: T, mayGo: (key: string) => boolean, same: Same): T {
  let short = record;
  for (const key of Object.keys(record).filter(mayGo)) {
    const { [key as keyof T]: _, ...rest } = short;
    // What is left without a key that may be left out is such a record still.
    if (same(rest)) short = rest as T;
  }
  return short;
}

/** How a record may be written without being one: a noted value bare, an exact figure, an option, a day, a label. */
function barer(record: Readonly<Record<string, unknown>>): readonly unknown[] {
  const keys = Object.keys(record).sort().join();
  if ('value' in record && 'basis' in record) return [record['value']];
  if (keys === 'n,wording' || keys === 'label' || keys === 'many,one')
    return [record['n'] ?? record['label'] ?? record['one']];
  if (keys === 'earliest,latest') return [record['earliest']];
  return keys === 'oneOf' && Array.isArray(record['oneOf']) ? [record['oneOf'][0]] : [];
}
