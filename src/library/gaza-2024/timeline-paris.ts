import { cited, oneSideOf } from './cited.js';
import { FROM_THE_REPORTS, LATE_ON_SUNDAY, SATURDAY, SUNDAY } from './days.js';

const NEWSPAPER = 'the New York Times';
const ISRAELI_OFFICE = "the Israeli prime minister's office";

const DISCUSSED =
  'A draft was made for Sunday in Paris: that it was discussed there, and that both reports mean one draft, is inferred.';

/** What was reported of the Paris talks of 28 January, in order of event. */
export const parisTimeline = () => {
  const began = cited('S3', 'narrator', 'T6');
  const twoMonths = cited('S4', 'media-secondhand', 'P4', NEWSPAPER);
  const twice30Days = cited('S3', 'media-secondhand', 'P4', NEWSPAPER);
  const plan = cited('S1', 'party-source', 'P5', 'a Hamas source');
  const constructive = cited('S4', 'on-record', 'T8', ISRAELI_OFFICE);
  return [
    {
      text: 'The New York Times reports a draft for the Paris talks.',
      when: SATURDAY,
      citations: [cited('S4', 'media-secondhand', 'T6', NEWSPAPER), cited('S3', 'media-secondhand', 'T6', NEWSPAPER)],
    },
    {
      text: 'Talks in Paris begin: by S3 on Saturday, to go on the next day; S4 tells of Sunday alone.',
      when: {
        words: 'on Saturday 27 January 2024 (S3)',
        earliest: '2024-01-27',
        latest: '2024-01-28',
        basis: 'inferred',
        because: FROM_THE_REPORTS,
      },
      citations: [...oneSideOf(['C10'], 'S3', 'narrator', 'T6'), ...oneSideOf(['C10'], 'S4', 'narrator', 'T7')],
      event: { type: 'round.opened', round: 'paris-january', citation: began },
    },
    {
      text: 'Burns, Barnea, Bar, Kamel and the prime minister of Qatar meet; S3 adds Alon, whom S4 does not name.',
      when: SUNDAY,
      citations: [...oneSideOf(['C11'], 'S3', 'narrator', 'T7'), ...oneSideOf(['C11'], 'S4', 'narrator', 'T7')],
    },
    {
      text: 'A draft lies before the talks, by S4: about two months, and more than 100 hostages.',
      when: SUNDAY,
      basis: 'inferred',
      because: DISCUSSED,
      citations: [twoMonths],
      event: { type: 'offer.tabled', offer: 'P4a', on: '2024-01-28', citation: twoMonths },
    },
    {
      text: 'A draft lies before the talks, by S3: 30 days, and a second phase of 30 that is negotiated during the first.',
      when: SUNDAY,
      basis: 'inferred',
      because: DISCUSSED,
      citations: [twice30Days],
      event: { type: 'offer.tabled', offer: 'P4b', on: '2024-01-28', citation: twice30Days },
    },
    {
      text:
        'How far the talks had come is told in several ways. By S3 every proposal was turned down and there was not even a starting point. ' +
        "By S4 the US-led negotiators were drawing nearer to an agreement (the New York Times), and the talks were constructive, with significant gaps (the Israeli prime minister's office). " +
        'S2 takes the meetings for a sign that progress goes on.',
      when: {
        words: 'from 26 to 28 January 2024',
        earliest: '2024-01-26',
        latest: '2024-01-28',
        basis: 'inferred',
        because: 'The days are those of the reports, whose dates are in part inferred.',
      },
      reported: '2024-01-28',
      citations: [
        cited('S3', 'narrator', 'C7'),
        cited('S4', 'media-secondhand', 'C7', NEWSPAPER),
        cited('S4', 'on-record', 'C7', ISRAELI_OFFICE),
        cited('S2', 'narrator', 'C7'),
      ],
    },
    {
      text: 'A six-week plan lies before the talks; a Hamas source confirms it in February.',
      when: {
        words: 'late January 2024',
        earliest: '2024-01-27',
        latest: '2024-01-31',
        basis: 'inferred',
        because: 'S1 turns from the Paris talks of late January to the plan: the date is theirs.',
      },
      basis: 'inferred',
      because: 'That it came from these talks, and so lay on the table there, S1 does not say; nor who put it forward.',
      citations: [plan],
      event: { type: 'offer.tabled', offer: 'P5', citation: plan },
    },
    {
      text: 'Israel calls the talks constructive and speaks of significant gaps; more meetings are to follow in the week.',
      when: LATE_ON_SUNDAY,
      citations: [constructive, cited('S4', 'on-record', 'X5', ISRAELI_OFFICE)],
    },
    {
      text: 'The Paris talks are over for the day.',
      when: SUNDAY,
      basis: 'inferred',
      because: 'Late on Sunday they are spoken of as held, and other meetings as to come.',
      citations: [constructive],
      event: { type: 'round.closed', round: 'paris-january', on: '2024-01-28', citation: constructive },
    },
  ] as const;
};
