import type { SourceDraft } from '../../scenario/draft.js';

/** The five reports. Two carry no date at all, one only a day and a month. */
export const sources = {
  S0: {
    outlet: 'CNN',
    date: '2024-02-22',
    dateBasis: 'reported',
    details: 'Jeremy Diamond, with contributions by MJ Lee and Alex Marquardt; dateline Tel Aviv.',
  },
  S1: {
    outlet: 'outlet unnamed',
    date: '2024-02-23',
    dateBasis: 'inferred',
    because:
      'The report carries no date. A delegation reached Paris "on Friday", a departure from Cairo was "Thursday evening", ' +
      'the Paris talks of late January lie behind it, and the plan for Friday 23 February in S0 matches.',
    details: 'Agency copy that cites a tally by AFP; dateline Jerusalem.',
  },
  S2: {
    outlet: 'CNN',
    date: '2024-01-26',
    dateBasis: 'reported',
    details: 'Kevin Liptak and Alex Marquardt.',
  },
  S3: {
    outlet: 'outlet unnamed',
    date: '2024-01-28',
    dateBasis: 'inferred',
    because:
      'The report carries no date. It speaks of "this Sunday in Paris" and of a report by AFP "on Friday"; it may have ' +
      'appeared on 29 January.',
    details: "Spanish agency copy in translation; quotes the Israeli prime minister's office to EFE, and AFP.",
  },
  S4: {
    outlet: 'agency copy labelled Reuters',
    date: '2024-01-28',
    dateBasis: 'inferred',
    because:
      'Day and month stand in the text, the year is inferred. It quotes an Israeli statement of late Sunday, so it may have ' +
      'been filed on 29 January.',
    details:
      'The dateline says Reuters, while the text quotes a source told to AFP and a tally by AFP: the label is unreliable.',
  },
} as const satisfies Readonly<Record<string, SourceDraft>>;
