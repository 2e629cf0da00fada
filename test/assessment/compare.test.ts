import {
  about,
  amend,
  assumed,
  compareOffers,
  describeChanges,
  inOrderOfEvent,
  reported,
  weeks,
  type Moment,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { fishery } from '../support/fishery.js';
import { wages } from '../support/wages.js';

/** As much of an offer as ordering needs. */
interface Dated {
  readonly id: string;
  readonly put?: Moment;
}

describe('comparing offers', () => {
  const turns = (...offers: string[]) =>
    compareOffers(fishery, offers).columns.map((c) => c.turned.map((t) => `${t.position}: ${t.from} to ${t.to}`));

  it('says what turned from each to the next', () => {
    expect(turns('low', 'middle', 'high')).toEqual([
      [],
      ['enough: unmet to met', 'noObservers: unmet to met', 'calm: open to met'],
      ['noObservers: met to open', 'stock: met to unmet', 'calm: met to open'],
    ]);
    expect(turns('low', 'low')).toEqual([[], []]);
  });

  it('without a choice takes those reported, in order of event, deals of the past left aside', () => {
    const columns = (asOf?: string) =>
      compareOffers(fishery, undefined, asOf === undefined ? {} : { asOf }).columns.map((c) => c.offer);
    expect(columns()).toEqual(['low', 'middle', 'high', 'vague', 'late']);
    expect(columns('2030-01')).toEqual(['low', 'middle', 'high', 'vague']);
  });

  it('takes whole offers too', () => {
    const { offer } = amend(fishery.offers['low']!, (draft) => void (draft.terms['catch'] = 45), { id: 'low-45' });
    expect(compareOffers(fishery, ['low', offer]).columns[1]).toMatchObject({
      offer: 'low-45',
      turned: [{ position: 'enough', party: 'north', from: 'unmet', to: 'met' }],
    });
  });
});

describe('describing changes', () => {
  const changes = (change: Parameters<typeof amend>[1]) =>
    describeChanges(fishery, fishery.offers['low']!, amend(fishery.offers['low']!, change).offer).map(
      (c) => c.sentence,
    );

  it('says in words what became what, what was added, what was taken out', () => {
    expect(
      changes((draft) => {
        draft.terms['catch'] = assumed(about(45), 'to see');
        draft.terms['zone'] = { oneOf: ['shared', 'open'] };
        delete draft.terms['observers'];
        draft.length = weeks(6);
        draft.phaseCount = 2;
        draft.phases.push({ length: weeks(3), terms: {} });
      }),
    ).toEqual([
      'catch: 30 tonnes became about 45 tonnes',
      'observers: yes was taken out',
      'zone: the shared zone became the shared zone or open waters',
      'phases listed: 1 was added',
      'number of phases: 2 was added',
      'length: 6 weeks was added',
      'length, first phase: 3 weeks was added',
    ]);
  });

  it('leaves aside what the same value rests on', () => {
    const citation = { source: 'courier', attribution: 'on-record' } as const;
    expect(changes((draft) => void (draft.terms['catch'] = reported(30, citation)))).toEqual([]);
    expect(changes((draft) => void (draft.label = 'another name'))).toEqual([]);
  });

  it('tells phases and categories apart', () => {
    const found = describeChanges(wages, wages.offers['opening']!, wages.offers['full']!);
    expect(found.map((c) => c.sentence)).toEqual([
      'the text: partly known became known in full',
      'raise: no raise became a small raise',
      'posts, first phase: 2 posts became 10 posts',
      'shifts given up, first phase: 4 shifts became 20 shifts',
      'posts (day shift), first phase: 4 posts was added',
      'posts (night shift), first phase: 6 posts was added',
    ]);
    expect(found[2]).toMatchObject({ path: 'phases.1.posts', from: '2 posts', to: '10 posts' });
  });
});

describe('the order of event', () => {
  const at = (id: string, earliest?: string, latest?: string): Dated => ({
    id,
    put: { basis: 'reported', ...(earliest && { earliest }), ...(latest && { latest }) },
  });
  const undated: Dated = { id: 'undated' };
  const ordered = (...offers: Dated[]) => inOrderOfEvent(offers).map((o) => o.id);

  it('puts first what was certainly put forward earlier', () => {
    expect(ordered(at('late', '2030-03-01', '2030-03-02'), at('early', '2030-01', '2030-01'))).toEqual([
      'early',
      'late',
    ]);
  });

  it('keeps the order given where dates do not decide', () => {
    expect(ordered(at('b', '2030-01-05', '2030-02-01'), at('a', '2030-01-01', '2030-01-20'))).toEqual(['b', 'a']);
    expect(ordered(undated, at('dated', '2030-01', '2030-01'))).toEqual(['undated', 'dated']);
    expect(ordered(at('open', '2030-01'), at('closed', undefined, '2030-02'))).toEqual(['open', 'closed']);
  });

  it('puts nothing before what is certainly earlier, whatever lies between', () => {
    const offers = [
      at('c', '2030-03-01', '2030-03-31'),
      at('b', '2030-01-15', '2030-03-15'),
      at('a', '2030-01-01', '2030-01-10'),
    ];
    expect(ordered(...offers)).toEqual(['a', 'c', 'b']);
  });
});
