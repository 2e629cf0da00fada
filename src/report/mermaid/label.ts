import { printable } from '../../base/printable.js';

/** Text as it may stand in a diagram: whatever is more than a letter, a figure or a plain mark is written as its number. */
export function label(text: string): string {
  const plain = printable(text.replace(/\s+/g, ' ').trim());
  const coded = plain.replace(/[^\p{L}\p{M}\p{N} .,()/–-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0};`);
  // The word alone would close a block of the diagram.
  return coded.replace(/\be(?=nd\b)/gi, (sign) => `#${sign.charCodeAt(0)};`);
}
