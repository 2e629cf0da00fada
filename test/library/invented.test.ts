import { describe, expect, test } from 'vitest';
import { assess, openTalks, outcomeOf } from 'sticking-points';
import type { Answer, Scenario, Talks, TalksEvent } from 'sticking-points';
import { fishingQuota, labourContract } from 'sticking-points/scenarios';

/** Does events that must all be accepted. */
function doing(talks: Talks, ...events: readonly TalksEvent[]): Talks {
  for (const event of events) expect(talks.do(event).reasons, event.type).toEqual([]);
  return talks;
}

const tabled = (offer: string): TalksEvent => ({ type: 'offer.tabled', offer });

describe.each([
  ['fishing-quota', fishingQuota],
  ['labour-contract', labourContract],
])('%s', (id, open) => {
  const scenario: Scenario = open();

  test('is one frozen scenario, small, invented and saying so', () => {
    expect(open()).toBe(scenario);
    expect(scenario.id).toBe(id);
    expect(scenario.note).toMatch(/^Invented: /);
    expect(JSON.stringify(scenario)).not.toMatch(/"basis":"(reported|inferred)"/);
    expect(scenario.sources).toEqual({});
    expect(Object.keys(scenario.terms).length).toBeLessThanOrEqual(4);
    expect(Object.keys(scenario.positions).length).toBeLessThanOrEqual(5);
    expect(Object.keys(scenario.offers).length).toBeLessThanOrEqual(3);
  });
});

describe('the fishing quota', () => {
  const scenario = fishingQuota();
  const answersTo = (offer: string): Record<string, Answer> =>
    Object.fromEntries(
      Object.entries(assess(scenario, offer).answers).map(([party, a]) => [
        party,
        a.byAuthorship?.answer ?? a.byPosition.answer,
      ]),
    );

  test.each([
    ['south-draft', { north: 'accepts', south: 'accepts', island: 'rejects' }, 'blocked'],
    ['island-draft', { north: 'rejects', south: 'rejects', island: 'accepts' }, 'blocked'],
    ['compromise', { north: 'accepts', south: 'rejects', island: 'accepts' }, 'agreed'],
  ] as const)('two of three make an agreement, among them the island: %s', (offer, answers, outcome) => {
    expect(answersTo(offer)).toEqual(answers);
    expect(outcomeOf(scenario.agreement, answers)).toBe(outcome);
  });

  test('what two agree upon is carried out to its end', () => {
    const talks = doing(openTalks(scenario), tabled('compromise'), { type: 'agreement.concluded' });
    expect(talks.state).toBe('carryingOut.awaitingStart');
    doing(talks, { type: 'deal.started', on: '2031-05-02' }, { type: 'days.passed', days: 179 });
    expect(talks.state).toBe('carryingOut.phase1');
    expect(doing(talks, { type: 'days.passed', days: 1 }).state).toBe('fulfilled');
  });

  test('the season opens whether they agree or not', () => {
    const talks = openTalks(scenario, { asOf: '2031-04-20' });
    doing(talks, tabled('south-draft'), { type: 'days.passed', days: 11 });
    expect(talks.state).toBe('talks.blocked');
    expect(doing(talks, { type: 'days.passed', days: 1 }).state).toBe('lapsed');
  });
});

describe('the labour contract', () => {
  const scenario = labourContract();
  const bargaining = () =>
    doing(
      openTalks(scenario),
      { type: 'mandate.given', party: 'union', mandate: 'conclude' },
      { type: 'mandate.given', party: 'company', mandate: 'conclude' },
      { type: 'precondition.met', precondition: 'accounts' },
      { type: 'round.opened', round: 'bargaining' },
    );
  const votes = (step: string, yes: number, no: number): TalksEvent => ({
    type: 'ratification.voted',
    step,
    votes: { for: yes, against: no },
  });
  const started = () =>
    doing(
      bargaining(),
      tabled('draft'),
      { type: 'agreement.concluded' },
      votes('members', 120, 80),
      { type: 'days.passed', days: 14 },
      votes('board', 3, 2),
      { type: 'deal.started' },
    );

  test('a first meeting takes less of a mandate than bargaining, and bargaining opened books', () => {
    const talks = openTalks(scenario);
    doing(
      talks,
      { type: 'mandate.given', party: 'union', mandate: 'explore' },
      { type: 'mandate.given', party: 'company', mandate: 'explore' },
      { type: 'round.opened', round: 'first-meeting' },
      { type: 'round.closed', round: 'first-meeting' },
    );
    const { reasons } = talks.do({ type: 'round.opened', round: 'bargaining' });
    expect(reasons.map((r) => r.code)).toEqual(['talks/precondition-unmet', 'talks/no-mandate', 'talks/no-mandate']);
  });

  test('what meets the demands of the company may be worth too little to it, which is assumed', () => {
    const { byPosition, byScore } = assess(scenario, 'asked').answers['company']!;
    expect(byPosition.answer).toBe('accepts');
    expect(byScore).toMatchObject({ answer: 'rejects', score: { least: 22, most: 22 }, basis: 'assumed' });
    expect(assess(scenario, 'draft').answers['company']?.byScore?.answer).toBe('accepts');
    expect(doing(bargaining(), tabled('asked')).state).toBe('talks.blocked');
  });

  test('members who vote no lead back to the talks, a board that does ends them', () => {
    const concluded = () => doing(bargaining(), tabled('draft'), { type: 'agreement.concluded' });
    expect(doing(concluded(), votes('members', 80, 120)).state).toBe('talks.open');
    const objected = doing(concluded(), votes('members', 120, 80), {
      type: 'ratification.objected',
      step: 'members',
      outcome: 'sustained',
    });
    expect(objected.state).toBe('talks.open');
    const ended = doing(
      concluded(),
      votes('members', 120, 80),
      { type: 'days.passed', days: 14 },
      votes('board', 2, 3),
    );
    expect(ended.state).toBe('lapsed');
  });

  test('with its second year settled during the first it is carried out to its end', () => {
    const talks = started();
    expect([talks.state, talks.nextPhase]).toEqual(['carryingOut.phase1', 'toBegin']);
    doing(talks, { type: 'days.passed', days: 100 }, { type: 'nextPhase.opened' }, tabled('second-year'));
    doing(talks, { type: 'nextPhase.settled' }, { type: 'days.passed', days: 265 });
    expect(talks.state).toBe('carryingOut.phase2');
    expect(talks.performance.map((p) => [p.obligation, p.due])).toContainEqual(['raise', { least: 2, most: 2 }]);
    expect(doing(talks, { type: 'days.passed', days: 365 }).state).toBe('fulfilled');
  });

  test('with nothing settled it lapses after the first, which may be extended once, by a month', () => {
    const talks = doing(started(), { type: 'phase.extended', days: 30, rule: 'month' });
    const { reasons } = talks.do({ type: 'phase.extended', days: 30, rule: 'month' });
    expect(reasons.map((r) => r.code)).toEqual(['talks/extended-already']);
    expect(doing(talks, { type: 'days.passed', days: 365 }).state).toBe('carryingOut.phase1');
    expect(doing(talks, { type: 'days.passed', days: 30 }).state).toBe('lapsed');
  });
});
