import { defineScenario, onDay, weeks, type OfferDraft, type Talks } from 'sticking-points';
import { labourContract } from 'sticking-points/scenarios';
import {
  acceptancesOnRecord,
  checkDeal,
  exhaust,
  fulfilledOnlyWhenSettled,
  nothingDoneBeforeItsTrigger,
  observersNeverMerged,
  type ExhaustBounds,
  type TalksInvariant,
} from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';

/** One offer, agreed as soon as it is on the table, with a text or without. */
const ferry = (text: Pick<OfferDraft, 'text'>) =>
  defineScenario({
    id: 'ferry',
    parties: { east: {}, west: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
    positions: {},
    offers: {
      signed: { by: ['east', 'west'], known: 'full', terms: { boats: 4 }, phases: [{ length: weeks(2) }], ...text },
    },
  });

const plain = ferry({});
const texted = ferry({
  text: { obligations: { handover: { owedBy: ['east'], to: ['west'], of: 'boats', amount: 4, begins: onDay(1) } } },
});

const fulfilled = fulfilledOnlyWhenSettled();
const ofTexts: readonly TalksInvariant[] = [fulfilled, nothingDoneBeforeItsTrigger(), observersNeverMerged()];
const anything: TalksInvariant = { title: 'anything', talks: () => true };

describe('a law of talks that never come to what it speaks of', () => {
  it.each([
    ...ofTexts.map((law) => [law.title, plain, law, 30] as const),
    ['an offer on the table', labourContract(), acceptancesOnRecord(), 1] as const,
  ])('cannot be told: %s', (_, scenario, law, events) => {
    const [found] = checkDeal(scenario, { runs: 40, events, invariants: [law] });
    expect(found).toMatchObject({ finding: 'undetermined', runs: 40, asked: 0, undetermined: 0 });
    expect(found?.text).toContain(
      'None of the 40 drawn bears on it, so that it says nothing: let more courses be drawn',
    );
  });

  it.each(ofTexts.map((law) => [law.title, law] as const))('cannot be told of all states either: %s', (_, law) => {
    const { complete, findings } = exhaust(plain, { invariants: [law] });
    expect(complete).toBe(true);
    expect(findings[0]).toMatchObject({ finding: 'undetermined', asked: 0 });
  });

  it.each(ofTexts.map((law) => [law.title, law] as const))('is held where some do, which are counted: %s', (_, law) => {
    const [found] = checkDeal(texted, { runs: 30, invariants: [law] });
    expect(found?.finding).toBe('held');
    expect(found?.asked).toBeGreaterThan(0);
    expect(found?.asked).toBeLessThan(30);
    expect(found?.text).toContain(`(of 30 drawn, of which ${found?.asked} bear on it)`);
  });

  it('is broken by what breaks it, whatever it says to speak of', () => {
    const law: TalksInvariant = { title: 'no offer', talks: ({ offer }) => !offer, speaksOf: () => false };
    expect(checkDeal(plain, { invariants: [law] })[0]?.finding).toBe('broken');
    expect(exhaust(plain, { invariants: [law] }).findings[0]).toMatchObject({ finding: 'broken' });
  });

  it('is not heard on the talks it is asked of', () => {
    const seen: Talks[] = [];
    const meddling: TalksInvariant = {
      ...anything,
      speaksOf: (talks) => {
        seen.push(talks);
        talks.do({ type: 'offer.tabled', offer: 'signed' });
        return false;
      },
      talks: (talks) => !seen.includes(talks) && (talks.log.length > 0 || !talks.offer),
    };
    expect(checkDeal(plain, { runs: 5, invariants: [meddling] })[0]).toMatchObject({
      finding: 'undetermined',
      asked: 0,
    });
  });

  it('is refused where it says so by no function', () => {
    const law = { ...anything, speaksOf: true as never };
    expect(() => checkDeal(plain, { invariants: [law] })).toThrow('testing/bad-invariant');
  });
});

describe('how far the courses came', () => {
  it('is told beside a law of talks, whatever that says, as following them tells', () => {
    const counted = { agreed: 0, inForce: 0, fulfilled: 0, ended: 0 };
    const lasts = new Map<string, Talks>();
    const last: TalksInvariant = {
      title: 'follows them',
      talks: (talks) => {
        if (talks.log.length === 0) countLast();
        lasts.set('last', talks);
        return true;
      },
    };
    function countLast() {
      const talks = lasts.get('last');
      if (!talks) return;
      const { state, log, snapshot, deal } = talks;
      if (snapshot.context.ratification || deal || state === 'lapsed') counted.agreed++;
      if (log.some(({ state: at }) => at.startsWith('carryingOut.phase'))) counted.inForce++;
      if (state === 'fulfilled') counted.fulfilled++;
      if (snapshot.status === 'done') counted.ended++;
    }
    const [found] = checkDeal(plain, { runs: 60, invariants: [last] });
    countLast();
    expect(found?.reached).toEqual(counted);
    expect(counted.fulfilled).toBeGreaterThan(0);
    expect(counted.inForce).toBeLessThan(60);
    const { agreed, inForce, fulfilled: all, ended } = counted;
    expect(found?.text).toBe(
      `Held: follows them (of 60 drawn)\n\nOf these courses ${agreed} came to an agreement, ${inForce} to a deal in force and ${all} to a deal fulfilled; ${ended} came to an end.`,
    );
  });

  it('is not told of deals', () => {
    const [found] = checkDeal(plain, { runs: 5, invariants: [{ title: 'any', offer: () => true }] });
    expect(found).not.toHaveProperty('reached');
  });
});

describe('a walk that was cut off', () => {
  it.each<ExhaustBounds>([{ depth: 2 }, { states: 3 }, { megabytes: 1e-9 }])('holds nothing: %o', (bounds) => {
    const walked = exhaust(plain, { bounds, invariants: [anything] });
    expect(walked.complete).toBe(false);
    expect(walked.findings[0]).toMatchObject({ finding: 'undetermined', asked: walked.states, undetermined: 0 });
  });
});
