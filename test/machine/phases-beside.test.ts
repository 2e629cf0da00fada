import { days, defineScenario, onDay, openTalks, uponEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../src/machine/rules.js';
import { endedEarlier, textsFor } from '../../src/machine/texts.js';
import { goesOnBeside, phaseToExtend } from '../../src/machine/under-way.js';
import { dealRun, withoutText } from '../support/deal-run.js';

/** A deal of three phases: the first from day 0 to 30, the second from day 10 to 35, the third from day 12 on. */
const scenario = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
  space: { phases: { least: 1, most: 5 } },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      phaseCount: 4,
      phases: [{ length: days(30) }, { length: days(25) }, { length: days(10) }, {}],
      text: {
        events: { thaw: {}, start: { movedBy: ['north'] } },
        obligations: { dig: { owedBy: ['north'], to: ['south'] } },
        phases: { 2: { begins: onDay(10) }, 3: { begins: onDay(12) }, 4: { begins: uponEvent('thaw') } },
      },
    },
    bare: {},
  },
});
const texts = textsFor(rulesOf(scenario), openTalks(scenario).snapshot.context);

const one = { 1: 0 };
const two = { 1: 0, 2: 10 };
const three = { 1: 0, 2: 10, 3: 12 };

describe('phases that began before the present one', () => {
  it.each([
    ['there is none before the first', { day: 5, phases: one, ended: {} }, {}, false],
    ['one goes on until its last day', { day: 29, phases: two, ended: {} }, {}, true],
    ['it is over on that day', { day: 30, phases: two, ended: {} }, { 1: 30 }, false],
    ['it was over then, whenever that is asked', { day: 34, phases: two, ended: {} }, { 1: 30 }, false],
    ['two go on', { day: 20, phases: three, ended: {} }, {}, true],
    ['one goes on, one is over', { day: 31, phases: three, ended: {} }, { 1: 30 }, true],
    ['both are over', { day: 35, phases: three, ended: {} }, { 1: 30, 2: 35 }, false],
    ['one that was ended stays so', { day: 31, phases: three, ended: { 1: 14 } }, { 1: 14 }, true],
    ['the end of the present one changes nothing', { day: 31, phases: two, ended: { 2: 29 } }, { 1: 30, 2: 29 }, false],
    [
      'the present one is not ended with them',
      { day: 60, phases: three, ended: { 1: 30, 2: 35 } },
      { 1: 30, 2: 35 },
      false,
    ],
  ])('end by their own lengths: %s', (_, text, ended, goOn) => {
    const deal = dealRun({ phase: Object.keys(text.phases).length }, text);
    const after = texts.earlier(deal);
    expect(after.deal.text?.ended).toEqual(ended);
    expect(after.goOn).toBe(goOn);
    expect({ ...after.deal, text: { ...after.deal.text, ended: {} } }).toEqual({
      ...deal,
      text: { ...deal.text, ended: {} },
    });
  });

  it('of one without a length only an event can tell the end', () => {
    const deal = dealRun({ phase: 5 }, { day: 999, phases: { 4: 40 } });
    expect(texts.earlier(deal)).toEqual({ deal, goOn: true });
    expect(texts.earlier(deal).deal).toBe(deal);
    expect(endedEarlier(deal, 4, 0).text?.ended).toEqual({ 4: 999 });
  });

  it('are none where the deal has no text, or its text is no longer at hand', () => {
    const deal = withoutText(dealRun({ phase: 3 }));
    expect(texts.earlier(deal)).toEqual({ deal, goOn: false });
    expect(endedEarlier(deal, 1, 0)).toBe(deal);
    const bare = dealRun({ offer: 'bare', phase: 3 }, { day: 40, phases: three });
    expect(texts.earlier(bare)).toEqual({ deal: bare, goOn: false });
  });
});

describe('what a text says of when', () => {
  it.each([
    [5, {}, undefined],
    [2, { start: 3 }, undefined],
    [3, { start: 3 }, 3],
    [5, { start: 3 }, 3],
    [0, { start: 0 }, 0],
    // What is agreed on comes into force no earlier than that.
    [5, { start: -4 }, 0],
  ])('on day %i, by the events %j, it has come into force on day %s', (day, events, came) => {
    expect(texts.starts(dealRun({ phase: 0 }, { started: null, day, events }))).toBe(came);
  });

  it.each([
    [1, 20, {}, undefined],
    [2, 9, {}, null],
    [2, 10, {}, 10],
    [2, 20, {}, 10],
    [4, 20, {}, null],
    [4, 20, { thaw: 17 }, 17],
  ])('phase %i has begun by day %i, after %j, on day %s: null while its trigger waits', (phase, day, events, began) => {
    expect(texts.begins(dealRun({}, { day, events }), phase)).toBe(began);
  });

  it('says nothing where there is no text', () => {
    const deal = withoutText(dealRun());
    expect([texts.starts(deal), texts.begins(deal, 2), texts.unsettled(deal), texts.granted(deal)]).toEqual([
      undefined,
      undefined,
      [],
      0,
    ]);
  });
});

describe('a phase beside the present one', () => {
  it.each([
    ['an earlier one that goes on', 1, true],
    ['an earlier one that is over', 2, false],
    ['one that never began', 3, false],
    ['the present one', 4, false],
    ['a later one', 5, false],
  ])('is only one that began before it and is not over: %s', (_, phase, isBeside) => {
    const deal = dealRun({ phase: 4 }, { phases: { 1: 0, 2: 10, 4: 12, 5: 13 }, ended: { 2: 20 } });
    expect(goesOnBeside(deal, phase)).toBe(isBeside);
    expect(goesOnBeside(withoutText(deal), phase)).toBe(false);
  });

  it.each([
    ['the present one, while it goes on', {}, 3],
    ['the one before it, once that is over', { 3: 22 }, 2],
    ['the one before that, once both are', { 2: 20, 3: 22 }, 1],
    ['the last to begin, once all are', { 1: 19, 2: 20, 3: 22 }, 3],
    ['the present one, though an earlier is over', { 2: 20 }, 3],
  ])('is made longer where none is named: %s', (_, ended, phase) => {
    const deal = dealRun({ phase: 3 }, { phases: three, ended });
    expect(phaseToExtend(deal, {})).toBe(phase);
    expect(phaseToExtend(withoutText(deal), {})).toBe(3);
    for (const named of [1, 2, 3]) expect(phaseToExtend(deal, { phase: named })).toBe(named);
  });
});
