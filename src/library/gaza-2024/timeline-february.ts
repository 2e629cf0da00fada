import { cited, oneSideOf } from './cited.js';
import { THURSDAY, WEEK_TO_22_FEBRUARY } from './days.js';

const NOT_DATED = {
  words: 'before 22 February 2024',
  earliest: '2024-02',
  latest: '2024-02-22',
  basis: 'inferred',
  because: 'Not dated: the most recent proposals on 22 February are taken to be of that month.',
} as const;

const LAST_WEEK = {
  words: 'in the week before that of 22 February 2024',
  earliest: '2024-02-11',
  latest: '2024-02-17',
  basis: 'inferred',
  because: 'On Thursday 22 February S0 speaks of the last week, taken as that from Sunday to Saturday.',
} as const;

const NOBODY_SAYS_WHERE =
  'No report says when, where or by whom the proposals were handed over. They stand before the meetings in Cairo by assumption.';

/** What was reported of February up to the talks with Hamas in Cairo, in order of event. */
export const februaryTimeline = () => {
  const proposals = cited('S0', 'source-unnamed', 'P6', 'people familiar with the talks');
  const delusional = cited('S0', 'on-record', 'X4', 'Netanyahu');
  const listened = cited('S0', 'narrator', 'T9');
  const inCairo = cited('S0', 'narrator', 'T10');
  const topics = cited('S1', 'narrator', 'P8');
  const indications = cited('S0', 'narrator', 'X5');
  const left = cited('S1', 'official-statement', 'T10', 'Hamas');
  return [
    {
      text: 'Another exchange of messages begins.',
      when: NOT_DATED,
      basis: 'assumed',
      because: NOBODY_SAYS_WHERE,
      citations: [proposals],
      event: { type: 'round.opened', round: 'february-exchanges', citation: proposals },
    },
    {
      text: 'Hamas puts forward its most recent series of proposals.',
      when: NOT_DATED,
      citations: [proposals],
      event: { type: 'offer.tabled', offer: 'P6', citation: proposals },
    },
    {
      text: 'Netanyahu dismisses the proposals of Hamas as "delusional".',
      when: { words: 'by 22 February 2024', latest: '2024-02-22' },
      citations: [delusional, { ...delusional, fact: 'C12' }],
      event: { type: 'answer.declared', party: 'israel', answer: 'rejects', citation: delusional },
    },
    {
      text: 'Netanyahu dismisses the demands for a complete ceasefire and for withdrawal as "bizarre"; whether S0 gives the same remark is not known.',
      when: { words: 'by 23 February 2024', latest: '2024-02-23' },
      citations: oneSideOf(['C12'], 'S1', 'on-record', 'X4', 'Netanyahu'),
    },
    {
      text: 'The exchange gives way to meetings in Cairo.',
      when: NOT_DATED,
      basis: 'assumed',
      because: 'No report says that they ended: set here since one round is held at a time.',
      citations: [proposals],
      event: { type: 'round.closed', round: 'february-exchanges' },
    },
    {
      text: 'Israel sends a team to Cairo that may do no more than listen.',
      when: LAST_WEEK,
      basis: 'inferred',
      because: 'S0 says that it only listened, and sets that against Paris: read as all that it was sent to do.',
      citations: [listened, cited('S0', 'official-unnamed', 'M1')],
      event: { type: 'mandate.given', party: 'israel', mandate: 'listen', citation: listened },
    },
    {
      text: 'Meetings are held in Cairo.',
      when: LAST_WEEK,
      citations: [listened],
      event: { type: 'round.opened', round: 'cairo-israel', citation: listened },
    },
    {
      text: 'The Israeli team only listens to proposals; whose they are is not said.',
      when: LAST_WEEK,
      citations: [listened],
    },
    {
      text: 'The meetings in Cairo are over.',
      when: LAST_WEEK,
      basis: 'inferred',
      because: 'They are reported as those of the week before.',
      citations: [listened],
      event: { type: 'round.closed', round: 'cairo-israel', citation: listened },
    },
    {
      text: 'Leaders of Hamas are in Cairo with Egyptian officials; S1 names its chief, Haniyeh.',
      when: { ...WEEK_TO_22_FEBRUARY, latest: '2024-02-21' },
      citations: [inCairo, cited('S1', 'narrator', 'T10')],
      event: { type: 'round.opened', round: 'cairo-hamas', citation: inCairo },
    },
    {
      text: 'Topics are the end of what Hamas calls aggression, the return of displaced people and an exchange of prisoners.',
      when: WEEK_TO_22_FEBRUARY,
      citations: [topics, cited('S1', 'narrator', 'H8')],
      event: { type: 'offer.tabled', offer: 'P8', citation: topics },
    },
    {
      text: 'The talks in Cairo give positive indications.',
      when: '2024-02-21',
      citations: [indications, inCairo, cited('S0', 'narrator', 'M3')],
      event: { type: 'precondition.met', precondition: 'cairoIndications', on: '2024-02-21', citation: indications },
    },
    {
      text: 'Burns and his Egyptian and Qatari counterparts are expected in Paris on Friday; Israel has yet to confirm.',
      when: '2024-02-21',
      citations: [cited('S0', 'source-unnamed', 'T11', 'two sources, to CNN')],
    },
    {
      text: 'The talks in Cairo give way to meetings in Israel.',
      when: { earliest: '2024-02-22', latest: '2024-02-22', basis: 'inferred', because: 'That of the departure.' },
      basis: 'assumed',
      because:
        'On Thursday Hamas leaves Cairo in the evening (S1), and the US envoy is in Israel at an hour not reported: set here since one round is held at a time.',
      citations: [inCairo, left],
      event: { type: 'round.closed', round: 'cairo-hamas', on: '2024-02-22' },
    },
    {
      text: 'Haniyeh leaves Cairo in the evening, as Hamas says.',
      when: THURSDAY,
      citations: [left],
    },
  ] as const;
};
