import { days, defineScenario, onDay, progress, uponFinding, type Talks, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go as goOnce, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

/** What north owes south, in an instrument of both; east is party to the talks, and owes nothing and is owed nothing. */
const pact = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {}, east: {} },
  terms: {},
  space: { phases: 1 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(40) }],
      text: wide({
        bodies: { board: { members: ['north', 'south'] } },
        instruments: { main: { parties: { north: 'signs', south: 'signs' } } },
        obligations: {
          survey: {
            instrument: 'main',
            owedBy: ['north'],
            to: ['south'],
            verifier: 'board',
            begins: onDay(3),
            within: days(3),
          },
          quiet: {
            owedBy: ['north'],
            to: ['south'],
            kind: 'refrain',
            verifier: 'board',
            begins: onDay(0),
            until: onDay(30),
          },
          fence: { owedBy: ['north'], verifier: 'board', begins: onDay(1), within: days(2) },
          tolls: { instrument: 'main', owedBy: ['south'], to: ['north'], begins: onDay(20), within: days(5) },
          curbs: { owedBy: ['south'], to: ['north'], begins: uponFinding('survey', days(2)), within: days(5) },
        },
      }),
    },
  },
});

const go = (talks: Talks, ...events: readonly TalksEvent[]) => {
  for (const event of events) goOnce(talks, event);
};
const passed = (n: number): TalksEvent => ({ type: 'days.passed', days: n });
const FOUND: TalksEvent = { type: 'breach.found', obligation: 'survey', by: 'board' };
const cured = (by?: string): TalksEvent => ({ type: 'breach.cured', obligation: 'survey', ...(by && { by }) });
const reasons = (talks: Talks, event: TalksEvent) => talks.do(event).reasons;
const codes = (talks: Talks, event: TalksEvent) => reasons(talks, event).map(({ code }) => code);
const found = (talks: Talks) => progress(talks)?.duties.find(({ obligation }) => obligation === 'survey')?.found;

describe('what a body found', () => {
  it.each(['north', 'east'])('is not ended by the bare word of %s, who did not keep it or is not concerned', (by) => {
    const talks = inForce(pact, 'deal');
    go(talks, passed(8), FOUND);
    const [reason] = reasons(talks, cured(by));
    expect(reason).toMatchObject({ code: 'talks/not-theirs-to-cure', path: ['by'], facts: { found: ['board'] } });
    expect(reason?.message).toBe(
      `'${by}' cannot end by its own word what board found of 'survey': name in 'by' board or south, or nobody where it is not known who said so.`,
    );
    expect(found(talks)).toEqual(['board']);
  });

  it.each(['board', 'south', undefined])('is ended by the word of %s', (by) => {
    const talks = inForce(pact, 'deal');
    go(talks, passed(8), FOUND, cured(by));
    expect(found(talks)).toEqual([]);
  });

  it('is ended by the word of who found it though others still allege it, and by nobody else’s', () => {
    const talks = inForce(pact, 'deal');
    go(talks, passed(8), { type: 'breach.alleged', obligation: 'survey', by: 'south' }, FOUND);
    expect(codes(talks, cured('north'))).toEqual(['talks/so-already']);
    go(talks, cured('board'));
    expect(found(talks)).toEqual([]);
  });
});

describe('what a body found of what is owed to nobody by name', () => {
  const fence: TalksEvent = { type: 'breach.found', obligation: 'fence', by: 'board' };
  const mended = (by: string): TalksEvent => ({ type: 'breach.cured', obligation: 'fence', by });

  it.each(['south', 'east', 'board'])('is ended by the word of %s, and not by that of who did not keep it', (by) => {
    const talks = inForce(pact, 'deal');
    go(talks, passed(5), fence);
    expect(reasons(talks, mended('north'))).toMatchObject([
      { code: 'talks/not-theirs-to-cure', facts: { owed: ['south', 'east'] } },
    ]);
    go(talks, mended(by));
  });
});

describe('what was suspended goes on', () => {
  it('by the word of those whom it concerns', () => {
    const talks = inForce(pact, 'deal');
    go(talks, { type: 'performance.suspended', obligations: ['tolls'], by: ['south', 'north'] });
    const resumed = (by: string): TalksEvent => ({ type: 'performance.resumed', obligations: ['tolls'], by: [by] });
    expect(codes(talks, resumed('east'))).toEqual(['talks/not-owed-by-them']);
    go(talks, resumed('north'));
  });

  it('with an instrument by the word of those who invoked the breach', () => {
    const talks = inForce(pact, 'deal');
    go(talks, passed(8), FOUND, {
      type: 'instrument.suspended',
      instrument: 'main',
      obligation: 'survey',
      by: ['south'],
    });
    const [reason] = reasons(talks, { type: 'instrument.resumed', instrument: 'main', by: ['north'] });
    expect(reason).toMatchObject({ code: 'talks/not-invoked-by-them', path: ['by'], facts: { invokedBy: ['south'] } });
    // That of others beside it takes nothing from it.
    go(talks, { type: 'instrument.resumed', instrument: 'main', by: ['north', 'south'] });
  });
});

describe('what has been suspended ever since it opened', () => {
  it('cannot be found not kept, and can for days on which it was owed', () => {
    const talks = inForce(pact, 'deal');
    const quiet: TalksEvent = { type: 'breach.found', obligation: 'quiet', by: 'board' };
    go(talks, { type: 'performance.suspended', obligations: ['survey', 'quiet'], by: ['south', 'north'] }, passed(8));
    expect(codes(talks, FOUND)).toEqual(['talks/suspended']);
    expect(codes(talks, quiet)).toEqual(['talks/suspended']);
    go(talks, { type: 'performance.resumed', obligations: ['survey', 'quiet'], by: ['south'] }, quiet);

    const broken = inForce(pact, 'deal');
    go(
      broken,
      passed(8),
      { type: 'performance.suspended', obligations: ['survey'], by: ['south', 'north'] },
      passed(1),
      FOUND,
    );
    expect(found(broken)).toEqual(['board']);
  });
});

describe('an allegation of what there is not', () => {
  it('is told which obligations there are', () => {
    const [reason] = reasons(inForce(pact, 'deal'), { type: 'breach.alleged', obligation: 'servey', by: 'south' });
    expect(reason?.code).toBe('talks/unknown-obligation');
    expect(reason?.message).toContain("Did you mean 'survey'?");
  });
});
