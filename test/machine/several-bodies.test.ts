import fc from 'fast-check';
import { checkScenario, defineScenario, openTalks, restoreTalks, type Talks, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go } from '../support/carry-out.js';

const BODIES = ['north', 'south', 'east', 'west', 'isles'] as const;

const draft = (needed: number, of: readonly string[], more: object = {}) => ({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { open: { kind: 'flag' } },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  process: {
    ratification: [
      { id: 'signatories', body: 'the signatories', rule: { kind: 'bodies', needed, of }, ...more },
      { id: 'court', body: 'the court' },
    ],
  },
  offers: { deal: { by: ['north', 'south'], terms: { open: true } } },
});

function concluded(needed: number, of: readonly string[] = BODIES, more: object = {}): Talks {
  // The draft is put together from parts, so that its literals are lost to the compiler.
  const talks = openTalks(defineScenario(draft(needed, of, more) as unknown as Parameters<typeof defineScenario>[0]));
  go(talks, { type: 'offer.tabled', offer: 'deal', on: '2030-03-01' });
  go(talks, { type: 'agreement.concluded' });
  return talks;
}

const voted = (body: string | undefined, outcome: 'approved' | 'rejected' = 'approved'): TalksEvent => ({
  type: 'ratification.voted',
  step: 'signatories',
  outcome,
  ...(body !== undefined && { body }),
});
const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);

describe('ratification by so many of several bodies', () => {
  it('is approved with the last that it takes, and fails as soon as too few are left, in whatever order they decide', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: BODIES.length }),
        fc.shuffledSubarray([...BODIES], { minLength: BODIES.length }),
        fc.array(fc.boolean(), { minLength: BODIES.length, maxLength: BODIES.length }),
        (needed, order, votes) => {
          const talks = concluded(needed);
          let [approved, rejected] = [0, 0];
          for (const [i, body] of order.entries()) {
            go(talks, voted(body, votes[i] ? 'approved' : 'rejected'));
            if (votes[i]) approved++;
            else rejected++;
            if (approved >= needed) {
              go(talks, { type: 'ratification.voted', step: 'court', outcome: 'approved' });
              expect(talks.state).toBe('carryingOut.awaitingStart');
              return;
            }
            if (BODIES.length - rejected < needed) {
              expect(talks.state).toBe('talks.open');
              return;
            }
            expect(talks.state).toBe('ratifying.voting');
            expect(codes(talks, voted(body))).toEqual(['talks/so-already']);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('opens its window of objection once enough have approved', () => {
    const talks = concluded(2, BODIES, { objectionDays: 5 });
    go(talks, voted('north'));
    go(talks, voted('isles'));
    expect(talks.state).toBe('ratifying.objectionWindow');
    go(talks, { type: 'days.passed', days: 5 });
    expect(talks.state).toBe('ratifying.voting');
  });

  it('needs the body to be named, and an outcome; and is saved and restored half way', () => {
    const talks = concluded(3);
    expect(codes(talks, voted(undefined))).toEqual(['talks/unknown-body']);
    expect(codes(talks, voted('nort'))).toEqual(['talks/unknown-body']);
    const votes = { for: 3, against: 1 };
    expect(codes(talks, { type: 'ratification.voted', step: 'signatories', body: 'north', votes })).toEqual([
      'talks/outcome-missing',
    ]);
    go(talks, voted('north', 'rejected'));
    const bodies = talks.nextEvents.flatMap((event) =>
      event.type === 'ratification.voted' && 'body' in event ? event.body : [],
    );
    expect(bodies).toEqual(['south', 'east', 'west', 'isles']);
    const again = restoreTalks(talks.scenario, JSON.parse(JSON.stringify(talks.save())));
    expect(again.ok && again.value.snapshot.context.ratification).toEqual(talks.snapshot.context.ratification);
    for (const body of ['south', 'east', 'west']) go(talks, voted(body));
    expect(codes(talks, { type: 'ratification.voted', step: 'court', body: 'court', outcome: 'approved' })).toEqual([
      'talks/unknown-body',
    ]);
  });

  it('cannot take more than there are, nor the same twice', () => {
    const faults = (needed: number, of: readonly string[]) => {
      const checked = checkScenario(draft(needed, of));
      return checked.ok ? [] : checked.faults.map(({ code }) => code);
    };
    expect(faults(3, ['north', 'south'])).toEqual(['process/impossible-quota']);
    expect(faults(1, ['north', 'north'])).toEqual(['process/impossible-quota']);
    expect(faults(2, ['north', 'south'])).toEqual([]);
  });
});
