import { inferred, reported } from '../../evidence/field.js';
import { cited } from './cited.js';

/** The two that would exchange, in order of name, then the others. */
export const parties = () =>
  ({
    hamas: {
      label: 'Hamas',
      roles: [
        inferred(
          'principal',
          'It would release the hostages, and put forward a proposal of its own.',
          cited('S2', 'official-unnamed', 'P1', 'an official familiar with the talks'),
        ),
      ],
      note: 'Its chief, Ismail Haniyeh, was in Cairo with Egyptian officials (S1). No report has it meet Israel: that all contact is indirect is inferred.',
    },
    israel: {
      label: 'Israel',
      roles: [
        inferred(
          'principal',
          'It would release the prisoners, and put forward a proposal of its own.',
          cited('S2', 'official-unnamed', 'P1', 'an official familiar with the talks'),
        ),
      ],
      note: 'David Barnea, director of the Mossad, leads its delegation (S0, S1).',
    },
    egypt: {
      label: 'Egypt',
      roles: [
        reported('mediator', cited('S2', 'narrator', 'P1'), cited('S3', 'narrator', 'P2')),
        inferred(
          'host',
          'Talks of February were held in Cairo.',
          cited('S0', 'narrator', 'T9'),
          cited('S1', 'narrator', 'T10'),
        ),
      ],
      note: 'Its director of intelligence, Abbas Kamel, takes part (S2; S3 writes Abas).',
    },
    qatar: {
      label: 'Qatar',
      roles: [
        reported('mediator', cited('S2', 'narrator', 'C8'), cited('S4', 'narrator', 'C8')),
        reported('negotiates on behalf of Hamas', cited('S3', 'narrator', 'C8')),
      ],
      note:
        'Its role is reported in two ways that are not reconciled. Its prime minister, Mohammed bin Abdulrahman Al Thani, ' +
        'takes part (S2; S3 spells the name Mohamed bin Abderrahman).',
    },
    us: {
      label: 'United States',
      aliases: ['US'],
      roles: [
        reported('mediator', cited('S2', 'narrator', 'P1'), cited('S3', 'narrator', 'P2')),
        inferred(
          'interested party',
          'It wants hostages who are its own citizens out, and is an ally of Israel.',
          cited('S2', 'narrator', 'U6'),
        ),
      ],
      note: 'William Burns, director of the CIA, leads for it (S2); Brett McGurk travels for the White House (S0, S1, S2).',
    },
    france: {
      label: 'France',
      roles: [
        reported('in contact with the four that met', cited('S3', 'narrator', 'C14'), cited('S4', 'narrator', 'C14')),
        inferred(
          'host',
          'Two rounds were held in Paris.',
          cited('S3', 'narrator', 'T7'),
          cited('S1', 'narrator', 'T14'),
        ),
      ],
      note: 'In S3 the four contacted France, in S4 France is in touch with the four.',
    },
  }) as const;
