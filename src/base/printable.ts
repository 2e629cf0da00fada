// Control characters, among them those that begin a terminal's escape sequences, and marks that reverse the direction of text.
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text with nothing in it that a terminal would obey: each such character becomes a replacement mark. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd');
}
