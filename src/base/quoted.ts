/** Words that may stand next to a label in a condition's sentence; a label that holds one is put in quotation marks. */
const GRAMMAR =
  /\b(in phase|in total|up to phase|plus|minus|times|per|or|begins|give or take)\b|^(length|if|not|all|none|half|some|about|at least|at most|more than|less than|exactly)\b/i;

/**
 * A label as it stands in a condition's sentence: in quotation marks where it could be misread, else as it is.
 *
 * @example
 * quoted('catch'); // 'catch'
 * quoted('pay per hour'); // '“pay per hour”'
 */
export function quoted(label: string): string {
  const plain =
    /^[\p{L}\p{N}](?:[\p{L}\p{N} '’\-–,.]*[\p{L}\p{N}'’.])?$/u.test(label) &&
    !GRAMMAR.test(label) &&
    !/ {2}/.test(label);
  return plain ? label : inQuotes(label);
}

/** A label in quotation marks, whatever it is. */
export function inQuotes(label: string): string {
  return `“${label.replace(/[\\“”]/g, (character) => `\\${character}`)}”`;
}
