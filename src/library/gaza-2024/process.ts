import { cited } from './cited.js';
import { rounds } from './rounds.js';

const APPROVES =
  'It approves a journey and not a deal. No report gives a chain of approvals for a deal, on either side, so that of ratification is empty.';

const CONTRIBUTED =
  'S0 names it as one of three things that, combined, led Israel to send a team. That it could not have been missing is inferred.';

/**
 * How the talks were held, as far as is reported: what had to be so before the second Paris round, the rounds, and the month
 * by which the United States wanted a ceasefire. How a deal would be approved or extended no report says.
 */
export const process = () =>
  ({
    preconditions: {
      medication: {
        title: 'confirmation that medication reached the hostages',
        party: 'israel',
        citations: [cited('S0', 'official-unnamed', 'I11'), cited('S0', 'narrator', 'M3')],
        note: 'Israel was waiting for it before returning to the table.',
      },
      cairoIndications: {
        title: 'positive indications from the talks in Cairo',
        basis: 'inferred',
        because: CONTRIBUTED,
        citations: [cited('S0', 'narrator', 'M3'), cited('S0', 'narrator', 'X5')],
      },
      usUrging: {
        title: 'urging by the United States',
        basis: 'inferred',
        because: CONTRIBUTED,
        citations: [cited('S0', 'narrator', 'M3')],
      },
      attendance: {
        title: 'what led Israel to send a team to Paris',
        jointly: ['medication', 'cairoIndications', 'usUrging'],
        basis: 'inferred',
        because:
          'S0 says that the three combined led to it: they are taken together, and that none of them could have been missing is inferred.',
        citations: [cited('S0', 'narrator', 'M3')],
      },
      warCabinet: {
        title: "a decision of Israel's war cabinet to send a team",
        party: 'israel',
        citations: [cited('S0', 'narrator', 'M2'), cited('S1', 'narrator', 'T12')],
        note: APPROVES,
      },
      fullCabinet: {
        title: "final approval of the journey by Israel's full cabinet",
        party: 'israel',
        citations: [cited('S0', 'narrator', 'M2')],
        note: APPROVES,
      },
    },
    rounds: rounds(),
    deadlines: {
      ramadan: {
        title: 'a ceasefire before Ramadan',
        by: '2024-03',
        kind: 'soft',
        party: 'us',
        citations: [cited('S0', 'narrator', 'U1'), cited('S0', 'narrator', 'T15')],
      },
    },
  }) as const;
