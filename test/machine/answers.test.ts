import { openTalks, type Talks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { fishery } from '../support/fishery.js';
import { rivers } from '../support/rivers.js';

const table = (offer: string) => ({ type: 'offer.tabled', offer }) as const;
const accept = (party: string) => ({ type: 'answer.declared', party, answer: 'accepts' }) as const;
const reject = (party: string) => ({ type: 'answer.declared', party, answer: 'rejects' }) as const;
const titles = (talks: Talks) => talks.stickingPoints.map((v) => v.position);

describe('answers', () => {
  it('a proposer accepts its own offer by authorship, whatever its positions say', () => {
    const talks = openTalks(fishery);
    talks.do(table('high'));
    expect(talks.answers['north']).toMatchObject({ byAuthorship: { answer: 'accepts', basis: 'inferred' } });
    expect(talks.answers['south']).toMatchObject({
      byPosition: { answer: 'rejects', positions: ['stock'] },
      declared: { answer: 'rejects', basis: 'reported' },
    });
    expect(talks.answers['envoy']).toEqual({ byPosition: { answer: 'undecided', basis: 'inferred', positions: [] } });
  });

  it('accepting over an unmet demand gives it up, for this offer only', () => {
    const talks = openTalks(fishery);
    talks.do(table('low'));
    expect(talks.do(accept('north')).accepted).toBe(true);
    expect(titles(talks)).toEqual([]);
    expect(talks.answers['north']?.declared).toMatchObject({ basis: 'assumed', concedes: ['enough', 'noObservers'] });
    // The verdict itself stays: what is conceded is not met.
    expect(talks.assessment?.verdicts.find((v) => v.position === 'enough')?.verdict).toBe('unmet');
    talks.do(table('vague'));
    talks.do(table('low'));
    expect(titles(talks)).toEqual(['enough', 'noObservers']);
  });

  it('taking the acceptance back takes the concession back', () => {
    const talks = openTalks(fishery, { answers: 'declared' });
    talks.do(table('low'));
    talks.do(accept('north'));
    expect(titles(talks)).toEqual([]);
    talks.do({ type: 'answer.declared', party: 'north', answer: 'undecided' });
    expect([talks.state, titles(talks)]).toEqual(['talks.considering', ['enough', 'noObservers']]);
  });

  it('accepting over an unmet red line is refused by its name, and changes nothing', () => {
    const talks = openTalks(fishery);
    talks.do(table('high'));
    const { reasons } = talks.do(accept('south'));
    expect(reasons).toMatchObject([{ code: 'talks/red-line-unmet', facts: { positions: ['stock'] } }]);
    expect(reasons[0]?.message).toContain('stock');
    expect(talks.log).toHaveLength(1);
  });

  it('a cited answer is reported, one without a citation assumed', () => {
    const talks = openTalks(fishery);
    talks.do(table('vague'));
    const citation = { source: 'gazette', attribution: 'on-record' } as const;
    talks.do({ ...reject('south'), citation, because: 'It says nothing.' });
    expect(talks.answers['south']?.declared).toEqual({
      answer: 'rejects',
      basis: 'reported',
      because: 'It says nothing.',
      citations: [citation],
      concedes: [],
    });
    expect(talks.state).toBe('talks.blocked');
  });

  it("with answers: 'declared', every party is waited for", () => {
    const talks = openTalks(fishery, { answers: 'declared' });
    talks.do(table('middle'));
    expect(talks.state).toBe('talks.considering');
    talks.do(accept('north'));
    expect(talks.state).toBe('talks.considering');
    talks.do(accept('south'));
    expect(talks.state).toBe('talks.agreedInPrinciple');
    talks.do(table('low'));
    expect(talks.state).toBe('talks.considering');
    expect(titles(talks)).toEqual(['enough', 'noObservers']);
    talks.do(table('high')); // South was reported to reject it.
    expect(talks.state).toBe('talks.blocked');
  });

  it('an answer reported counts before the positions, one entered before the report', () => {
    const talks = openTalks(rivers);
    talks.do(table('second'));
    expect(talks.answers['upper']).toMatchObject({
      byPosition: { answer: 'rejects' },
      declared: { answer: 'accepts' },
    });
    expect(talks.state).toBe('talks.considering');
    expect(titles(talks)).toEqual([]); // the reported acceptance concedes the demand
    talks.do(reject('upper'));
    expect(talks.state).toBe('talks.blocked');
    expect(titles(talks)).toEqual(['build']); // and the rejection takes that back
  });
});
