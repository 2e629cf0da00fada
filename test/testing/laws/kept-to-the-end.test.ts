import { beforeEvent, days, earliestOf, progress } from 'sticking-points';
import { nothingDoneBeforeItsTrigger, type TellsProgress } from 'sticking-points/testing';
import { expect, it } from 'vitest';
import { bridge } from '../../support/bridge.js';
import { conclude, pass, play, start, table } from '../../support/play.js';

const still = { owedBy: ['east'], to: ['west'], kind: 'refrain', phase: 1 } as const;
const lasting = (length: number) =>
  bridge({
    offers: {
      signed: {
        by: ['east', 'west'],
        terms: { cost: 40, toll: false },
        phases: [{ length: days(length) }],
        text: { obligations: { still } },
      },
    },
  });

it.each([0, 1, 5])(
  'what was left undone in a phase of %i days is kept with the end of the deal, which is no flaw',
  (n) => {
    const talks = play(lasting(n), [table('signed'), conclude, start, ...(n > 0 ? [pass(n)] : [])]);
    expect(talks.state).toBe('fulfilled');
    expect(progress(talks)?.duties[0]).toMatchObject({ standing: 'kept' });
    expect(nothingDoneBeforeItsTrigger().talks(talks)).toBe('held');
  },
);

it('what is said to be kept while it still lasts is a flaw', () => {
  const talks = play(lasting(5), [table('signed'), conclude, start, pass(2)]);
  const hasty: TellsProgress = (of, options) => {
    const done = progress(of, options);
    return done && { ...done, duties: done.duties.map((duty) => ({ ...duty, standing: 'kept' })) };
  };
  expect(nothingDoneBeforeItsTrigger().talks(talks)).toBe('held');
  expect(nothingDoneBeforeItsTrigger(hasty).talks(talks)).toBe('broken');
});

it('what was over before it began binds nobody, which is no flaw', () => {
  const until = earliestOf(beforeEvent('phase1.end', days(1)));
  const offer = {
    by: ['east', 'west'],
    terms: { cost: 40, toll: false },
    phases: [{ length: days(0) }],
    text: { obligations: { hush: { owedBy: ['east'], kind: 'refrain', until } } },
  } as const;
  const talks = play(bridge({ offers: { signed: offer } }), [table('signed'), conclude, start]);
  expect(progress(talks)?.duties[0]).toMatchObject({ standing: 'kept', opens: { day: 0 } });
  expect(progress(talks)?.duties[0]).not.toHaveProperty('due');
  expect(nothingDoneBeforeItsTrigger().talks(talks)).toBe('held');
  // Without a day on which it would begin, nothing is over.
  const unopened: TellsProgress = (of, options) => {
    const done = progress(of, options);
    return done && { ...done, duties: done.duties.map(({ opens: _, ...duty }) => duty) };
  };
  expect(nothingDoneBeforeItsTrigger(unopened).talks(talks)).toBe('broken');
});
