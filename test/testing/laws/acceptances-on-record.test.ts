import fc from 'fast-check';
import { openTalks, type DeclaredAnswer, type PartyAnswers, type Talks } from 'sticking-points';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { FINDINGS, type Finding } from '../../../src/testing/invariant.js';
import { acceptancesOnRecord } from '../../../src/testing/laws/acceptances-on-record.js';
import { bridge } from '../../support/bridge.js';
import { accept, conclude, pass, play, reject, table } from '../../support/play.js';
import { runs } from '../../support/runs.js';
import { eventOf } from '../../support/steps.js';

const law = acceptancesOnRecord();
const declared = { answers: 'declared' } as const;

const toll = { party: 'west', rigidity: 'demand', condition: { kind: 'flag', of: 'toll', is: true } };
const stones = { party: 'west', rigidity: 'demand', citations: [{ source: 'post', attribution: 'narrator' }] };
const both = {
  free: { party: 'east', rigidity: 'red line', condition: { kind: 'flag', of: 'toll', is: false } },
  cheap: { party: 'west', rigidity: 'demand', condition: { kind: 'compare', of: 'cost', op: '<=', line: 50 } },
};
const asked = bridge({ positions: { ...both, paid: toll } });
/** A demand of the west's that the post reports in March. */
const late = bridge({ positions: { ...both, late: { ...stones, condition: { kind: 'compare', of: 'cost', op: '<=', line: 30 } } } }); // prettier-ignore
const reported = bridge({ answers: [{ party: 'west', offer: 'dear', answer: 'accepts' }] });

/** Talks of which something is said that is not so. */
function planted(talks: Talks, said: Partial<Pick<Talks, 'answers' | 'stickingPoints' | 'offer'>>): Talks {
  // Its own properties come before those of the talks that it is made after.
  return Object.create(
    talks,
    Object.fromEntries(Object.entries(said).map(([key, value]) => [key, { value }])),
  ) as Talks;
}

function answering(talks: Talks, party: string, change: (given: PartyAnswers) => Partial<PartyAnswers>): Talks {
  const given = talks.answers[party]!;
  return planted(talks, { answers: { ...talks.answers, [party]: { ...given, ...change(given) } } });
}

function declaring(talks: Talks, party: string, change: Partial<DeclaredAnswer>): Talks {
  return answering(talks, party, ({ declared }) => ({ declared: { ...declared!, ...change } }));
}

const dear = () => play(asked, [table('dear'), accept('west')]);
const accepts = { answer: 'accepts', basis: 'inferred', positions: [] } as const;

type Row = readonly [why: string, talks: () => Talks, finding: Finding];

const ROWS: readonly Row[] = [
  ['nothing on the table', () => openTalks(asked), 'held'],
  ['by position and by nothing else', () => play(asked, [table('plan')]), 'held'],
  ['by authorship, over an unmet demand', () => play(bridge(), [table('dear')]), 'held'],
  ['declared, conceding all that is unmet', dear, 'held'],
  ['declared over nothing unmet', () => play(bridge(), [table('plan'), accept('west')], declared), 'held'],
  ['a rejection', () => play(asked, [table('plan'), reject('west')], declared), 'held'],
  ['reported over an unmet demand', () => play(reported, [table('dear')]), 'held'],
  [
    'by a score supposed in place of positions',
    () => play(labourContract(), [table('draft')], { start: 'talks' }),
    'held',
  ],
  ['an acceptance that names less', () => declaring(dear(), 'west', { concedes: ['cheap'] }), 'broken'],
  ['one that names nothing', () => declaring(dear(), 'west', { concedes: [] }), 'broken'],
  ['one that gives up a red line', () => declaring(play(asked, [table('plan'), accept('east')]), 'east', { concedes: ['free'] }), 'broken'], // prettier-ignore
  ['one that gives up what is another’s', () => declaring(dear(), 'west', { concedes: ['cheap', 'paid', 'free'] }), 'broken'], // prettier-ignore
  ['a rejection that concedes', () => declaring(dear(), 'west', { answer: 'rejects' }), 'broken'],
  ['what was conceded still sticks', () => planted(dear(), { stickingPoints: play(asked, [table('dear')]).stickingPoints }), 'broken'], // prettier-ignore
  [
    'what was not conceded sticks no more',
    () => planted(play(asked, [table('dear')]), { stickingPoints: [] }),
    'broken',
  ],
  ['by position over an unmet demand', () => answering(play(asked, [table('dear')]), 'west', () => ({ byPosition: accepts })), 'broken'], // prettier-ignore
  ['by positions of which there is none', () => answering(play(asked, [table('dear')]), 'guild', () => ({ byPosition: accepts })), 'broken'], // prettier-ignore
  ['by an authorship of which nobody told', () => answering(play(asked, [table('plan')]), 'east', () => ({ byAuthorship: accepts })), 'broken'], // prettier-ignore
  ['over a red line', () => answering(play(bridge({ offers: { tolled: { terms: { toll: true } } } }), [table('tolled')]), 'east', () => ({ declared: { answer: 'accepts', basis: 'assumed', citations: [], concedes: [] } })), 'broken'], // prettier-ignore
  ['a demand reported after the acceptance', () => play(late, [table('plan'), accept('west'), pass(60)], { ...declared, asOf: '2030-01-10' }), 'undetermined'], // prettier-ignore
];

describe('acceptances on record', () => {
  it.each(ROWS)('%s', (_, talks, finding) => {
    expect(law.talks(talks())).toBe(finding);
  });

  it('could not be said of all of these in one word', () => {
    expect(new Set(ROWS.map((row) => row[2]))).toEqual(new Set(FINDINGS));
  });

  it('are so all along random talks', () => {
    const seen: Record<string, number> = {};
    fc.assert(
      fc.property(runs, ({ scenario, options, steps }) => {
        const talks = openTalks(scenario, options);
        for (const step of steps) {
          talks.do(eventOf(talks, step));
          const found = law.talks(talks) as Finding;
          const accepting = Object.values(talks.answers).some(({ declared }) => declared?.answer === 'accepts');
          seen[`${found}${accepting ? ' with an acceptance declared' : ''}`] = 1;
          if (talks.clock.asOf === null) expect(found).toBe('held');
          else expect(found).not.toBe('broken');
        }
      }),
      { numRuns: 40 },
    );
    expect(seen).toHaveProperty('held with an acceptance declared');
  });

  it.each([gaza2024(), fishingQuota(), labourContract()].map((scenario) => [scenario.id, scenario] as const))(
    'are so of every offer of %s',
    (_, scenario) => {
      for (const offer of Object.keys(scenario.offers)) {
        const talks = openTalks(scenario, { start: 'talks' });
        talks.do(table(offer));
        for (const party of Object.keys(scenario.parties)) talks.do(accept(party));
        expect(law.talks(talks)).toBe('held');
        talks.do(conclude);
        expect(law.talks(talks)).toBe('held');
      }
    },
  );
});
