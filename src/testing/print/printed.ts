import { fc } from '../fast-check.js';

/**
 * The same value, which from now on fast-check prints as this text in its reports of failures. Only fast-check sees the
 * difference: what the value equals, its keys, its JSON and its copies stay what they are, and a copy has no text. To be
 * called before the value is frozen; the text is made only when it is asked for.
 *
 * @example
 * const short = printed({ n: 1 }, ({ n }) => `just ${n}`);
 * fc.stringify(short); // 'just 1'
 * fc.stringify({ ...short }); // '{"n":1}'
 */
export function printed<T extends object>(value: T, text: (value: T) => string): T {
  return Object.defineProperty(value, fc.toStringMethod, { value: () => text(value) });
}
