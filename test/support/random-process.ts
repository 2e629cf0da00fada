import fc from 'fast-check';
import { FORMATS, MANDATES, type Agreement, type Process, type Scenario } from 'sticking-points';
import type { PointsPart, Score, TablePart } from '../../src/scenario/score.js';

const GROUNDS = { basis: 'assumed', citations: [] } as const;
const EMPTY: Process = { preconditions: {}, rounds: {}, ratification: [], deadlines: {}, extensions: {} };

const HOUSES = ['upper', 'lower', 'people'];

/** A scenario with a process, a rule of agreement and scores of its own, each of them now and then. */
export function enriched(scenario: Scenario): fc.Arbitrary<Scenario> {
  const sources = {
    gazette: { outlet: 'The Gazette', date: '2030-01-20', dateBasis: 'reported' },
    ...scenario.sources,
  } as const;
  return fc
    .record({ process: processes(scenario), agreement: agreements(scenario), scores: scores(scenario) })
    .map((drawn) => ({ ...scenario, ...drawn, sources }));
}

/** Processes: none at all, or some of what one may have. */
function processes(scenario: Scenario): fc.Arbitrary<Process> {
  const parties = Object.keys(scenario.parties);
  const mandated = fc
    .option(fc.constantFrom(...parties))
    .chain((party) =>
      fc.constantFrom(...MANDATES).map((value) => (party === null ? {} : { [party]: { ...GROUNDS, value } })),
    );
  const rounds = fc
    .tuple(fc.subarray(['calm', 'survey', 'ready']), mandated, fc.constantFrom(...FORMATS))
    .map(([needs, mandates, format]): Partial<Process> => ({
      preconditions: {
        calm: { ...GROUNDS, title: 'calm' },
        survey: { ...GROUNDS, title: 'a survey' },
        ready: { ...GROUNDS, title: 'all ready', jointly: ['calm', 'survey'] },
      },
      rounds: {
        first: { ...GROUNDS, label: 'first', participants: { ...GROUNDS, value: parties }, needs, mandates },
        second: {
          ...GROUNDS,
          label: 'second',
          format: { ...GROUNDS, value: format },
          participants: { ...GROUNDS, value: [] },
          needs: [],
          mandates: {},
        },
      },
    }));
  const step = fc.record({
    rule: fc.constantFrom<Process['ratification'][number]['rule']>(
      { kind: 'as reported' },
      { kind: 'majority' },
      { kind: 'quota', needed: 60, of: 100 },
      { kind: 'bodies', needed: 1, of: HOUSES },
      {
        kind: 'bodies',
        needed: 2,
        of: HOUSES,
        rules: { upper: { kind: 'majority' }, lower: { kind: 'quota', needed: 60, of: 100 } },
      },
    ),
    hasSecondWay: fc.option(fc.constant(true), { nil: undefined, freq: 3 }),
    objectionDays: fc.option(fc.constantFrom(1, 5), { nil: undefined }),
    onFailure: fc.constantFrom('talks' as const, 'ends' as const),
  });
  const ratification = fc.array(step, { minLength: 1, maxLength: 2 }).map((steps): Partial<Process> => ({
    ratification: steps.map(({ objectionDays, hasSecondWay, ...rest }, i) => ({
      ...GROUNDS,
      id: `step-${i}`,
      label: `step ${i}`,
      body: 'the council',
      ...rest,
      ...(objectionDays !== undefined && { objectionDays }),
      ...(hasSecondWay && i + 1 < steps.length && { otherwise: `step-${i + 1}` }),
    })),
  }));
  const deadlines = fc.constantFrom<Partial<Process>>(
    { deadlines: { flood: { ...GROUNDS, title: 'the flood', by: '2030-02', kind: 'hard' } } },
    {
      deadlines: {
        fair: { ...GROUNDS, title: 'the fair', by: '2030-01-02', kind: 'soft' },
        frost: { ...GROUNDS, title: 'the frost', by: '2030-03-01', kind: 'hard' },
      },
    },
  );
  const extensions = fc.constant<Partial<Process>>({
    extensions: {
      winter: { ...GROUNDS, title: 'for the winter', days: 3, times: 1 },
      any: { ...GROUNDS, title: 'any' },
    },
  });
  const parts = fc.tuple(
    fc.option(rounds, { nil: {} }),
    fc.option(ratification, { nil: {}, freq: 3 }),
    fc.option(deadlines, { nil: {}, freq: 2 }),
    fc.option(extensions, { nil: {}, freq: 3 }),
  );
  return fc.oneof(fc.constant(EMPTY), {
    weight: 3,
    arbitrary: parts.map((some) => Object.assign({}, EMPTY, ...some) as Process),
  });
}

/** The scenario's own rule, or one of the other kinds. */
function agreements(scenario: Scenario): fc.Arbitrary<Agreement> {
  const parties = Object.keys(scenario.parties);
  const grounds = { basis: 'assumed' } as const;
  const vetoes = fc.subarray(parties, { maxLength: 1 });
  const quota = fc
    .tuple(fc.integer({ min: 1, max: parties.length }), vetoes)
    .map(([needed, held]): Agreement => ({ rule: 'quota', of: parties, needed, vetoes: held, ...grounds }));
  const weights = fc
    .tuple(
      fc.tuple(...parties.map(() => fc.integer({ min: 1, max: 3 }))),
      fc.integer({ min: 1, max: parties.length }),
      vetoes,
    )
    .map(([drawn, needed, held]): Agreement => ({
      rule: 'weights',
      of: parties,
      weights: Object.fromEntries(parties.map((id, i) => [id, drawn[i] ?? 1])),
      needed,
      vetoes: held,
      ...grounds,
    }));
  return fc.oneof(fc.constant(scenario.agreement), quota, weights);
}

/** Now and then a score of one party, over all terms of the whole deal. */
function scores(scenario: Scenario): fc.Arbitrary<Scenario['scores']> {
  const parts = Object.entries(scenario.terms).flatMap(([of, term]): readonly (PointsPart | TablePart)[] => {
    if (term.kind === 'quantity')
      return [
        {
          of,
          points: [
            { at: 0, worth: 0 },
            { at: 5, worth: 10 },
          ],
        },
      ];
    if (term.scope === 'phase') return [];
    const options = term.kind === 'flag' ? ['yes', 'no'] : Object.keys(term.options);
    return [{ of, table: Object.fromEntries(options.map((option, i) => [option, 4 * i])) }];
  });
  const score = fc.constantFrom(0, 4, 8).map((threshold): Score => ({
    threshold,
    parts,
    basis: 'assumed',
    because: 'to try it',
  }));
  const party = fc.constantFrom(...Object.keys(scenario.parties));
  return fc.option(
    fc.tuple(party, score).map(([id, s]) => ({ [id]: s })),
    { nil: {}, freq: 2 },
  );
}
