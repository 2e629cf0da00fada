import { cited } from './cited.js';

const FAMILIAR = 'people familiar with the talks';

const BESIDE_P6 = "Named of Hamas's demands; that its proposals held them is inferred.";

/** What two of the reports themselves call sticking points. */
export const named = () =>
  [
    {
      title: 'prisoners',
      offer: 'P6',
      positions: ['HA-prisoners'],
      citations: [cited('S0', 'source-unnamed', 'H7', FAMILIAR)],
      note: `About 1,500 in the first phase. ${BESIDE_P6} No figure of Israel's is reported to compute it from.`,
    },
    {
      title: 'withdrawal',
      offer: 'P6',
      positions: ['HA-withdrawal', 'IL-withdrawal'],
      citations: [cited('S0', 'source-unnamed', 'H6', FAMILIAR)],
      note: BESIDE_P6,
    },
    {
      title: 'a formal end',
      offer: 'P6',
      positions: ['HA-endOfWar', 'IL-endTalks'],
      citations: [cited('S0', 'source-unnamed', 'H3', FAMILIAR)],
      note: BESIDE_P6,
    },
    {
      title: "Israel's refusal to discuss an end to the war",
      positions: ['HA-endOfWar', 'IL-endTalks'],
      citations: [cited('S2', 'narrator', 'I1')],
      note: 'Called the major one for Hamas; named of the talks at large.',
    },
  ] as const;
