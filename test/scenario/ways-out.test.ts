import { describe, expect, it } from 'vitest';
import { checkOffer, days, defineScenario, onDay, uponCompletion } from 'sticking-points';

const lake = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: {
    boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } },
    closure: { kind: 'flag' },
    season: { kind: 'choice', options: { short: 'short', long: 'long' } },
  },
  space: { phases: 1, days: 100 },
  positions: {},
});

const owed = { owedBy: ['north'], to: ['south'], begins: onDay(0) };
const duty = (more: object) => ({ text: { obligations: { first: owed, second: { ...owed, ...more } } } });
const trigger = (begins: object | string) => duty({ begins });

/** What a hurried hand writes, and what each fault has to say of it: where, and how to get on. */
const HURRIED: readonly (readonly [string, object, readonly (readonly [string, RegExp])[]])[] = [
  [
    'a misspelt flag',
    { terms: { closur: true } },
    [['terms.closur', /no term called 'closur'\. Did you mean 'closure'/]],
  ],
  ['an unknown term', { terms: { nets: 'long' } }, [['terms.nets', /no term .* Known: 'boats', 'closure', 'season'/]]],
  ['a figure in quotes', { terms: { boats: '4' } }, [['terms.boats', /not text.*write 4 without quotes/]]],
  [
    'words for a figure',
    { terms: { boats: 'four' } },
    [['terms.boats', /an amount, such as 5 or about\(5\), and not text/]],
  ],
  ['yes for true', { terms: { closure: 'yes' } }, [['terms.closure', /true or false, and not text/]]],
  [
    'a day in another format',
    trigger({ kind: 'date', date: '1/12/2016' }),
    [['text.obligations.second.begins.date', /'1\/12\/2016'.*a real day, 2024-02-23/]],
  ],
  [
    'a day as text',
    trigger({ kind: 'day', day: '90', from: 'start', first: 0 }),
    [['text.obligations.second.begins.day', /'90'.*a number/]],
  ],
  [
    'a share as text',
    trigger({ kind: 'total', of: ['first'], reaches: '70%' }),
    [['text.obligations.second.begins.reaches', /'70%'/]],
  ],
  [
    'one obligation for a list',
    trigger({ kind: 'total', of: 'first', reaches: 7 }),
    [['text.obligations.second.begins.of', /'first'.*a list/]],
  ],
  [
    'an unknown unit',
    trigger({ kind: 'event', event: 'start', after: { length: 2, unit: 'week' } }),
    [['text.obligations.second.begins.after.unit', /'week'.*'weeks'/]],
  ],
  [
    'an unknown kind of trigger',
    trigger({ kind: 'when', event: 'start' }),
    [['text.obligations.second.begins.kind', /'when'/]],
  ],
  ['D+90', trigger('D+90'), [['text.obligations.second.begins', /a record such as \{ kind: 'day', day: 30/]]],
  [
    'a bare figure for a length',
    duty({ within: 30 }),
    [['text.obligations.second.within', /a record such as \{ length: 30, unit: 'days' \}/]],
  ],
  [
    'a length in words',
    { phases: [{ length: '30 days' }] },
    [['phases.0.length', /a record such as \{ length: 30, unit: 'days' \}/]],
  ],
  [
    'a phase by its name',
    { text: { phases: { phase1: { extensions: [] } } } },
    [['text.phases.phase1', /no phase called 'phase1'.*by their figures, from 1 to 1/]],
  ],
];

const faultsOf = (draft: object) => {
  // Drafts from outside: what they may hold is what is asked here.
  const checked = checkOffer(lake, 'draft', draft);
  return checked.ok ? [] : checked.faults;
};

describe('what is written in a hurry', () => {
  it.each(HURRIED)('leads on: %s', (_, draft, wanted) => {
    const faults = faultsOf(draft);
    expect(faults.map(({ path }) => path.join('.'))).toEqual(wanted.map(([place]) => place));
    wanted.forEach(([, sentence], i) => {
      expect(faults[i]?.message).toMatch(sentence);
    });
  });

  it('says after what something remains, where others owe the same', () => {
    const owes = (amount: object | number, more: object = {}) => ({ ...owed, of: 'boats', amount, ...more });
    const remains = { wording: 'remaining' };
    const series = { series: 'fleet', counted: 'increment' };
    const text = (obligations: object) => faultsOf({ text: { obligations } });
    expect(text({ first: owes(remains) })).toEqual([]);
    expect(text({ first: owes(3, { series }), last: owes(remains, { series }) })).toEqual([]);
    const [fault, ...others] = text({ first: owes(3), second: owes(2), last: owes(remains) });
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: 'text/remaining-after-what', path: ['text', 'obligations', 'last', 'series'] });
    expect(fault?.message).toBe(
      "'last' owes what remains of 'boats', and does not say after what: give it one series with 'first' and 'second'.",
    );
  });

  it('is not read as something else in silence', () => {
    const codes = (draft: object) => faultsOf(draft).map(({ code }) => code);
    expect(codes(duty({ every: days(7) }))).toEqual(['text/not-recurring']);
    expect(codes(duty({ times: 3 }))).toEqual(['text/not-recurring']);
    expect(codes(duty({ kind: 'recurring', every: days(7), times: 3 }))).toEqual([]);
    expect(codes(duty({ owedBy: [] }))).toEqual(['text/owed-by-nobody']);
    expect(codes({ text: { bodies: { north: { members: ['south'] } } } })).toEqual(['text/id-taken']);
    expect(codes({ text: { others: { south: 'the south' } } })).toEqual(['text/id-taken']);
    expect(codes({ text: { bodies: { board: {} }, others: { board: 'the board' } } })).toEqual(['text/id-taken']);
    expect(
      codes({ text: { events: { phase1: { trigger: uponCompletion('first') } }, obligations: { first: owed } } }),
    ).toEqual(['text/id-taken']);
    expect(codes({ text: { events: { start: { trigger: onDay(3) } } } })).toEqual(['text/start-waits-for-deal']);
  });
});
