import { cited, supporting } from './cited.js';
import { approach, demand } from './rigidity.js';

/** What Israel was reported to want. No report gives a number of prisoners it would or would not release. */
export const israelPositions = () =>
  ({
    'IL-ceasefire': {
      party: 'israel',
      title: 'a temporary ceasefire only',
      rigidity: demand(),
      condition: { kind: 'choice', of: 'ceasefire', is: ['pause'] },
      citations: [
        cited('S3', 'narrator', 'I2'),
        supporting('S1', 'on-record', 'I3', 'Netanyahu'),
        supporting('S1', 'on-record', 'I4', 'Netanyahu'),
      ],
      note: 'Pressing on until total victory (S1) says as much in other words: cited here, and not counted as a second position.',
    },
    'IL-endTalks': {
      party: 'israel',
      title: 'no talks on ending the war',
      rigidity: demand(),
      condition: { kind: 'choice', of: 'endOfWar', is: ['none'] },
      citations: [cited('S2', 'narrator', 'I1')],
      note:
        "Reported on 26 January. That it still stood on 22 and 23 February is inferred from Netanyahu's dismissal, on record, " +
        "of Hamas's proposals and demands (S0, S1).",
    },
    'IL-category': {
      party: 'israel',
      title: 'no prisoner who took part in attacks',
      rigidity: demand(),
      condition: { kind: 'compare', of: 'prisoners/tookPart', op: '<=', line: 0 },
      citations: [cited('S1', 'narrator', 'I7')],
      note: "Worded as being against, in the report's own voice; how firmly is not reported. It limits who, not how many.",
    },
    'IL-withdrawal': {
      party: 'israel',
      title: 'short of complete withdrawal',
      rigidity: demand(),
      condition: { kind: 'choice', of: 'withdrawal', is: ['none', 'partial'] },
      basis: 'inferred',
      because:
        'S0 lists withdrawal, as Hamas demands it, among the biggest sticking points, and S3 sets the lines of the two sides ' +
        'against each other: no report states this one.',
      citations: [
        cited('S0', 'source-unnamed', 'I13', 'people familiar with the talks'),
        supporting('S1', 'on-record', 'I13', 'Netanyahu'),
        supporting('S3', 'narrator', 'I13'),
      ],
      note:
        'On 23 February S1 has Netanyahu dismiss, on record, two demands: a complete ceasefire, and withdrawal. How much of a ' +
        'withdrawal Israel might accept, if any, no report tells.',
    },
    'IL-sequence': {
      party: 'israel',
      title: 'one phase at a time',
      rigidity: approach(),
      condition: { kind: 'choice', of: 'sequencing', is: ['phaseByPhase'] },
      citations: [cited('S2', 'official-unnamed', 'I6', 'an official familiar with the talks')],
    },
  }) as const;
