import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amend, checkOffer, openTalks, type Offer } from 'sticking-points';
import { fishingQuota } from 'sticking-points/scenarios';
import { offers, partialOffersOf } from 'sticking-points/testing';
import { inReport } from '../../../src/testing/print/in-report.js';
import { printed } from '../../../src/testing/print/printed.js';
import { printedCourse } from '../../../src/testing/print/printed-course.js';
import { evaluated } from './evaluated.js';

const scenario = fishingQuota();

function reportOf(property: fc.IProperty<[Offer]>): string {
  try {
    fc.assert(property, { seed: 1 });
  } catch (error) {
    return String(error);
  }
  throw new Error('It did not fail.');
}

describe('a drawn offer in a report of fast-check', () => {
  it.each(['full', 'partial'] as const)('is the readable deal and the code, %s', (known) => {
    let last: Offer | undefined;
    const report = reportOf(
      fc.property(offers(scenario, { known }), (offer) => {
        last = offer;
        return offer.known !== known;
      }),
    );
    expect(report).toContain(`\n// drawn: proposal, ${known === 'full' ? 'known in full' : 'partly known'}\n`);
    expect(report).not.toContain('"citations"');
    const code = report.slice(report.indexOf('import {'), report.indexOf('});\n]') + 4);
    expect(evaluated(code, 'deal', { scenario })).toEqual({ ok: true, value: last });
  });

  it('is so too where it tells of a full one', () => {
    const [full] = fc.sample(offers(scenario, { known: 'full' }), 1);
    const [told] = fc.sample(partialOffersOf(scenario, full!), 1);
    expect(fc.stringify(told)).toContain("checkOffer(scenario, 'drawn', {");
  });

  it('is not so once it is another offer', () => {
    const [drawn] = fc.sample(offers(scenario, { known: 'full' }), 1);
    expect(fc.stringify({ ...drawn })).toContain('"citations":[]');
    expect(fc.stringify(amend(drawn!, (draft) => void (draft.label = 'other')).offer)).toContain('"other"');
  });
});

describe('what is printed otherwise', () => {
  const value = { n: 1, of: ['two'] };
  const other = printed({ n: 1, of: ['two'] }, ({ n }) => `just ${n}`);

  it('is the same to everybody but fast-check', () => {
    expect(fc.stringify(other)).toBe('just 1');
    expect(other).toStrictEqual(value);
    expect(isDeepStrictEqual(other, value)).toBe(true);
    expect(JSON.stringify(other)).toBe(JSON.stringify(value));
    expect(Reflect.ownKeys({ ...other })).toEqual(['n', 'of']);
    expect(Reflect.ownKeys(structuredClone(other))).toEqual(['n', 'of']);
    expect(other).not.toEqual({ ...value, n: 2 });
  });

  it('has no text made before it is asked for', () => {
    let asked = 0;
    const waiting = Object.freeze(printed({}, () => `asked ${++asked} times`));
    expect(asked).toBe(0);
    expect(fc.stringify([waiting])).toBe('[asked 1 times]');
  });

  it('is plain data to the library, as nothing else is that has a symbol', () => {
    const [drawn] = fc.sample(offers(scenario, { known: 'full' }), 1);
    expect(checkOffer(scenario, 'drawn', drawn!)).toEqual({ ok: true, value: drawn });
    expect(openTalks(scenario).do({ type: 'offer.recorded', offer: drawn! }).accepted).toBe(true);
    const marked = Object.defineProperty({ ...drawn! }, Symbol('mark'), { value: 1 });
    expect(checkOffer(scenario, 'drawn', marked)).toMatchObject({
      ok: false,
      faults: [{ code: 'scenario/unknown-key' }],
    });
  });

  it('is a course of talks as text and as code', () => {
    const course = printedCourse(scenario, [{ type: 'days.passed', days: 3 }]);
    expect(course).toEqual([{ type: 'days.passed', days: 3 }]);
    expect(fc.stringify(course)).toMatch(/\/\/ 1\. days\.passed: 3 days → [^]*const events: TalksEvent\[\] = \[\n/);
  });

  it('has its text as comments, out of which nothing breaks', () => {
    expect(inReport('one\n\ntwo\u2028throw 1\rthrow 2', 'code')).toBe(
      '\n// one\n//\n// two\n// throw 1\n// throw 2\ncode',
    );
  });
});
