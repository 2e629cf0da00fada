import { printable } from './printable.js';

/** Where in the input a fault lies: keys and indices from the top. */
export type Path = readonly (string | number)[];

/**
 * Something wrong with an input, as data: a code for programs, a sentence for people, the facts behind it.
 *
 * @example
 * const fault: Fault = {
 *   code: 'scenario/unknown-term',
 *   path: ['positions', 'north-quota', 'condition', 'of'],
 *   message: "No term is called 'cach'. Did you mean 'catch'?",
 *   facts: { id: 'cach', known: ['catch'] },
 * };
 */
export interface Fault {
  /** `area/what`, stable from version to version: the thing to test for. */
  readonly code: string;
  /** Where it lies, from the top of what was handed in. */
  readonly path: Path;
  /** Names the offender and the way out. */
  readonly message: string;
  /** What the sentence was made from, as plain JSON. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A fault, made from its parts. */
export function fault(code: string, path: Path, message: string, facts: Record<string, unknown> = {}): Fault {
  return { code, path, message: printable(message), facts };
}

/** The code every thrown error of this library carries, whichever door or module format it came through. */
export const FAULT_ERROR_CODE = 'sticking-points/faults';

/**
 * The one error this library throws for wrong input: it only carries the list of faults. Recognise it with
 * {@link isFaultError}, since two copies of this class may be loaded.
 *
 * @example
 * const error = new FaultError('There is no such offer.', [
 *   { code: 'assess/unknown-offer', path: ['offer'], message: "There is no offer called 'third'.", facts: { id: 'third' } },
 * ]);
 * error.code; // 'sticking-points/faults'
 * error.faults.map((fault) => fault.code); // ['assess/unknown-offer']
 */
export class FaultError extends Error {
  readonly code = FAULT_ERROR_CODE;
  readonly faults: readonly Fault[];

  constructor(what: string, faults: readonly Fault[], options?: { readonly cause?: unknown }) {
    super(`${what}\n${faults.map(describeFault).join('\n')}`, options);
    this.name = 'FaultError';
    this.faults = faults;
  }
}

/**
 * Whether a caught value is this library's error, told by its code and never by its class.
 *
 * @example
 * try {
 *   assess(scenario, 'frist-offer');
 * } catch (error) {
 *   if (!isFaultError(error)) throw error;
 *   error.faults.map((fault) => fault.code); // ['assess/unknown-offer']
 * }
 */
export function isFaultError(error: unknown): error is FaultError {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === FAULT_ERROR_CODE;
}

/**
 * One line for a fault, indented by two spaces: its code, where it lies, and its sentence.
 *
 * @example
 * const fault = { code: 'scenario/unknown-term', path: ['positions', 'enough'], message: "No 'cach'.", facts: {} };
 * describeFault(fault); // "  scenario/unknown-term at positions.enough: No 'cach'."
 */
export function describeFault(fault: Fault): string {
  const place = fault.path.length > 0 ? ` at ${fault.path.join('.')}` : '';
  return `  ${fault.code}${printable(place)}: ${fault.message}`;
}
