/** Markup that may stand in a page as it is: only `html` makes it, and it escapes whatever it is given. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in a template: text, which is escaped; markup, which is not again; or nothing. */
export type Content = string | number | Markup | false | undefined | readonly Content[];

/**
 * A template of HTML, every value in it escaped, in text and in quoted attributes alike.
 *
 * @example
 * html`<p title="${'"'}">${'<script>'}</p>`.text; // '<p title="&quot;">&lt;script&gt;</p>'
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const pieces = setTight(strings);
  let text = pieces[0] ?? '';
  values.forEach((value, i) => {
    text += written(value) + (pieces[i + 1] ?? '');
  });
  return new Markup(text);
}

// A memo, not state: what it holds follows from the template.
const tight = /* @__PURE__ */ new WeakMap<TemplateStringsArray, readonly string[]>();

/** A template without the indentation of the code it stands in. */
function setTight(strings: TemplateStringsArray): readonly string[] {
  const known = tight.get(strings);
  if (known) return known;
  const pieces = strings.map((piece) => piece.replace(/\n\s+/g, '\n'));
  tight.set(strings, pieces);
  return pieces;
}

/** Several pieces of content with markup between them. */
export function joined(pieces: readonly Content[], between: Markup | string): Markup {
  return new Markup(pieces.map(written).join(written(between)));
}

function written(value: Content): string {
  if (value instanceof Markup) return value.text;
  if (value === undefined || value === false) return '';
  if (typeof value === 'object') return value.map(written).join('');
  return escaped(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Control characters have no place in HTML, and of the marks of direction those are taken out that reach beyond a text's end.
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text as it may stand in an element or in a quoted attribute. */
function escaped(text: string): string {
  return text.replace(OBEYED, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
