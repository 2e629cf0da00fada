import fc from 'fast-check';
import {
  assess,
  checkScenario,
  openTalks,
  outcomeOf,
  type Agreement,
  type Answer,
  type Scenario,
  type Talks,
} from 'sticking-points';
import {
  courses,
  isSimpler,
  offers,
  plantedConflicts,
  scenarios,
  type ScenariosConstraints,
} from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { mapValues } from '../../../src/base/records.js';
import { answerThatCounts } from '../../../src/assessment/answers.js';
import { draftOf } from '../../../src/scenario/draft-of.js';
import { scenarioComplexity } from '../../../src/testing/scenario-complexity.js';
import { few, runs } from '../../laws/runs.js';

const steps = ({ process }: Scenario) => process.ratification;
const rounds = ({ process }: Scenario) => Object.values(process.rounds);
const onRecord = ({ offers: all }: Scenario) => Object.values(all);
const some = (record: object) => Object.keys(record).length > 0;

/** What a scenario may have beside what is negotiated and who asks for what. */
const PROCESS: Readonly<Record<string, (scenario: Scenario) => boolean>> = {
  'a quota': ({ agreement }) => agreement.rule === 'quota',
  'a quota that some may outvote others by': ({ agreement: a }) =>
    a.rule === 'quota' && a.needed < a.of.length && a.vetoes.length === 0,
  'weights, of which one is nothing': ({ agreement: a }) =>
    a.rule === 'weights' && Object.values(a.weights).includes(0),
  'a veto': ({ agreement: a }) => a.rule !== 'unanimity' && a.vetoes.length > 0,
  'a veto of a party that counts for nothing': ({ agreement: a }) =>
    a.rule === 'weights' && a.vetoes.some((party) => a.weights[party] === 0),
  'unanimity of some': ({ agreement: a, parties }) =>
    a.rule === 'unanimity' && a.because === undefined && a.of.length < Object.keys(parties).length,
  'two rounds': (s) => rounds(s).length === 2,
  'a round that needs a precondition': (s) => rounds(s).some(({ needs }) => needs.length > 0),
  'a round that needs a joint one': (s) =>
    rounds(s).some(({ needs }) => needs.some((id) => s.process.preconditions[id]?.jointly)),
  'a round that needs a mandate': (s) => rounds(s).some(({ mandates }) => some(mandates)),
  ...Object.fromEntries(
    (['as reported', 'majority', 'quota', 'bodies'] as const).map((kind) => [
      `approval by ${kind}`,
      (s: Scenario) => steps(s).some(({ rule }) => rule.kind === kind),
    ]),
  ),
  'approval by bodies, one of which has a rule of its own': (s) =>
    steps(s).some(({ rule }) => rule.kind === 'bodies' && rule.rules !== undefined),
  'approval by bodies of which none has': (s) =>
    steps(s).some(({ rule }) => rule.kind === 'bodies' && rule.rules === undefined),
  'an approval that may be objected to': (s) => steps(s).some(({ objectionDays }) => objectionDays !== undefined),
  'a failure that leads back to the talks': (s) => steps(s).some(({ onFailure }) => onFailure === 'talks'),
  'a failure that ends them': (s) => steps(s).some(({ onFailure }) => onFailure === 'ends'),
  'a second way of approval': (s) => steps(s).some(({ otherwise }) => otherwise !== undefined),
  'a hard deadline': ({ process }) => Object.values(process.deadlines).some(({ kind }) => kind === 'hard'),
  'a way to make a phase longer': ({ process }) => some(process.extensions),
};

const SCORES: typeof PROCESS = {
  'a score': ({ scores }) => some(scores),
  'scores of two parties': ({ scores }) => Object.keys(scores).length === 2,
  'a score of a phase': ({ scores }) =>
    Object.values(scores).some(({ parts }) => parts.some((part) => typeof part.in === 'number')),
};
const OFFERS: typeof PROCESS = {
  'two offers': (s) => onRecord(s).length === 2,
  'a partial offer': (s) => onRecord(s).some(({ known }) => known === 'partial'),
  'a full offer': (s) => onRecord(s).some(({ known }) => known === 'full'),
  'an offer by a party': (s) => onRecord(s).some(({ by }) => by),
};
const TEXTS: typeof PROCESS = { 'a text': (s) => onRecord(s).some(({ text }) => text) };
const ALL = { ...PROCESS, ...SCORES, ...OFFERS, ...TEXTS };

/** Which of these so many drawn scenarios have none of. */
function missing(what: typeof PROCESS, constraints: ScenariosConstraints, many: number): readonly string[] {
  const drawn = fc.sample(scenarios({ terms: 2, positions: 2, steps: 2, ...constraints }), many);
  return Object.keys(what).filter((name) => !drawn.some((scenario) => what[name]?.(scenario)));
}

describe('scenarios', () => {
  it('have, now and then, all that is said of how an agreement comes about', () => {
    expect(missing(ALL, {}, 600)).toEqual([]);
  });

  it.each<readonly [ScenariosConstraints, typeof PROCESS]>([
    [{ process: false }, PROCESS],
    [{ scores: false }, SCORES],
    [{ offers: 0 }, { ...OFFERS, ...TEXTS }],
    [{ texts: false }, TEXTS],
  ])('have none of what is left out: %j', (constraints, what) => {
    expect(missing(what, constraints, 80)).toEqual(Object.keys(what));
  });

  it('have as often as not nothing that has to come before an agreement, so that what speaks of offers alone is asked', () => {
    const bare = fc
      .sample(scenarios(), 100)
      .filter((s) => rounds(s).length + steps(s).length + Object.keys(s.scores).length === 0);
    expect(bare.length).toBeGreaterThan(25);
  });

  it('shrink to none of it', () => {
    const beside = Object.entries(ALL).filter(([name]) => name !== 'unanimity of some');
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { counterexample } = fc.check(
          fc.property(scenarios({ terms: 2, positions: 2 }), (_: Scenario) => false),
          { seed, numRuns: 1 },
        );
        const [least] = counterexample ?? [];
        expect(beside.filter(([, isSo]) => isSo(least!)).map(([name]) => name)).toEqual([]);
      }),
      runs(10),
    );
  });

  it('shrink to one of these, where it takes that, and to nothing beside it', () => {
    for (const name of ['a quota', 'a round that needs a precondition', 'approval by quota', 'a text', 'a score']) {
      const { counterexample } = fc.check(
        fc.property(scenarios({ terms: 2, positions: 2 }), (scenario) => !ALL[name]?.(scenario)),
        { numRuns: 500 },
      );
      const [least] = counterexample ?? [];
      const sections = [least?.agreement.rule === 'unanimity' ? {} : { rule: 1 }, least?.process.rounds, steps(least!)];
      const counts = [...sections, least?.scores, least?.offers].map((part) => Object.keys(part ?? {}).length);
      expect([name, counts.filter((n) => n > 0)]).toEqual([name, [1]]);
    }
  });

  it('count for more with each of it than without', () => {
    const without: readonly ((s: Scenario) => Scenario)[] = [
      (s) => ({ ...s, process: { ...s.process, rounds: {} } }),
      (s) => ({ ...s, process: { ...s.process, preconditions: {} } }),
      (s) => ({ ...s, process: { ...s.process, ratification: [] } }),
      (s) => ({ ...s, process: { ...s.process, deadlines: {} } }),
      (s) => ({ ...s, process: { ...s.process, extensions: {} } }),
      (s) => ({ ...s, scores: {} }),
      (s) => ({ ...s, offers: {} }),
      (s) => ({
        ...s,
        offers: Object.fromEntries(Object.entries(s.offers).map(([id, { text: _, ...rest }]) => [id, rest])),
      }),
    ];
    const compared = without.map(() => 0);
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        without.forEach((less, i) => {
          const other = less(scenario);
          if (JSON.stringify(other) === JSON.stringify(scenario)) return;
          compared[i] = (compared[i] ?? 0) + 1;
          const [counted = 0] = scenarioComplexity(scenario);
          const [fewer = 0] = scenarioComplexity(other);
          expect(fewer).toBeLessThan(counted);
          expect(isSimpler(scenarioComplexity(other), scenarioComplexity(scenario))).toBe(true);
        });
      }),
      runs(200),
    );
    expect(Math.min(...compared)).toBeGreaterThan(0);
  });

  it('are as they could be written down, with all of it', () => {
    fc.assert(
      fc.property(scenarios({ labels: 'awkward' }), (scenario) => {
        expect(checkScenario(draftOf(scenario))).toEqual({ ok: true, value: scenario });
      }),
      runs(100),
    );
  });
});

describe('planted conflicts', () => {
  it('bar every full offer from agreement, whatever the rule, and no score or norm of their own does', () => {
    const rules = new Map<Agreement['rule'], number>();
    const cases = scenarios({ conflicts: 1, terms: 2, positions: 2 }).chain((scenario) =>
      fc.tuple(fc.constant(scenario), offers(scenario, { known: 'full' })),
    );
    fc.assert(
      fc.property(cases, ([scenario, offer]) => {
        const { agreement } = scenario;
        rules.set(agreement.rule, (rules.get(agreement.rule) ?? 0) + 1);
        const answers: Record<string, Answer> = mapValues(assess(scenario, offer).answers, answerThatCounts);
        expect(outcomeOf(agreement, answers)).toBe('blocked');
        expect(some(scenario.scores)).toBe(false);
        expect(plantedConflicts(scenario)).toHaveLength(1);
      }),
      runs(200),
    );
    for (const rule of ['unanimity', 'quota', 'weights'] as const) expect(rules.get(rule) ?? 0).toBeGreaterThan(few(5));
  });
});

describe('courses over drawn scenarios', () => {
  /** What a course comes to that there is only with what is drawn here. */
  const MET: Readonly<Record<string, (talks: Talks) => boolean>> = {
    'a round that is open': ({ snapshot }) => snapshot.context.round !== null,
    'ratification under way': ({ snapshot }) => snapshot.context.ratification !== null,
    'a deal that came through ratification': ({ deal, scenario }) => deal !== undefined && steps(scenario).length > 0,
    'a deal under a quota or weights': ({ deal, scenario }) =>
      deal !== undefined && scenario.agreement.rule !== 'unanimity',
    'a deal with a text that was on record': ({ deal, scenario }) =>
      deal !== undefined && /^offer-/.test(deal.offer) && scenario.offers[deal.offer]?.text !== undefined,
    'an answer by a score': ({ answers }) => Object.values(answers).some((answer) => answer.byScore),
  };

  it('are legal, or legal but for one, and come to all that a process holds', () => {
    const met = new Map(Object.keys(MET).map((what) => [what, 0]));
    const drawn = fc.tuple(scenarios({ terms: 2, positions: 2 }), fc.integer(), fc.constantFrom('none', 'one'));
    fc.assert(
      fc.property(drawn, ([scenario, seed, refused]) => {
        const [events = []] = fc.sample(courses(scenario, { refused }), { seed, numRuns: 1 });
        const talks = openTalks(scenario);
        const wrong = events.filter((event) => {
          const { accepted } = talks.do(event);
          for (const [what, isSo] of Object.entries(MET)) if (isSo(talks)) met.set(what, (met.get(what) ?? 0) + 1);
          return !accepted;
        });
        expect(wrong).toHaveLength(refused === 'one' ? 1 : 0);
      }),
      runs(120),
    );
    expect([...met].filter(([, times]) => times === 0)).toEqual([]);
  });
});
