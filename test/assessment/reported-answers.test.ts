import { answerThatCounts, assess, defineScenario, isFaultError, openTalks } from 'sticking-points';
import { describe, expect, it } from 'vitest';

const scenario = defineScenario({
  id: 'mill',
  basis: 'reported',
  sources: {
    early: { outlet: 'The Post', date: '2030-05-01' },
    late: { outlet: 'The Post', date: '2030-06-01' },
  },
  parties: { owner: {}, miller: {} },
  terms: { rent: { kind: 'quantity', unit: 'sacks', bounds: { most: 100 } } },
  positions: {
    floor: {
      party: 'owner',
      rigidity: 'red line',
      condition: { kind: 'compare', of: 'rent', op: '>=', line: 40 },
    },
    ceiling: {
      party: 'miller',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'rent', op: '<=', line: 20 },
    },
  },
  offers: { low: { terms: { rent: 30 } }, high: { terms: { rent: 50 } } },
  answers: [
    { party: 'owner', offer: 'low', answer: 'accepts', citations: [{ source: 'late', attribution: 'on-record' }] },
    { party: 'miller', offer: 'low', answer: 'accepts', citations: [{ source: 'late', attribution: 'on-record' }] },
    { party: 'miller', offer: 'high', answer: 'accepts', citations: [{ source: 'late', attribution: 'on-record' }] },
  ],
});

describe('a reported acceptance', () => {
  it('concedes the demands it goes against, which then stick no longer', () => {
    const { answers, stickingPoints, verdicts } = assess(scenario, 'high');
    expect(answers['miller']?.declared).toMatchObject({ answer: 'accepts', concedes: ['ceiling'] });
    expect(verdicts.find((v) => v.position === 'ceiling')?.verdict).toBe('unmet');
    expect(answers['miller']?.byPosition.answer).toBe('rejects');
    expect(answerThatCounts(answers['miller']!)).toBe('accepts');
    expect(stickingPoints).toEqual([]);
    expect(openTalks(scenario).do({ type: 'offer.tabled', offer: 'high' }).accepted).toBe(true);
  });

  it('that goes against a red line is shown and does not count', () => {
    const { answers } = assess(scenario, 'low');
    expect(answers['owner']?.declared).toMatchObject({ answer: 'accepts', despite: ['floor'] });
    expect(answerThatCounts(answers['owner']!)).toBe('rejects');
    for (const options of [{}, { answers: 'declared' }] as const) {
      const talks = openTalks(scenario, options);
      talks.do({ type: 'offer.tabled', offer: 'low' });
      expect(talks.state).toBe(options.answers === 'declared' ? 'talks.considering' : 'talks.blocked');
    }
  });

  it('is not known before its report', () => {
    expect(assess(scenario, 'high', { asOf: '2030-05-15' }).answers['miller']?.declared).toBeUndefined();
  });
});

describe('talks held as of a day', () => {
  const answer = { type: 'answer.declared', party: 'miller', answer: 'rejects' } as const;
  const opened = () => {
    const talks = openTalks(scenario, { asOf: '2030-05-15' });
    talks.do({ type: 'offer.tabled', offer: 'high' });
    return talks;
  };

  it.each([
    ['reportedOn', { ...answer, reportedOn: '2030-06-02' }, '2030-06-02'],
    [
      'citation',
      { ...answer, citation: { source: 'late', attribution: 'on-record' } as const },
      scenario.sources['late']?.date,
    ],
  ])('come to a later day by the %s of an event', (_, event, day) => {
    const talks = opened();
    expect(talks.do(event)).toEqual({ accepted: true, reasons: [] });
    expect(talks.clock.asOf).toBe(day);
  });

  it('stay where they are with one reported by then', () => {
    const talks = opened();
    expect(talks.do({ ...answer, citation: { source: 'early', attribution: 'on-record' } }).accepted).toBe(true);
    expect(talks.clock.asOf).toBe('2030-05-15');
  });
});

describe('options that are none', () => {
  const misspelt = { asof: '2030-05-15' } as object;

  it.each([
    ['assess', () => assess(scenario, 'high', misspelt), 'assess/bad-option'],
    ['openTalks', () => openTalks(scenario, misspelt), 'talks/bad-option'],
  ])('are refused by %s with what was meant', (_, call, code) => {
    let caught: unknown;
    try {
      call();
    } catch (error) {
      caught = error;
    }
    expect(isFaultError(caught) && caught.faults.map((f) => f.code)).toEqual([code]);
    expect(isFaultError(caught) && caught.message).toContain("'asOf'");
  });
});
