import { csvOf } from './csv';
import { htmlOf } from './html';
import { jsonOf } from './json';
import { markdownOf } from './markdown';
import { mermaidOf } from './mermaid';
import type { AccessReportJson } from './model';
import { textOf } from './text';

/** A format that a report can be written in. */
export type ReportFormat = 'text' | 'markdown' | 'mermaid' | 'html' | 'csv' | 'json';

/** What writes each format. */
const WRITERS: Readonly<Record<ReportFormat, (report: AccessReportJson) => string>> = {
  text: textOf,
  markdown: markdownOf,
  mermaid: mermaidOf,
  html: htmlOf,
  csv: csvOf,
  json: jsonOf,
};

export const REPORT_FORMATS = Object.keys(WRITERS) as readonly ReportFormat[];

/** Formats a report. */
export function writeReport(report: AccessReportJson, format: ReportFormat): string {
  return WRITERS[format](report);
}
