import { describe, expect, test } from 'vitest';
import { openTalks, replay } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { definitelyBefore } from '../../src/evidence/clocks.js';

const scenario = gaza2024();
const entries = scenario.timeline;
const happened = entries.flatMap(({ event }) => event ?? []);

/** What each event is about, in two or three words: its type, and the ids in it. */
const brief = ({ type, on: _, ...rest }: (typeof happened)[number]) =>
  [type, ...Object.values(rest).filter((part) => typeof part === 'string')].join(' ');

describe('the time line', () => {
  test('stands in order of event: nothing comes after what it was surely over before', () => {
    const wrong = entries.flatMap((later, i) =>
      entries.slice(0, i).filter((earlier) => definitelyBefore(later.when, earlier.when)),
    );
    expect(wrong.map((e) => e.text)).toEqual([]);
  });

  test('has every entry dated, cited and told in a sentence', () => {
    for (const { text, when, citations } of entries) {
      expect(when, text).toBeDefined();
      expect(citations.length, text).toBeGreaterThan(0);
      expect(text).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('holds every proposal but the deal of November, in order of event', () => {
    const tabled = happened.flatMap((e) => (e.type === 'offer.tabled' ? [e.offer] : []));
    // The agenda of Cairo was there by 22 February, the pause was spoken of on that day: one round is held at a time.
    expect(tabled).toEqual(['P1-hamas', 'P1-israel', 'P2', 'P3', 'P4a', 'P4b', 'P5', 'P6', 'P8', 'P7']);
  });

  test('marks as inferred or assumed what no report says happened so', () => {
    const unreported = entries.filter((e) => e.event && e.basis !== 'reported').map((e) => brief(e.event!));
    expect(unreported).toEqual([
      'round.opened january-exchanges',
      'round.closed january-exchanges',
      'offer.tabled P4a',
      'offer.tabled P4b',
      'offer.tabled P5',
      'round.closed paris-january',
      'round.opened february-exchanges',
      'round.closed february-exchanges',
      'mandate.given israel listen',
      'round.closed cairo-israel',
      'round.closed cairo-hamas',
      'round.closed israel-february',
      'mandate.given israel negotiate',
      'precondition.met fullCabinet',
    ]);
  });
});

describe('walked from the first event to the last, with all that is known', () => {
  const talks = openTalks(scenario);
  const steps = happened.map((event) => {
    const { reasons } = talks.do(event);
    return { brief: brief(event), reasons, state: talks.state, unmet: talks.stickingPoints.map((v) => v.position) };
  });
  const after = (what: string) => {
    const step = steps.find((s) => s.brief === what);
    return step && [step.state, ...step.unmet];
  };

  test('every event is accepted', () => {
    expect(steps.filter(({ reasons }) => reasons.length > 0)).toEqual([]);
    expect(steps.length).toBe(33);
  });

  test('it begins before the first round, and each round is closed before the next but the last', () => {
    expect(openTalks(scenario).state).toBe('betweenRounds');
    const rounds = happened.flatMap((e) => (e.type === 'round.opened' || e.type === 'round.closed' ? [brief(e)] : []));
    const ids = Object.keys(scenario.process.rounds);
    const both = ids.flatMap((id) => [`round.opened ${id}`, `round.closed ${id}`]);
    expect(rounds).toEqual(both.slice(0, -1));
  });

  test.each([
    ['P1-hamas', 'talks.considering'],
    ['P1-israel', 'talks.considering'],
    ['P2', 'talks.blocked'], // both have declared that they reject it: no position is known to stand against it
    ['P3', 'talks.blocked', 'HA-ceasefire'],
    ['P4a', 'talks.blocked', 'HA-ceasefire'],
    ['P4b', 'talks.blocked', 'HA-ceasefire'],
    ['P5', 'talks.blocked', 'HA-ceasefire', 'HA-prisoners'],
    ['P6', 'talks.blocked', 'IL-endTalks', 'IL-withdrawal'],
    ['P8', 'talks.considering'],
    ['P7', 'talks.blocked', 'HA-ceasefire'],
  ])('%s leaves the talks %s', (offer, ...expected) => {
    expect(after(`offer.tabled ${offer}`)).toEqual(expected);
  });

  test('reported answers leave things where they are', () => {
    expect(after('answer.declared hamas rejects')).toEqual(['talks.blocked']);
    expect(after('answer.declared israel rejects')).toEqual(['talks.blocked']);
    const ofP6 = steps.filter((s) => s.brief === 'answer.declared israel rejects').at(-1);
    expect(ofP6?.unmet).toEqual(['IL-endTalks', 'IL-withdrawal']);
  });

  test('it ends in the second Paris round, before a soft deadline that lies ahead', () => {
    // What lay on the table there no report says.
    expect([talks.state, talks.offer]).toEqual(['talks.open', undefined]);
    expect(talks.snapshot.context.round).toBe('paris-february');
    expect(talks.deadlines['ramadan']).toMatchObject({ kind: 'soft', by: '2024-03', standing: 'ahead' });
    expect(talks.clock.today).toBe('2024-02-23');
  });
});

describe('replayed', () => {
  const steps = replay(scenario);

  test('nothing is refused, neither by what had been reported nor by all that is known', () => {
    const refused = steps.flatMap(({ then, known }) => [...then.refused, ...known.refused]);
    expect(refused.map((r) => r.message)).toEqual([]);
  });

  test('P3 to P4b left no position then known unmet; when P5 was reported, all of them were known', () => {
    const then = (id: string) => {
      const step = steps.find(({ entry: { event } }) => event?.type === 'offer.tabled' && event.offer === id);
      return [step?.reported, step?.then.state, ...(step?.then.stickingPoints ?? []).map((v) => v.position)];
    };
    for (const id of ['P4a', 'P4b']) expect(then(id)).toEqual(['2024-01-28', 'talks.considering']);
    expect(then('P3')).toEqual(['2024-01-26', 'talks.considering']);
    expect(then('P5')).toEqual(['2024-02-23', 'talks.blocked', 'HA-ceasefire', 'HA-prisoners']);
    expect(then('P6')).toEqual(['2024-02-22', 'talks.blocked', 'IL-endTalks', 'IL-withdrawal']);
  });

  test('each entry is known from the report that makes it so', () => {
    const known = (text: RegExp) => steps.find(({ entry }) => text.test(entry.text))?.reported;
    expect(known(/arrives in Paris/)).toBe('2024-02-23');
    expect(known(/approves the journey/)).toBe('2024-02-23');
    expect(known(/told in several ways/)).toBe('2024-01-28');
    expect(known(/"delusional"/)).toBe('2024-02-22');
    expect(known(/"bizarre"/)).toBe('2024-02-23');
  });
});

describe('the second Paris round', () => {
  const refused = (leaveOut: readonly string[]) => {
    const talks = openTalks(scenario);
    const replies = happened.filter((e) => !leaveOut.includes(brief(e))).map((e) => talks.do(e));
    return replies.flatMap((reply) => reply.reasons.map((reason) => reason.code));
  };

  test.each(['medication', 'cairoIndications', 'usUrging', 'warCabinet', 'fullCabinet'])('needs %s', (id) => {
    expect(refused([`precondition.met ${id}`])).toEqual(['talks/precondition-unmet']);
  });

  test('needs an Israeli delegation that may do more than listen', () => {
    expect(refused(['mandate.given israel negotiate'])).toEqual(['talks/no-mandate']);
    expect(refused(['mandate.given israel listen'])).toContain('talks/no-mandate');
  });
});

describe('the process', () => {
  const { process } = scenario;

  test('has no hard deadline, no chain of approvals for a deal, no rule of extension', () => {
    expect(Object.values(process.deadlines).map((d) => d.kind)).toEqual(['soft']);
    expect(process.ratification).toEqual([]);
    expect(process.extensions).toEqual({});
  });

  test('has Israel put one precondition; that the others were needed is inferred', () => {
    const { medication, cairoIndications, usUrging, attendance } = process.preconditions;
    expect(medication).toMatchObject({ party: 'israel', basis: 'reported' });
    for (const cause of [cairoIndications, usUrging, attendance]) {
      expect(cause).toMatchObject({ basis: 'inferred' });
      expect(cause).not.toHaveProperty('party');
    }
    expect(attendance?.jointly).toEqual(['medication', 'cairoIndications', 'usUrging']);
  });

  test('has no round at which Israel and Hamas are reported to meet, and infers every format', () => {
    for (const round of Object.values(process.rounds)) {
      const both = ['hamas', 'israel'].every((party) => round.participants.value.includes(party));
      expect(round.format?.value, round.label).toBe(both ? 'exchange of messages' : undefined);
      expect(round.format?.basis ?? 'inferred').toBe('inferred');
    }
  });

  test('gives mandates only as inferred', () => {
    const mandates = Object.values(process.rounds).flatMap((r) =>
      Object.entries(r.mandates).map(([party, m]) => [party, m.value, m.basis]),
    );
    expect(mandates).toEqual([
      ['israel', 'listen', 'inferred'],
      ['israel', 'negotiate', 'inferred'],
    ]);
  });
});
