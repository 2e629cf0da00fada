import { inferred, reported } from '../../evidence/field.js';
import { about, atLeast, atMost, exactly, moreThan, worded } from '../../terms/amount.js';
import { cited } from './cited.js';

/** How many people the reports speak of. Where they differ all stand; the categories of one offer have no figure at all. */
export const counts = () =>
  ({
    seized: {
      label: 'people seized on 7 October 2023',
      figure: reported(about(250), cited('S3', 'narrator', 'N1'), cited('S4', 'narrator', 'N1')),
    },
    held: {
      label: 'hostages still held',
      figure: {
        readings: [
          reported(moreThan(100), cited('S2', 'narrator', 'N2')),
          reported(exactly(132), cited('S3', 'official-unnamed', 'N2', 'Israeli authorities')),
          reported(about(132), cited('S4', 'official-unnamed', 'N2', 'Israeli authorities')),
        ],
      },
      note: 'Late January 2024. The 132 of S3 and of S4 include the dead; whether the figure of S2 does is not said. About 250 seized less some 100 released is not 132; no report accounts for the difference.',
    },
    dead: {
      label: 'dead among the hostages still held',
      figure: {
        readings: [
          reported(exactly(28), cited('S3', 'official-unnamed', 'N3', 'Israeli authorities')),
          reported(atLeast(28), cited('S4', 'official-unnamed', 'N3', 'Israeli authorities')),
        ],
      },
    },
    presumedAlive: {
      label: 'hostages presumed alive',
      figure: inferred(
        worded('about 104 or fewer', atMost(104)),
        'About 132 held less at least 28 dead: no report states it.',
        cited('S4', 'official-unnamed', 'N2', 'Israeli authorities'),
        cited('S4', 'official-unnamed', 'N3', 'Israeli authorities'),
      ),
    },
    israeliAmericans: {
      label: 'Israeli-American hostages',
      figure: reported(worded('a half dozen', about(6)), cited('S2', 'narrator', 'N5')),
    },
    women: { label: 'women still held', note: 'No report gives a figure.' },
    children: { label: 'children still held', note: 'No report gives a figure.' },
    elderly: { label: 'elderly people still held', note: 'No report gives a figure.' },
  }) as const;
