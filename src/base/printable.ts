/**
 * What a terminal or an editor would obey rather than show: control characters, among them those that begin escape sequences,
 * marks that reverse the direction of text, and separators that some take for the end of a line.
 */
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
export const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text with nothing in it that a terminal would obey: each such character becomes a replacement mark. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd');
}
