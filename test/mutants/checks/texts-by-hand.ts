import {
  atLeast,
  days,
  deferred,
  latestOf,
  onDay,
  openTalks,
  progress,
  review,
  schedule,
  shareOf,
  uponCompletion,
  uponFinding,
  uponStart,
  upTo,
  whenCertified,
  whenTotal,
  type ObligationDraft,
  type Offer,
  type Talks,
  type TalksEvent,
  type TextDraft,
} from 'sticking-points';
import { anyOffer, market, withText } from '../../support/texts.js';
import type { Check } from '../check.js';
import { lookedFor } from './looked-for.js';

/** What the library says of something, and what was worked out by hand. */
type Told = readonly [of: string, says: () => unknown, byHand: unknown];

const duty = (more: Partial<ObligationDraft>): ObligationDraft => ({ owedBy: ['hills'], to: ['coast'], ...more });
const drafted = (obligations: Readonly<Record<string, ObligationDraft>>, more: TextDraft = {}) =>
  withText({ bodies: { board: { members: ['hills', 'coast'] } }, obligations, ...more });

const dueDays = (offer: Offer) =>
  Object.fromEntries(schedule(market, offer).duties.map(({ obligation, due }) => [obligation, due?.day]));

/** Talks in which this offer is being carried out. */
function begun(offer: Offer, on?: string, toSettle?: 'second'): Talks {
  const talks = openTalks(market);
  const { id, text } = offer;
  const phases = offer.phases.map(({ length }, i) => ({
    length,
    ...(toSettle && i === 1 && { toBeNegotiated: true }),
  }));
  const draft = { id, by: ['hills', 'coast'], phaseCount: 2, phases, text };
  // A text that is whole may be handed in like a draft.
  talks.do({ type: 'offer.tabled', offer: draft as never, ...(on !== undefined && { on }) });
  talks.do({ type: 'agreement.concluded' });
  talks.do({ type: 'deal.started' });
  return talks;
}
const passed = (talks: Talks, n: number) => {
  talks.do({ type: 'days.passed', days: n });
  return talks.state;
};
const reported = (talks: Talks, obligation: string, amount: number, observer = 'coast') =>
  talks.do({ type: 'performance.reported', obligation, amount, observer }).accepted;
const standing = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);

const thirds = (counted: 'increment' | 'running total') =>
  drafted(
    Object.fromEntries(
      [1, 2, 3].map((n) => [
        `third${n}`,
        duty({
          of: 'money',
          amount: shareOf(counted === 'increment' ? 1 : n, 3),
          series: { series: 'payments', counted },
          begins: onDay(n),
        }),
      ]),
    ),
  );

const visits = (more: Partial<ObligationDraft>) =>
  duty({ kind: 'recurring', begins: onDay(0), every: days(7), ...more });

/** Three visits in as many weeks, of which turns are put off to days of January 2031. */
function visiting(): { readonly talks: Talks; readonly putOff: (turn: number, to: number) => boolean } {
  const talks = begun(drafted({ visits: visits({ times: 3 }) }), '2031-01-01');
  return {
    talks,
    putOff: (occurrence, to) =>
      talks.do({
        type: 'performance.postponed',
        obligation: 'visits',
        occurrence,
        to: `2031-01-${String(to + 1).padStart(2, '0')}`,
        by: ['hills', 'coast'],
      }).accepted,
  };
}

/** A stock that is to be held at four until the tenth day. */
function stocked(...told: readonly (readonly [n: number, of: 'is' | 'let go', then: number])[]): Talks {
  const talks = begun(drafted({ stock: duty({ kind: 'level', of: 'money', amount: atLeast(4), until: onDay(10) }) }));
  for (const [amount, of, then] of told) {
    if (of === 'is') reported(talks, 'stock', amount);
    else talks.do({ type: 'performance.waived', obligation: 'stock', amount, by: ['coast'] });
    passed(talks, then);
  }
  return talks;
}

const BY_HAND: readonly Told[] = [
  [
    'what recurs until a day within a turn, or on which one is over',
    () =>
      [17, 21].map((n) =>
        Math.max(
          ...schedule(
            market,
            drafted({ visits: visits({ until: onDay(n) }), works: duty({ begins: uponCompletion('visits') }) }),
          ).duties.map(({ due }) => due?.day ?? NaN),
        ),
      ),
    [14, 21],
  ],
  [
    'one turn that is put off, and the others, which are not',
    () => {
      const second = visiting();
      second.putOff(2, 16);
      reported(second.talks, 'visits', 1);
      passed(second.talks, 15);
      const before = standing(second.talks, 'visits')?.standing;
      passed(second.talks, 2);
      const first = visiting();
      first.putOff(1, 29);
      reported(first.talks, 'visits', 1);
      passed(first.talks, 22);
      return [before, ...[second, first].map(({ talks }) => standing(talks, 'visits')?.standing)];
    },
    ['partly done', 'late', 'late'],
  ],
  [
    'when all turns are over, of which one was put off beyond the last, or after it had been suspended; and one that was done',
    () => {
      const [beyond, rested, done] = [visiting(), visiting(), visiting()];
      beyond.putOff(2, 29);
      rested.talks.do({ type: 'performance.suspended', obligations: ['visits'] });
      passed(rested.talks, 4);
      rested.talks.do({ type: 'performance.resumed', obligations: ['visits'] });
      rested.putOff(3, 28);
      reported(done.talks, 'visits', 1);
      const last = [beyond, rested].map(({ talks }) => standing(talks, 'visits')?.due?.day);
      return [...last, done.putOff(1, 29), done.putOff(2, 29)];
    },
    [29, 28, false, true],
  ],
  [
    'a level of which part is let go after it was missed, and after its last day',
    () => {
      const missed = stocked([4, 'is', 4], [3, 'is', 2], [1, 'let go', 5]);
      const after = stocked([3, 'is', 13], [1, 'let go', 1]);
      return [missed, after].map((talks) => {
        const { when, completed } = standing(talks, 'stock') ?? {};
        return [when, completed?.day];
      });
    },
    [
      ['late', 10],
      ['late', 13],
    ],
  ],
  [
    'an amount that is not settled, and what is owed by a key for it, of which some was done',
    () => {
      const keys = { price: { rows: [{ for: { n: 2, of: ['permits'] }, give: [{ n: 1, of: 'money' }] }] } };
      const open = duty({ of: 'permits', amount: deferred(), begins: onDay(0), within: days(3) });
      const pays = duty({ of: 'money', byKey: { key: 'price', of: ['open'] }, begins: onDay(0), within: days(3) });
      const talks = begun(drafted({ open, pays }, { keys }));
      reported(talks, 'pays', 1);
      passed(talks, 9);
      const answer = standing(talks, 'pays')?.standing;
      reported(talks, 'open', 2);
      return [answer, standing(talks, 'open')?.standing];
    },
    ['partly done', 'partly done'],
  ],
  [
    'what is owed by a key in any case, and for an amount that is not settled besides',
    () => {
      const rows = [
        { give: [{ n: 5, of: 'money' }] },
        { for: { n: 2, of: ['permits'] }, give: [{ n: 1, of: 'money' }] },
      ];
      const open = duty({ of: 'permits', amount: deferred(), begins: onDay(0), within: days(3) });
      const pays = duty({ of: 'money', byKey: { key: 'price', of: ['open'] }, begins: onDay(0), within: days(3) });
      const talks = begun(drafted({ open, pays }, { keys: { price: { rows } } }));
      reported(talks, 'pays', 5);
      return standing(talks, 'pays')?.standing;
    },
    'partly done',
  ],
  [
    'days counted from 0 and from 1, and the last of several',
    () =>
      dueDays(
        drafted({
          zero: duty({ begins: onDay(7) }),
          one: duty({ begins: onDay(7, { first: 1 }) }),
          last: duty({ begins: latestOf(onDay(3), onDay(9)) }),
        }),
      ),
    { one: 6, zero: 7, last: 9 },
  ],
  [
    'a share by increments and by running totals',
    () =>
      (['increment', 'running total'] as const).map((counted) =>
        schedule(market, withTerms(thirds(counted))).duties.map(({ total }) => total?.least),
      ),
    [
      [3, 6.5, 10],
      [3, 6.5, 10],
    ],
  ],
  [
    'what two observers saw, and what was done on its last day',
    () => {
      const talks = begun(drafted({ pays: duty({ of: 'money', amount: 8, begins: onDay(0), within: days(3) }) }));
      passed(talks, 3);
      reported(talks, 'pays', 8, 'hills');
      reported(talks, 'pays', 2, 'coast');
      const before = standing(talks, 'pays')?.done;
      reported(talks, 'pays', 8, 'coast');
      return [before, standing(talks, 'pays')?.when];
    },
    [2, 'in time'],
  ],
  [
    'a deal whose duty is left undone, and then waived',
    () => {
      const talks = begun(drafted({ pays: duty({ begins: onDay(0), within: days(3) }) }));
      const left = passed(talks, 80);
      talks.do({ type: 'performance.waived', obligation: 'pays', by: ['coast'] });
      return [left, standing(talks, 'pays')?.standing, talks.state];
    },
    ['carryingOut.phase2', 'waived', 'fulfilled'],
  ],
  [
    'a phase that grows by a day for each ten',
    () => {
      const extensions = [{ how: 'pro rata', unit: days(1), per: { n: 10, of: 'money' } }] as const;
      const text = { phases: { 1: { extensions } } };
      const talks = begun(drafted({ pays: duty({ of: 'money', amount: atLeast(1), begins: onDay(0) }) }, text));
      reported(talks, 'pays', 19);
      return [passed(talks, 42), passed(talks, 1)];
    },
    ['carryingOut.phase1', 'carryingOut.phase2'],
  ],
  [
    'what a third hand holds, set free or given back, whichever comes first',
    () =>
      [6, 4].map((back) => {
        const escrow = { holder: 'board', released: onDay(5), returned: onDay(back) };
        const talks = begun(drafted({ pays: duty({ of: 'money', amount: 8, begins: onDay(0), escrow }) }));
        reported(talks, 'pays', 8);
        passed(talks, 9);
        return standing(talks, 'pays')?.escrow?.standing;
      }),
    ['released', 'returned'],
  ],
  [
    'what was reported done, and is corrected afterwards',
    () => {
      const talks = begun(drafted({ pays: duty({ of: 'money', amount: 8, begins: onDay(0), within: days(9) }) }));
      return [8, 5].map((n) => {
        reported(talks, 'pays', n);
        passed(talks, 1);
        return standing(talks, 'pays')?.standing;
      });
    },
    ['done', 'partly done'],
  ],
  [
    'what waits for all that may be done, of which nothing is owed for certain',
    () => {
      const pays = duty({ of: 'money', amount: upTo(8), begins: onDay(0), within: days(9) });
      const talks = begun(drafted({ pays, then: duty({ begins: uponCompletion('pays'), within: days(1) }) }));
      passed(talks, 2);
      reported(talks, 'pays', 8);
      return standing(talks, 'then')?.standing;
    },
    'open',
  ],
  [
    'what is owed by a key for what was left undone of up to so much',
    () => {
      const rate = { rows: [{ for: { n: 1, of: ['money'] }, give: [{ n: 2, of: 'permits' }] }] } as const;
      const pays = duty({ of: 'money', amount: upTo(8), begins: onDay(0), within: days(9) });
      const gives = duty({ of: 'permits', byKey: { key: 'rate', of: ['pays'] }, begins: onDay(20) });
      const talks = begun(drafted({ pays, gives }, { keys: { rate } }));
      return [9, 1].map((n) => [passed(talks, n), standing(talks, 'gives')?.owed][1]);
    },
    [
      { least: 0, most: 16 },
      { least: 0, most: 0 },
    ],
  ],
  [
    'what waits for a level without a last day, which was reached and is not held any more',
    () => {
      const holds = duty({ kind: 'level', of: 'permits', amount: atLeast(30), begins: onDay(0) });
      const talks = begun(drafted({ holds, then: duty({ begins: uponCompletion('holds'), within: days(9) }) }));
      reported(talks, 'holds', 30);
      passed(talks, 2);
      reported(talks, 'holds', 10);
      return [standing(talks, 'holds')?.standing, standing(talks, 'then')?.due?.day];
    },
    ['late', 9],
  ],
  [
    'what may be held for good',
    () => {
      const escrow = { holder: 'board', released: whenCertified('counted') };
      const held = drafted(
        { pays: duty({ of: 'money', amount: 8, begins: onDay(0), escrow }) },
        { certifications: { counted: { by: 'board' } } },
      );
      return review(market, held).flatMap(({ code }) => (code === 'review/held-at-end' ? [code] : []));
    },
    ['review/held-at-end'],
  ],
  [
    'a phase that is settled late, where the text says what holds until then',
    () => {
      const next = { label: 'next', on: 2, between: ['hills', 'coast'], otherwise: 'as it was' };
      const pays = duty({ begins: onDay(0) });
      const talks = begun(drafted({ pays }, { talks: { next } }), undefined, 'second');
      const over = passed(talks, 60);
      talks.do({ type: 'nextPhase.opened' });
      talks.do({ type: 'nextPhase.settled' });
      return [over, talks.state, talks.deal?.day];
    },
    ['carryingOut.phase1', 'carryingOut.phase2', 0],
  ],
  [
    'what snaps back upon a finding, and no more once that is cured',
    () => {
      const pays = duty({ verifier: 'board', begins: onDay(0), until: onDay(3) });
      const talks = begun(drafted({ pays, tariff: duty({ begins: uponFinding('pays'), within: days(9) }) }));
      const steps: readonly TalksEvent[] = [
        { type: 'days.passed', days: 5 },
        { type: 'breach.alleged', obligation: 'pays', by: 'coast' },
        { type: 'breach.found', obligation: 'pays', by: 'board' },
        { type: 'breach.cured', obligation: 'pays', by: 'coast' },
      ];
      return steps.map((step) => [talks.do(step).accepted, standing(talks, 'tariff')?.standing]);
    },
    [
      [true, 'waiting'],
      [true, 'waiting'],
      [true, 'open'],
      [true, 'waiting'],
    ],
  ],
  [
    'a phase that begins beside another',
    () => passed(begun(drafted({ pays: duty({ begins: onDay(0) }) }, { phases: { 2: { begins: onDay(10) } } })), 10),
    'carryingOut.phase2',
  ],
  [
    'what breaks in a text',
    () => {
      const codes = (obligations: Readonly<Record<string, ObligationDraft>>) =>
        review(market, drafted(obligations)).flatMap(({ code, severity }) => (severity === 'breaks' ? [code] : []));
      return [
        codes({ a: duty({ following: ['b'], begins: onDay(1) }), b: duty({ following: ['a'], begins: onDay(1) }) }),
        codes({ a: duty({ concurrent: ['b'], begins: onDay(1) }), b: duty({ begins: uponStart('a') }) }),
        codes({ a: duty({ begins: onDay(9), until: onDay(4) }) }),
        codes({
          a: duty({ of: 'money', amount: 5, begins: onDay(1) }),
          b: duty({ begins: whenTotal(['a'], 6) }),
        }),
        codes({
          a: duty({ kind: 'recurring', of: 'money', amount: 2, begins: onDay(1), every: days(7), within: days(28) }),
          b: duty({ begins: whenTotal(['a'], 6) }),
        }),
      ];
    },
    [['review/circular-sequence'], [], ['review/window-closes-first'], ['review/dead-trigger'], []],
  ],
];

/** The same offer, giving ten millions in all. */
function withTerms({ text }: Offer): Offer {
  return withText(text ?? {}, { terms: { money: 10 } });
}

/** Texts of deals: small ones as worked out by hand, and any at all by what has to hold of all. */
export const TEXTS_BY_HAND: readonly Check[] = [
  {
    title: 'a text is laid out, carried out and reviewed as by hand',
    run: () => {
      for (const [of, says, byHand] of BY_HAND) {
        const said = JSON.stringify(says());
        if (said !== JSON.stringify(byHand)) {
          return { counterexample: `${of}: ${said}, and not ${JSON.stringify(byHand)}`, size: 1 };
        }
      }
      return undefined;
    },
  },
  lookedFor<Offer>({
    title: 'nothing is due before what sets it off, and what has no day says why',
    cases: [anyOffer],
    wrong: (offer) => {
      const { duties } = schedule(market, offer, { anchors: { start: '2031-01-15' } });
      const wrong = duties.find(
        ({ opens, due, waitsFor, endless }) =>
          (opens?.day ?? 0) > (due?.day ?? Infinity) || waitsFor.length > 0 !== (!opens || (!due && !endless)),
      );
      return wrong && `${wrong.obligation} is due on day ${wrong.due?.day ?? 'none'}`;
    },
    size: ({ text }) => Object.keys(text?.obligations ?? {}).length,
    tell: ({ text }) => JSON.stringify(text?.obligations),
    runs: 60,
  }),
];
