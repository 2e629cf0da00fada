import { describe, expect, it } from 'vitest';
import { openTalks, progress, type Talks, type TalksEvent } from 'sticking-points';
import { go, inForce } from '../support/carry-out.js';
import { expectGolden } from '../support/golden.js';
import { LATER, pact as scenario, REFUSED, report } from '../support/refused-texts.js';
import { faultLines } from '../support/trace.js';

describe('what cannot be reported of a text', () => {
  it('is told what stands against it, and the way out', () => {
    const rows = [...REFUSED.map(([, event]) => [[], event] as const), ...LATER.map(([, ...row]) => row)];
    const lines = rows.flatMap(([before, event]) => {
      const talks = inForce(scenario, 'deal');
      for (const one of before) go(talks, one);
      return [JSON.stringify(event), ...faultLines(talks.do(event).reasons)];
    });
    expectGolden(`${lines.join('\n')}\n`, 'refusals/of-texts.txt');
  });

  it.each(REFUSED)('%s is refused, and nothing has changed', (_, event, code) => {
    const talks = inForce(scenario, 'deal');
    const before = talks.snapshot;
    const { accepted, reasons } = talks.do(event);
    expect(reasons.map((reason) => reason.code)).toContain(code);
    expect(accepted).toBe(false);
    expect(talks.snapshot).toBe(before);
    for (const { message } of reasons) expect(message.length).toBeGreaterThan(20);
  });

  it.each(LATER)('%s is refused', (_, before, event, code) => {
    const talks = inForce(scenario, 'deal');
    for (const one of before) go(talks, one);
    expect(talks.do(event).reasons.map((reason) => reason.code)).toContain(code);
  });

  it('is anything where the deal has no text, or where no day has a date', () => {
    const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map((reason) => reason.code);
    expect(codes(inForce(scenario, 'plain'), { type: 'performance.excused', obligation: 'fleet' })).toEqual([
      'talks/no-text',
    ]);
    const undated = openTalks(scenario);
    for (const type of ['agreement.concluded', 'deal.started'] as const) {
      if (type === 'agreement.concluded') go(undated, { type: 'offer.tabled', offer: 'deal' });
      go(undated, { type });
    }
    const by = ['north', 'south'];
    expect(codes(undated, { type: 'performance.postponed', obligation: 'fleet', to: '2030-04-01', by })).toEqual([
      'talks/no-calendar',
    ]);
  });

  it('is the same thing twice', () => {
    const twice: readonly TalksEvent[] = [
      report({}),
      { type: 'event.happened', event: 'thaw' },
      { type: 'certification.given', certification: 'counted' },
      { type: 'performance.withheld', obligation: 'share' },
      { type: 'performance.suspended', obligations: ['share'] },
    ];
    for (const event of twice) {
      const talks = inForce(scenario, 'deal');
      go(talks, event);
      expect(talks.do(event).reasons.map((reason) => reason.code)).toEqual(['talks/so-already']);
    }
  });

  it('is not the same where the categories have become known meanwhile', () => {
    const talks = inForce(scenario, 'deal');
    go(talks, report({}));
    go(talks, report({ parts: { 'boats/old': 1 } }));
    const again = talks.do(report({ parts: { 'boats/old': 1 } }));
    expect(again.reasons.map((reason) => reason.code)).toEqual(['talks/so-already']);
    go(talks, report({ parts: { 'boats/old': 2 } }));
  });

  it('is anything at all before the start, but for what needs none', () => {
    const talks = inForce(scenario, 'deal');
    while (talks.state !== 'carryingOut.awaitingStart') talks.undo();
    expect(talks.do(report({})).reasons.map((reason) => reason.code)).toEqual(['talks/not-started']);
    go(talks, { type: 'event.happened', event: 'thaw' });
  });

  it('is anything after the end', () => {
    const talks = inForce(scenario, 'deal');
    go(talks, report({}));
    go(talks, { type: 'performance.waived', obligation: 'survey', by: ['north'] });
    go(talks, { type: 'performance.excused', obligation: 'share', by: ['south'], because: 'Nothing was counted.' });
    go(talks, { type: 'days.passed', days: 30 });
    expect(talks.state).toBe('fulfilled');
    expect(talks.do(report({ amount: 3 })).reasons.map((reason) => reason.code)).toEqual(['talks/no-place']);
  });
});

describe('what observers saw', () => {
  it('is never merged: each has a view, and what counts is the verifier’s, or the least', () => {
    const talks = inForce(scenario, 'deal');
    go(talks, report({ observer: 'north', amount: 4 }));
    go(talks, report({ observer: 'south', amount: 1 }));
    const fleet = (observer?: string) =>
      progress(talks, observer === undefined ? {} : { observer })?.duties.find(
        ({ obligation }) => obligation === 'fleet',
      );
    expect(fleet()?.seen).toEqual({ north: 4, south: 1 });
    expect([fleet()?.done, fleet('north')?.done, fleet('south')?.done]).toEqual([1, 4, 1]);
    expect([fleet()?.standing, fleet('north')?.standing]).toEqual(['partly done', 'done']);
    go(talks, { type: 'event.happened', event: 'thaw' });
    go(talks, { type: 'performance.reported', obligation: 'survey', amount: 0, observer: 'north' });
    go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1, observer: 'board' });
    const survey = progress(talks)?.duties.find(({ obligation }) => obligation === 'survey');
    expect([survey?.done, survey?.standing]).toEqual([1, 'done']);
  });

  it('is nothing for whoever is named and has reported nothing; whom nobody names has no view', () => {
    const talks = inForce(scenario, 'deal');
    go(talks, report({ observer: 'north', amount: 4 }));
    go(talks, report({ amount: 3 }));
    for (const observer of ['south', 'board', 'east']) {
      const seen = progress(talks, { observer });
      expect([seen?.observer, seen?.observers]).toEqual([observer, ['north', '']]);
      expect(seen?.duties.find(({ obligation }) => obligation === 'fleet')).toMatchObject({
        done: 0,
        standing: 'open',
      });
    }
    expect(progress(talks, { observer: '' })?.duties[0]?.done).toBe(3);
    expect(() => progress(talks, { observer: 'souht' })).toThrow(
      "'souht' is neither a party nor anyone the text names, and has reported nothing. Did you mean 'south'?",
    );
  });

  it('survives saving: what is restored has the same progress', async () => {
    const { restoreTalks } = await import('sticking-points');
    const talks = inForce(scenario, 'deal');
    go(talks, report({ observer: 'north', amount: 2 }));
    go(talks, { type: 'performance.postponed', obligation: 'fleet', to: '2030-03-20', by: ['north', 'south'] });
    go(talks, { type: 'days.passed', days: 10 });
    const restored = restoreTalks(scenario, JSON.parse(JSON.stringify(talks.save())));
    expect(restored.ok && progress(restored.value)).toEqual(progress(talks));
    const fleet = progress(talks)?.duties[0];
    expect([fleet?.putOff, fleet?.standing, fleet?.due?.on]).toEqual([true, 'partly done', '2030-03-20']);
  });
});
