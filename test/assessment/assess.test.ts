import { assess, checkScenario, isFaultError, RIGIDITIES, VERDICTS, type Scenario } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { draftWith, rightDraft } from '../support/draft.js';
import { fishery } from '../support/fishery.js';
import { rivers } from '../support/rivers.js';
import { wages } from '../support/wages.js';

const verdicts = (scenario: Scenario, offer: string, options = {}) =>
  assess(scenario, offer, options).verdicts.map((v) => `${v.party} ${v.verdict} ${v.rigidity.value} ${v.position}`);

describe('the order of display', () => {
  it('parties as the scenario has them; unmet, open, met; red lines, demands, preferences; id', () => {
    const flag = (of: string) => ({ kind: 'flag', of, is: true });
    const position = (party: string, rigidity: string, of: string) => ({ party, rigidity, condition: flag(of) });
    const result = checkScenario({
      id: 'order',
      parties: { z: {}, a: {} },
      terms: { no: { kind: 'flag' }, silent: { kind: 'flag' }, yes: { kind: 'flag' } },
      positions: {
        p1: position('a', 'demand', 'no'),
        p2: position('z', 'preference', 'no'),
        p9: position('z', 'demand', 'yes'),
        p3: position('z', 'red line', 'yes'),
        p8: position('z', 'demand', 'no'),
        p10: position('z', 'demand', 'no'),
        p5: position('z', 'red line', 'silent'),
        p6: position('z', 'demand', 'silent'),
        p7: position('z', 'red line', 'no'),
      },
      offers: { o: { terms: { no: false, yes: true } } },
    });
    if (!result.ok) throw new Error(result.faults[0]?.message);
    expect(verdicts(result.value, 'o')).toEqual([
      'z unmet red line p7',
      'z unmet demand p10', // ids as text
      'z unmet demand p8',
      'z unmet preference p2',
      'z open red line p5',
      'z open demand p6',
      'z met red line p3',
      'z met demand p9',
      'a unmet demand p1',
    ]);
  });

  it.each([fishery, wages, rivers])('holds for every offer ($id)', (scenario) => {
    const parties = Object.keys(scenario.parties);
    for (const offer of Object.keys(scenario.offers)) {
      const keys = assess(scenario, offer).verdicts.map((v) =>
        [
          parties.indexOf(v.party),
          VERDICTS.indexOf(v.verdict),
          RIGIDITIES.indexOf(v.rigidity.value),
          v.position,
        ].join(),
      );
      expect(keys).toEqual([...keys].sort());
    }
  });

  it('sticking points and open points keep it, and preferences are neither', () => {
    const { stickingPoints, openPoints } = assess(wages, 'opening');
    expect(stickingPoints.map((v) => v.position)).toEqual(['pay', 'hiring']);
    expect(openPoints.map((v) => v.position)).toEqual(['rate']);
    expect(assess(fishery, 'low').openPoints.map((v) => v.position)).toEqual([]); // 'calm' is open, and only preferred
  });
});

it('beside each position stand those of other parties on the same terms, categories counted with their term', () => {
  const opposite = (scenario: Scenario, offer: string) =>
    Object.fromEntries(assess(scenario, offer).verdicts.map((v) => [v.position, v.opposite]));
  expect(opposite(fishery, 'low')).toEqual({
    enough: ['stock'],
    stock: ['enough'],
    noObservers: [],
    coast: [],
    calm: [],
  });
  expect(opposite(wages, 'full')).toMatchObject({ hiring: ['rate'], rate: ['hiring'], pay: ['noLarge'], quick: [] });
  expect(opposite(rivers, 'first')).toEqual({ half: ['build'], build: ['half', 'noDam'], noDam: ['build'] });
});

describe('the two clocks', () => {
  it('by asOf, what was not yet reported does not appear', () => {
    expect(verdicts(fishery, 'low', { asOf: '2030-01-31' })).not.toContain('north unmet demand noObservers');
    expect(verdicts(fishery, 'low', { asOf: '2030-02' })).toContain('north unmet demand noObservers');
  });

  it('positionsAsOf sets the day of the positions apart', () => {
    const early = assess(fishery, 'late', { asOf: '2030-03', positionsAsOf: '2030-01' });
    expect(early.verdicts.map((v) => v.position)).not.toContain('noObservers');
    expect(early).toMatchObject({ asOf: '2030-03', positionsAsOf: '2030-01' });
    const later = assess(fishery, 'high', { asOf: '2030-01', positionsAsOf: '2030-03' });
    expect(later.verdicts.map((v) => v.position)).toContain('noObservers');
    // Answers go with the offer, not with the positions.
    expect(later.answers['south']?.declared?.answer).toBe('undecided');
  });

  it('a position is judged by those of its readings that had been reported', () => {
    const hiring = (asOf: string) => assess(wages, 'better', { asOf }).verdicts.find((v) => v.position === 'hiring');
    expect(hiring('2031-04')).toMatchObject({ verdict: 'met', readings: [{ reading: 'few' }] });
    expect(hiring('2031-05')).toMatchObject({ verdict: 'open', readings: [{ reading: 'few' }, { reading: 'many' }] });
  });

  it('what was reported later is cited nowhere: not of a rigidity, a fact, or what sources name', () => {
    const cite = (...sources: string[]) => sources.map((source) => ({ source, attribution: 'narrator' }));
    const noted = (value: unknown) => ({ value, basis: 'reported', citations: cite('wire', 'later') });
    const { party, condition } = rightDraft().positions.enough;
    const result = checkScenario(
      draftWith(
        ['sources.later', { outlet: 'the weekly', date: '2030-02-10' }],
        ['positions.enough', { party, condition, rigidity: noted('demand'), citations: cite('wire', 'later') }],
        ['positions.new', { party, condition, rigidity: 'demand', citations: cite('later') }],
        ['offers.first.terms.catch', noted(30)],
        ['named', [{ title: 'the catch', positions: ['enough', 'new'], citations: cite('wire', 'later') }]],
      ),
    );
    if (!result.ok) throw new Error(result.faults[0]?.message);
    const early = assess(result.value, 'first', { asOf: '2030-01' });
    expect(early.verdicts[0]).toMatchObject({ position: 'enough', verdict: 'unmet' });
    expect(early.named).toMatchObject([{ positions: ['enough'] }]);
    expect(JSON.stringify(early)).not.toMatch(/"(later|new)"/);
    expect(JSON.stringify(assess(result.value, 'first'))).toMatch(/"later"/);
  });

  it.each([
    [() => assess(fishery, 'hihg'), 'assess/unknown-offer', "'high'"],
    [() => assess(fishery, 'constructor'), 'assess/unknown-offer', "'constructor'"],
    [() => assess(fishery, null as never), 'assess/unknown-offer', 'null'], // as JavaScript may
    [() => assess(fishery, 'late', { asOf: '2030-01' }), 'assess/not-yet-reported', '2030-02-20'],
    [() => assess(fishery, 'low', { asOf: 'yesterday' }), 'assess/bad-date', "'yesterday'"],
    [() => assess(fishery, 'low', { positionsAsOf: '2030-13' }), 'assess/bad-date', "'2030-13'"],
  ])('%s throws a fault', (call, code, names) => {
    try {
      call();
      expect.unreachable();
    } catch (error) {
      if (!isFaultError(error)) throw error;
      expect(error.faults.map((f) => f.code)).toEqual([code]);
      expect(error.message).toContain(names);
    }
  });
});

describe('what a verdict rests on', () => {
  it('the weakest basis of line and facts, the facts themselves, the citations of the line', () => {
    const [enough] = assess(fishery, 'low').verdicts;
    expect(enough).toMatchObject({ position: 'enough', verdict: 'unmet', basis: 'reported', approximate: false });
    expect(enough?.readings[0]).toMatchObject({
      facts: [{ kind: 'offer', path: 'catch' }],
      margins: [{ of: 'catch', slack: { least: -10, most: -10 }, unit: { many: 'tonnes' } }],
      citations: [{ source: 'gazette' }],
    });
  });

  it('of a share, the clause that gives it as well as the count it is a share of', () => {
    const all = { wording: 'all', of: { count: 'stock' } };
    const result = checkScenario(
      draftWith(
        ['basis', 'reported'],
        ['counts.stock.figure', 12],
        ['positions.enough.condition', { kind: 'compare', of: 'boats', op: '>=', line: 10 }],
        ['offers.first.terms', { catch: 24, boats: { value: all, basis: 'inferred', because: 'None was left.' } }],
      ),
    );
    if (!result.ok) throw new Error(result.faults[0]?.message);
    const {
      verdicts: [enough],
      exchanges,
    } = assess(result.value, 'first');
    expect(enough).toMatchObject({ verdict: 'met', basis: 'inferred' });
    expect(enough?.readings[0]?.facts.map((f) => f.path)).toEqual(['counts.stock', 'boats']);
    expect(exchanges).toMatchObject([{ exchange: 'rate', least: 2, most: 2 }]);
  });

  it('an amount given as about makes a verdict approximate', () => {
    const stock = assess(fishery, 'high').verdicts.find((v) => v.position === 'stock');
    expect(stock).toMatchObject({ verdict: 'unmet', approximate: true });
  });
});
