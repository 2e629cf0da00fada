// What you will see: one scenario in its faces. A page to open in a browser is written only where a name is given for it:
// `npm run example report -- gaza.html`. A view of one party leaves out of the file what is confidential to the others.
import { writeFileSync } from 'node:fs';
import { analysedReportOf, htmlReport, markdownReport, matrixCsv, mermaidOffers } from 'sticking-points/report';
import { gaza2024 } from 'sticking-points/scenarios';

const report = await analysedReportOf(gaza2024(), { offer: 'P5', asOf: '2024-02-23' });

const page = htmlReport(report);
const [, , file] = process.argv;
if (file !== undefined) writeFileSync(file, page);
console.log(`A page without a script in it, of about ${Math.round(page.length / 100_000) / 10} MB.`);

console.log('\nIn Markdown it begins:\n');
console.log(markdownReport(report).split('\n').slice(0, 5).join('\n'));

console.log('\nThe offers as a sequence, for Mermaid:\n');
console.log(mermaidOffers(report).split('\n').slice(0, 10).join('\n'));

console.log('\nThe matrix as CSV, where a figure is short of its line:\n');
const cells = matrixCsv(report.scenario, report.comparison).split('\r\n');
console.log(cells.filter((row) => row.includes('short')).join('\n'));
