import { cited, oneSideOf } from './cited.js';

const AFP = 'a tally by AFP';

/**
 * How many people the reports say were killed, each as one report gives it on its day. They are no counts to take shares of,
 * nothing adds them up, and where they differ each stands. That AFP revised its own tally between its two is inferred.
 */
export const tolls = () =>
  ({
    N6a: {
      text: 'More than 1,200 people were killed on 7 October 2023, most of them civilians.',
      said: { words: 'by 28 January 2024', latest: '2024-01-28' },
      citations: oneSideOf(['C1'], 'S3', 'narrator', 'N6'),
    },
    N6b: {
      text: 'About 1,140 people were killed on 7 October 2023, most of them civilians.',
      said: { words: 'by 28 January 2024', latest: '2024-01-28' },
      citations: oneSideOf(['C1'], 'S4', 'media-secondhand', 'N6', AFP),
    },
    N6c: {
      text: 'More than 1,160 people were killed on 7 October 2023, most of them civilians.',
      said: { words: 'by 23 February 2024', latest: '2024-02-23' },
      citations: oneSideOf(['C1'], 'S1', 'media-secondhand', 'N6', AFP),
    },
    N7a: {
      text: 'At least 26,422 people have been killed in Gaza, most of them women, children and adolescents.',
      said: { words: 'by 28 January 2024', latest: '2024-01-28' },
      citations: [cited('S3', 'official-statement', 'N7', 'the Health Ministry, "of the Hamas-ruled territory"')],
    },
    N7b: {
      text: 'At least 29,514 people have been killed in Gaza, most of them women and children.',
      said: { words: 'by 23 February 2024', latest: '2024-02-23' },
      citations: [cited('S1', 'official-statement', 'N7', 'the Health Ministry in Gaza')],
    },
  }) as const;
