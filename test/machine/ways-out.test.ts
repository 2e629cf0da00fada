import { describe, expect, it } from 'vitest';
import { defineScenario, openTalks, restoreTalks, type Talks, type TalksEvent } from 'sticking-points';
import { go, inForce } from '../support/carry-out.js';
import { pact, report } from '../support/refused-texts.js';

const sentences = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ message }) => message);

describe('a reason against an event leads on', () => {
  it('where votes are given, and the rule does not say what they decide', () => {
    const talks = openTalks(
      defineScenario({
        id: 'pier',
        parties: { town: {} },
        terms: { open: { kind: 'flag' } },
        positions: {},
        process: { ratification: [{ id: 'council', body: 'the council' }] },
        offers: { plan: { by: ['town'], terms: { open: true } } },
      }),
    );
    go(talks, { type: 'offer.tabled', offer: 'plan' });
    go(talks, { type: 'agreement.concluded' });
    const vote = { type: 'ratification.voted', step: 'council' } as const;
    expect(sentences(talks, vote)).toEqual(["How 'council' was decided is missing: give its outcome."]);
    expect(sentences(talks, { ...vote, votes: { for: 9, against: 2 } })).toEqual([
      "How 'council' was decided is missing: its rule is 'as reported', so that votes alone decide nothing. Give its outcome too.",
    ]);
  });

  it('where a breach was alleged by others than those it is cured towards', () => {
    const talks = inForce(pact, 'deal');
    go(talks, { type: 'breach.alleged', obligation: 'fleet', by: 'south' });
    go(talks, { type: 'breach.alleged', obligation: 'fleet', by: 'east' });
    const [cured] = talks.do({ type: 'breach.cured', obligation: 'fleet' }).reasons;
    expect(cured?.message).toBe(
      "That 'fleet' is not kept has been alleged by south and east: say in 'by' whose allegation is cured.",
    );
    expect(cured?.facts).toMatchObject({ allegedBy: ['south', 'east'] });
    expect(sentences(talks, { type: 'breach.cured', obligation: 'survey' })).toEqual([
      "That 'survey' is not kept has not been alleged, nor found: there is nothing to cure.",
    ]);
  });

  it('where a part is no category of what was done', () => {
    const talks = inForce(pact, 'deal');
    expect(sentences(talks, report({ parts: { old: 1 } }))).toEqual([
      "There is no category called 'old'. Known: 'boats', 'boats/old'.",
    ]);
    expect(sentences(talks, report({ parts: { 'boats/odl': 1 } }))).toEqual([
      "There is no category called 'boats/odl'. Did you mean 'boats/old'?",
    ]);
  });

  it('where something is put off to a day on which it is due already, or before it', () => {
    const talks = inForce(pact, 'deal');
    const put = (to: string): TalksEvent => ({
      type: 'performance.postponed',
      obligation: 'fleet',
      to,
      by: ['north', 'south'],
    });
    for (const to of ['2029-12-31', '2030-03-05', '2030-03-08']) {
      const [refused] = talks.do(put(to)).reasons;
      expect(refused).toMatchObject({ code: 'talks/not-later', path: ['to'], facts: { due: '2030-03-08', to } });
      expect(refused?.message).toBe(`'fleet' is due on 2030-03-08: put it off to a later day than ${to}.`);
    }
    go(talks, put('2030-03-20'));
    expect(talks.do(put('2030-03-20')).reasons.map(({ code }) => code)).toEqual(['talks/not-later']);
    go(talks, put('2030-03-21'));
  });

  it('where something is waived by others than those to whom it is owed', () => {
    const talks = inForce(pact, 'deal');
    expect(sentences(talks, { type: 'performance.waived', obligation: 'fleet', by: ['north'] })).toEqual([
      "To waive 'fleet' needs the consent of south: name them in 'by'.",
    ]);
  });

  it('where saved talks have lost some of their events', () => {
    const talks = inForce(pact, 'deal');
    const saved = talks.save();
    const restored = restoreTalks(pact, { ...saved, events: saved.events.slice(0, 1) });
    expect(!restored.ok && restored.faults[0]?.message).toBe(
      "Done again, these talks come to 'talks.agreedInPrinciple' and not to 'carryingOut.phase1': some of the saved events are missing or changed, or what the scenario reports of their days has been corrected since.",
    );
  });
});
