import { cited } from './cited.js';

const FAMILIAR = 'people familiar with the talks';

const BESIDE_P6 = "Named of Hamas's demands; that its proposals held them is inferred.";

/** What two of the reports themselves call sticking points. */
export const named = () =>
  [
    {
      title: 'about 1,500 prisoners in the first phase',
      offer: 'P6',
      positions: ['HA-prisoners'],
      citations: [cited('S0', 'source-unnamed', 'H7', FAMILIAR)],
      note: "No figure of Israel's for prisoners is reported to compute it from.",
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
      title: "Israel's refusal of talks on an end of the war",
      positions: ['HA-endOfWar', 'IL-endTalks'],
      citations: [cited('S2', 'narrator', 'I1')],
      note: 'Called the major one for Hamas; named of the talks at large.',
    },
  ] as const;
