import fc from 'fast-check';
import { assess, defineScenario, isFaultError, openTalks, type Fault, type Scenario } from 'sticking-points';
import { explain, type Explanation } from 'sticking-points/analysis';
import { explanationText } from 'sticking-points/report';
import { gaza2024, gaza2024StricterIsrael } from 'sticking-points/scenarios';
import { offers, scenarios } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { few, runs } from '../laws/runs.js';

/** Talks with one offer on the table, or none. */
function talksOn(scenario: Scenario, offer?: string | Parameters<typeof openTalks>[0]['offers'][string]) {
  const talks = openTalks(scenario, { start: 'talks' });
  if (offer !== undefined) expect(talks.do({ type: 'offer.tabled', offer })).toEqual({ accepted: true, reasons: [] });
  return talks;
}

function onThe23rd(offer?: string) {
  const talks = openTalks(gaza2024(), { asOf: '2024-02-23', start: 'talks' });
  if (offer !== undefined) expect(talks.do({ type: 'offer.tabled', offer }).accepted).toBe(true);
  return talks;
}

/** The faults of an error that carries some. */
function faultsOf(error: unknown): readonly Fault[] {
  if (!isFaultError(error)) throw error;
  return error.faults;
}

/** Every id of a position that an explanation names. */
function idsIn({ offer, underReadings }: Explanation): readonly string[] {
  const beside = [
    ...(offer?.stickingPoints ?? []),
    ...(offer?.openPoints ?? []),
    ...(offer?.pivots.pivots ?? []),
    ...(offer?.acceptance.parties.flatMap(({ positions }) => positions) ?? []),
  ];
  return [
    ...beside.flatMap((one) => [one.position, ...one.opposite.map((o) => o.position)]),
    ...underReadings.flatMap(({ readings, conflicts, concessions }) => [
      ...Object.keys(readings),
      ...conflicts.conflicts.flatMap((conflict) => conflict.positions),
      ...concessions.coalitions.flatMap(({ concessions: given, firm }) => [
        ...given.flatMap((one) => one.positions),
        ...(firm?.positions ?? []),
      ]),
    ]),
  ];
}

/** The sentences of a text, put together again from their lines: each begins further out, or with a mark. */
function itemsIn(text: string): readonly string[] {
  const items: string[] = [];
  let hanging = -1;
  for (const line of text.split('\n')) {
    const [, indent = '', mark = ''] = /^( *)((?:·|\d+\.) )?/.exec(line) ?? [];
    if (mark !== '' || indent.length !== hanging || items.length === 0) items.push(line.trim());
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
    hanging = indent.length + mark.length;
  }
  return items;
}

describe('explaining talks', () => {
  const drawn = scenarios({ positions: 5, conflicts: 1 }).chain((scenario) =>
    fc.record({ scenario: fc.constant(scenario), offer: fc.option(offers(scenario), { nil: undefined }) }),
  );

  it('names positions that there are, is plain JSON, and comes out the same twice', async () => {
    let conflicting = 0;
    await fc.assert(
      fc.asyncProperty(drawn, async ({ scenario, offer }) => {
        const talks = talksOn(scenario, offer);
        const explanation = await explain(talks).catch(faultsOf);
        if (!('positions' in explanation)) {
          expect(explanation).toMatchObject([{ code: 'analysis/no-offer' }]);
          return;
        }
        const text = explanationText(talks.scenario, explanation);
        for (const id of idsIn(explanation)) expect(Object.keys(explanation.positions)).toContain(id);
        const json = JSON.stringify(explanation);
        expect(JSON.parse(json)).toEqual(explanation);
        expect(JSON.stringify(await explain(talksOn(scenario, offer)))).toBe(json);
        expect(explanationText(talks.scenario, explanation)).toBe(text);
        expect(explanation.complete).toBe(explanation.stopped === undefined);
        conflicting += explanation.underReadings.filter(({ conflicts }) => conflicts.conflicts.length > 0).length;
      }),
      runs(60),
    );
    expect(conflicting).toBeGreaterThan(few(20));
  });

  it('says of the six-week plan what sticks, what is open and which pairs exclude each other under each reading', async () => {
    const { offer, underReadings, positions, sources, basis, complete, combinations } = await explain(onThe23rd('P5'));
    expect(offer?.stickingPoints.map((p) => p.position)).toEqual(['HA-ceasefire', 'HA-prisoners']);
    expect(offer?.stickingPoints.map((p) => p.opposite.map((o) => o.position))).toEqual([
      ['IL-ceasefire'],
      ['IL-category'],
    ]);
    expect(offer?.openPoints.map((p) => p.position)).toEqual([
      'HA-endOfWar',
      'HA-withdrawal',
      'IL-category',
      'IL-endTalks',
      'IL-withdrawal',
    ]);
    expect([complete, basis, combinations]).toEqual([true, 'assumed', { all: 2, shown: 2 }]);
    const [stronger, weaker] = underReadings;
    expect([stronger?.readings, weaker?.readings]).toEqual([{ 'HA-endOfWar': 'a' }, { 'HA-endOfWar': 'b' }]);
    expect(weaker?.conflicts.conflicts.map((c) => c.positions)).toEqual([
      ['HA-ceasefire', 'IL-ceasefire'],
      ['HA-endOfWar', 'IL-endTalks'],
      ['HA-withdrawal', 'IL-withdrawal'],
    ]);
    expect(stronger?.conflicts.conflicts.map((c) => c.positions)).toEqual([
      ['HA-ceasefire', 'IL-ceasefire'],
      ['HA-endOfWar', 'IL-ceasefire'],
      ['HA-endOfWar', 'IL-endTalks'],
      ['HA-withdrawal', 'IL-withdrawal'],
    ]);
    const setsIn = (of: typeof stronger) => of?.concessions.coalitions.flatMap(({ concessions }) => concessions) ?? [];
    expect([setsIn(stronger), setsIn(weaker)].map((sets) => sets.map((s) => s.positions.length))).toEqual([
      [3, 3, 3, 3, 3, 3],
      [3, 3, 3, 3, 3, 3, 3, 3],
    ]);
    expect(Object.keys(sources)).toEqual(['S0', 'S1', 'S2', 'S3']);
    for (const { readings } of Object.values(positions)) {
      for (const { citations } of readings) expect(citations).not.toEqual([]);
    }
  });

  it('bridges from the offer on the table for every concession set, and keeps everything else', async () => {
    const talks = onThe23rd('P5');
    const { underReadings } = await explain(talks, { bridges: Infinity });
    for (const { readings, concessions, bridges } of underReadings) {
      const [{ concessions: sets } = { concessions: [] }] = concessions.coalitions;
      expect(bridges.map(({ without }) => without)).toEqual(sets.map(({ positions }) => positions));
      for (const { bridge, keep, without, complete } of bridges) {
        expect(complete).toBe(true);
        expect([...keep, ...without].sort()).toEqual(
          Object.keys(talks.scenario.positions)
            .filter((id) => /^(HA|IL)-/.test(id) && !/sequence|return/.test(id))
            .sort(),
        );
        const { verdicts } = assess(talks.scenario, bridge!.offer, { asOf: '2024-02-23' });
        for (const { position, readings: each } of verdicts.filter((v) => keep.includes(v.position))) {
          const taken = each.filter((r) => !(position in readings) || r.reading === readings[position]);
          expect(
            taken.map((r) => r.verdict),
            position,
          ).toEqual(taken.map(() => 'met'));
        }
      }
    }
    const first = (await explain(talks)).underReadings.map(({ bridges }) => bridges.map(({ without }) => without));
    expect(first).toEqual(underReadings.map(({ bridges }) => bridges.slice(0, 1).map(({ without }) => without)));
    expect((await explain(talks, { bridges: 0 })).underReadings.flatMap(({ bridges }) => bridges)).toEqual([]);
    expect((await explain(onThe23rd())).underReadings.flatMap(({ bridges }) => bridges)).toEqual([]);
  });

  it('says of what Hamas proposed what sticks, and whose acceptance it needs', async () => {
    const { offer, state } = await explain(onThe23rd('P6'));
    expect(state).toBe('talks.blocked');
    expect(offer?.stickingPoints.map((p) => p.position)).toEqual(['IL-endTalks', 'IL-withdrawal']);
    expect(offer?.acceptance.sets).toEqual([['israel']]);
  });

  it('speaks of all offers alone where none lies on the table', async () => {
    const explanation = await explain(onThe23rd());
    expect(explanation.offer).toBeUndefined();
    expect(explanation.underReadings).toHaveLength(2);
  });

  it('knows no more than had been reported on the day of the talks', async () => {
    const talks = openTalks(gaza2024(), { asOf: '2024-01-28', start: 'talks' });
    const { positions, underReadings } = await explain(talks);
    expect(Object.keys(positions)).not.toContain('HA-prisoners');
    expect(underReadings.map(({ conflicts }) => conflicts.conflicts.map((c) => c.positions))).toEqual([
      [
        ['HA-endOfWar', 'IL-ceasefire'],
        ['HA-endOfWar', 'IL-endTalks'],
      ],
    ]);
  });

  it('puts sources beside every position that it names in its text', async () => {
    const talks = onThe23rd('P5');
    const explanation = await explain(talks);
    const text = explanationText(talks.scenario, explanation);
    let named = 0;
    for (const item of itemsIn(text)) {
      for (const { title, readings, rigidity } of Object.values(explanation.positions)) {
        if (rigidity.value === 'preference') continue;
        for (const reading of readings) {
          const of = reading.title === title || readings.length === 1 ? readings : [reading];
          if (!item.includes(`“${reading.title}” (`) && !item.includes(`“${title}” (`)) continue;
          named++;
          const cited = of.flatMap(({ citations }) => citations.map((c) => c.source));
          expect(
            cited.some((id) => new RegExp(`\\b${id}\\b`).test(item)),
            item,
          ).toBe(true);
        }
      }
    }
    expect(named).toBeGreaterThan(60);
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('uses no word of blame, of likelihood, or of rank', async () => {
    const talks = onThe23rd('P5');
    const text = explanationText(talks.scenario, await explain(talks)).replace('talks.blocked', '');
    expect(text).not.toMatch(/\b(block(s|ing)|blame|fault|probab|likely|refus|intransig|should|must|best|worst|rank)/i);
  });
});

describe('limits of an explanation', () => {
  const disputed = defineScenario({
    id: 'many-readings',
    parties: { a: {}, b: {} },
    terms: { x: { kind: 'quantity', unit: 'u', bounds: { most: 10 } } },
    positions: Object.fromEntries(
      ['p', 'q', 'r', 's', 't'].map((id) => [
        id,
        {
          party: id < 'r' ? 'a' : 'b',
          title: id,
          rigidity: 'demand',
          readings: {
            one: { condition: { kind: 'compare', of: 'x', op: id < 'r' ? '>=' : '<=', line: 5 } },
            two: { condition: { kind: 'compare', of: 'x', op: id < 'r' ? '>=' : '<=', line: id < 'r' ? 7 : 3 } },
          },
        } as const,
      ]),
    ),
  });

  it('shows so many combinations of readings, says that there are more, and what holds in all of them', async () => {
    const { combinations, underReadings, complete, stopped } = await explain(talksOn(disputed));
    expect([combinations, complete, stopped]).toEqual([{ all: 32, shown: 16 }, false, 'most']);
    expect(underReadings).toHaveLength(17);
    expect(underReadings[0]?.readings).toEqual({});
    expect(underReadings[1]?.readings).toEqual({ p: 'one', q: 'one', r: 'one', s: 'one', t: 'one' });
    expect(underReadings[2]?.readings).toEqual({ p: 'one', q: 'one', r: 'one', s: 'one', t: 'two' });
    // Read one way all fit at 5, so that nothing excludes anything however it is read.
    expect(underReadings[0]?.conflicts.conflicts).toEqual([]);
    const text = explanationText(disputed, await explain(talksOn(disputed)));
    expect(text).toContain('Of 32 combinations of readings, 16 are shown.');
    const whole = await explain(talksOn(disputed), { combinations: 32 });
    expect([whole.combinations, whole.complete, whole.underReadings.length]).toEqual([
      { all: 32, shown: 32 },
      true,
      32,
    ]);
  });

  it('takes the readings that are asked for', async () => {
    const readings = { p: 'two', q: 'two', r: 'one', s: 'one', t: 'two' };
    const { underReadings, combinations } = await explain(talksOn(disputed), { readings });
    expect([combinations, underReadings.map((u) => u.readings)]).toEqual([{ all: 1, shown: 1 }, [readings]]);
  });

  it.each(['conflicts', 'concessions', 'bridges', 'combinations'])(
    'refuses what is no number of %s',
    async (option) => {
      for (const most of [-1, 1.5, NaN, '3']) {
        const asked = explain(talksOn(disputed), { [option]: most });
        await expect(asked).rejects.toMatchObject({ faults: [{ code: 'analysis/bad-limit', path: [option] }] });
      }
    },
  );

  it('says so where it was aborted, had no time, or was not asked for more', async () => {
    const aborted = await explain(talksOn(disputed), { signal: { aborted: true } });
    expect([aborted.complete, aborted.stopped, aborted.combinations.shown]).toEqual([false, 'aborted', 0]);
    const none = await explain(talksOn(disputed), { seconds: 0 });
    expect([none.complete, none.stopped]).toEqual([false, 'time']);
    const few = await explain(onThe23rd('P5'), { concessions: 2, bridges: 1 });
    expect([few.complete, few.stopped]).toEqual([false, 'most']);
    expect(few.underReadings.map(({ concessions }) => concessions.coalitions[0]?.concessions.length)).toEqual([2, 2]);
  });
});

describe('what is out of the ordinary', () => {
  const terms = { x: { kind: 'quantity', unit: 'u', bounds: { most: 10 } } } as const;

  it('no positions at all: nothing excludes anything', async () => {
    const talks = talksOn(defineScenario({ id: 'nobody', parties: { a: {}, b: {} }, terms, positions: {} }));
    const { underReadings, complete } = await explain(talks);
    expect(complete).toBe(true);
    expect(underReadings.map(({ conflicts }) => conflicts.conflicts)).toEqual([[]]);
    expect(underReadings[0]?.concessions.coalitions[0]?.concessions.map((c) => c.positions)).toEqual([[]]);
  });

  it('contradictory red lines of one party: they are the conflict, and nothing may be given up', async () => {
    const line = (op: '>=' | '<=', at: number) =>
      ({ party: 'a', rigidity: 'red line', condition: { kind: 'compare', of: 'x', op, line: at } }) as const;
    const positions = { low: line('<=', 2), high: line('>=', 5) };
    const talks = talksOn(defineScenario({ id: 'odd', parties: { a: {}, b: {} }, terms, positions }));
    const explanation = await explain(talks);
    const [under] = explanation.underReadings;
    expect(under?.conflicts.conflicts.map((c) => c.positions)).toEqual([['high', 'low']]);
    expect(under?.concessions.coalitions[0]).toMatchObject({ concessions: [], firm: { positions: ['high', 'low'] } });
    expect(explanationText(talks.scenario, explanation)).toContain('nothing that may be given up would do');
  });

  it('an empty space: a coded fault', async () => {
    const none = defineScenario({
      id: 'none',
      parties: { a: {}, b: {} },
      terms,
      positions: {},
      invariants: {
        low: { title: 'low', condition: { kind: 'compare', of: 'x', op: '<=', line: 2 } },
        high: { title: 'high', condition: { kind: 'compare', of: 'x', op: '>=', line: 5 } },
      },
    });
    await expect(explain(talksOn(none))).rejects.toMatchObject({ faults: [{ code: 'analysis/no-offer' }] });
  });

  it('talks in which only declared answers count, or a delegation may not answer yet', async () => {
    const declared = openTalks(gaza2024(), { start: 'talks', answers: 'declared' });
    declared.do({ type: 'offer.tabled', offer: 'P5' });
    const { offer, state } = await explain(declared);
    expect([state, offer?.acceptance.outcome]).toEqual(['talks.considering', 'undecided']);
    expect(Object.values(offer?.acceptance.answers ?? {})).toEqual([
      { answer: 'undecided', basis: 'inferred' },
      { answer: 'undecided', basis: 'inferred' },
    ]);
    const listening = openTalks(gaza2024(), { start: 'talks' });
    listening.do({ type: 'mandate.given', party: 'hamas', mandate: 'listen' });
    listening.do({ type: 'offer.tabled', offer: 'P5' });
    const then = await explain(listening);
    expect(then.offer?.acceptance.outcome).toBe('undecided');
  });

  it('a variant in which one side is stricter keeps its red lines', async () => {
    const talks = talksOn(gaza2024StricterIsrael());
    const { underReadings } = await explain(talks);
    for (const { concessions } of underReadings) {
      const given = concessions.coalitions.flatMap((one) => one.concessions.flatMap((set) => set.positions));
      expect(given.filter((id) => id.startsWith('IL-'))).toEqual([]);
      expect(given.length).toBeGreaterThan(0);
    }
  });
});
