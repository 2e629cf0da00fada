import type { Fault } from '../base/fault.js';

/** A fault, and where in a file it lies. Lines and columns count from 1. */
export interface PlacedFault extends Fault {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Ends a command whose input is wrong, with everything that is wrong with it. */
export class BadInput extends Error {
  constructor(readonly faults: readonly PlacedFault[]) {
    super(faults.map((one) => one.message).join('\n'));
    this.name = 'BadInput';
  }
}
