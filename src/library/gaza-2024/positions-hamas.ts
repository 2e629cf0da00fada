import { about } from '../../terms/amount.js';
import { cited, oneSideOf, supporting } from './cited.js';
import { approach, demand, preference } from './rigidity.js';

const FAMILIAR = 'people familiar with the talks';
const OFFICIAL = 'an official familiar with the talks';

/** What Hamas was reported to want. */
export const hamasPositions = () =>
  ({
    'HA-ceasefire': {
      party: 'hamas',
      title: 'a complete ceasefire',
      rigidity: demand(),
      condition: { kind: 'choice', of: 'ceasefire', is: ['complete'] },
      citations: oneSideOf(['C13'], 'S1', 'narrator', 'H2'),
    },
    'HA-endOfWar': {
      party: 'hamas',
      title: 'an end of the war, or talks on it',
      rigidity: demand(),
      readings: {
        a: {
          title: 'an agreed end of the war',
          condition: { kind: 'choice', of: 'endOfWar', is: ['agreed'] },
          citations: oneSideOf(['C13'], 'S2', 'official-unnamed', 'H1', OFFICIAL),
        },
        b: {
          title: 'talks towards a formal end of the war',
          condition: { kind: 'choice', of: 'endOfWar', is: ['talksTowards', 'agreed'] },
          citations: oneSideOf(['C13'], 'S0', 'source-unnamed', 'H3', FAMILIAR),
        },
      },
      note: 'One position reported in two ways. Whether it moved between the two reports, or they differ, cannot be told.',
    },
    'HA-withdrawal': {
      party: 'hamas',
      title: 'complete withdrawal',
      rigidity: demand(),
      condition: { kind: 'choice', of: 'withdrawal', is: ['complete'] },
      citations: [
        cited('S3', 'narrator', 'H4'),
        supporting('S1', 'narrator', 'H5'),
        supporting('S0', 'source-unnamed', 'H6', FAMILIAR),
      ],
      note: 'Only S3 calls it complete; that S0 and S1 mean the same extent is inferred, so they merely support it.',
    },
    'HA-prisoners': {
      party: 'hamas',
      title: 'about 1,500 prisoners, phase one',
      rigidity: demand(),
      condition: { kind: 'compare', of: 'prisoners', in: 1, op: '>=', line: about(1500) },
      citations: oneSideOf(['C6'], 'S0', 'source-unnamed', 'H7', FAMILIAR),
      note: 'No report says how far "about" reaches, or how many hostages would be released in return.',
    },
    'HA-sequence': {
      party: 'hamas',
      title: 'a comprehensive plan',
      rigidity: approach(),
      condition: { kind: 'choice', of: 'sequencing', is: ['comprehensive'] },
      citations: [cited('S2', 'official-unnamed', 'H1', OFFICIAL)],
    },
    'HA-return': {
      party: 'hamas',
      title: 'the return of displaced people',
      rigidity: preference(),
      condition: { kind: 'flag', of: 'displacedReturn', is: true },
      basis: 'inferred',
      because: 'It was among the topics of the talks that Hamas held in Cairo; who raised it S1 leaves open.',
      citations: [cited('S1', 'narrator', 'H8')],
    },
  }) as const;
