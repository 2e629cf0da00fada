import { describe, expect, test } from 'vitest';
import {
  amend,
  answerThatCounts,
  assess,
  ATTRIBUTIONS,
  checkOffer,
  compareOffers,
  daysOf,
  inOrderOfEvent,
  isFaultError,
  readingsOf,
} from 'sticking-points';
import type { Assessment, Basis, Offer, Verdict } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';

const scenario = gaza2024();
const ALL_KNOWN = { asOf: '2024-02-23' };
const BY_28_JANUARY = { asOf: '2024-01-28' };
const JUDGED = ['P1-hamas', 'P1-israel', 'P2', 'P3', 'P4a', 'P4b', 'P5', 'P6', 'P7', 'P8'];

const offer = (id: string): Offer => scenario.offers[id]!;
const on = (id: string, options = ALL_KNOWN): Assessment => assess(scenario, id, options);
const verdict = (assessment: Assessment, position: string): Verdict =>
  assessment.verdicts.find((v) => v.position === position)!;
const ids = (verdicts: readonly Verdict[]): string[] => verdicts.map((v) => v.position);

describe('the door', () => {
  test('gives one frozen scenario however often it is called', () => {
    expect(gaza2024()).toBe(scenario);
    expect(Object.isFrozen(scenario.offers['P5']?.terms)).toBe(true);
  });
});

describe('verdicts as of 23 February', () => {
  const COLUMNS = [
    'IL-ceasefire',
    'IL-endTalks',
    'IL-category',
    'IL-withdrawal',
    'HA-ceasefire',
    'HA-endOfWar',
    'HA-withdrawal',
    'HA-prisoners',
  ];
  const TABLE: Readonly<Record<string, string>> = {
    'P1-hamas': 'o o o o  o o o o',
    'P1-israel': 'o o o o  o o o o',
    P2: 'o o o o  o o o o',
    P3: 'm o o o  u o o o',
    P4a: 'm o o o  u o o o',
    P4b: 'm o o o  u o o o',
    P5: 'm o o o  u o o u',
    P6: 'o u o u  o o m m',
    P7: 'm o o o  u o o o',
    P8: 'o o o o  o o o o',
  };
  const LETTERS = { unmet: 'u', open: 'o', met: 'm' } as const;

  test.each(JUDGED)('%s, cell by cell', (id) => {
    const row = TABLE[id]!.split(/ +/);
    const expected = Object.fromEntries(COLUMNS.map((position, i) => [position, row[i]]));
    const found = Object.fromEntries(COLUMNS.map((position) => [position, LETTERS[verdict(on(id), position).verdict]]));
    expect(found).toEqual(expected);
  });

  // The basis of each cell that is not open: the weakest of the line and of what the offer says.
  test.each<[string, string, Basis]>([
    // Both lines on the ceasefire are reported; that what is offered is a pause follows from "ceasefire of two months",
    // "suspend", "truce", "pause of six weeks" and "extended pause", and stands in none of them.
    ...['P3', 'P4a', 'P4b', 'P5', 'P7'].flatMap((id): [string, string, Basis][] => [
      [id, 'IL-ceasefire', 'inferred'],
      [id, 'HA-ceasefire', 'inferred'],
    ]),
    // The first phase holds at most the whole, and 300 is reported to be the most of the whole: nothing is supposed.
    ['P5', 'HA-prisoners', 'reported'],
    // The lines are reported (IL-withdrawal is inferred itself); that the proposals held the demands is inferred.
    ['P6', 'IL-endTalks', 'inferred'],
    ['P6', 'IL-withdrawal', 'inferred'],
    ['P6', 'HA-withdrawal', 'inferred'],
    ['P6', 'HA-prisoners', 'inferred'],
  ])('%s × %s rests on what is %s', (id, position, basis) => {
    const { verdict: word, basis: found } = verdict(on(id), position);
    expect(word).not.toBe('open');
    expect(found).toBe(basis);
  });

  test('the readings of HA-endOfWar come apart on P6: an agreed end is unmet, talks towards one are met', () => {
    const { readings, verdict: together } = verdict(on('P6'), 'HA-endOfWar');
    expect(readings.map((r) => [r.reading, r.verdict, r.basis])).toEqual([
      ['a', 'unmet', 'inferred'],
      ['b', 'met', 'inferred'],
    ]);
    expect(together).toBe('open');
  });

  test('what is open says why: silence, or a topic without a value', () => {
    const why = (id: string, position: string) =>
      verdict(on(id), position).readings.flatMap((r) => r.causes.map((c) => c.why));
    expect(why('P5', 'IL-endTalks')).toEqual(['not reported']);
    expect(why('P6', 'IL-ceasefire')).toEqual(['not reported']);
    expect(why('P8', 'HA-ceasefire')).toEqual(['on the agenda']);
    expect(why('P8', 'HA-prisoners')).toEqual(['on the agenda']);
    expect(why('P8', 'HA-return')).toEqual(['on the agenda']);
  });

  test('nothing that an offer says contradicts another thing in it', () => {
    for (const id of Object.keys(scenario.offers)) expect(checkOffer(scenario, id, offer(id)).ok, id).toBe(true);
  });
});

describe('how far P5 falls short of about 1,500 prisoners in the first phase', () => {
  const margin = (assessment: Assessment) => verdict(assessment, 'HA-prisoners').readings[0]!.margins[0]!;

  test('by 1,200 to 1,300, if it has one phase, which is assumed', () => {
    const found = verdict(on('P5'), 'HA-prisoners');
    expect(margin(on('P5')).slack).toEqual({ least: -1300, most: -1200 });
    expect(margin(on('P5')).basis).toBe('assumed');
    expect(found.basis).toBe('reported');
    expect(found.approximate).toBe(true);
  });

  test('by 1,200 to 1,500 without that assumption: its first phase can only hold less', () => {
    const { offer: without } = amend(offer('P5'), (draft) => {
      delete draft.phaseCount;
    });
    expect(checkOffer(scenario, without.id, without).ok).toBe(true);
    const found = assess(scenario, without, ALL_KNOWN);
    expect(verdict(found, 'HA-prisoners').verdict).toBe('unmet');
    expect(margin(found).slack).toEqual({ least: -1500, most: -1200 });
    expect(margin(found).basis).toBe('reported');
  });

  test('P6 offers what was demanded, no more and no less', () => {
    expect(margin(on('P6')).slack).toEqual({ least: 0, most: 0 });
    expect(margin(on('P6')).basis).toBe('inferred');
  });
});

describe('prisoners per hostage', () => {
  const rate = (id: string) => on(id).exchanges[0]!;

  test('is 5 to 8.57 in P5, always derived', () => {
    // 200 for 40 at the least, 300 for 35 at the most
    expect(rate('P5').least).toBe(5);
    expect(rate('P5').most).toBeCloseTo(300 / 35, 10);
    expect(rate('P5').basis).toBe('inferred');
  });

  test.each([
    ['P1-hamas', 'prisoners'],
    ['P1-israel', 'prisoners'],
    ['P2', 'prisoners'],
    ['P3', 'prisoners'],
    ['P4a', 'prisoners'],
    ['P4b', 'prisoners'], // "some" for some categories: no figure on either side
    ['P6', 'hostages'],
    ['P7', 'prisoners'],
    ['P8', 'prisoners'],
  ])('is undefined in %s, where the number of %s is not reported', (id, of) => {
    expect(rate(id)).toMatchObject({ undefined: 'not reported', of });
    expect(rate(id)).not.toHaveProperty('least');
    expect(rate(id)).not.toHaveProperty('most');
  });

  test('is barred for the deal of November, with the reason', () => {
    expect(rate('november')).toMatchObject({ undefined: 'barred' });
    expect(rate('november').because).toMatch(/given on its own/);
  });
});

describe('answers, apart', () => {
  const answers = (id: string, party: string) => {
    const { byPosition, byAuthorship, declared } = on(id).answers[party]!;
    return { byPosition: byPosition.answer, byAuthorship: byAuthorship?.answer, declared: declared?.answer };
  };
  const none = undefined;

  test('P5: Hamas rejects by position, Israel is undecided, nobody has declared anything', () => {
    expect(answers('P5', 'hamas')).toEqual({ byPosition: 'rejects', byAuthorship: none, declared: none });
    expect(answers('P5', 'israel')).toEqual({ byPosition: 'undecided', byAuthorship: none, declared: none });
    for (const party of Object.keys(scenario.parties)) expect(on('P5').answers[party]?.declared).toBeUndefined();
    expect(on('P5').answers['hamas']?.byPosition.positions).toEqual(['HA-ceasefire', 'HA-prisoners']);
  });

  test('P6: Hamas is undecided by position and accepts as its author, Israel rejects by position and on record', () => {
    expect(answers('P6', 'hamas')).toEqual({ byPosition: 'undecided', byAuthorship: 'accepts', declared: none });
    expect(on('P6').answers['hamas']?.byAuthorship?.basis).toBe('inferred');
    expect(answers('P6', 'israel')).toEqual({ byPosition: 'rejects', byAuthorship: none, declared: 'rejects' });
    expect(on('P6').answers['israel']?.declared).toMatchObject({
      basis: 'reported',
      citations: [{ source: 'S0', attribution: 'on-record', fact: 'X4' }],
    });
  });

  test('P2: both declared that they reject it, and P3 inherits nothing of that', () => {
    for (const party of ['hamas', 'israel']) {
      expect(answers('P2', party)).toEqual({ byPosition: 'undecided', byAuthorship: none, declared: 'rejects' });
      expect(answers('P3', party).declared).toBeUndefined();
    }
    expect(answerThatCounts(on('P3').answers['israel']!)).toBe('undecided');
  });

  test('only Hamas and Israel decide; that is inferred', () => {
    expect(scenario.agreement).toMatchObject({ rule: 'unanimity', of: ['hamas', 'israel'], basis: 'inferred' });
  });

  test('no position of a party is unmet by an offer of its own, both taken by the day of the report', () => {
    const own = JUDGED.flatMap((id) => (offer(id).by?.value ?? []).map((party) => [id, party] as const));
    expect(own.length).toBeGreaterThan(4);
    for (const [id, party] of own) {
      const assessment = assess(scenario, id, { asOf: offer(id).reported! });
      expect(ids(assessment.verdicts.filter((v) => v.party === party && v.verdict === 'unmet')), id).toEqual([]);
    }
  });
});

describe('sticking points', () => {
  test('are two of Hamas on P5 and two of Israel on P6, each with what stands opposite', () => {
    expect(ids(on('P5').stickingPoints)).toEqual(['HA-ceasefire', 'HA-prisoners']);
    expect(ids(on('P6').stickingPoints)).toEqual(['IL-endTalks', 'IL-withdrawal']);
    expect(verdict(on('P5'), 'HA-ceasefire').opposite).toEqual(['IL-ceasefire']);
    expect(verdict(on('P6'), 'IL-withdrawal').opposite).toEqual(['HA-withdrawal']);
    expect(verdict(on('P6'), 'IL-endTalks').opposite).toEqual(['HA-endOfWar']);
  });

  test('are never preferences, not even unmet ones', () => {
    expect(verdict(on('P4b'), 'HA-sequence')).toMatchObject({
      verdict: 'unmet',
      rigidity: { value: 'preference' },
    });
    for (const id of JUDGED) {
      for (const v of [...on(id).stickingPoints, ...on(id).openPoints]) expect(v.rigidity.value, id).toBe('demand');
    }
    expect(on('P4b').answers['hamas']?.byPosition.positions).toEqual(['HA-ceasefire']);
  });

  test('that S0 names stand beside those computed on P6: two agree, and the third is met by what was offered', () => {
    const found = on('P6');
    const byS0 = found.named.filter((n) => n.citations.some((c) => c.source === 'S0'));
    expect(byS0.map((n) => n.title)).toEqual([
      'about 1,500 prisoners in the first phase',
      'withdrawal',
      'a formal end',
    ]);
    const computed = ids(found.stickingPoints);
    const agreeing = (n: (typeof byS0)[number]) => n.positions.filter((p) => computed.includes(p));
    expect(byS0.map(agreeing)).toEqual([[], ['IL-withdrawal'], ['IL-endTalks']]);
    // As Hamas's line it is computed on P5; of Israel no figure is reported to compute it from.
    expect(ids(on('P5').stickingPoints)).toContain('HA-prisoners');
    expect(verdict(found, 'HA-prisoners').verdict).toBe('met');
    const israel = Object.values(scenario.positions).filter((p) => p.party === 'israel');
    const onNumbers = israel.filter((p) =>
      p.readings.some((r) => r.condition.kind === 'compare' && r.condition.of === 'prisoners'),
    );
    expect(onNumbers).toEqual([]);
  });

  test('that S2 names is of the talks at large, and computed on P6', () => {
    const [named, ...more] = on('P3', BY_28_JANUARY).named;
    expect(more).toEqual([]);
    expect(named?.offer).toBeUndefined();
    expect(named?.citations.map((c) => c.source)).toEqual(['S2']);
    expect(ids(on('P6').stickingPoints)).toContain('IL-endTalks');
  });
});

describe('what was known on 28 January', () => {
  test('positions: no Israeli line on withdrawal, nothing on prisoners, of HA-endOfWar the first reading only', () => {
    const found = on('P3', BY_28_JANUARY);
    const blocking = found.verdicts.filter((v) => v.rigidity.value === 'demand');
    expect(ids(blocking).sort()).toEqual(['HA-endOfWar', 'HA-withdrawal', 'IL-ceasefire', 'IL-endTalks']);
    expect(verdict(found, 'HA-endOfWar').readings.map((r) => r.reading)).toEqual(['a']);
    expect(verdict(found, 'HA-withdrawal').opposite).toEqual([]);
  });

  test('no offer of the time left a known demand of Hamas unmet', () => {
    for (const id of ['P3', 'P4a', 'P4b']) {
      expect(on(id, BY_28_JANUARY).stickingPoints, id).toEqual([]);
      expect(on(id, BY_28_JANUARY).answers['hamas']?.byPosition.answer, id).toBe('undecided');
    }
  });

  test.each(['P5', 'P6', 'P7', 'P8'])('%s had not been reported', (id) => {
    let caught: unknown;
    try {
      on(id, BY_28_JANUARY);
    } catch (error) {
      caught = error;
    }
    expect(isFaultError(caught) && caught.faults.map((f) => f.code)).toEqual(['assess/not-yet-reported']);
  });

  test('P5 is put in late January and reported on 23 February: two clocks', () => {
    expect(offer('P5').put).toMatchObject({ latest: '2024-01-31', basis: 'inferred' });
    expect(offer('P5').reported).toBe('2024-02-23');
  });

  test('an IL-withdrawal is known from 22 February, supporting reports aside', () => {
    const known = (asOf: string) => ids(on('P3', { asOf }).verdicts).includes('IL-withdrawal');
    expect([known('2024-02-21'), known('2024-02-22')]).toEqual([false, true]);
  });
});

describe('order of event', () => {
  const all = Object.values(scenario.offers);

  test('is that of the declaration where dates do not decide', () => {
    expect(inOrderOfEvent(all).map((o) => o.id)).toEqual(['november', ...JUDGED]);
    expect(compareOffers(scenario).columns.map((c) => c.offer)).toEqual(JUDGED);
  });

  test('holds by dates alone for what is surely earlier, whatever the declaration', () => {
    const order = inOrderOfEvent([...all].reverse()).map((o) => o.id);
    for (const [earlier, later] of [
      ['november', 'P3'],
      ['P3', 'P5'],
      ['P4a', 'P6'],
      ['P5', 'P6'],
      ['P5', 'P7'],
      ['P2', 'P8'],
    ] as const) {
      expect(order.indexOf(earlier), `${earlier} before ${later}`).toBeLessThan(order.indexOf(later));
    }
  });
});

describe('amounts and lengths as reported', () => {
  test('units are kept: two months are 59 to 62 days, six weeks 42', () => {
    const daysIn = (id: string) => readingsOf(offer(id).length!).map((r) => daysOf(r.value));
    expect(daysIn('P3')).toEqual([{ least: 59, most: 62 }]);
    expect(daysIn('P5')).toEqual([{ least: 42, most: 42 }]);
    expect(offer('P3').length).toMatchObject({ value: { unit: 'months', length: { n: 2 } } });
    expect(offer('P4b').length).toBeUndefined(); // 30 and 30 days; the sum is nobody's
  });

  test('where reports differ each stands', () => {
    const words = readingsOf(scenario.counts['held']!.figure!).map(({ value, citations }) => [
      value.wording,
      citations[0]?.source,
    ]);
    expect(words).toEqual([
      ['more than', 'S2'],
      ['exactly', 'S3'],
      ['about', 'S4'],
    ]);
    expect(readingsOf(offer('november').terms['hostages']!)).toHaveLength(3);
    for (const id of ['women', 'children', 'elderly']) expect(scenario.counts[id]).not.toHaveProperty('figure');
  });

  test('all hostages are all that are held, and no offer releases more', () => {
    expect(verdict(on('P7'), 'US-all').verdict).toBe('met');
    for (const id of JUDGED) {
      for (const invariant of on(id).invariants)
        expect(invariant.verdict, `${id}: ${invariant.title}`).not.toBe('unmet');
    }
  });

  test('a term about people says what is done', () => {
    const people = Object.values(scenario.terms).filter((t) => t.kind === 'quantity');
    expect(people.map((t) => t.verb)).toEqual(['released', 'returned', 'released', 'released']);
  });
});

/** Every record inside the scenario, with the citations of the nearest record around it that has any. */
function records(
  value: unknown,
  path: string,
  around: readonly unknown[],
  found: { path: string; record: Record<string, unknown>; citations: readonly unknown[] }[] = [],
) {
  if (typeof value !== 'object' || value === null) return found;
  const record = value as Record<string, unknown>;
  const citations = Array.isArray(record['citations']) ? (record['citations'] as unknown[]) : around;
  if (!Array.isArray(value)) found.push({ path, record, citations });
  for (const [key, child] of Object.entries(record)) records(child, `${path}.${key}`, citations, found);
  return found;
}

describe('evidence, everywhere', () => {
  const everything = records(scenario, 'scenario', []).slice(1); // its own basis is only the default of the rest
  const based = everything.filter(({ record }) => 'basis' in record);
  const reason = (record: Record<string, unknown>) =>
    // A choice has no field for it: its note says what its order rests on.
    record['because'] ?? (record['kind'] === 'choice' ? record['note'] : undefined);

  test('there is a lot of it, of every basis', () => {
    for (const basis of ['reported', 'inferred', 'assumed']) {
      expect(based.filter(({ record }) => record['basis'] === basis).length, basis).toBeGreaterThan(15);
    }
  });

  test('whatever is inferred or assumed has a reason', () => {
    const bare = based.filter(({ record }) => record['basis'] !== 'reported' && typeof reason(record) !== 'string');
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  test('a day that follows from an inferred date or from a day of the week is inferred wherever it stands', () => {
    const spans = new Set([
      '2024-01-20 2024-01-26',
      '2024-01-27 2024-01-27',
      '2024-01-28 2024-01-28',
      '2024-02-18 2024-02-22',
    ]);
    const dated = everything.filter(({ record: { earliest, latest } }) =>
      spans.has(`${String(earliest)} ${String(latest)}`),
    );
    expect(dated.length).toBeGreaterThan(8);
    expect(dated.filter(({ record }) => record['basis'] !== 'inferred').map(({ path }) => path)).toEqual([]);
    for (const id of ['P4a', 'P4b', 'P7', 'P8']) expect(offer(id).put?.basis, id).toBe('inferred');
    for (const told of [/^Haniyeh leaves/, /extended pause/]) {
      expect(scenario.timeline.find(({ text }) => told.test(text))?.when?.basis).toBe('inferred');
    }
  });

  test('a statement of two voices cites both, and what no report says cites none', () => {
    expect(scenario.statements['X6']?.citations.map((c) => c.attribution)).toEqual(['official-unnamed', 'narrator']);
    const round = scenario.process.rounds['cairo-hamas']!;
    expect(round.participants.citations.map((c) => c.fact)).toContain('M4');
    expect([...round.citations, ...round.venue!.citations].map((c) => c.fact)).not.toContain('M4');
  });

  test('nothing is reported without a citation', () => {
    const bare = based.filter(({ record, citations }) => record['basis'] === 'reported' && citations.length === 0);
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  test('every citation names one of the sources, a rung and a fact', () => {
    const citations = everything.filter(({ record }) => 'attribution' in record).map(({ record }) => record);
    expect(citations.length).toBeGreaterThan(100);
    for (const { source, attribution, fact } of citations) {
      expect(Object.keys(scenario.sources)).toContain(source);
      expect(ATTRIBUTIONS).toContain(attribution);
      expect(fact).toMatch(/^[A-Z]\d+$/);
    }
  });

  test('every source says whether its date is stated, and why not where it is not', () => {
    const dates = Object.entries(scenario.sources).map(([id, s]) => [id, s.date, s.dateBasis, s.because !== undefined]);
    expect(dates).toEqual([
      ['S0', '2024-02-22', 'reported', false],
      ['S1', '2024-02-23', 'inferred', true],
      ['S2', '2024-01-26', 'reported', false],
      ['S3', '2024-01-28', 'inferred', true],
      ['S4', '2024-01-28', 'inferred', true],
    ]);
  });

  test('how firm a position is is always assumed, and alike on all sides', () => {
    for (const p of Object.values(scenario.positions)) expect(p.rigidity.basis, p.id).toBe('assumed');
    const firmness = (id: string) => scenario.positions[id]?.rigidity.value;
    expect(firmness('IL-sequence')).toBe(firmness('HA-sequence'));
    expect(Object.values(scenario.positions).some((p) => p.rigidity.value === 'red line')).toBe(false);
  });

  test("Qatar's role is told in both ways", () => {
    const roles = scenario.parties['qatar']!.roles.map((r) => [r.value, r.citations.map((c) => c.source)]);
    expect(roles).toEqual([
      ['mediator', ['S2', 'S4']],
      ['negotiates on behalf of Hamas', ['S3']],
    ]);
    expect(Object.keys(scenario.parties).slice(0, 2)).toEqual(['hamas', 'israel']);
  });

  test('words that take a side are not used', () => {
    expect(JSON.stringify(scenario)).not.toMatch(/terror|militant|islamist|besieged|regime|de facto/i);
  });
});
