export { headline, stepText } from './report/step-text.js';
export type { StepTextOptions } from './report/step-text.js';
export { matrixText } from './report/matrix-text.js';
export { MARKS, NO_PAINT } from './report/paint.js';
export type { Paint } from './report/paint.js';

// What was done of a text in force
export { progressText } from './report/progress-text.js';
export type { ProgressTextOptions } from './report/progress-text.js';

// What is explained of all offers
export { explanationText } from './report/explanation-text.js';
export type { ExplanationTextOptions } from './report/explanation-text.js';

// Whole reports
export { analysedReportOf, reportOf } from './report/report-of.js';
export type { AnalysedReportOptions, Report, ReportOptions } from './report/report-of.js';
export { htmlReport } from './report/html/page.js';
export { markdownReport } from './report/markdown/markdown-report.js';
export { mermaidOffers } from './report/mermaid/offers.js';
export { mermaidSchedule } from './report/mermaid/schedule.js';
export { mermaidStatechart } from './report/mermaid/statechart.js';

// Interchange
export { scheduleCsv } from './report/interchange/schedule-csv.js';
export { matrixCsv } from './report/interchange/matrix-csv.js';
export { roleBrief } from './report/interchange/role-brief.js';
export { utilityOf } from './report/interchange/additive-domain.js';
export type {
  AdditiveDomain,
  AdditiveProfile,
  Evaluation,
  Issue,
  Losses,
} from './report/interchange/additive-domain.js';
export { domainOf, type ExportedDomain } from './report/interchange/domain-of.js';
export { geniusProfileXml, geniusXml, readGeniusXml } from './report/interchange/genius-xml.js';
export { geniusWebJson, readGeniusWeb, type GeniusWebFile } from './report/interchange/geniusweb-json.js';
export { scenarioOfDomain } from './report/interchange/scenario-of-domain.js';

// What is found in a text before it is signed
export { reviewText } from './report/review-text.js';
export type { ReviewTextOptions } from './report/review-text.js';
