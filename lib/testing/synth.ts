import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Aspects, IAspect, TerraformStack, Testing } from 'cdktf';
import type { IConstruct } from 'constructs';
import { l1Of } from '../synth/construct-tree';

/** A resource or data source, as Terraform reads it. */
export type Block = Record<string, any>;

/** An app for tests that leaves no folder behind. */
export function testApp(): App {
  const outdir = mkdtempSync(join(tmpdir(), 'cdktf.outdir.'));
  try {
    return Testing.app({ outdir });
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Synthesizes a stack to the same text as CDKTF's `Testing.synth(stack, true)`. */
export function synthesize(of: TerraformStack): Synthesized {
  invokeAspects(of, []);
  of.runAllValidations();
  return new Synthesized(of.toTerraform());
}

/** What a stack is synthesized to. */
export class Synthesized {
  /** The Terraform JSON, indented, without metadata: for snapshots. */
  public readonly json: string;

  private readonly content: Block;

  /** @internal */
  public constructor(content: Block) {
    this.content = content;
    this.json = textOf(content, '\n');
  }

  /**
   * The resources of a type, by their names in Terraform.
   *
   * @param type `auth0_resource_server`
   */
  public resources(type: string): Record<string, Block> {
    return withoutMetadata(this.content.resource?.[type]);
  }

  /**
   * The data sources of a type, by their names in Terraform.
   *
   * @param type `auth0_resource_server`
   */
  public dataSources(type: string): Record<string, Block> {
    return withoutMetadata(this.content.data?.[type]);
  }

  /**
   * The resource of a construct: of an L1, or of one that has an L1 as its child `Resource` or `Default`, also through
   * other constructs.
   *
   * @throws Error where the construct has none, or is of another stack
   */
  public resource(construct: IConstruct): Block {
    const element = l1Of(construct);
    const { terraformResourceType: type, friendlyUniqueId: name } = (element ?? {}) as Block;
    const found = this.content.resource?.[type]?.[name] ?? this.content.data?.[type]?.[name];
    if (!found) {
      throw new Error(`'${construct.node.path}' has no resource in what was synthesized`);
    }
    return withoutMetadata({ found }).found;
  }
}

/** As CDKTF does before it synthesizes: each aspect visits its construct and those below, parents first. */
function invokeAspects(construct: IConstruct, inherited: IAspect[]): void {
  const own = Aspects.of(construct).all;
  const aspects = own.length > 0 ? Array.from(new Set([...inherited, ...own])) : inherited;
  aspects.forEach((aspect) => aspect.visit(construct));
  construct.node.children.forEach((child) => invokeAspects(child, aspects));
}

/** Blocks without what is there for tools. */
function withoutMetadata(blocks: Record<string, Block> = {}): Record<string, Block> {
  return Object.fromEntries(Object.entries(blocks).map(([name, { '//': _, ...block }]) => [name, block]));
}

let hasLineEnd: boolean | undefined;

/** How an empty list or object is printed: CDKTF puts a line break between the brackets, CDK Terrain does not. */
function emptyOf(lineEnd: string): string {
  hasLineEnd ??= Testing.synth(new TerraformStack(testApp(), 'empty')).includes('\n');
  return hasLineEnd ? lineEnd : '';
}

/** As the framework writes it: two spaces, all members in order of their names. */
function textOf(value: any, lineEnd: string): string {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const inner = `${lineEnd}  `;
  const members = Array.isArray(value)
    ? value.map((item) => textOf(item, inner))
    : Object.keys(value).sort().filter((key) => key !== '//').map((key) => `${JSON.stringify(key)}: ${textOf(value[key], inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return members.length > 0
    ? `${open}${members.map((member) => inner + member).join(',')}${lineEnd}${close}`
    : `${open}${emptyOf(lineEnd)}${close}`;
}
