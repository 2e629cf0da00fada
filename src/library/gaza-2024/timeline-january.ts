import { cited, oneSideOf } from './cited.js';
import { WEEK_TO_26_JANUARY } from './days.js';

const OFFICIAL = 'an official familiar with the talks';

const BY_26_JANUARY = { words: 'by 26 January 2024', latest: '2024-01-26' } as const;
const BY_28_JANUARY = { words: 'in the weeks before 28 January 2024', latest: '2024-01-28' } as const;

/** What happened before the Paris talks of 28 January, in order of event. */
export const januaryTimeline = () => {
  const proposals = cited('S2', 'official-unnamed', 'T2', OFFICIAL);
  const designed = cited('S3', 'narrator', 'P2');
  const ideas = cited('S2', 'official-unnamed', 'P3', OFFICIAL);
  const began = cited('S3', 'narrator', 'T6');
  return [
    {
      text: 'A first deal, with a truce of one week, brokered by Qatar (S4); Burns and Barnea had a central part in it (S2).',
      when: { words: 'late November 2023', earliest: '2023-11', latest: '2023-11' },
      citations: [
        ...(['S0', 'S1', 'S2', 'S3', 'S4'] as const).map((source) => cited(source, 'narrator', 'T1')),
        cited('S4', 'narrator', 'B4'),
        cited('S2', 'narrator', 'B5'),
      ],
    },
    {
      text: 'The truce ends; there has been no pause since.',
      when: { words: 'three months before 22 February 2024' },
      citations: [cited('S0', 'narrator', 'B6')],
    },
    {
      text: 'Exchanges through mediators begin.',
      when: { ...BY_26_JANUARY, basis: 'inferred', because: 'Before the first proposals that were reported.' },
      basis: 'inferred',
      because: 'No report speaks of a beginning: what was put forward is taken together as one exchange.',
      citations: [proposals],
      event: { type: 'round.opened', round: 'january-exchanges', citation: proposals },
    },
    {
      text: 'Hamas puts forward a proposal of its own.',
      when: { words: 'several weeks before 26 January 2024', latest: '2024-01-26' },
      citations: [proposals],
      event: { type: 'offer.tabled', offer: 'P1-hamas', citation: proposals },
    },
    {
      text: 'Israel puts forward a proposal of its own.',
      when: { words: 'several weeks before 26 January 2024', latest: '2024-01-26' },
      citations: [proposals],
      event: { type: 'offer.tabled', offer: 'P1-israel', citation: proposals },
    },
    {
      text: 'Qatar, Egypt and the United States put forward proposals of their own design.',
      when: BY_28_JANUARY,
      citations: [designed],
      event: { type: 'offer.tabled', offer: 'P2', citation: designed },
    },
    {
      text: 'Hamas rejects all of them.',
      when: BY_28_JANUARY,
      citations: [designed],
      event: { type: 'answer.declared', party: 'hamas', answer: 'rejects', citation: designed },
    },
    {
      text: 'Israel rejects all of them.',
      when: BY_28_JANUARY,
      citations: [designed],
      event: { type: 'answer.declared', party: 'israel', answer: 'rejects', citation: designed },
    },
    {
      text: "A recording in which a voice said to be Netanyahu's calls Qatar problematic is aired on Israeli television; CNN could not verify it. Qatar reacts.",
      when: { words: 'by Thursday 25 January 2024', latest: '2024-01-25' },
      citations: [cited('S2', 'narrator', 'T4'), cited('S2', 'narrator', 'X1'), cited('S2', 'narrator', 'X2')],
    },
    {
      text: 'The White House expresses its gratitude to Qatar again.',
      when: '2024-01-25',
      citations: [cited('S2', 'on-record', 'T4', 'John Kirby'), cited('S2', 'on-record', 'X3', 'John Kirby')],
    },
    {
      text: 'McGurk is in Egypt and Qatar, for talks that the White House says were not negotiations.',
      when: WEEK_TO_26_JANUARY,
      citations: [
        cited('S2', 'official-statement', 'T3', 'the White House'),
        cited('S2', 'official-statement', 'M1', 'the White House'),
      ],
    },
    {
      text: 'Qatar sends ideas back to each side.',
      when: WEEK_TO_26_JANUARY,
      citations: [ideas, cited('S2', 'official-unnamed', 'T3', OFFICIAL)],
      event: { type: 'offer.tabled', offer: 'P3', citation: ideas },
    },
    {
      text: 'Biden is reported to send Burns to Europe. The CIA declines comment; a security source tells AFP of it, and S4 points to the Washington Post of the week before.',
      when: BY_26_JANUARY,
      citations: [
        cited('S2', 'narrator', 'T5'),
        cited('S2', 'narrator', 'X7'),
        cited('S3', 'source-unnamed', 'X7', 'a security source, to AFP'),
        cited('S4', 'source-unnamed', 'X7', 'a security source, to AFP'),
        cited('S4', 'media-secondhand', 'T5', 'the Washington Post'),
      ],
    },
    {
      text: 'Biden speaks with the emir of Qatar: on Friday by S4, over the weekend by S3.',
      when: {
        words: 'on Friday (S4), over the weekend (S3)',
        earliest: '2024-01-26',
        latest: '2024-01-28',
        basis: 'inferred',
        because: 'Both stand. The dates follow from those of the reports, which are inferred.',
      },
      citations: [...oneSideOf(['C9'], 'S4', 'narrator', 'T5'), ...oneSideOf(['C9'], 'S3', 'narrator', 'T5')],
    },
    {
      text: 'The exchanges through mediators give way to talks in Paris.',
      when: {
        words: 'by 28 January 2024',
        latest: '2024-01-28',
        basis: 'inferred',
        because: 'Three of the mediators are then in Paris.',
      },
      basis: 'assumed',
      because: 'No report says that they ended: set here since one round is held at a time.',
      citations: [began],
      event: { type: 'round.closed', round: 'january-exchanges' },
    },
  ] as const;
};
