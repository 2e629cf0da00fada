import { inferred, reported } from '../../evidence/field.js';
import { about, exactly, moreThan, remaining, some, worded } from '../../terms/amount.js';
import { days, months } from '../../terms/length.js';
import { cited, oneSideOf } from './cited.js';
import { BY_SATURDAY, WEEK_TO_26_JANUARY } from './days.js';

const OFFICIAL = 'an official familiar with the talks';
const NEWSPAPER = 'the New York Times';

const ownProposal = (label: string, party: 'hamas' | 'israel') =>
  ({
    label,
    standing: 'proposal',
    by: [party],
    put: { words: 'several weeks before 26 January 2024', latest: '2024-01-26' },
    citations: [cited('S2', 'official-unnamed', 'P1', OFFICIAL)],
    note: 'That there was one is reported, and nothing of what it says.',
  }) as const;

/** The deal of November, and what was on the table up to the Paris talks of 28 January. */
export const earlyOffers = () =>
  ({
    november: {
      label: 'November deal',
      standing: 'carried out',
      put: { words: 'late November 2023', earliest: '2023-11', latest: '2023-11' },
      citations: [cited('S0', 'narrator', 'B1'), cited('S1', 'narrator', 'B1'), cited('S2', 'narrator', 'B1')],
      length: days(exactly(7)),
      terms: {
        ceasefire: inferred('pause', 'It was a truce of one week, and then it ended.'),
        hostages: {
          readings: [
            reported(worded('dozens', some()), ...oneSideOf(['C2'], 'S0', 'narrator', 'B2')),
            reported(
              moreThan(100),
              ...oneSideOf(['C2'], 'S1', 'narrator', 'B2'),
              ...oneSideOf(['C2'], 'S2', 'narrator', 'B2'),
            ),
            reported(worded('a hundred', about(100)), ...oneSideOf(['C2'], 'S3', 'narrator', 'B2')),
          ],
        },
        prisoners: reported(exactly(240), cited('S1', 'narrator', 'B3'), cited('S1', 'narrator', 'N8')),
      },
      barred: {
        prisonersPerHostage: inferred(
          'each figure was given on its own, and no report relates the two',
          'How many hostages were released is told in three ways, how many prisoners in one; they count different people, and nowhere is a rate named.',
        ),
      },
      note: 'Brokered by Qatar (S4). Kept for comparison, not judged.',
    },
    'P1-hamas': ownProposal("Hamas's own proposal", 'hamas'),
    'P1-israel': ownProposal("Israel's own proposal", 'israel'),
    P2: {
      label: "Mediators' proposals",
      standing: 'proposal',
      by: ['egypt', 'qatar', 'us'],
      to: ['hamas', 'israel'],
      put: { words: 'in the weeks before 28 January 2024', latest: '2024-01-28' },
      citations: [cited('S3', 'narrator', 'P2')],
      note: 'Several, of which nothing is reported. Whether the Qatari ideas (P3) are among them is not known.',
    },
    P3: {
      label: 'Qatari ideas',
      standing: 'idea',
      by: ['qatar'],
      to: ['hamas', 'israel'],
      put: WEEK_TO_26_JANUARY,
      citations: oneSideOf(['C3', 'C4', 'C5'], 'S2', 'official-unnamed', 'P3', OFFICIAL),
      related: (['P1-hamas', 'P1-israel'] as const).map((offer) => ({
        how: 'related to' as const,
        offer,
        basis: 'inferred' as const,
        because: 'Ideas were sent back to each side after each had put forward a proposal of its own.',
      })),
      length: months(exactly(2)),
      terms: { ceasefire: inferred('pause', 'A ceasefire of two months is a temporary one.') },
      phases: [
        {
          terms: {
            'hostages/women': remaining({ count: 'women' }),
            'hostages/children': remaining({ count: 'children' }),
            'hostages/elderly': remaining({ count: 'elderly' }),
          },
        },
        { terms: { 'hostages/soldiers': some(), bodies: some() } },
      ],
      note: 'Ideas, not a text. The following phase "would include" soldiers and bodies; civilian men are not mentioned, nor are prisoners.',
    },
    P4a: {
      label: 'Two-month draft',
      standing: 'draft',
      by: inferred(
        ['us'],
        'US-led negotiators were getting closer and a draft was developed; that it is theirs is not said.',
      ),
      put: BY_SATURDAY,
      citations: oneSideOf(['C3', 'C4'], 'S4', 'media-secondhand', 'P4', NEWSPAPER),
      related: [
        {
          how: 'related to',
          offer: 'P3',
          basis: 'inferred',
          because:
            'Both last about two months and release hostages in return; the categories differ, so they are not said to be the same.',
        },
      ],
      length: months(about(2)),
      terms: {
        hostages: moreThan(100),
        ceasefire: inferred('pause', 'Israel would suspend the war for a time.'),
      },
      note: 'From US-led negotiators, as unidentified US officials told the newspaper; who else had a hand in it is not reported.',
    },
    P4b: {
      label: 'Draft of twice 30 days',
      standing: 'draft',
      put: BY_SATURDAY,
      citations: oneSideOf(['C3', 'C4', 'C5'], 'S3', 'media-secondhand', 'P4', NEWSPAPER),
      related: [
        {
          how: 'reading of',
          offer: 'P4a',
          basis: 'inferred',
          because: 'Both reports quote one newspaper on a draft for one meeting; neither says that the drafts are one.',
        },
      ],
      terms: {
        prisoners: some(),
        ceasefire: inferred('pause', 'A truce of 30 days, and another of 30, are temporary.'),
        sequencing: inferred('phaseByPhase', 'The second phase is negotiated once the first is in force.'),
      },
      phases: [
        {
          length: days(exactly(30)),
          terms: { 'hostages/women': some(), 'hostages/elderly': some(), 'hostages/injured': some() },
        },
        {
          length: days(exactly(30)),
          terms: { 'hostages/men': some(), 'hostages/soldiers': some() },
          toBeNegotiated: inferred(true, 'The parties negotiate it "at that time", read as during the first phase.'),
        },
      ],
      note: 'Worded as possible. Prisoners would be released too: how many and in which phase is not reported.',
    },
  }) as const;
