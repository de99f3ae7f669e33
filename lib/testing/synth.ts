import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformStack, Testing } from 'cdktf';
import type { IConstruct } from 'constructs';
import { invokeAspects } from '../framework/aspects';
import { l1Of } from '../synth/construct-tree';

/** A resource or a data source in the Terraform JSON. */
export type Block = Record<string, any>;

/** Creates an app for tests. Its output folder is deleted immediately. */
export function testApp(): App {
  const outdir = mkdtempSync(join(tmpdir(), 'cdktf.outdir.'));
  try {
    return Testing.app({ outdir });
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Synthesizes a stack. The JSON is the same as that of `Testing.synth(stack, true)` of CDKTF. */
export function synthesize(of: TerraformStack): Synthesized {
  invokeAspects(of);
  of.runAllValidations();
  return Synthesized._of(of.toTerraform());
}

/** The result of synthesizing a stack. */
export class Synthesized {
  /** @internal */
  public static _of(content: Block): Synthesized {
    return new Synthesized(content);
  }

  /** The Terraform JSON for snapshots: indented, without metadata. */
  public readonly json: string;

  readonly #content: Block;

  private constructor(content: Block) {
    this.#content = content;
    this.json = textOf(content, '\n');
  }

  /**
   * Returns the resources of a type, by their names in Terraform.
   *
   * @param type the type, for example `auth0_resource_server`
   */
  public resources(type: string): Record<string, Block> {
    return withoutMetadata(this.#content.resource?.[type]);
  }

  /**
   * Returns the data sources of a type, by their names in Terraform.
   *
   * @param type the type, for example `auth0_resource_server`
   */
  public dataSources(type: string): Record<string, Block> {
    return withoutMetadata(this.#content.data?.[type]);
  }

  /**
   * Returns the resource of a construct.
   *
   * @param construct an L1, or a construct whose child `Resource` or `Default` is an L1 or again such a construct
   * @throws Error if the construct has no resource, or is in another stack
   */
  public resource(construct: IConstruct): Block {
    const element = l1Of(construct);
    const { terraformResourceType: type, friendlyUniqueId: name } = (element ?? {}) as Block;
    const found = this.#content.resource?.[type]?.[name] ?? this.#content.data?.[type]?.[name];
    if (!found) {
      throw new Error(`'${construct.node.path}' has no resource in the synthesized stack: give an L1 or a construct of this stack that has one`);
    }
    return withoutMetadata({ found }).found;
  }
}

/** Removes the metadata from blocks. */
function withoutMetadata(blocks: Record<string, Block> = {}): Record<string, Block> {
  return Object.fromEntries(Object.entries(blocks).map(([name, { '//': _, ...block }]) => [name, block]));
}

let hasLineEnd: boolean | undefined;

/** Returns the text inside an empty list or object: CDKTF puts a line break between the brackets, CDK Terrain does not. */
function emptyOf(lineEnd: string): string {
  hasLineEnd ??= Testing.synth(new TerraformStack(testApp(), 'empty')).includes('\n');
  return hasLineEnd ? lineEnd : '';
}

/** Formats a value as the framework does: indented by two spaces, with members sorted by name. */
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
