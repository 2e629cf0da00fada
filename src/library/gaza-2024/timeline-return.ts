import { cited, supporting } from './cited.js';
import { DAY_OF_THE_ENVOY } from './days.js';

const BY_22_FEBRUARY = { words: 'by 22 February 2024', latest: '2024-02-22' } as const;

/** What was reported of Israel's return to the table on 22 and 23 February, in order of event. */
export const returnTimeline = () => {
  const envoy = cited('S0', 'narrator', 'T12');
  const pause = cited('S1', 'official-statement', 'P7', 'the White House');
  const medication = cited('S0', 'official-unnamed', 'I11');
  const combined = cited('S0', 'narrator', 'M3');
  const journey = cited('S0', 'narrator', 'M2');
  const authority = cited('S1', 'on-record', 'T13', 'Gallant');
  const arrival = cited('S1', 'narrator', 'T14');
  return [
    {
      text: 'McGurk meets Netanyahu and others in Israel.',
      when: '2024-02-22',
      citations: [envoy, cited('S1', 'narrator', 'T12')],
      event: { type: 'round.opened', round: 'israel-february', on: '2024-02-22', citation: envoy },
    },
    {
      text: 'There he discusses an extended pause, meant to bring all hostages home.',
      when: DAY_OF_THE_ENVOY,
      citations: [pause],
      event: { type: 'offer.tabled', offer: 'P7', on: '2024-02-22', citation: pause },
    },
    {
      text: 'His meetings in Israel are over.',
      when: { earliest: '2024-02-22', latest: '2024-02-22', basis: 'inferred', because: 'That of the meetings.' },
      basis: 'inferred',
      because: 'No end is reported: set before the decision of the same night, since one round is held at a time.',
      citations: [envoy],
      event: { type: 'round.closed', round: 'israel-february', on: '2024-02-22' },
    },
    {
      text: 'Medication is confirmed to have reached the hostages.',
      when: BY_22_FEBRUARY,
      citations: [medication, cited('S0', 'official-unnamed', 'X5')],
      event: { type: 'precondition.met', precondition: 'medication', citation: medication },
    },
    {
      text: 'The United States urges Israel to send a team; with the other two this is said to have led to it.',
      when: BY_22_FEBRUARY,
      citations: [combined],
      event: { type: 'precondition.met', precondition: 'usUrging', citation: combined },
    },
    {
      text: "Israel's war cabinet agrees at night to send a team to Paris.",
      when: '2024-02-22',
      citations: [envoy, journey, cited('S1', 'narrator', 'T12')],
      event: { type: 'precondition.met', precondition: 'warCabinet', on: '2024-02-22', citation: envoy },
    },
    {
      text: 'The authority of the Israeli team is to be extended (Gallant); it is expected to be empowered for substantive talks.',
      when: {
        words: 'on 22 February 2024, the eve of the report',
        earliest: '2024-02-22',
        latest: '2024-02-22',
        basis: 'inferred',
        because: 'S1 carries no date; by the one inferred for it, its eve is 22 February.',
      },
      basis: 'inferred',
      because: 'How far it was extended is not reported: read as leave to negotiate.',
      citations: [authority, supporting('S0', 'official-unnamed', 'M1')],
      event: { type: 'mandate.given', party: 'israel', mandate: 'negotiate', on: '2024-02-22', citation: authority },
    },
    {
      text: 'The full cabinet, which was to vote overnight, approves the journey.',
      when: {
        words: 'in the night to 23 February 2024',
        earliest: '2024-02-22',
        latest: '2024-02-23',
        basis: 'inferred',
        because: 'S0 says overnight, on 22 February.',
      },
      basis: 'inferred',
      because:
        'That the vote was to come is reported (S0), and how it went is not: the delegation then came to Paris (S1).',
      citations: [supporting('S0', 'narrator', 'M2'), arrival],
      event: { type: 'precondition.met', precondition: 'fullCabinet', citation: arrival },
    },
    {
      text: 'An Israeli delegation led by Barnea arrives in Paris; that Bar joins it only Israeli media say.',
      when: {
        words: 'on Friday 23 February 2024',
        earliest: '2024-02-23',
        latest: '2024-02-23',
        basis: 'inferred',
        because: 'S1 says Friday; the date follows from the one inferred for the report.',
      },
      citations: [
        arrival,
        cited('S1', 'media-secondhand', 'C17', 'Israeli media'),
        supporting('S0', 'narrator', 'C17'),
      ],
      event: { type: 'round.opened', round: 'paris-february', on: '2024-02-23', citation: arrival },
    },
    {
      text: 'Ramadan, before which the United States wants a ceasefire, is expected in this month.',
      when: { words: 'the month after 22 February 2024', earliest: '2024-03', latest: '2024-03' },
      citations: [cited('S0', 'narrator', 'T15'), cited('S0', 'narrator', 'U1')],
    },
  ] as const;
};
