import { assumed, inferred } from '../../evidence/field.js';
import { about, all, atLeast, between, exactly, worded } from '../../terms/amount.js';
import { weeks } from '../../terms/length.js';
import { onTheAgenda } from '../../terms/value.js';
import { cited, oneSideOf } from './cited.js';
import { DAY_OF_THE_ENVOY, WEEK_TO_22_FEBRUARY } from './days.js';

const HELD_BY_PROPOSALS =
  "S0 tells of Hamas's latest proposals and, separately, of these demands; taking the proposals to contain them is a reading.";

/** What was reported on 22 and 23 February, whenever it had been put forward. */
export const lateOffers = () =>
  ({
    P5: {
      label: 'Six-week plan',
      standing: 'plan',
      put: {
        words: 'late January 2024',
        earliest: '2024-01-27',
        latest: '2024-01-31',
        basis: 'inferred',
        because:
          'S1 turns from the Paris talks of late January to the plan: the date is theirs, on the reading that the plan was made there.',
      },
      citations: oneSideOf(['C3', 'C4', 'C6'], 'S1', 'party-source', 'P5', 'a Hamas source'),
      related: [
        {
          how: 'related to',
          offer: 'P4a',
          basis: 'inferred',
          because:
            'The draft was made for the Paris talks from which the plan seems to come; whether they are the same is not known.',
        },
      ],
      phaseCount: assumed(
        exactly(1),
        'S1 does not say whether the plan has phases: taken as one. With more, the first could hold no more than the whole and would fall at least as far short.',
      ),
      length: weeks(exactly(6)),
      terms: {
        prisoners: between(200, 300),
        hostages: between(35, 40),
        ceasefire: inferred('pause', 'A pause of six weeks is a temporary ceasefire.'),
      },
      note: 'No report names its author, or says which end of one range goes with which of the other.',
    },
    P6: {
      label: 'Hamas proposals',
      standing: 'proposal',
      by: ['hamas'],
      put: {
        words: 'before 22 February 2024',
        earliest: '2024-02',
        latest: '2024-02-22',
        basis: 'inferred',
        because: 'Not dated: the most recent ones on 22 February are taken to be of that month.',
      },
      citations: oneSideOf(['C6'], 'S0', 'source-unnamed', 'P6', 'people familiar with the talks'),
      phaseCount: inferred(atLeast(2), 'What is called the first phase has another after it.'),
      terms: {
        withdrawal: inferred(
          'complete',
          `${HELD_BY_PROPOSALS} S0 says that Israeli troops are to leave Gaza, read as all of them.`,
        ),
        endOfWar: inferred(
          'talksTowards',
          `${HELD_BY_PROPOSALS} By S0 the discussions are meant to lead to a formal end.`,
        ),
      },
      phases: [{ terms: { prisoners: inferred(about(1500), HELD_BY_PROPOSALS) } }],
      note: 'How many hostages would be released in return is not reported, nor what kind of ceasefire there would be.',
    },
    P7: {
      label: 'Extended pause',
      standing: 'idea',
      by: ['us'],
      to: ['israel'],
      put: DAY_OF_THE_ENVOY,
      citations: [cited('S1', 'official-statement', 'P7', 'the White House')],
      terms: {
        hostages: inferred(
          worded('all', all({ count: 'held' })),
          'Reported is only "all": that it means those still held, as Israeli authorities count them, is inferred.',
        ),
        ceasefire: inferred('pause', 'An extended pause is still a pause.'),
      },
      note: 'How long an extended pause would last is not reported.',
    },
    P8: {
      label: 'Cairo agenda',
      standing: 'agenda',
      put: WEEK_TO_22_FEBRUARY,
      citations: [cited('S1', 'narrator', 'P8')],
      terms: {
        ceasefire: inferred(
          onTheAgenda(),
          'The topic is the end of Israeli "aggression", a word of the party\'s that S1 sets in quotation marks; read as the ceasefire.',
        ),
        displacedReturn: onTheAgenda(),
        prisoners: onTheAgenda(),
        hostages: inferred(onTheAgenda(), 'An exchange of prisoners has the hostages as its other side.'),
      },
      note: "Topics of the talks in Cairo with Hamas's chief, not an offer: none has a value, and whose topics they are is not said.",
    },
  }) as const;
