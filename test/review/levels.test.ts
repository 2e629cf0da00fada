import {
  atLeast,
  between,
  latestOf,
  onDay,
  progress,
  review,
  uponEvent,
  upTo,
  type ObligationDraft,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { agreed } from '../support/agreed.js';
import { go, inForce } from '../support/carry-out.js';
import { market, withText } from '../support/texts.js';

const level = (more: Partial<ObligationDraft>): ObligationDraft => ({
  owedBy: ['hills'],
  to: ['coast'],
  verifier: 'fund',
  kind: 'level',
  of: 'money',
  begins: onDay(0),
  ...more,
});

const found = (text: TextDraft) =>
  review(market, withText(text)).filter(({ code }) => code === 'review/levels-exclude');

describe('two levels of one stock that no figure lies within', () => {
  const high = level({ label: 'is full', amount: atLeast(5), until: onDay(20) });
  const low = (more: Partial<ObligationDraft> = {}) =>
    level({ label: 'is low', amount: between(1, 3), begins: onDay(10), until: onDay(30), ...more });

  it('break where both have to hold on one and the same last day', () => {
    const [finding] = found({ obligations: { high, low: low({ until: onDay(20) }) } });
    expect([finding?.severity, finding?.message]).toEqual([
      'breaks',
      '“is full” and “is low” ask for levels of the same stock on the same days that no figure lies within. Let them allow a figure in common, or hold on different days.',
    ]);
    const [byPhase] = found({
      obligations: {
        high: level({ amount: atLeast(5), phase: 1, begins: onDay(2) }),
        low: level({ amount: upTo(3), phase: 1, begins: onDay(4) }),
      },
    });
    expect(byPhase?.severity).toBe('breaks');
  });

  it('are unclear where they can be kept one after the other, with how', () => {
    const text: TextDraft = { obligations: { high, low: low() } };
    const [finding] = found(text);
    expect([finding?.severity, finding?.message]).toEqual([
      'unclear',
      '“is full” and “is low” ask for levels of the same stock on the same days that no figure lies within; both can be kept if “is low” is reached only after the last day of “is full”, and not otherwise. Let them allow a figure in common, or hold on different days.',
    ]);
    // And so it is carried out.
    const talks = inForce(agreed(withText(text)), 'draft');
    go(talks, { type: 'days.passed', days: 1 });
    go(talks, { type: 'performance.reported', obligation: 'high', amount: 6 });
    go(talks, { type: 'days.passed', days: 24 });
    go(talks, { type: 'performance.reported', obligation: 'low', amount: 3 });
    go(talks, { type: 'days.passed', days: 10 });
    expect(progress(talks)?.duties.map(({ standing, when }) => [standing, when])).toEqual([
      ['done', 'in time'],
      ['done', 'in time'],
    ]);
  });

  it('may be kept in either order where either may have the last day', () => {
    const text: TextDraft = {
      events: { harvest: {}, vote: {} },
      obligations: {
        high: { ...high, until: latestOf(onDay(20), uponEvent('harvest')) },
        low: low({ until: latestOf(onDay(20), uponEvent('vote')) }),
      },
    };
    expect(found(text).map(({ message }) => message)).toEqual([
      expect.stringContaining('both can be kept if the one is reached only after the last day of the other'),
    ]);
  });
});
