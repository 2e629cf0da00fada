import { openTalks, type TalksOptions } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { fishery } from '../support/fishery.js';
import { isDeepFrozen } from '../../src/base/freeze.js';

const table = (offer: string) => ({ type: 'offer.tabled', offer }) as const;

describe('what talks are given and hand out', () => {
  it('options changed after talks were opened change nothing in them', () => {
    const options: { answers: 'by position' | 'declared' } = { answers: 'by position' };
    const talks = openTalks(fishery, options satisfies TalksOptions);
    options.answers = 'declared';
    talks.do(table('middle'));
    expect(talks.state).toBe('talks.agreedInPrinciple');
    expect(talks.save().options).toEqual({ answers: 'by position' });
  });

  it('nothing handed out can be written on: the machine decides by it', () => {
    const talks = openTalks(fishery);
    talks.do(table('low'));
    talks.do({ type: 'answer.declared', party: 'north', answer: 'accepts' });
    const { assessment, answers, stickingPoints, snapshot, scenario, options, log } = talks;
    for (const given of [
      assessment,
      answers,
      stickingPoints,
      snapshot.context,
      snapshot.value,
      scenario,
      options,
      log[0],
    ]) {
      expect(isDeepFrozen(given)).toBe(true);
    }
  });
});
