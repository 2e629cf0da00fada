import { inferred, reported } from '../../evidence/field.js';
import { cited } from './cited.js';

const TWO_SOURCES = 'two sources';

/** Meetings and exchanges of February, in order of event. */
export const februaryRounds = () =>
  ({
    'february-exchanges': {
      label: 'Exchange of messages in February',
      format: inferred(
        'exchange of messages',
        'The proposals and their dismissal are taken as messages: no report has Israel and Hamas meet.',
      ),
      participants: inferred(
        ['hamas', 'israel'],
        'One put proposals forward and the other dismissed them; who carried them is not reported.',
      ),
      held: {
        words: 'before 22 February 2024',
        earliest: '2024-02',
        latest: '2024-02-22',
        basis: 'inferred',
        because: 'Not dated: the most recent proposals on 22 February are taken to be of that month.',
      },
      basis: 'inferred',
      because:
        'No report says when, where or by whom the proposals were handed over: an exchange is taken to have taken place, since they were answered.',
      citations: [
        cited('S0', 'source-unnamed', 'P6', 'people familiar with the talks'),
        cited('S0', 'on-record', 'X4', 'Netanyahu'),
      ],
    },
    'cairo-israel': {
      label: 'Cairo meetings with Israel',
      venue: 'Cairo',
      participants: inferred(
        ['israel', 'egypt'],
        'S0 speaks of the Israeli team and of Cairo; that Egypt took part is inferred from the venue.',
      ),
      held: {
        words: 'in the week before that of 22 February 2024',
        earliest: '2024-02-11',
        latest: '2024-02-17',
        basis: 'inferred',
        because: 'On Thursday 22 February S0 speaks of the last week, taken as that from Sunday to Saturday.',
      },
      mandates: {
        israel: inferred(
          'listen',
          'S0 says that the team only listened, and sets that against what it was expected to be allowed in Paris: read as all that it was sent to do.',
          cited('S0', 'narrator', 'T9'),
          cited('S0', 'official-unnamed', 'M1'),
        ),
      },
      citations: [cited('S0', 'narrator', 'T9')],
    },
    'cairo-hamas': {
      label: 'Cairo talks with Hamas',
      venue: 'Cairo',
      participants: reported(
        ['hamas', 'egypt'],
        cited('S0', 'narrator', 'T10'),
        cited('S1', 'narrator', 'T10'),
        cited('S1', 'narrator', 'M4'),
      ),
      held: {
        words: 'in the week to Thursday 22 February 2024',
        earliest: '2024-02-18',
        latest: '2024-02-22',
        basis: 'inferred',
        because:
          'S0 speaks of the week of its date, taken as beginning on Sunday; by S1 the chief of Hamas left on Thursday.',
      },
      citations: [cited('S0', 'narrator', 'T10'), cited('S1', 'narrator', 'T10')],
      note: 'No report gives a chain by which Hamas would approve a deal.',
    },
    'israel-february': {
      label: 'Meetings of the US envoy in Israel',
      venue: 'Israel',
      participants: ['israel', 'us'],
      held: '2024-02-22',
      citations: [cited('S0', 'narrator', 'T12'), cited('S1', 'narrator', 'T12')],
      note: 'Brett McGurk met Netanyahu and others.',
    },
    'paris-february': {
      label: 'Paris talks of February',
      venue: 'Paris',
      participants: inferred(
        ['israel', 'egypt', 'qatar', 'us'],
        'S1 reports the arrival of the Israeli delegation. That the others came is inferred from S0, whose sources expected them.',
        cited('S1', 'narrator', 'T14'),
        cited('S0', 'source-unnamed', 'T11', TWO_SOURCES),
        cited('S0', 'narrator', 'C17'),
        cited('S1', 'media-secondhand', 'C17', 'Israeli media'),
      ),
      held: {
        words: 'from Friday 23 February 2024',
        earliest: '2024-02-23',
        basis: 'inferred',
        because: 'S1 says Friday; the date follows from the one inferred for the report.',
      },
      needs: ['attendance', 'warCabinet', 'fullCabinet'],
      mandates: {
        israel: inferred(
          'negotiate',
          'S0 expects the team to be empowered for substantive talks, and S1 has Gallant say that its authority would be extended: how far, and so that it means this level, is inferred.',
          cited('S0', 'official-unnamed', 'M1'),
          cited('S1', 'on-record', 'T13', 'Gallant'),
        ),
      },
      citations: [cited('S1', 'narrator', 'T14'), cited('S0', 'source-unnamed', 'T11', TWO_SOURCES)],
      note: 'David Barnea leads the Israeli team (S0, S1); that Ronen Bar joins it only Israeli media say (S1).',
    },
  }) as const;
