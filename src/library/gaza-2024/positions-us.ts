import { about, all, worded } from '../../terms/amount.js';
import { cited } from './cited.js';
import { preference } from './rigidity.js';

/** What the United States was reported to hope for. It mediates, and its acceptance is not needed. */
export const usPositions = () =>
  ({
    'US-length': {
      party: 'us',
      title: 'a longer pause than that of November',
      rigidity: preference(),
      condition: { kind: 'length', op: '>', line: 7, unit: 'days' },
      basis: 'inferred',
      because:
        'S2 reports the hope for a much longer one and gives no figure: more than the seven days of November is the least it can mean.',
      citations: [cited('S2', 'narrator', 'U3')],
    },
    'US-aid': {
      party: 'us',
      title: 'more aid',
      rigidity: preference(),
      condition: { kind: 'flag', of: 'moreAid', is: true },
      basis: 'inferred',
      because: 'Reported as a purpose of a pause, not as a clause of a deal.',
      citations: [cited('S2', 'narrator', 'U4')],
    },
    'US-return': {
      party: 'us',
      title: 'the return of displaced people home',
      rigidity: preference(),
      condition: { kind: 'flag', of: 'displacedReturn', is: true },
      basis: 'inferred',
      because: 'Reported as a purpose of a pause, not as a clause of a deal; S2 adds that many homes are destroyed.',
      citations: [cited('S2', 'narrator', 'U4')],
    },
    'US-own': {
      party: 'us',
      title: 'a half dozen Israeli-American hostages',
      rigidity: preference(),
      condition: { kind: 'compare', of: 'ownCitizens', op: '>=', line: worded('a half dozen', about(6)) },
      citations: [cited('S2', 'narrator', 'U6')],
      note: 'The report says a half dozen; it is held against about six.',
    },
    'US-all': {
      party: 'us',
      title: 'all hostages',
      rigidity: preference(),
      condition: { kind: 'compare', of: 'hostages', op: '>=', line: all({ count: 'held' }) },
      citations: [cited('S1', 'official-statement', 'P7', 'the White House')],
      note: 'Held against the number still held, as Israeli authorities give it; the White House gives none.',
    },
  }) as const;
