import { days, onDay, type Talks, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { go, inForce } from '../support/carry-out.js';
import { allege, conclude, cure, play, start, table } from '../support/play.js';
import { lake } from '../support/lake.js';
import { pact } from '../support/whole-text.js';

const ofType = (talks: Talks, type: TalksEvent['type']) => talks.nextEvents.filter((one) => one.type === type);

describe('that something is not kept', () => {
  const started = [table('plan'), conclude, start];
  const alleging = { type: 'breach.alleged', obligation: 'stones', free: ['by'] };
  const about = (talks: Talks, type: TalksEvent['type']) =>
    ofType(talks, type).filter((one) => 'obligation' in one && one.obligation === 'stones');

  it('can be alleged by anybody who has not, and by no one once all have', () => {
    const talks = play(bridge(), started);
    for (const by of [undefined, 'east', 'west', 'guild']) {
      expect(about(talks, 'breach.alleged')).toEqual([alleging]);
      talks.do(allege(by));
    }
    expect(about(talks, 'breach.alleged')).toEqual([]);
    expect(ofType(talks, 'breach.alleged')).toContainEqual({ ...alleging, obligation: 'toll' });
  });

  it('can be cured while somebody alleges it, listed once for all of them, and of nothing else', () => {
    const talks = play(bridge(), [...started, allege('east'), allege('west')]);
    const curing = { type: 'breach.cured', obligation: 'stones', free: ['by'] };
    expect(ofType(talks, 'breach.cured')).toEqual([curing]);
    talks.do(cure('east'));
    expect(ofType(talks, 'breach.cured')).toEqual([curing]);
    talks.do(cure('west'));
    expect(ofType(talks, 'breach.cured')).toEqual([]);
  });
});

/** Each template on a line: its type, its ids, and what it leaves free. */
const lines = (talks: Talks) =>
  talks.nextEvents.map(({ type, free, ...ids }) =>
    [type, ...Object.values<unknown>(ids).flat().map(String), ...(free ? [`(${free.join(', ')})`] : [])].join(' '),
  );

describe('of a deal with a text', () => {
  it('everything that can happen is listed, once', () => {
    expect(lines(inForce(pact('board'), 'deal'))).toEqual([
      'mandate.given north (mandate)',
      'mandate.given south (mandate)',
      'mandate.given east (mandate)',
      'offer.recorded (offer)',
      'offer.tabled (offer)',
      'days.passed (days)',
      'phase.extended (days)',
      'phase.extended month (days)',
      'performance.reported boats (amount)',
      'breach.alleged boats (by)',
      'breach.alleged flag (by)',
      ...['sail', 'rest'].flatMap((duty) => [
        `performance.reported ${duty} (amount)`,
        `performance.waived ${duty} (amount, by)`,
        `performance.excused ${duty} (amount, by)`,
        `performance.withheld ${duty} (by)`,
        `performance.postponed ${duty} (to, by)`,
        `performance.suspended ${duty}`,
        // What has no verifier may be found by any body.
        ...(duty === 'sail' ? ['board'] : ['board', 'panel']).map((body) => `breach.found ${duty} ${body}`),
        `breach.alleged ${duty} (by)`,
      ]),
      'phase.extended by unit (days)',
      'event.happened thaw',
      'event.happened feast',
      'event.moved feast (to, by)',
      'promisedTalks.opened fees',
      'promisedTalks.failed fees',
      'breach.alleged fees (by)',
      'certification.given mended',
      'deal.superseded',
      'deal.ended (citation)',
    ]);
  });

  it('what a body found can be cured, and is a ground to suspend the instrument, listed once for all who may', () => {
    const talks = inForce(pact(), 'deal');
    const before = lines(talks);
    go(talks, { type: 'breach.found', obligation: 'sail', by: 'panel' });
    const now = lines(talks);
    expect(now.filter((line) => !before.includes(line))).toEqual([
      'breach.cured sail (by)',
      'instrument.suspended treaty sail (by)',
    ]);
    expect(before.filter((line) => !now.includes(line))).toEqual([
      'breach.found sail board',
      'breach.found sail panel',
    ]);
    expect(new Set(now).size).toBe(now.length);
  });

  it('what a body found can be cured while something else is alleged', () => {
    const talks = inForce(pact(), 'deal');
    go(talks, { type: 'breach.found', obligation: 'sail', by: 'panel' });
    go(talks, { type: 'breach.alleged', obligation: 'rest', by: 'north' });
    const curable = lines(talks).filter((line) => line.startsWith('breach.cured'));
    expect(curable).toEqual(['breach.cured sail (by)', 'breach.cured rest (by)']);
  });

  it('an undertaking can be alleged not kept by others too, and cured, once one has alleged it', () => {
    const talks = inForce(pact(), 'deal');
    const about = () => lines(talks).filter((line) => line.startsWith('breach') && line.includes('sail (by)'));
    go(talks, { type: 'breach.alleged', obligation: 'sail' });
    expect(about()).toEqual(['breach.alleged sail (by)', 'breach.cured sail (by)']);
    go(talks, { type: 'breach.found', obligation: 'sail', by: 'board' });
    for (const by of ['north', 'south', 'east']) go(talks, { type: 'breach.alleged', obligation: 'sail', by });
    expect(about()).toEqual(['breach.cured sail (by)']);
  });

  it('a body that reports itself that something was done does not find otherwise, though another may', () => {
    const talks = inForce(pact(), 'deal');
    go(talks, { type: 'performance.reported', obligation: 'sail', amount: 5, observer: 'board' });
    expect(lines(talks).filter((line) => line.startsWith('breach.found sail'))).toEqual(['breach.found sail panel']);
  });

  it('nothing can be set to a day while none of the days is known', () => {
    const inMarch = lines(inForce(pact(), 'deal', '2030-03')).map((line) => line.split(' ')[0]);
    expect(inMarch).toContain('performance.waived');
    expect(inMarch).not.toContain('performance.postponed');
    expect(inMarch).not.toContain('event.moved');
  });
});

it('that an obligation is kept again which an amendment has taken out is offered while it is in dispute', () => {
  const duty = { begins: onDay(0), within: days(10) };
  const survey = { ...duty, owedBy: ['north'], to: ['south'] };
  const tolls = { ...duty, owedBy: ['south'], to: ['north'] };
  const scenario = lake({ obligations: { survey, tolls } }, 20, { amended: { obligations: { tolls } } });
  const talks = inForce(scenario, 'deal');
  const curing = { type: 'breach.cured', obligation: 'survey', free: ['by'] };
  go(talks, { type: 'days.passed', days: 5 });
  go(talks, { type: 'breach.alleged', obligation: 'survey', by: 'south' });
  go(talks, { type: 'offer.tabled', offer: 'amended' });
  go(talks, conclude);
  expect(talks.state).toBe('carryingOut.inDispute');
  expect(ofType(talks, 'breach.cured')).toEqual([curing]);
  go(talks, { type: 'breach.cured', obligation: 'survey', by: 'south' });
  expect(ofType(talks, 'breach.cured')).toEqual([]);
});
