import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fault } from '../../base/fault.js';
import { printable } from '../../base/printable.js';
import { htmlReport } from '../../report/html/page.js';
import { markdownReport } from '../../report/markdown/markdown-report.js';
import { analysedReportOf, reportOf } from '../../report/report-of.js';
import { paragraph } from '../../report/wrap.js';
import { BadInput } from '../bad-input.js';
import type { Context } from '../context.js';
import { writeWhole } from '../files/write-file.js';
import { analysed, exitOf } from '../long-work.js';
import { openScenario } from '../open-scenario.js';
import type { Outcome } from '../outcome.js';

/** What a report is asked for. */
export interface ReportAsked {
  readonly output: string;
  readonly offer?: string;
  /** The party whose view it is. */
  readonly view?: string;
  readonly seconds?: number;
  /** Whether all offers are asked about too: conflicts, concessions, bridges. */
  readonly analysis?: boolean;
}

/** Writes a report into one file: a page, or Markdown where the file's name ends so. A file of that name is replaced. */
export async function reported(context: Context, name: string, asked: ReportAsked): Promise<Outcome> {
  const { io, asOf, width } = context;
  const { output, offer, view, seconds, analysis = true } = asked;
  const path = resolve(io.folder, output);
  if (!existsSync(dirname(path))) {
    const message = `There is no folder called '${dirname(output)}': make it first.`;
    throw new BadInput([fault('cli/no-folder', [], message, { file: output })]);
  }
  const scenario = await openScenario(io, name);
  const options = {
    ...(asOf !== undefined && { asOf }),
    ...(offer !== undefined && { offer }),
    ...(view !== undefined && { view }),
  };
  const worked = await analysed(context, async (limits) =>
    analysis
      ? analysedReportOf(scenario, { ...options, ...(seconds !== undefined && { seconds }), ...limits })
      : reportOf(scenario, options),
  );
  const text = /\.(md|markdown)$/i.test(output) ? markdownReport(worked.found) : htmlReport(worked.found);
  writeWhole(path, text);
  return {
    exit: exitOf(worked, true),
    value: { file: output, bytes: Buffer.byteLength(text) },
    text: () =>
      paragraph(printable(`Written: ${output}, one file that needs no network. Open it in a browser.`), width, ''),
  };
}
