import fc from 'fast-check';
import {
  applyPatches,
  checkOffer,
  compareTexts,
  FINDING_CODES,
  review,
  schedule,
  type Offer,
  type Patch,
  type TextFinding,
} from 'sticking-points';
import { few, runs } from '../laws/runs.js';
import { describe, expect, it } from 'vitest';
import type { ClauseNode } from '../../src/obligations/clause-node.js';
import { NOTHING_HAPPENED } from '../../src/obligations/happened.js';
import { owingOf } from '../../src/obligations/owing.js';
import { timeText } from '../../src/obligations/timing.js';
import '../support/seed.js';
import { anyOffer, calmOffer, fullerOffer, market, seriesOffer } from '../support/texts.js';

const RUNS = { numRuns: 200 };

/** Those of whose findings a text that has none can be run to its end. */
const STRUCTURAL: readonly string[] = [
  'review/circular-sequence',
  'review/dead-trigger',
  'review/no-trigger',
  'review/window-closes-first',
  'review/deadline-before',
  'review/no-length',
];

/** Whether it only says that something comes too early or late for a phase, or for an event: it has its days all the same. */
const isUntimely = ({ code, severity, clauses }: TextFinding) =>
  code === 'review/deadline-before' &&
  severity === 'unclear' &&
  clauses.some(({ id }) => /^(phases|events)\./.test(id));

/** Those whose mends give a first day to what had none, so that what hangs on it can be read for the first time. */
const FIRST: readonly string[] = ['review/circular-sequence', 'review/dead-trigger', 'review/no-trigger'];

/**
 * Those whose mends put a possible day in the place of one that was not: others may be too early for it, and how often
 * something comes round by then is another number. It takes none of them its end.
 */
const SHUT: readonly string[] = ['review/window-closes-first', 'review/deadline-before'];

interface Outside {
  readonly start: number;
  readonly harvest: number;
  readonly vote: number;
  readonly counted: number;
}

const sometime = fc.integer({ min: -1_000, max: 1_000 });
const outside: fc.Arbitrary<Outside> = fc.record({
  start: sometime,
  harvest: sometime,
  vote: sometime,
  counted: sometime,
});

const sameFinding = (one: TextFinding) => JSON.stringify([one.code, one.clauses.map(({ id }) => id)]);

/** The days of a text if every event from outside and every certification falls so many days after one and the same. */
function planned(
  offer: Offer,
  { start, harvest, vote, counted }: Outside = { start: 0, harvest: 0, vote: 0, counted: 0 },
) {
  const { text } = offer;
  if (!text) throw new Error('There is no text.');
  const on = (days: number) => ({ count: 'calendar', day: 22_000 + days }) as const;
  const happened = {
    ...NOTHING_HAPPENED,
    events: { start: on(start), harvest: on(harvest), ...(!text.events['vote']?.trigger && { vote: on(vote) }) },
    certified: { counted: on(counted) },
  };
  const { least: owes, most: allows } = owingOf(market, offer, text);
  return timeText({ scenario: market, offer, text, happened, by: 'plan', owes, allows });
}

/** The clauses that have no day in a text, whatever happens: what stands against that day is hidden as long. */
function undated(offer: Offer): ReadonlySet<string> {
  const timing = planned(offer);
  const { obligations = {}, events = {} } = offer.text ?? {};
  const none = (...nodes: readonly ClauseNode[]) => nodes.some((node) => !timing.of(node).at);
  return new Set([
    ...Object.keys(obligations)
      .filter((id) => none(`opens ${id}`, `due ${id}`))
      .map((id) => `obligations.${id}`),
    ...Object.keys(events)
      .filter((id) => none(`event ${id}`))
      .map((id) => `events.${id}`),
    ...['1', '2', '3'].filter((n) => none(`event phase${n}`, `event phase${n}.end`)).map((n) => `phases.${n}`),
  ]);
}

/** What breaks of a text once a finding is mended, and did not before; what had no day to be broken apart. */
function brokenBy(offer: Offer, mended: TextFinding, before: readonly TextFinding[], after: readonly TextFinding[]) {
  if (FIRST.includes(mended.code)) return [];
  const known = before.map(sameFinding);
  const broken = after.filter((one) => one.severity === 'breaks' && !known.includes(sameFinding(one)));
  const isNeverDone = ({ facts }: TextFinding) => (facts['dead'] as { why?: string } | undefined)?.why === 'never done';
  const isHidden = (one: TextFinding) =>
    (SHUT.includes(mended.code) && mended.severity === 'breaks' && !isNeverDone(one)) ||
    one.clauses.some(({ id }) => undated(offer).has(id));
  return broken.filter((one) => !isHidden(one));
}

/** Whether there is something in an offer where a change takes something out. */
function isThere(offer: Offer, { op, path }: Patch): boolean {
  const at = path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], offer);
  return op !== 'remove' || at !== undefined;
}

describe('a review', () => {
  it('is the same each time, leaves the offer as it is, and gives plain data', () => {
    fc.assert(
      fc.property(anyOffer, (offer) => {
        const before = JSON.stringify(offer);
        const found = review(market, offer);
        expect(review(market, structuredClone(offer))).toEqual(found);
        expect(JSON.stringify(offer)).toBe(before);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
      runs(RUNS.numRuns),
    );
  });

  it('finds the same whatever the order of the clauses', () => {
    const inWhateverOrder = (found: readonly TextFinding[]) =>
      found.map((one) => JSON.stringify([one.code, one.severity, one.clauses.map(({ id }) => id).sort()])).sort();
    const found = new Set<string>();
    fc.assert(
      fc.property(fc.oneof(anyOffer, seriesOffer, seriesOffer), (offer) => {
        const { text } = offer;
        if (!text) return;
        const obligations = Object.fromEntries(Object.entries(text.obligations).reverse());
        const events = Object.fromEntries(Object.entries(text.events).reverse());
        const turned = { ...offer, text: { ...text, obligations, events } };
        expect(inWhateverOrder(review(market, turned))).toEqual(inWhateverOrder(review(market, offer)));
        for (const { code } of review(market, offer)) found.add(code);
      }),
      { numRuns: 300 },
    );
    expect([...found]).toEqual(
      expect.arrayContaining([
        'review/dead-trigger',
        'review/key-totals',
        'review/more-owed-than-exists',
        'review/total-adds-nothing',
      ]),
    );
  });

  it('leaves a text without structural findings that can be run to its end', () => {
    let free = 0;
    fc.assert(
      fc.property(calmOffer, (offer) => {
        const found = review(market, offer).filter((one) => STRUCTURAL.includes(one.code) && !isUntimely(one));
        // What nobody is bound to do may not be done: then a text may wait for it, and the review says so.
        const atWill = review(market, offer).some(({ code }) => code === 'review/trigger-at-will');
        if (found.length > 0 || atWill) return;
        free++;
        const timing = planned(offer);
        for (const id of Object.keys(offer.text?.obligations ?? {})) {
          expect([id, timing.of(`opens ${id}`).waits, timing.of(`due ${id}`).waits]).toEqual([id, [], []]);
        }
      }),
      runs(600),
    );
    expect(free).toBeGreaterThan(few(100));
  });

  it('tells of every clause that cannot come about why, or of one that it waits for', () => {
    fc.assert(
      fc.property(anyOffer, (offer) => {
        const timing = planned(offer);
        const waits = Object.keys(offer.text?.obligations ?? {}).filter((id) => !timing.of(`opens ${id}`).at);
        const found = review(market, offer).filter(
          ({ code }) => STRUCTURAL.includes(code) || code === 'review/trigger-at-will',
        );
        if (waits.length > 0) expect(found).not.toEqual([]);
      }),
      runs(500),
    );
  });

  it('loses a finding by its mend, which can be written down, takes out what is there, and breaks nothing', () => {
    const mended = new Set<string>();
    fc.assert(
      fc.property(fc.oneof(anyOffer, fullerOffer), (offer) => {
        const found = review(market, offer);
        for (const finding of found) {
          const { patches } = finding.mend;
          if (!patches) continue;
          const next = applyPatches(offer, patches);
          const checked = checkOffer(market, 'mended', next);
          expect(checked.ok ? [] : checked.faults).toEqual([]);
          expect(patches.filter((patch) => !isThere(offer, patch))).toEqual([]);
          const after = review(market, next);
          expect(after.map(sameFinding)).not.toContain(sameFinding(finding));
          expect([finding, brokenBy(offer, finding, found, after)]).toEqual([finding, []]);
          mended.add(finding.code);
          if (finding.clauses[0]?.id === 'bodies.board') mended.add(`${finding.code} of a report`);
        }
      }),
      RUNS,
    );
    expect([...mended].sort()).toEqual(
      expect.arrayContaining([
        'review/circular-sequence',
        'review/dead-trigger',
        'review/deadline-before',
        'review/no-trigger',
        'review/no-verifier',
        'review/window-closes-first',
        'review/dead-trigger of a report',
        'review/window-closes-first of a report',
      ]),
    );
  });

  it('comes to an end of circles by their mends, one after another', () => {
    fc.assert(
      fc.property(anyOffer, (offer) => {
        let [now, turns] = [offer, 0];
        for (;;) {
          const circle = review(market, now).find(({ code }) => code === 'review/circular-sequence');
          if (!circle) break;
          expect(circle.mend.patches).toBeDefined();
          now = applyPatches(now, circle.mend.patches ?? []);
          expect(++turns).toBeLessThan(40);
        }
      }),
      runs(200),
    );
  });

  it('lets stand what the text accepts, and tells of an acceptance that matches nothing', () => {
    fc.assert(
      fc.property(anyOffer, (offer) => {
        const { text } = offer;
        if (!text) return;
        const found = review(market, offer);
        const accepted = found.map(({ code, clauses }) => ({
          code,
          clauses: clauses.map(({ id }) => id).reverse(),
          reason: 'As agreed.',
        }));
        const nothing = { code: 'review/ambiguous', clauses: ['definitions.peace'], reason: 'As before.' };
        const again = review(market, { ...offer, text: { ...text, accepted: [...accepted, nothing] } });
        const last = again.filter(({ code }) => code === 'review/accepts-nothing');
        expect(last.map(({ clauses }) => clauses[0]?.id)).toEqual([`accepted.${accepted.length}`]);
        expect(again.filter((one) => !last.includes(one))).toEqual(
          found.map((one) => ({ ...one, accepted: 'As agreed.' })),
        );
      }),
      runs(100),
    );
  });

  it('names its code, its clauses and a way out in each finding', () => {
    fc.assert(
      fc.property(anyOffer, (offer) => {
        for (const { code, clauses, message, mend } of review(market, offer)) {
          expect(FINDING_CODES).toContain(code);
          expect(clauses.length).toBeGreaterThan(0);
          expect(message).toContain(mend.words);
          expect(message).not.toMatch(/undefined|NaN|Infinity|\[object/);
          expect(message).toMatch(/^[^a-z].*\.$/);
        }
      }),
      runs(200),
    );
  });

  it('says of a window that it closes first only where no course opens it in time', () => {
    let told = 0;
    fc.assert(
      fc.property(anyOffer, fc.array(outside, { minLength: 5, maxLength: 5 }), (offer, courses) => {
        // Of what months shut for some starts, it is said for which: a law of its own.
        const windows = review(market, offer).filter(
          ({ code, facts }) => code === 'review/window-closes-first' && facts['starts'] === undefined,
        );
        if (windows.length === 0) return;
        for (const timing of courses.map((days) => planned(offer, days))) {
          for (const { clauses } of windows) {
            const id = clauses[0]?.id.replace('obligations.', '') ?? '';
            const [opens, due] = [timing.of(`opens ${id}`).at, timing.of(`due ${id}`).at];
            if (!opens || !due) continue;
            told++;
            expect(opens.day - due.day).toBeGreaterThan(0);
          }
        }
      }),
      RUNS,
    );
    expect(told).toBeGreaterThan(20);
  });

  it('misses no window that closes first whenever what comes from outside does', () => {
    fc.assert(
      fc.property(anyOffer, fc.array(outside, { minLength: 40, maxLength: 40 }), (offer, courses) => {
        const found = review(market, offer).flatMap(({ code, clauses }) =>
          STRUCTURAL.includes(code) ? clauses.map(({ id }) => id.replace('obligations.', '')) : [],
        );
        const timings = courses.map((days) => planned(offer, days));
        for (const id of Object.keys(offer.text?.obligations ?? {})) {
          const gaps = timings.map((timing) => {
            const [opens, due] = [timing.of(`opens ${id}`).at, timing.of(`due ${id}`).at];
            return opens && due ? opens.day - due.day : undefined;
          });
          // The same gap in every course: not by chance.
          const [gap = 0] = gaps;
          if (gap > 0 && gaps.every((one) => one === gap)) expect(found).toContain(id);
        }
      }),
      runs(150),
    );
  });
});

describe('two texts compared', () => {
  it('say nothing where they are the same, and else what one says and the other does not', () => {
    fc.assert(
      fc.property(anyOffer, anyOffer, (a, b) => {
        expect(compareTexts(market, a, a)).toEqual([]);
        const [there, back] = [compareTexts(market, a, b), compareTexts(market, b, a)];
        expect(there.map(({ path }) => path).sort()).toEqual(back.map(({ path }) => path).sort());
        const withoutGrounds = (offer: Offer) => JSON.stringify(offer.text);
        if (withoutGrounds(a) !== withoutGrounds(b)) expect(there).not.toEqual([]);
        for (const { path, from, to } of there) {
          const other = back.find((change) => change.path === path);
          expect([other?.from, other?.to]).toEqual([to, from]);
        }
      }),
      runs(200),
    );
  });
});

describe('a schedule of a text without structural findings', () => {
  it('waits for nothing but what comes from outside', () => {
    fc.assert(
      fc.property(calmOffer, (offer) => {
        const found = review(market, offer);
        if (found.some(({ code }) => STRUCTURAL.includes(code) || code === 'review/trigger-at-will')) return;
        const waits = schedule(market, offer, { anchors: { start: '2031-01-01' } }).duties.flatMap((d) => d.waitsFor);
        // What waits for another to be done may do so since that one waits for something from outside.
        expect(waits.filter((wait) => ['itself', 'trigger', 'length'].includes(wait.for))).toEqual([]);
      }),
      runs(400),
    );
  });
});
