/** Text and code together, as a report of a failure shows them: the text as comments, so that all of it can be pasted. */
export function inReport(text: string, code: string): string {
  // Of what ends a line of code, a text has only the plain end of a line: see `printable`.
  const comments = text.split(/[\n\r\u2028\u2029]/).map((line) => `// ${line}`.trimEnd());
  return `\n${comments.join('\n')}\n${code}`;
}
