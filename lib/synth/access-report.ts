import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { connectedStacks, stackSource } from './construct-tree';
import { requireOneTenant } from '../access/one-tenant';
import { ReportFormat, writeReport } from '../access/report';
import { reportOf } from '../access/report/build';
import type { AccessReportJson } from '../access/report/model';
import { allStacks } from '../framework/synthesis';
import { readTenant } from '../tenant/read-tenant';
import { anyOf, describeType, quote } from '../util/text';

/** The formats, by the ending of a file. */
const FORMATS: Readonly<Record<string, ReportFormat>> = {
  '.md': 'markdown', '.txt': 'text', '.json': 'json', '.csv': 'csv', '.mmd': 'mermaid', '.html': 'html',
};

/** Options of a report that is written at every synth. */
export interface AccessReportFileOptions {
  /**
   * The file, relative to the working directory. Its ending is the format: `.md` for Markdown, `.txt` for text, `.html`
   * for a page, `.json`, `.csv`, or `.mmd` for Mermaid. The folder is created if it is not there.
   */
  readonly file: string;
}

/**
 * Who can do what with the APIs of a definition: every application that may get a scope, for itself, for users or for
 * anonymous users, with the reason and the conditions. Unknown answers are in it as well. All formats say the same.
 */
export class AccessReport {
  /**
   * Reports what an app or a stack defines now. Call it after everything has been defined.
   *
   * @param scope an app, whose stacks must be about one tenant; or a construct in a stack: then the report is about the stack
   * and those that are connected with it by references
   * @throws Error if two stacks of the app define the same API: they are about several tenants
   */
  public static of(scope: IConstruct): AccessReport {
    if (!Construct.isConstruct(scope)) {
      throw new Error(`scope must be an app, a stack or a construct in it, but ${describeType(scope)} was given`);
    }
    const isInStack = scope.node.scopes.some(TerraformStack.isStack);
    const stacks = isInStack ? connectedStacks(TerraformStack.of(scope)) : allStacks(scope);
    const tenant = readTenant(stacks.map(stackSource), { isOneTenant: true });
    requireOneTenant(tenant);
    return new AccessReport(reportOf(tenant));
  }

  /**
   * Writes the report of an app to a file whenever the app has written its stacks. Keep the file in the repository to
   * review changes of access together with the code.
   *
   * @throws Error if the ending of the file is not that of a format
   */
  public static atSynth(app: App, options: AccessReportFileOptions): void {
    const file = resolve(options.file);
    const format = FORMATS[extname(file)];
    if (format === undefined) {
      throw new Error(`file must end in ${anyOf(Object.keys(FORMATS))}, but ${quote(options.file)} was given`);
    }
    const synth = app.synth.bind(app);
    app.synth = () => {
      synth();
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, writeReport(AccessReport.of(app).#report, format));
    };
  }

  readonly #report: AccessReportJson;

  private constructor(report: AccessReportJson) {
    this.#report = report;
  }

  /** Formats the report as plain text. */
  public toText(): string {
    return writeReport(this.#report, 'text');
  }

  /** Formats the report as Markdown, with a table for each API. */
  public toMarkdown(): string {
    return writeReport(this.#report, 'markdown');
  }

  /**
   * Formats the report as a flowchart of Mermaid. If it is too large for one diagram, it is Markdown with several.
   */
  public toMermaid(): string {
    return writeReport(this.#report, 'mermaid');
  }

  /**
   * Formats the report as a page: one HTML file with a matrix that can be searched. It makes no request, and needs nothing else.
   */
  public toHtml(): string {
    return writeReport(this.#report, 'html');
  }

  /** Formats the report as CSV, with a row for each application and scope. */
  public toCsv(): string {
    return writeReport(this.#report, 'csv');
  }

  /** Formats the report as JSON. It has the most details, and a version. */
  public toJson(): string {
    return writeReport(this.#report, 'json');
  }
}
