import { all, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { conclude, go, pass, play, start, table } from '../support/play.js';
import { reportedOn } from '../support/reported-texts.js';

const begun = (...events: readonly TalksEvent[]) => {
  const talks = play(reportedOn, [{ ...table('plan'), on: '2030-03-01' }, conclude, start]);
  go(talks, ...events);
  return talks;
};
const did = (obligation: string, more: object = {}) =>
  ({ type: 'performance.reported', obligation, amount: 1, ...more }) as const;
const found = (obligation: string, more: object = {}) =>
  ({ type: 'breach.found', obligation, by: 'board', ...more }) as const;
const waived = (obligation: string, more: object = {}) =>
  ({ type: 'performance.waived', obligation, by: ['west'], ...more }) as const;
const invoke = (instrument: string, obligation: string, by: string) =>
  ({ type: 'instrument.suspended', instrument, obligation, by: [by] }) as const;
const paused = (obligation: string, ...by: readonly string[]) =>
  ({ type: 'performance.suspended', obligations: [obligation], by }) as const;
const resumed = (obligation: string) => ({ type: 'performance.resumed', obligations: [obligation] }) as const;
const certified = (certification: string, votes: Record<string, string>) =>
  ({ type: 'certification.given', certification, votes }) as TalksEvent; // as each row has it
const promised = (how: 'opened' | 'settled' | 'failed') => ({ type: `promisedTalks.${how}`, talks: 'fees' }) as const;
const postponed = (obligation: string, by: readonly string[], to = '2030-03-30') =>
  ({ type: 'performance.postponed', obligation, by, to }) as const;
const thaw = { type: 'event.happened', event: 'thaw' } as const;

/** What may be reported after something else. */
// prettier-ignore
const FREE: readonly (readonly [string, readonly TalksEvent[], TalksEvent])[] = [
  ['an act that was done', [], did('act')],
  ['as often as it comes round', [], did('round', { amount: 3 })],
  ['a figure with its categories', [], did('haul', { amount: 4, parts: { 'stones/grey': 3 } })],
  ['an act with what it was done of', [], did('act', { parts: { 'stones/grey': 1, cost: 1 } })],
  ['that something is not kept', [], { type: 'breach.alleged', obligation: 'act' }],
  ['a cure of what a body has found, though nobody alleged it', [found('act')], { type: 'breach.cured', obligation: 'act' }],
  ['a breach, by any body, where the text names none for it', [], found('act', { by: 'court' })],
  ['a breach on a day on which not all had been waived', [waived('haul', { amount: 6 }), pass(3), waived('haul', { amount: 4 })], found('haul', { on: '2030-03-02' })],
  ['a breach on a day before the body itself saw it done', [pass(3), did('seen', { observer: 'board' })], found('seen', { on: '2030-03-02' })],
  ['a break by whoever it is owed to, and others with them', [], paused('act', 'west', 'guild')],
  ['a break by another party to the deal, of what is owed to nobody by name', [], paused('anyone', 'west')],
  ['a break by a body, with those who owe it', [], paused('act', 'east', 'board')],
  ['a break by those who owe it, while they wait for what they are owed', [pass(21), { type: 'performance.withheld', obligation: 'fill' }], paused('dig', 'east')],
  ['an end of a break by those who owe it', [paused('act', 'west')], { ...resumed('act'), by: ['east'] }],
  ['a delay of what is owed to nobody by name, by all whose deal it is', [], postponed('anyone', ['east', 'west'])],
  ['an end of a break, though nothing is left meanwhile', [paused('haul'), waived('haul')], resumed('haul')],
  ['an instrument invoked by who signed it', [found('dig')], invoke('treaty', 'dig', 'west')],
  ['an instrument invoked by who adhered to it', [found('fill')], invoke('treaty', 'fill', 'east')],
  ['an instrument of nobody in particular, invoked by whoever is owed', [found('write')], invoke('letter', 'write', 'west')],
  ['votes by more than half, by a majority', [], certified('counted', { east: 'for', west: 'abstains' })],
  ['as many votes as are needed, by a quota', [], certified('weighed', { east: 'for', west: 'for', guild: 'against' })],
  ['a delay to which all sides agree', [], postponed('act', ['east', 'west'])],
  ['talks that fail before they began', [], promised('failed')],
  ['talks that begin again', [promised('failed')], promised('opened')],
];

/** What may not be, with each fault: its code, its path, and some of its facts; and what its sentence says. */
// prettier-ignore
const REFUSED: readonly (readonly [string, readonly TalksEvent[], TalksEvent, readonly [string, ...(string | number)[]], object, string])[] = [
  ['an act done twice', [], did('act', { amount: 2 }), ['bad-amount', 'amount'], {}, "'act' is an act: 1 says that it was done."],
  ['more often than it comes round', [], did('round', { amount: 4 }), ['bad-amount', 'amount'], {}, 'comes round 3 times: a figure up to that'],
  ['a share, where a figure is asked for', [], did('haul', { amount: all({ quantity: 'cost' }) }), ['bad-amount', 'amount'], {}, ''],
  ['what bears the name of a term and is a duty, in half', [], did('toll', { amount: 0.5 }), ['bad-amount', 'amount'], {}, "'toll' is an act"],
  ['a part that is no quantity', [], did('act', { parts: { toll: 1 } }), ['unknown-category', 'parts', 'toll'], { known: ['stones', 'stones/grey', 'stones/red', 'cost'] }, ''],
  ['a part of another quantity', [], did('haul', { parts: { cost: 1 } }), ['unknown-category', 'parts', 'cost'], { known: ['stones', 'stones/grey', 'stones/red'] }, ''],
  ['a part of nothing that there is', [], did('act', { parts: { nets: 1 } }), ['unknown-category', 'parts', 'nets'], {}, ''],
  ['a breach found by another body than its verifier', [], found('seen', { by: 'court' }), ['not-its-verifier', 'by'], { verifiers: ['board'] }, 'That is for board.'],
  ['a breach of what somebody may do', [], found('maybe'), ['binds-nobody', 'obligation'], { strength: 'may' }, 'its owner may do'],
  ['a breach of what somebody aims to do', [], found('wish'), ['binds-nobody', 'obligation'], { strength: 'aims to' }, 'its owner aims to do'],
  ['a breach found twice', [found('act')], found('act'), ['so-already', 'obligation'], { obligation: 'act' }, 'found not kept already'],
  ['a breach of what has not opened', [], found('late'), ['not-open', 'obligation'], { obligation: 'late', from: '2030-03-06' }, "'late' opens on 2030-03-06"],
  ['a breach of what waits for an event', [], found('thawed'), ['not-open', 'obligation'], { obligation: 'thawed' }, "'thawed' waits for"],
  ['a breach of what waits for a certification', [], found('sworn'), ['not-open', 'obligation'], { obligation: 'sworn' }, "'sworn' waits for"],
  ['a breach of what was waived', [waived('haul')], found('haul'), ['nothing-owed', 'obligation'], { obligation: 'haul' }, 'waived in full'],
  ['a breach of what the body itself saw done', [did('seen', { observer: 'board' })], found('seen'), ['own-report', 'by'], { by: 'board' }, ''],
  ['a break by third hands', [], paused('act', 'guild'), ['not-owed-by-them', 'by'], { others: ['guild'], owedBy: ['east'] }, "'guild' neither owes 'act'"],
  ['a break of what is owed to nobody by name, by third hands', [], paused('anyone', 'guild'), ['not-owed-by-them', 'by'], { others: ['guild'] }, "'guild' neither owes 'anyone'"],
  ['a break by the word of those alone who owe it', [], paused('act', 'east'), ['no-consent', 'by'], { missing: ['west', 'board', 'court', 'assembly'] }, 'name in \'by\' west, board, court or assembly too'],
  ['a delay of what is owed to nobody by name, by who owes it', [], postponed('anyone', ['east']), ['no-consent', 'by'], { missing: ['west'] }, ''],
  ['that what somebody may do is not kept', [], { type: 'breach.alleged', obligation: 'maybe' }, ['binds-nobody', 'obligation'], { strength: 'may' }, 'its owner may do'],
  ['a break of what is over', [did('act')], paused('act'), ['nothing-owed', 'obligations', 0], {}, ''],
  ['an instrument invoked for what stands in none', [found('act')], invoke('treaty', 'act', 'west'), ['another-instrument', 'obligation'], { instrument: 'treaty', obligation: 'act' }, ''],
  ['a thaw that has come', [thaw], thaw, ['so-already', 'event'], { event: 'thaw' }, "'thaw' has happened already."],
  ['a thaw that has come, put off', [thaw], { type: 'event.moved', event: 'thaw', to: '2030-03-20', by: ['east', 'west'] }, ['so-already', 'event'], { event: 'thaw' }, 'cannot be moved'],
  ['what is certified already', [certified('counted', { east: 'for' })], certified('counted', { east: 'for' }), ['so-already', 'certification'], { certification: 'counted' }, ''],
  ['as many votes for it as against, by a majority', [], certified('counted', { east: 'for', west: 'against' }), ['not-carried', 'votes'], { rule: 'majority' }, ''],
  ['one vote too few, by a quota', [], certified('weighed', { east: 'for' }), ['not-carried', 'votes'], { rule: 'quota' }, ''],
  ['a delay without whoever owes it', [], postponed('act', ['west']), ['no-consent', 'by'], { missing: ['east'] }, ''],
  ['a delay without whoever is owed it', [], postponed('act', ['east']), ['no-consent', 'by'], { missing: ['west'] }, ''],
  ['a delay to a month', [], postponed('act', ['east', 'west'], '2030-04'), ['bad-date', 'to'], { to: '2030-04' }, ''],
  ['what is to be left undone, withheld', [], { type: 'performance.withheld', obligation: 'still' }, ['never-delivered', 'obligation'], { obligation: 'still' }, ''],
  ['talks that are open, opened', [promised('opened')], promised('opened'), ['so-already', 'talks'], { stand: 'open' }, "'fees' are open:"],
  ['talks that have not begun, settled', [], promised('settled'), ['so-already', 'talks'], { stand: 'to begin' }, "'fees' are to begin:"],
  ['talks that were settled, failed', [promised('opened'), promised('settled')], promised('failed'), ['so-already', 'talks'], { stand: 'settled' }, "'fees' have settled:"],
];

describe('of a text', () => {
  it.each(FREE)('may be reported: %s', (_, before, event) => {
    expect(begun(...before).do(event).reasons).toEqual([]);
  });

  it.each(REFUSED)('is not taken: %s', (_, before, event, [code, ...path], facts, told) => {
    const { reasons } = begun(...before).do(event);
    expect(reasons.map((reason) => [reason.code.split('/')[1], ...reason.path])).toEqual([[code, ...path]]);
    expect(reasons[0]?.facts).toMatchObject(facts);
    expect(reasons[0]?.message).toContain(told);
  });

  it('nothing is reported where the deal has none', () => {
    const talks = play(reportedOn, [table('bare'), conclude, start]);
    const codes = (event: TalksEvent) => talks.do(event).reasons.map(({ code, path }) => [code, ...path]);
    expect(codes(did('act'))).toEqual([['talks/no-text', 'obligation']]);
    expect(codes(thaw)).toEqual([['talks/no-text', 'type']]);
    expect(codes(did('stones'))).toEqual([]);
  });

  it('what has no day yet, of which no date is known, could be broken later only', () => {
    const talks = play(reportedOn, [table('plan'), conclude, start]);
    const [fault] = talks.do(found('late')).reasons;
    expect(fault?.message).toContain("'late' opens later");
    expect(fault?.facts).toEqual({ obligation: 'late' });
    expect(Object.keys(fault?.facts ?? {})).not.toContain('from');
  });
});
