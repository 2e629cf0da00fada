import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Text in lines no wider than `width` columns; a longer word is broken. */
export function wrapped(text: string, width: number): readonly string[] {
  return wrapAnsi(text, width, { hard: true }).split('\n');
}

/** Text wrapped into a paragraph, every line indented. */
export function paragraph(text: string, width: number, indent: string, hanging = indent): string {
  return wrapped(text, width - hanging.length)
    .map((line, i) => `${i === 0 ? indent : hanging}${line}`)
    .join('\n');
}

/** Text filled up with spaces to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** Text with spaces before it, up to `width` columns. */
export function paddedLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}

/** Two texts on one line, the second at its right end; below one another where they do not fit on one. */
export function flushRight(left: string, right: string, width: number): string {
  const gap = width - stringWidth(left) - stringWidth(right);
  if (gap >= 2) return `${left}${' '.repeat(gap)}${right}`;
  const below = wrapped(right, width - 2).map((line) => paddedLeft(line, width));
  return [...wrapped(left, width), ...below].join('\n');
}
