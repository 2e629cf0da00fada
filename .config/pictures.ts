// The pictures of the README, made of what the program really shows: npm run build && npm run pictures
// The stepping terminal wants `script` of util-linux; the report wants /usr/bin/chromium.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { analysedReportOf, htmlReport } from 'sticking-points/report';
import { gaza2024 } from 'sticking-points/scenarios';
import { AtTerminal, KEY } from '../test/support/at-terminal.js';
import type { Cell } from '../test/support/screen.js';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));

/** Talks at a terminal: an offer has been put on the table, and it is asked what happens next. */
async function stepping(): Promise<string> {
  const terminal = AtTerminal.start(at('dist/cli.js'), ['step', 'fishing-quota'], folder);
  await terminal.sees('What happens next?');
  await terminal.choose('an offer is put on the table');
  await terminal.choose('south-draft');
  await terminal.sees('Enter: confirm');
  const rows = terminal.screen.rows.map((row) => [...row]);
  terminal.press(KEY.escape);
  await terminal.end();
  const begin = terminal.screen.lines.findIndex((line) => line.includes('◇'));
  const shown = rows.slice(begin);
  while (shown.at(-1)?.every(({ text }) => text.trim() === '')) shown.pop();
  return svg('sticking-points step fishing-quota', shown);
}

/** The first screen of a report. */
async function report(file: string): Promise<void> {
  const page = join(folder, 'report.html');
  writeFileSync(page, htmlReport(await analysedReportOf(gaza2024(), { offer: 'P5' })));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox'] });
  const opened = await browser.newPage({ viewport: { width: 1100, height: 1150 }, colorScheme: 'light' });
  await opened.goto(pathToFileURL(page).href);
  await opened.screenshot({ path: file });
  await browser.close();
}

/** Rows of a screen as a picture of text: it can be searched, copied and read aloud. */
function svg(title: string, rows: readonly (readonly Cell[])[]): string {
  const [wide, high, margin] = [8.43, 19, 14];
  const lines = rows.map((row, i) => {
    const y = margin + high * (i + 0.75);
    const runs = runsOf(row).map(
      ({ from, text, style }) =>
        `<tspan x="${(margin + from * wide).toFixed(1)}"${classOf(style)}>${escaped(text)}</tspan>`,
    );
    return `<text y="${y.toFixed(1)}">${runs.join('')}</text>`;
  });
  const [width, height] = [Math.ceil(80 * wide + 2 * margin), Math.ceil(rows.length * high + 2 * margin)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(title)}</title>
<style>
text{font:14px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#e6e6e6;white-space:pre}
.b{font-weight:bold}.d{fill:#a6a6a6}.s{text-decoration:line-through}
.red{fill:#ff8a80}.green{fill:#8fd694}.yellow{fill:#f2cc60}.cyan{fill:#7fd1e0}.grey{fill:#8c8c8c}
</style>
<rect width="100%" height="100%" rx="8" fill="#1c1c1e"/>
${lines.join('\n')}
</svg>
`;
}

function runsOf(
  row: readonly Cell[],
): readonly { readonly from: number; readonly text: string; readonly style: string }[] {
  const runs: { from: number; text: string; style: string }[] = [];
  row.forEach(({ text, style }, from) => {
    const last = runs.at(-1);
    if (last?.style === style) last.text += text;
    else runs.push({ from, text, style });
  });
  return runs.filter(({ text }) => text.trim() !== '');
}

const CLASSES: Readonly<Record<string, string>> = {
  1: 'b',
  2: 'd',
  9: 's',
  31: 'red',
  32: 'green',
  33: 'yellow',
  36: 'cyan',
  90: 'grey',
};

function classOf(style: string): string {
  const names = style.split(';').flatMap((figure) => CLASSES[figure] ?? []);
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

try {
  writeFileSync(at('examples/pictures/step.svg'), await stepping());
  await report(at('examples/pictures/report.png'));
} finally {
  rmSync(folder, { recursive: true });
}
