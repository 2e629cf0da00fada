import { cited, oneSideOf } from './cited.js';
import { LATE_ON_SUNDAY } from './days.js';
import { tolls } from './tolls.js';

const US_OFFICIALS = 'US officials';

/** What was said, dated and cited, and sets no condition on this deal. Keyed by the noted fact; texts are paraphrases. */
export const statements = () =>
  ({
    I5: {
      party: 'israel',
      text: 'The war may go on through 2024 and possibly into 2025.',
      said: { words: 'by 26 January 2024', latest: '2024-01-26' },
      citations: [cited('S2', 'on-record', 'I5', 'Netanyahu and Gallant')],
    },
    I8: {
      party: 'israel',
      text: 'Netanyahu rejects a Palestinian state, more and more publicly.',
      said: { words: 'by 26 January 2024', latest: '2024-01-26' },
      citations: [cited('S2', 'narrator', 'I8')],
    },
    I9: {
      party: 'israel',
      text: 'Everything possible is and will be done for the immediate release of all hostages.',
      said: { words: 'by 28 January 2024', latest: '2024-01-28' },
      citations: [cited('S3', 'on-record', 'I9', "the prime minister's office")],
    },
    I10: {
      party: 'israel',
      text: 'The Paris talks were "constructive", significant gaps remain, and more meetings follow in the week.',
      said: LATE_ON_SUNDAY,
      citations: [cited('S4', 'on-record', 'I10', "the prime minister's office")],
    },
    I12: {
      party: 'israel',
      text: 'The authority of those who negotiate on the hostages would be extended; how far is not said.',
      said: {
        words: 'on the eve of the report',
        earliest: '2024-02-22',
        latest: '2024-02-22',
        basis: 'inferred',
        because: 'The report carries no date; by the one inferred for it, its eve is 22 February.',
      },
      citations: [cited('S1', 'on-record', 'I12', 'Gallant')],
    },
    U1: {
      party: 'us',
      text: 'Hurries to secure a ceasefire before Ramadan, which falls in the month after.',
      said: { words: 'by 22 February 2024', latest: '2024-02-22' },
      citations: [cited('S0', 'narrator', 'U1')],
    },
    U2: {
      party: 'us',
      text: 'A release of hostages is the way to a pause: the key to a significant one (S2), the only plausible way to the first since November (S0).',
      said: { words: 'by 26 January and by 22 February 2024', latest: '2024-02-22' },
      citations: [
        cited('S2', 'official-unnamed', 'U2', US_OFFICIALS),
        cited('S0', 'official-unnamed', 'U2', 'senior officials'),
      ],
    },
    U4: {
      party: 'us',
      text: "A pause would also give room for talks on Israel's campaign and on the future of Gaza.",
      said: { words: 'by 26 January 2024', latest: '2024-01-26' },
      citations: [cited('S2', 'narrator', 'U4')],
    },
    U5: {
      party: 'us',
      text: 'Urges Israel, in public and in calls between Biden and Netanyahu, towards a less intense campaign.',
      said: { words: 'by 26 January 2024', latest: '2024-01-26' },
      citations: [cited('S2', 'narrator', 'U5')],
    },
    U7: {
      party: 'us',
      text: 'A Palestinian state is a priority for Biden.',
      said: { words: 'by 26 January 2024', latest: '2024-01-26' },
      citations: [cited('S2', 'narrator', 'U7')],
    },
    U8: {
      party: 'us',
      text: 'No announcement or development is to be expected at once.',
      said: { words: 'by 28 January 2024', latest: '2024-01-28' },
      citations: [
        cited('S3', 'official-statement', 'U8', 'the White House'),
        cited('S4', 'official-statement', 'U8', 'the White House'),
      ],
    },
    U9: {
      text: 'Pressure grows on the US administration to call for the war to end permanently, as civilian casualties rise quickly and condemnation of Israel comes from around the world.',
      said: { words: 'by 22 February 2024', latest: '2024-02-22' },
      citations: [cited('S0', 'narrator', 'U9')],
    },
    T3: {
      party: 'us',
      text: "McGurk's talks in Egypt and Qatar were serious and productive, and were not negotiations.",
      said: { words: 'in the week to 26 January 2024', latest: '2024-01-26' },
      citations: [cited('S2', 'official-statement', 'T3', 'the White House')],
    },
    Q1: {
      party: 'qatar',
      text: 'By what is heard in the leaked recording, Netanyahu undermines the mediation.',
      said: { words: 'by 25 January 2024', latest: '2024-01-25' },
      citations: [cited('S2', 'narrator', 'Q1'), cited('S2', 'narrator', 'X2')],
    },
    X1: {
      text: "In a recording aired on Israeli television a voice said to be Netanyahu's calls Qatar problematic; CNN could not verify it.",
      said: { words: 'aired by 25 January 2024', latest: '2024-01-25' },
      citations: [cited('S2', 'narrator', 'X1')],
    },
    X3: {
      party: 'us',
      text: 'Gratitude to Qatar for its mediation is expressed again.',
      said: '2024-01-25',
      citations: [cited('S2', 'on-record', 'X3', 'John Kirby')],
    },
    X4a: {
      party: 'israel',
      text: 'The proposals of Hamas are dismissed as "delusional"; whether that and the "bizarre" of S1 are one remark is not known.',
      said: { words: 'by 22 February 2024', latest: '2024-02-22' },
      citations: oneSideOf(['C12'], 'S0', 'on-record', 'X4', 'Netanyahu'),
    },
    X4b: {
      party: 'israel',
      text: 'The demands for a complete ceasefire and for withdrawal are dismissed as "bizarre"; whether that and the "delusional" of S0 are one remark is not known.',
      said: { words: 'by 23 February 2024', latest: '2024-02-23' },
      citations: oneSideOf(['C12'], 'S1', 'on-record', 'X4', 'Netanyahu'),
    },
    X5: {
      text: 'The talks of Hamas with Egyptian officials in Cairo gave positive indications.',
      said: '2024-02-21',
      citations: [cited('S0', 'narrator', 'X5')],
    },
    X6: {
      text: 'The situation shifts from one minute to the next, says an official; S2 itself finds the talks unsteady, with obstacles still ahead.',
      said: { words: 'by 26 January 2024', latest: '2024-01-26' },
      citations: [cited('S2', 'official-unnamed', 'X6', 'an official'), cited('S2', 'narrator', 'X6')],
    },
    X7: {
      text: 'The effort is the most intensive in months and could change the course of the war.',
      said: { words: 'by 26 January 2024', latest: '2024-01-26' },
      citations: [cited('S2', 'narrator', 'X7')],
    },
    ...tolls(),
  }) as const;
