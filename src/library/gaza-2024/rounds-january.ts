import { inferred, reported } from '../../evidence/field.js';
import { cited } from './cited.js';

const OFFICIAL = 'an official familiar with the talks';

/** Meetings and exchanges up to the Paris talks of 28 January, in order of event. */
export const januaryRounds = () =>
  ({
    'january-exchanges': {
      label: 'Exchanges through mediators in January',
      format: inferred(
        'exchange of messages',
        'Each side put its own proposal forward, ideas were sent back to each, and no report has Israel and Hamas meet.',
      ),
      participants: ['hamas', 'israel', 'egypt', 'qatar', 'us'],
      held: {
        words: 'in the weeks before 28 January 2024',
        latest: '2024-01-28',
        basis: 'inferred',
        because: 'When they began is not reported; the mediators then meet in Paris.',
      },
      basis: 'inferred',
      because:
        'No report calls it a round: both sides put proposals forward, mediators designed others, and Qatar sent ideas back to each. They are taken together as one exchange.',
      citations: [
        cited('S2', 'official-unnamed', 'T2', OFFICIAL),
        cited('S3', 'narrator', 'P2'),
        cited('S2', 'official-unnamed', 'P3', OFFICIAL),
      ],
    },
    'paris-january': {
      label: 'Paris talks of January',
      venue: reported('Paris', cited('S3', 'narrator', 'T7'), cited('S4', 'narrator', 'T7')),
      participants: reported(
        ['israel', 'egypt', 'qatar', 'us'],
        cited('S3', 'narrator', 'T7'),
        cited('S4', 'narrator', 'T7'),
        cited('S3', 'narrator', 'C11'),
        cited('S4', 'narrator', 'C11'),
      ),
      held: {
        words: 'on Sunday 28 January 2024; by S3 from Saturday on, while S4 names no start',
        earliest: '2024-01-27',
        latest: '2024-01-28',
        basis: 'inferred',
        because: 'The days are those of the week; the dates follow from the date of each report, itself inferred.',
      },
      citations: [
        cited('S3', 'narrator', 'T7'),
        cited('S4', 'narrator', 'T7'),
        cited('S3', 'narrator', 'C10'),
        cited('S4', 'narrator', 'C10'),
      ],
      note:
        "The directors of the CIA and the Mossad, the head of the Shin Bet, Egypt's director of intelligence and Qatar's " +
        'prime minister; S3 adds Nitzan Alon, whom S4 does not name. No delegate of Hamas is listed. S2 knows only of Europe.',
    },
  }) as const;
