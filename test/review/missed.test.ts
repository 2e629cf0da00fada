import {
  applyPatches,
  between,
  checkOffer,
  days,
  defineScenario,
  earliestOf,
  halfOf,
  latestOf,
  onDay,
  review,
  some,
  uponEvent,
  whenCertified,
  whenTotal,
  type AmountDraft,
  type ObligationDraft,
  type Offer,
  type Scenario,
  type TextDraft,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { market, sound, withText } from '../support/texts.js';

const told = (offer: Offer, scenario: Scenario = market) =>
  review(scenario, offer).map(({ code, severity, message }) => [code, severity, message]);

/** What is found of a text, once the first of it is mended. */
function after(offer: Offer) {
  const [finding] = review(market, offer);
  expect(finding?.mend.patches).toBeDefined();
  const mended = applyPatches(offer, finding?.mend.patches ?? []);
  expect(checkOffer(market, 'mended', mended).ok).toBe(true);
  return review(market, mended).map(({ code }) => code);
}

const dated = { begin: onDay(3), end: onDay(9), otherwise: 'nothing holds' } as const;

describe('talks', () => {
  it('on a phase that the deal has not got can settle nothing', () => {
    const of = (on: number) => withText({ talks: { next: { ...dated, between: ['hills', 'coast'], on } } });
    expect(told(of(3))).toEqual([
      [
        'review/dead-trigger',
        'breaks',
        '“next” are to settle phase 3, which the deal has not got. Let them be on a phase that the deal has, or on none.',
      ],
    ]);
    expect(after(of(3))).toEqual([]);
    expect(told(of(2))).toEqual([]);
  });

  it('are those of all whose agreement the deal takes where nobody is named, and of nobody where there is none', () => {
    const text: TextDraft = { talks: { next: dated } };
    const takes = (of: readonly string[]) => ({ ...market, agreement: { ...market.agreement, of } });
    expect(told(withText(text))).toEqual([]);
    expect(told(withText(text), takes([]) as Scenario)).toEqual([
      [
        'review/talks-not-promised',
        'unclear',
        '“next” are promised, and neither the text nor whose agreement the deal takes tells between whom. Say between whom they are to be held.',
      ],
    ]);
    expect(told(withText(text), takes(['hills']) as Scenario)).toEqual([
      ['review/talks-not-promised', 'unclear', expect.stringContaining('are talks of the Hills alone')],
    ]);
  });
});

describe('a phase made longer by units', () => {
  const of = (unit: number, cap: number) =>
    withText({ phases: { 1: { extensions: [{ how: 'by unit', unit: days(unit), cap: days(cap) }] } } });

  it('can never be where its limit allows for not one of them', () => {
    expect(told(of(10, 5))).toEqual([
      [
        'review/dead-trigger',
        'breaks',
        'Phase 1 may be extended by unit, by 10 days each time and by no more than 5 days in all, so that it never can be. Let the limit allow for one of them at least.',
      ],
    ]);
    expect(after(of(10, 5))).toEqual([]);
    expect(told(of(10, 10))).toEqual([]);
  });
});

describe('a total', () => {
  const of = (reaches: Parameters<typeof whenTotal>[1], more: Partial<ObligationDraft> = {}) =>
    told(
      withText({
        obligations: {
          pays: sound({ of: 'money', amount: 5 }),
          lends: sound({ of: 'permits', amount: 5 }),
          acts: sound(more),
          then: sound({ begins: whenTotal(['pays', 'lends', 'acts'], reaches) }),
        },
      }),
    );

  it('of what is counted in different units tells nothing, but where it is all of each', () => {
    expect(of(7)).toEqual([
      [
        'review/amount-untold',
        'unclear',
        '“then” is to begin when 7 of “pays”, “lends” and “acts” is done: that adds up what is counted in millions, permits and acts, and nothing tells what these come to together. Let it wait for each by itself, or for what is counted alike.',
      ],
    ]);
    expect(of({ parts: 1, outOf: 2 })).toHaveLength(1);
    expect(of({ parts: 1, outOf: 1 })).toEqual([]);
  });

  it('of what is counted alike is one figure', () => {
    const alike = (more: Partial<ObligationDraft>) =>
      told(
        withText({
          obligations: { a: sound(more), b: sound(more), then: sound({ begins: whenTotal(['a', 'b'], 2) }) },
        }),
      );
    expect([alike({}), alike({ of: 'money', amount: 1 })]).toEqual([[], []]);
  });
});

describe('half of what may be no more than one', () => {
  const of = (money: AmountDraft, more: Partial<ObligationDraft> = {}) =>
    told(
      withText({ obligations: { pays: sound({ of: 'money', amount: halfOf(), ...more }) } }, { terms: { money } }),
    ).filter(([code]) => code === 'review/amount-untold');

  it('may be nothing: nobody can tell how much is owed', () => {
    expect(of(some())).toEqual([
      ['review/amount-untold', 'unclear', expect.stringMatching(/asks for half of money, and nothing tells how much/)],
    ]);
    expect(of(between(0.5, 3))).toHaveLength(1);
    expect([of(between(2, 3)), of(some(), { strength: 'may' })]).toEqual([[], []]);
  });
});

describe('what whoever owes something certifies alone', () => {
  const of = (by: string, trigger: TriggerDraft, more: Partial<ObligationDraft> = {}) =>
    told(
      withText({
        bodies: { board: { members: ['hills', 'coast'] }, desk: { members: ['hills'] } },
        certifications: { counted: { label: 'the count', by } },
        obligations: { pays: sound({ begins: trigger, ...more }) },
      }),
    );

  it('leaves it to them whether it binds', () => {
    expect(of('hills', whenCertified('counted'))).toEqual([
      [
        'review/verifies-itself',
        'note',
        '“pays” is to begin when “the count” is certified, and that is up to the Hills, who owes it. If that is not meant, name someone else, or a body on which others sit too.',
      ],
    ]);
    expect(of('desk', latestOf(onDay(9), whenCertified('counted')))).toEqual([
      ['review/verifies-itself', 'note', expect.stringContaining('up to desk, on which nobody sits but who owes it')],
    ]);
  });

  it('does not where others have a say, or a day comes all the same', () => {
    expect(of('board', whenCertified('counted'))).toEqual([]);
    expect(of('coast', whenCertified('counted'))).toEqual([]);
    expect(of('hills', earliestOf(onDay(9), whenCertified('counted')))).toEqual([]);
    expect(of('hills', whenCertified('counted'), { strength: 'may' })).toEqual([]);
  });
});

describe('a mandate', () => {
  const scenario = (mandate: string, more: object = {}) =>
    defineScenario({
      id: 'mandated',
      sources: { first: { outlet: 'A', date: '2030-01-02' }, then: { outlet: 'A', date: '2030-01-05' } },
      parties: { coast: { label: 'the Coast' }, hills: { label: 'the Hills' } },
      terms: {},
      positions: {},
      agreement: { rule: 'unanimity', of: ['coast', 'hills'] },
      timeline: [
        {
          when: { earliest: '2030-01-01', latest: '2030-01-01' },
          text: 'A mandate.',
          event: { type: 'mandate.given', party: 'coast', mandate },
          reported: '2030-01-02',
          citations: [{ source: 'first', attribution: 'on-record' }],
        },
      ],
      offers: {
        deal: { by: ['coast', 'hills'], known: 'full', phases: [{ length: days(9) }], text: { obligations: {} } },
      },
      ...more,
    } as Parameters<typeof defineScenario>[0]);
  const of = (mandate: string, more?: object) =>
    review(scenario(mandate, more), 'deal').map(({ code, message }) => [code, message]);
  const answers = [
    { party: 'coast', offer: 'deal', answer: 'accepts', citations: [{ source: 'then', attribution: 'on-record' }] },
  ];

  it('to listen or to explore is too narrow to put something forward', () => {
    expect(of('listen')).toEqual([
      [
        'review/mandate-too-narrow',
        'The Coast has put this forward, on a mandate to listen. Have it given a mandate to negotiate.',
      ],
    ]);
    expect(of('explore')).toHaveLength(1);
    expect(of('negotiate')).toEqual([]);
    // What it accepted says more, and is told alone.
    expect(of('listen', { answers })).toEqual([
      ['review/mandate-too-narrow', expect.stringContaining('is reported to accept this')],
    ]);
  });

  it('is told to be made up for by the approval that stands already, where one does', () => {
    const process = { ratification: [{ id: 'house', body: 'the House' }] };
    expect(of('negotiate', { answers })[0]?.[1]).toContain('or make the deal subject to approval at home.');
    expect(of('negotiate', { answers, process })[0]?.[1]).toContain(
      'or let the text say that it needs the approval of “the House”.',
    );
  });
});

describe('a body', () => {
  const of = (bodies: NonNullable<TextDraft['bodies']>, more: TextDraft = {}) =>
    told(
      withText({
        others: { judge: 'a judge' },
        bodies,
        obligations: { counts: sound({ owedBy: ['board'], to: ['coast'], verifier: 'fund' }) },
        ...more,
      }),
    );

  it('on which none sit but bodies that sit on each other decides nothing, as far as the text says', () => {
    expect(of({ board: { members: ['desk'] }, desk: { members: ['board'] } })).toEqual([
      [
        'review/body-cannot-decide',
        'unclear',
        'The text does not say who but bodies that sit on each other sits on “board”, on which “counts” depends. Name someone who sits on one of them and is no such body.',
      ],
    ]);
    expect(of({ board: { members: ['desk'] }, desk: { members: ['board', 'hills'] } })).toEqual([]);
  });

  it('of whose members none has taken the text on owes nothing by it', () => {
    expect(of({ board: { members: ['fund', 'judge'] } })).toEqual([
      [
        'review/not-adhered',
        'unclear',
        '“counts” lays a duty on board, of whose members none is among those whose agreement makes the deal. Let someone who has taken it on sit on it, or let a party undertake to bring it about.',
      ],
    ]);
    const signed = (fund: 'adheres' | 'unsigned') => ({ instruments: { pact: { parties: { fund } } } });
    expect(of({ board: { members: ['fund'] } }, signed('unsigned'))).toEqual([
      ['review/not-adhered', 'unclear', expect.stringContaining('of whose members none signs or adheres to “pact”')],
    ]);
    expect(of({ board: { members: ['fund'] } }, signed('adheres'))).toEqual([]);
    expect(of({ board: { members: ['judge', 'coast'] } })).toEqual([]);
  });
});

describe('an acceptance without a reason', () => {
  it('does not count, and is told', () => {
    const of = (reason: string) =>
      withText({
        obligations: { x: { owedBy: ['hills'], to: ['coast'], begins: onDay(0) } },
        accepted: [{ code: 'review/no-verifier', clauses: ['obligations.x'], reason }],
      });
    const found = (reason: string) => review(market, of(reason)).map(({ code, accepted }) => [code, accepted]);
    expect(found('Trust.')).toEqual([['review/no-verifier', 'Trust.']]);
    for (const reason of ['', '  ']) {
      expect(found(reason)).toEqual([
        ['review/no-verifier', undefined],
        ['review/accepts-nothing', undefined],
      ]);
    }
    const [, finding] = review(market, of(''));
    expect(finding?.message).toBe(
      'The text lets “review/no-verifier” on “x” stand, without a reason, so that it does not count. Say why it is to stand, or take that out.',
    );
    const mended = applyPatches(of(''), finding?.mend.patches ?? []);
    expect(review(market, mended).map(({ code }) => code)).toEqual(['review/no-verifier']);
  });
});

describe('no alarm', () => {
  const extended = (end: TriggerDraft, otherwise?: string) =>
    told(
      withText({
        talks: {
          next: {
            between: ['hills', 'coast'],
            on: 2,
            begin: onDay(5),
            end,
            ...(otherwise !== undefined && { otherwise }),
          },
        },
        phases: { 1: { extensions: [{ how: 'while talks continue' }] } },
      }),
    ).map(([code]) => code);

  it('is given of a phase that goes on with talks which have a last day, and something that holds otherwise', () => {
    expect(extended(onDay(20), 'the phase ends')).toEqual([]);
    expect(extended(onDay(20))).toContain('review/extension-without-end');
    // They would end with the phase, and that with them.
    expect(extended(uponEvent('phase1.end'), 'the phase ends')).toEqual(['review/extension-without-end']);
  });

  it('is given of readings that are alike; of one alone it is said that there is no other', () => {
    const read = (...readings: readonly (readonly [string, string])[]) =>
      told(
        withText({
          definitions: { peace: { readings: readings.map(([party, reading]) => ({ party, reading })) } },
        }),
      );
    expect(read(['hills', 'calm'], ['coast', 'calm'])).toEqual([]);
    expect(read(['hills', 'calm'], ['coast', 'a treaty'])).toEqual([
      ['review/ambiguous', 'note', expect.stringMatching(/is open to more than one reading/)],
    ]);
    expect(read(['hills', 'calm'])).toEqual([
      [
        'review/ambiguous',
        'note',
        "“peace” is given one reading, and no other party's: the Hills reads it as “calm”. Say how the others read it, or settle on that.",
      ],
    ]);
  });
});

describe('a phase that is to go on while talks continue', () => {
  const grows = { extensions: [{ how: 'while talks continue', unit: days(7), times: 3 }] } as const;
  const next = { ...dated, between: ['hills', 'coast'] } as const;

  it('has talks promised on the phase after it, or that to be negotiated', () => {
    const offer = (text: TextDraft, rest: object = {}) => withText({ phases: { 1: grows }, ...text }, rest);
    expect(told(offer({}))).toEqual([
      [
        'review/talks-not-promised',
        'unclear',
        'Phase 1 may be extended while talks continue, and the text promises no talks on phase 2, nor leaves any of that to be negotiated. Promise talks on phase 2, or let the phase be extended otherwise.',
      ],
    ]);
    expect(told(offer({ talks: { next } }))).toHaveLength(1);
    expect(told(offer({ talks: { next: { ...next, on: 2 } } }))).toEqual([]);
    const open = offer({}, { phases: [{ length: days(42) }, { length: days(30), toBeNegotiated: true }] });
    expect(told(open).map(([code, , message]) => [code, message?.startsWith('What phase 2 holds')])).toEqual([
      ['review/talks-not-promised', true],
    ]);
    const bound = withText({
      phases: { 1: { extensions: [{ ...grows.extensions[0], condition: 'if all are calm' }] } },
    });
    expect(told(bound)).toEqual([]);
    expect(told(withText({ phases: { 3: grows } }))).toEqual([]); // the deal has no such phase
  });

  it('never does where no phase can follow it, and is not extended at all by the mend', () => {
    const phases = Array.from({ length: 3 }, () => ({ length: days(20) }));
    const offer = withText({ phases: { 3: grows } }, { phases, phaseCount: 3 });
    expect(told(offer)).toEqual([
      [
        'review/dead-trigger',
        'breaks',
        'Phase 3 may be extended while talks continue on the next, and none can follow it, so that it never can be. Let it be extended otherwise, or not at all.',
      ],
    ]);
    expect(after(offer)).toEqual([]);
    const also = withText(
      { phases: { 3: { extensions: [...grows.extensions, { how: 'by unit', unit: days(9), cap: days(3) }] } } },
      { phases, phaseCount: 3 },
    );
    const [both] = review(market, also);
    expect([both?.code, both?.mend.patches]).toEqual(['review/dead-trigger', undefined]);
  });
});

describe('a choice', () => {
  const choice = { of: 'permits', namedBy: ['hills'], deadline: onDay(4) } as const;
  const offer = (more: object) => withText({ selections: { sites: { ...choice, ...more } } });

  it('is to be made no sooner than the deal is in force', () => {
    expect(told(offer({ deadline: onDay(-3) }))).toEqual([
      [
        'review/deadline-before',
        'unclear',
        '“sites” is to be made 3 days before entry into force, when the deal is not in force, and binds nobody to make it. Let it be made no sooner than the deal is in force.',
      ],
    ]);
    expect(after(offer({ deadline: onDay(-3) }))).toEqual([]);
    for (const day of [0, 4]) expect(told(offer({ deadline: onDay(day) }))).toEqual([]);
  });

  it('is vetoed by somebody else than who makes it', () => {
    const own = offer({ vetoBy: ['hills'] });
    expect(told(own)).toEqual([
      [
        'review/verifies-itself',
        'note',
        '“sites” may be vetoed by the Hills, and by nobody but who makes it. If that is not meant, let someone else veto it, or nobody.',
      ],
    ]);
    expect(after(own)).toEqual([]);
    for (const vetoBy of [[], ['coast'], ['coast', 'hills']]) expect(told(offer({ vetoBy }))).toEqual([]);
  });
});
