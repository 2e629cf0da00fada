import { days, onDay, uponEvent, weeks, type TextDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { againstLettingGo } from '../../src/machine/against-letting-go.js';
import { rulesOf } from '../../src/machine/rules.js';
import { deliveryOf } from '../../src/machine/text-in-force.js';
import { conclude, play, start, table } from '../support/play.js';
import { bridgeBy } from '../support/written.js';

type LetGo = Parameters<typeof againstLettingGo>[1];

const INSTRUMENTS = {
  treaty: { parties: { west: 'signs', guild: 'adheres', east: 'signs' } },
  paper: { parties: { west: 'unsigned', guild: 'signs', east: 'signs' } },
  letter: {},
} as const;

/** What stands against letting go of a duty of the east, before the deal starts or after. */
function against(duty: object, event: Partial<LetGo>, isStarted = true) {
  const text: TextDraft = {
    instruments: INSTRUMENTS,
    events: { thaw: {} },
    obligations: { duty: { owedBy: ['east'], begins: onDay(0), ...duty } },
  };
  const scenario = bridgeBy(text);
  const talks = play(scenario, [{ ...table('plan'), on: '2030-03-01' }, conclude, ...(isStarted ? [start] : [])]);
  const delivery = deliveryOf(rulesOf(scenario), talks.snapshot.context);
  if (!delivery) throw new Error('The deal has a text.');
  return againstLettingGo(delivery, { type: 'performance.waived', obligation: 'duty', ...event });
}

const EXCUSED = { type: 'performance.excused', by: ['west', 'guild'] } as const;
const ALL = ['west', 'guild'];

describe('whose consent a waiver takes', () => {
  it.each<readonly [string, object, readonly string[]]>([
    ['those to whom it is owed by name', { to: ['guild'] }, ['guild']],
    ['all others who agree on a deal, where it is owed to nobody by name', {}, ['west']],
    ['the same, where nobody is named in so many words', { to: [] }, ['west']],
    [
      'those who signed the instrument that it stands in, or adhered to it',
      { instrument: 'treaty' },
      ['west', 'guild'],
    ],
    ['and nobody who did neither', { instrument: 'paper' }, ['guild']],
    ['those who agree on a deal, where the instrument does not say whose it is', { instrument: 'letter' }, ['west']],
  ])('%s', (_, duty, all) => {
    expect(against(duty, { by: all })).toEqual([]);
    for (const one of all) {
      const others = all.filter((party) => party !== one);
      expect(against(duty, { by: others })).toMatchObject([{ code: 'talks/no-consent', facts: { missing: [one] } }]);
    }
    expect(against(duty, { by: ['east'] })).toMatchObject([{ code: 'talks/no-consent', facts: { missing: all } }]);
  });

  it.each<readonly [string, object, object, boolean]>([
    ['whoever owes it', { to: ['guild'] }, { by: ['east'] }, false],
    ['nobody', { to: ['guild'] }, {}, false],
    ['those to whom it is owed', { to: ['guild'] }, { by: ['guild'] }, true],
    ['its verifier', { to: ['guild'], verifier: 'west' }, { by: ['west'] }, true],
    ['its verifier, who owes it', { to: ['guild'], verifier: 'east' }, { by: ['east'] }, false],
  ])('is asked for an excuse too, unless somebody says so who does not owe it: %s', (_, duty, event, isEnough) => {
    const codes = against(duty, { ...EXCUSED, by: [], ...event }).map(({ code }) => code);
    expect(codes).toEqual(isEnough ? [] : ['talks/no-consent']);
  });
});

describe('how much may be let go', () => {
  const stones = { of: 'stones', amount: 10 };

  it.each<readonly [string, object, object, boolean]>([
    ['all that is left', stones, { amount: 10 }, true],
    ['all that is left, without a figure', stones, {}, true],
    ['more than that', stones, { amount: 11 }, false],
    ['nothing', stones, { amount: 0 }, false],
    ['anything of what is to be left undone', { kind: 'refrain', phase: 1, begins: undefined }, {}, true],
    ['all times of what comes round so often', { kind: 'recurring', every: days(2), times: 3 }, { amount: 3 }, true],
    ['more times than that', { kind: 'recurring', every: days(2), times: 3 }, { amount: 4 }, false],
    [
      'more than the times until its end',
      { kind: 'recurring', every: weeks(1), until: onDay(14) },
      { amount: 9 },
      false,
    ],
  ])('%s', (_, duty, event, isFree) => {
    const reasons = against(duty, { ...EXCUSED, ...event });
    expect(reasons.map(({ code, path }) => [code, ...path])).toEqual(isFree ? [] : [['talks/bad-amount', 'amount']]);
  });

  it.each<readonly [string, object, object, boolean]>([
    [
      'any times of what comes round without a number',
      { kind: 'recurring', every: weeks(1), until: onDay(14) },
      { amount: 9 },
      true,
    ],
    ['no more than the times that there are', { kind: 'recurring', every: days(2), times: 3 }, { amount: 4 }, false],
    ['no more than there is of what comes once', stones, { amount: 11 }, false],
    ['all there is', stones, { amount: 10 }, true],
  ])('before the deal starts: %s', (_, duty, event, isFree) => {
    expect(against(duty, { ...EXCUSED, ...event }, false).map(({ code }) => code)).toEqual(
      isFree ? [] : ['talks/bad-amount'],
    );
  });

  it('is told with what is left; and whose consent is missing is told alone', () => {
    const [fault, ...more] = against(stones, { by: ['west'], amount: 11 });
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ facts: { obligation: 'duty', left: 10, amount: 11 } });
    expect(fault?.message).toBe("Of 'duty' 10 is left, and no more than that can be let go: not 11.");
    expect(against(stones, { by: [], amount: 11 }).map(({ code }) => code)).toEqual(['talks/no-consent']);
    expect(against({ ...stones, begins: uponEvent('thaw') }, { by: ALL, amount: 10 })).toEqual([]);
  });
});
