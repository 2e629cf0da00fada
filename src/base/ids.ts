import { remembered } from './remembered.js';

/** The ids of a record, listed once where the record can no longer change: a file may name wrong ones in thousands of places. */
export const idsOf = /* @__PURE__ */ remembered((record: object): readonly string[] =>
  Object.freeze(Object.keys(record)),
);
