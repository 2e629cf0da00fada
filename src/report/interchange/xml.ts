import { SaxesParser } from 'saxes';

/** An element of XML: its name, its attributes, and the elements in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

/** The most levels of elements that are read. */
const DEEPEST = 100;

/** Reads XML as elements, text between them left out; throws an `Error` that names line and column. Nothing outside is fetched. */
export function readXml(text: string): Element {
  const parser = new SaxesParser();
  const root = { name: '', attributes: {}, children: [] as Element[] };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [] as Element[] };
    open.at(-1)?.children.push(element);
    if (open.push(element) > DEEPEST) throw new Error(`more than ${DEEPEST} levels of elements`);
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  const [first] = root.children;
  if (!first) throw new Error('no element');
  return first;
}

/** Text as it may stand in a quoted attribute of XML 1.0; what may not stand there at all becomes a replacement mark. */
export function attribute(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
