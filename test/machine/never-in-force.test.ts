import { days, onDay, restoreTalks, type Talks, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { conclude, go, pass, play, start, table } from '../support/play.js';
import { written } from '../support/written.js';

const owed = { owedBy: ['east'], to: ['west'], begins: onDay(0) } as const;
/** A text of one obligation, talks, and a body that reports. */
const text = (of: string) => ({
  obligations: { [of]: owed },
  bodies: { [`${of}Board`]: { members: ['east'], reports: { to: ['west'], every: days(7) } } },
  talks: { [`${of}Fees`]: { between: ['east', 'west'] } },
});
const lengths = [20, 20];
const offers = {
  plan: written(text('old'), lengths),
  other: written(text('new'), lengths),
  bare: written(undefined, lengths),
};
const scenario = bridge({ offers });
const agreed = (offer: string, ...events: readonly TalksEvent[]) =>
  play(scenario, [{ ...table(offer), on: '2030-03-01' }, conclude, ...events]);
const all = (of: string) => [of, `${of}Board.reports`, `${of}Fees`];

/** The codes and ways out of what is refused of all that a text makes due. */
const refused = (talks: Talks, of: string) =>
  all(of).map((obligation) =>
    talks
      .fork()
      .do({ type: 'breach.alleged', obligation })
      .reasons.map(({ code }) => code),
  );
const known = [[], [], []];
const unknown = Array.from({ length: 3 }, () => ['talks/unknown-obligation']);

describe('what a text makes due that was never in force', () => {
  it('cannot be alleged not to be kept, and what is in force can', () => {
    const talks = agreed('plan', start);
    expect(refused(talks, 'old')).toEqual(known);
    expect(refused(talks, 'new')).toEqual(unknown);
    expect(talks.do({ type: 'breach.alleged', obligation: 'new' }).reasons).toMatchObject([
      {
        code: 'talks/unknown-obligation',
        path: ['obligation'],
        message: expect.stringContaining("There is no obligation in the text of the deal called 'new'.") as unknown,
      },
    ]);
    expect(talks.state).toBe('carryingOut.phase1');
    expect(talks.nextEvents.filter(({ type }) => type === 'breach.alleged')).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ obligation: 'new' })]) as unknown,
    );
  });

  it('is not so of a deal without a text, in which quantities alone can be alleged', () => {
    const talks = agreed('bare', start);
    expect(refused(talks, 'old')).toEqual(Array.from({ length: 3 }, () => ['talks/no-text']));
    expect(talks.do({ type: 'breach.alleged', obligation: 'stones' }).accepted).toBe(true);
  });

  it('is told from what an amendment, or another text of a later phase, has taken out of a deal in force', () => {
    const amended = agreed('plan', start, table('other'), conclude);
    expect([refused(amended, 'old'), refused(amended, 'new')]).toEqual([known, known]);
    const again = restoreTalks(scenario, JSON.parse(JSON.stringify(amended.save())));
    expect(again.ok && refused(again.value, 'old')).toEqual(known);

    const later = agreed('plan', start, { type: 'nextPhase.opened' }, table('other'), { type: 'nextPhase.settled' });
    expect([refused(later, 'old'), refused(later, 'new')]).toEqual([known, unknown]);
    go(later, pass(20));
    expect([refused(later, 'old'), refused(later, 'new')]).toEqual([known, known]);
    go(later, table('bare'), conclude);
    expect([refused(later, 'old'), refused(later, 'new')]).toEqual([known, known]);
  });

  it('is what was amended before the deal came into force', () => {
    const talks = agreed('plan', table('other'), conclude, start);
    expect([refused(talks, 'old'), refused(talks, 'new')]).toEqual([unknown, known]);
  });
});
