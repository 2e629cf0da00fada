// Days and weeks that several records speak of: kept in one place, so that all say the same of what they rest on.

export const FROM_THE_REPORTS =
  'The reports name days of the week; the dates follow from their own, which are inferred.';

export const WEEK_TO_26_JANUARY = {
  words: 'in the week to 26 January 2024',
  earliest: '2024-01-20',
  latest: '2024-01-26',
  basis: 'inferred',
  because: 'The report says that week; taken as the seven days up to the report.',
} as const;

/** The Saturday and Sunday of the first Paris talks. */
export const SATURDAY = {
  words: 'on Saturday 27 January 2024',
  earliest: '2024-01-27',
  latest: '2024-01-27',
  basis: 'inferred',
  because: FROM_THE_REPORTS,
} as const;

export const SUNDAY = {
  words: 'on Sunday 28 January 2024',
  earliest: '2024-01-28',
  latest: '2024-01-28',
  basis: 'inferred',
  because: FROM_THE_REPORTS,
} as const;

export const LATE_ON_SUNDAY = { ...SUNDAY, words: 'late on Sunday 28 January 2024' } as const;

/** When the draft of which a newspaper told on Saturday was there. */
export const BY_SATURDAY = {
  words: 'by 27 January 2024, for the Paris talks of 28 January',
  latest: '2024-01-27',
  basis: 'inferred',
  because: FROM_THE_REPORTS,
} as const;

export const WEEK_TO_22_FEBRUARY = {
  words: 'in the week to 22 February 2024',
  earliest: '2024-02-18',
  latest: '2024-02-22',
  basis: 'inferred',
  because: 'S0 speaks of the week of its date, taken as beginning on Sunday.',
} as const;

/** The Thursday on which the chief of Hamas left Cairo. */
export const THURSDAY = {
  words: 'on Thursday 22 February 2024',
  earliest: '2024-02-22',
  latest: '2024-02-22',
  basis: 'inferred',
  because: 'S1 says Thursday; the date follows from the one inferred for the report.',
} as const;

/** The day of the envoy's meetings in Israel, for what S1 reports of them without a day. */
export const DAY_OF_THE_ENVOY = {
  words: 'on 22 February 2024, with the meetings in Israel',
  earliest: '2024-02-22',
  latest: '2024-02-22',
  basis: 'inferred',
  because: 'S1 gives no day for it: taken as that of the meetings of the envoy in Israel.',
} as const;
