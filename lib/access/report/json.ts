import type { AccessReportJson } from './model';

/** Formats a report as JSON. */
export function jsonOf(report: AccessReportJson): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
