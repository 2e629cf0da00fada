import fc from 'fast-check';
import {
  checkScenario,
  defineScenario,
  openTalks,
  parseScenario,
  restoreTalks,
  toJson,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go } from '../support/carry-out.js';

const BODIES = ['north', 'south', 'east', 'west', 'isles'] as const;

const draft = (needed: number, of: readonly string[], more: object = {}, rules?: object) => ({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { open: { kind: 'flag' } },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  process: {
    ratification: [
      {
        id: 'signatories',
        body: 'the signatories',
        rule: { kind: 'bodies', needed, of, ...(rules && { rules }) },
        ...more,
      },
      { id: 'court', body: 'the court' },
    ],
  },
  offers: { deal: { by: ['north', 'south'], terms: { open: true } } },
});

function concluded(needed: number, of: readonly string[] = BODIES, more: object = {}, rules?: object): Talks {
  // The draft is put together from parts, so that its literals are lost to the compiler.
  const talks = openTalks(
    defineScenario(draft(needed, of, more, rules) as unknown as Parameters<typeof defineScenario>[0]),
  );
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

describe('bodies that decide by rules of their own', () => {
  const RULES = {
    north: { kind: 'majority' },
    south: { kind: 'quota', needed: 3, of: 5 },
    east: { kind: 'as reported' },
  };
  type Told = Partial<Pick<Extract<TalksEvent, { type: 'ratification.voted' }>, 'outcome' | 'votes'>>;
  const told = (body: string, how: Told): TalksEvent => ({
    type: 'ratification.voted',
    step: 'signatories',
    body,
    ...how,
  });
  const decided = (talks: Talks) => talks.snapshot.context.ratification?.decided;

  it('say by its votes alone what each has decided, as a step of one body by that rule would', () => {
    const figure = fc.integer({ min: 0, max: 4 });
    const rule = fc.oneof(
      fc.constant({ kind: 'as reported' as const }),
      fc.constant({ kind: 'majority' as const }),
      fc.record({ kind: fc.constant('quota' as const), needed: fc.integer({ min: 1, max: 5 }), of: fc.constant(5) }),
    );
    const how = fc.record(
      {
        votes: fc.record({ for: figure, against: figure, abstained: figure }, { requiredKeys: ['for', 'against'] }),
        outcome: fc.constantFrom('approved' as const, 'rejected' as const),
      },
      { requiredKeys: [] },
    );
    const seen = new Set<string>();
    fc.assert(
      fc.property(rule, how, (own, said) => {
        // Of three bodies two are needed, so that the first decides nothing of the step.
        const several = concluded(2, ['north', 'south', 'east'], {}, { north: own });
        const alone = concluded(1, ['north'], { rule: own });
        const codesOfSeveral = codes(several, told('north', said));
        expect(codesOfSeveral).toEqual(codes(alone, { type: 'ratification.voted', step: 'signatories', ...said }));
        for (const code of codesOfSeveral) seen.add(code);
        if (codesOfSeveral.length > 0) return;
        // What one body alone approves goes on to the court; what it rejects leads back to the talks.
        const outcome = alone.state === 'talks.open' ? 'rejected' : 'approved';
        expect(decided(several)).toEqual({ north: outcome });
        seen.add(outcome);
      }),
      { numRuns: 200 },
    );
    expect([...seen].sort()).toEqual([
      'approved',
      'rejected',
      'talks/outcome-missing',
      'talks/outcome-otherwise',
      'talks/too-many-votes',
    ]);
  });

  it('come together to what the step needs of them; one without a rule is taken as reported', () => {
    const talks = concluded(3, ['north', 'south', 'east', 'west'], {}, RULES);
    go(talks, told('north', { votes: { for: 5, against: 6, abstained: 4 } }));
    go(talks, told('south', { votes: { for: 3, against: 2 } }));
    expect(codes(talks, told('east', { votes: { for: 9, against: 0 } }))).toEqual(['talks/outcome-missing']);
    expect(codes(talks, told('west', { votes: { for: 9, against: 0 } }))).toEqual(['talks/outcome-missing']);
    go(talks, told('west', { votes: { for: 0, against: 9 }, outcome: 'approved' }));
    expect(decided(talks)).toEqual({ north: 'rejected', south: 'approved', west: 'approved' });
    go(talks, told('east', { outcome: 'approved' }));
    expect(talks.snapshot.context.ratification).toMatchObject({ step: 1, daysLeft: null });
  });

  it('name the body in what is said against its votes', () => {
    const talks = concluded(3, ['north', 'south', 'east', 'west'], {}, RULES);
    const against = (body: string, how: Told) => talks.do(told(body, how)).reasons;
    expect(against('north', { votes: { for: 5, against: 6 }, outcome: 'approved' })).toMatchObject([
      {
        code: 'talks/outcome-otherwise',
        path: ['outcome'],
        message: "By these votes 'north' in 'signatories' is rejected, and not approved: correct the one or the other.",
        facts: { step: 'signatories', body: 'north', outcome: 'approved', decided: 'rejected' },
      },
    ]);
    expect(against('south', { votes: { for: 3, against: 2, abstained: 1 } })).toMatchObject([
      {
        code: 'talks/too-many-votes',
        path: ['votes'],
        message: "6 votes were cast by 'south' in 'signatories', and 5 may vote: correct the votes.",
        facts: { step: 'signatories', body: 'south', cast: 6, of: 5 },
      },
    ]);
    expect(against('south', {})).toMatchObject([
      {
        code: 'talks/outcome-missing',
        message: "How 'south' decided in 'signatories' is missing: give its outcome, or the votes.",
        facts: { step: 'signatories', body: 'south', rule: 'quota' },
      },
    ]);
    expect(against('west', { votes: { for: 5, against: 0 } })).toMatchObject([
      {
        code: 'talks/outcome-missing',
        message:
          "How 'west' decided in 'signatories' is missing: its rule is 'as reported', so that votes alone decide nothing. Give its outcome too.",
        facts: { step: 'signatories', body: 'west', rule: 'as reported' },
      },
    ]);
  });

  it('are saved and restored half way, and go out and come back with the scenario', () => {
    const talks = concluded(2, ['north', 'south', 'east'], {}, RULES);
    go(talks, told('south', { votes: { for: 2, against: 0 } }));
    const again = restoreTalks(talks.scenario, JSON.parse(JSON.stringify(talks.save())));
    expect(again.ok && decided(again.value)).toEqual({ south: 'rejected' });
    const read = parseScenario(toJson(talks.scenario));
    expect(read.ok && read.value.process.ratification).toEqual(talks.scenario.process.ratification);
    // Talks by another rule are other talks.
    const other = defineScenario(draft(2, ['north', 'south', 'east'], {}, {}) as never); // as above
    expect(restoreTalks(other, talks.save()).ok).toBe(false);
  });

  it('are bodies that decide, each by a rule that can be met', () => {
    const faults = (rules: object) => {
      const checked = checkScenario(draft(2, ['north', 'south'], {}, rules));
      return checked.ok ? [] : checked.faults.map(({ code, path, message }) => [code, path.join('.'), message]);
    };
    const at = 'process.ratification.0.rule.rules';
    expect(faults({ nort: { kind: 'majority' } })).toEqual([
      ['scenario/unknown-body', `${at}.nort`, "There is no body called 'nort'. Did you mean 'north'?"],
    ]);
    expect(faults({ south: { kind: 'quota', needed: 4, of: 3 } })).toEqual([
      [
        'process/impossible-quota',
        `${at}.south`,
        "'south' cannot need 4 votes of 3 in 'signatories': lower the one, or raise the other.",
      ],
    ]);
    expect(faults({ south: { kind: 'bodies', needed: 1, of: ['x'] } })).toEqual([
      ['scenario/shape', `${at}.south.kind`, expect.stringContaining("a rule of voting of one body, 'as reported'")],
    ]);
    expect(faults(RULES).map(([code]) => code)).toEqual(['scenario/unknown-body']);
    expect(faults({ north: { kind: 'majority' } })).toEqual([]);
  });
});
