import { TerraformElement, TerraformResource } from 'cdktf';

/**
 * Writes an `import` block for a resource. It replaces an earlier one.
 *
 * Unlike `importFrom` of the L1, it does not run `terraform version` at synth, so Terraform need not be installed.
 */
export function addImportBlock(resource: TerraformResource, importId: string): void {
  announceImport(resource, importId);
  resource.node.tryRemoveChild(ImportBlock.ID);
  new ImportBlock(resource, importId);
}

/** Whether an `import` block is written for a resource. */
export function isImported(resource: TerraformResource): boolean {
  return resource.node.tryFindChild(ImportBlock.ID) !== undefined || (resource as unknown as Importable)._imported !== undefined;
}

const BEFORE_IMPORT = Symbol('beforeImport');

/** Calls a function before an import of an L1 of ours: by the construct, or by `importFrom` of the L1 itself. */
export function beforeImport(l1: TerraformResource, call: (importId: string) => void): void {
  (l1 as Announced)[BEFORE_IMPORT] = call;
}

/** Calls the function that an L1 has for this. */
export function announceImport(l1: TerraformResource, importId: string): void {
  (l1 as Announced)[BEFORE_IMPORT]?.(importId);
}

interface Announced {
  [BEFORE_IMPORT]?(importId: string): void;
}

/** A private property of CDKTF. */
interface Importable {
  readonly _imported?: object;
}

class ImportBlock extends TerraformElement {
  public static readonly ID = 'Import';

  public constructor(private readonly resource: TerraformResource, private readonly importId: string) {
    super(resource, ImportBlock.ID);
  }

  public override toTerraform(): any {
    const { terraformResourceType: type, friendlyUniqueId: name, provider } = this.resource;
    return { import: [{ id: this.importId, to: `${type}.${name}`, provider: provider?.fqn }] };
  }

  public override toHclTerraform(): any {
    const { id, to, provider } = this.toTerraform().import[0];
    const simple = (value: string, storageClassType: string) => ({ value, type: 'simple', storageClassType });
    return {
      import: [
        { id: simple(id, 'string'), to: simple(to, 'reference'), provider: provider && simple(provider, 'reference') },
      ],
    };
  }
}
