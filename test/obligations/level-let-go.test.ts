import fc from 'fast-check';
import { atLeast, days, onDay, progress, uponCompletion, type Talks, type TextDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { few, runs } from '../laws/runs.js';
import '../support/seed.js';
import { agreed } from '../support/agreed.js';
import { go, inForce } from '../support/carry-out.js';
import { withText } from '../support/texts.js';

const LAST = 10;
const NEEDED = 4;
const text: TextDraft = {
  bodies: { board: { members: ['hills', 'coast'] } },
  obligations: {
    stock: {
      owedBy: ['hills'],
      to: ['coast'],
      kind: 'level',
      of: 'permits',
      amount: atLeast(NEEDED),
      begins: onDay(0),
      until: onDay(LAST),
    },
    pays: { owedBy: ['coast'], to: ['hills'], begins: uponCompletion('stock'), within: days(5) },
  },
};
const scenario = agreed(withText(text));

/** What is said of the stock, or let go of it, on a day. */
interface Told {
  readonly day: number;
  readonly at?: number;
  readonly letGo?: number;
}

function after(told: readonly Told[], until: number): Talks {
  const talks = inForce(scenario, 'draft', '2031-01-15');
  for (let day = 0; day <= until; day++) {
    for (const { at, letGo } of told.filter((one) => one.day === day)) {
      if (at !== undefined) go(talks, { type: 'performance.reported', obligation: 'stock', amount: at });
      if (letGo !== undefined)
        go(talks, { type: 'performance.waived', obligation: 'stock', amount: letGo, by: ['coast'] });
    }
    if (day < until) go(talks, { type: 'days.passed', days: 1 });
  }
  return talks;
}

const stock = (talks: Talks) => {
  const { standing, when, completed } = progress(talks)?.duties.find(({ obligation }) => obligation === 'stock') ?? {};
  return { standing, when, completed: completed?.day };
};
const opensOf = (talks: Talks, id: string) =>
  progress(talks)?.duties.find(({ obligation }) => obligation === id)?.opens?.day;

describe('a level of which part is let go', () => {
  it('was missed before that as it was', () => {
    const talks = after(
      [
        { day: 2, at: 4 },
        { day: 4, at: 3 },
        { day: 6, letGo: 1 },
      ],
      LAST + 1,
    );
    expect(stock(talks)).toEqual({ standing: 'done', when: 'late', completed: LAST });
    const kept = after(
      [
        { day: 2, at: 4 },
        { day: 4, letGo: 1 },
        { day: 6, at: 3 },
      ],
      LAST + 1,
    );
    expect(stock(kept)).toEqual({ standing: 'done', when: 'in time', completed: LAST });
  });

  it('was not held on its last day where that came later, and is done since then', () => {
    const told = [{ day: 2, at: 3 }];
    expect(stock(after(told, LAST + 1)).standing).toBe('late');
    const talks = after([...told, { day: LAST + 3, letGo: 1 }], LAST + 5);
    expect(stock(talks)).toEqual({ standing: 'done', when: 'late', completed: LAST + 3 });
    expect(opensOf(talks, 'pays')).toBe(LAST + 3);
  });

  it('was reached when it was let go, and has to be held from then on', () => {
    const told = [
      { day: 2, at: 3 },
      { day: 4, letGo: 1 },
      { day: 6, at: 2 },
      { day: 8, at: 3 },
    ];
    expect(stock(after(told, LAST)).when).toBe('late');
    expect(stock(after(told.slice(0, 2), LAST)).when).toBe('in time');
  });

  it('asks of each day what was left of it by then', () => {
    const day = fc.integer({ min: 0, max: LAST + 4 });
    const said = fc.record({ day, at: fc.integer({ min: 1, max: NEEDED + 1 }) });
    const letGo = fc.record({ day, letGo: fc.constant(1) });
    let moved = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(said, { selector: (one) => one.day, minLength: 1, maxLength: 4 }),
        fc.uniqueArray(letGo, { selector: (one) => one.day, minLength: 1, maxLength: 2 }),
        (reports, waivers) => {
          // What was let go on a day counts for what is said of it.
          const told = [...waivers, ...reports].sort((a, b) => a.day - b.day);
          const end = LAST + 5;
          const talks = inForce(scenario, 'draft', '2031-01-15');
          let isRefused = false;
          for (let today = 0; today <= end; today++) {
            for (const one of told.filter((each) => each.day === today)) {
              const { accepted } =
                'at' in one
                  ? talks.do({ type: 'performance.reported', obligation: 'stock', amount: one.at })
                  : talks.do({ type: 'performance.waived', obligation: 'stock', amount: 1, by: ['coast'] });
              isRefused ||= !accepted;
            }
            if (today < end) go(talks, { type: 'days.passed', days: 1 });
          }
          fc.pre(!isRefused);
          const levelOn = (on: number) =>
            reports
              .filter((one) => one.day <= on)
              .sort((a, b) => a.day - b.day)
              .at(-1)?.at ?? 0;
          const needed = (on: number) => NEEDED - waivers.filter((one) => one.day <= on).length;
          const isHeld = (on: number) => levelOn(on) >= needed(on);
          const days = Array.from({ length: end + 1 }, (_, i) => i);
          const doneOn = days.find((on) => on >= LAST && isHeld(on));
          const first = days.findIndex((on) => on <= LAST && isHeld(on));
          const slipped = first >= 0 && days.some((on) => on > first && on <= LAST && !isHeld(on));
          const late = doneOn !== LAST || slipped;
          if (days.some((on) => isHeld(on) !== levelOn(on) >= needed(end))) moved++;
          const wanted =
            doneOn === undefined
              ? { when: undefined, completed: undefined }
              : { when: late ? 'late' : 'in time', completed: doneOn };
          expect(stock(talks)).toMatchObject(wanted);
        },
      ),
      runs(200),
    );
    expect(moved).toBeGreaterThan(few(10));
  });
});
