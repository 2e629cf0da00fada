import { all } from '../../terms/amount.js';

/** What counts as an offer at all. */
export const space = {
  phases: { least: 1, most: 2 },
  days: 1000,
  basis: 'assumed',
  because:
    'No report speaks of a third phase, and none limits the number or the length: two phases hold all that is reported, ' +
    'and the limit of days is wide, only so that all offers can be searched.',
} as const;

/** Whose acceptance makes an agreement. */
export const agreement = {
  rule: 'unanimity',
  of: ['hamas', 'israel'],
  basis: 'inferred',
  because:
    'They are the two that would exchange hostages for prisoners and stop fighting; the others mediate, host or hope. ' +
    'No report describes how an agreement would be approved.',
} as const;

/** What the offers exchange. */
export const exchange = {
  prisonersPerHostage: {
    label: 'prisoners per hostage',
    of: 'prisoners',
    per: 'hostages',
    note: 'no source states a ratio',
  },
} as const;

/** What holds of every deal and belongs to no party. */
export const invariants = () =>
  ({
    'end-of-war-is-complete': {
      title: 'an agreed end of the war is a complete ceasefire',
      condition: {
        kind: 'ifThen',
        if: { kind: 'choice', of: 'endOfWar', is: ['agreed'] },
        then: { kind: 'choice', of: 'ceasefire', is: ['complete'] },
      },
      basis: 'assumed',
      because: 'A war agreed to be over is not merely paused: what the words mean, and stated by no report.',
    },
    'no-more-than-held': {
      title: 'no more hostages released than are held',
      condition: { kind: 'compare', of: 'hostages', op: '<=', line: all({ count: 'held' }) },
      basis: 'assumed',
      because:
        'Nobody can be released who is not held; how many are is reported in three ways (S2, S3, S4), and in S3 and S4 the dead are among them.',
    },
  }) as const;
