import { jsonOf } from './json';
import type { AccessReportJson } from './model';
import { textOf } from './text';

/** The formats that a report can be written in. */
export const REPORT_FORMATS: Readonly<Record<string, (report: AccessReportJson) => string>> = {
  text: textOf,
  json: jsonOf,
};

/** Formats a report. */
export function writeReport(report: AccessReportJson, format: string): string {
  return REPORT_FORMATS[format](report);
}
