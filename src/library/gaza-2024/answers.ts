import { cited } from './cited.js';

/** Answers as reported. That of P2 is not carried over to P3, since nobody reports that one is part of the other. */
export const answers = () =>
  [
    { party: 'hamas', offer: 'P2', answer: 'rejects', citations: [cited('S3', 'narrator', 'P2')] },
    { party: 'israel', offer: 'P2', answer: 'rejects', citations: [cited('S3', 'narrator', 'P2')] },
    { party: 'israel', offer: 'P6', answer: 'rejects', citations: [cited('S0', 'on-record', 'X4', 'Netanyahu')] },
  ] as const;
