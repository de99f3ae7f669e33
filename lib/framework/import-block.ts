import { TerraformElement, TerraformResource } from 'cdktf';

/**
 * Writes an `import` block for a resource. It replaces an earlier one.
 *
 * Unlike `importFrom` of the L1, it does not run `terraform version` at synth, so Terraform need not be installed.
 */
export function addImportBlock(resource: TerraformResource, importId: string): void {
  resource.node.tryRemoveChild(ImportBlock.ID);
  new ImportBlock(resource, importId);
}

/** Whether an `import` block is written for a resource. */
export function isImported(resource: TerraformResource): boolean {
  return resource.node.tryFindChild(ImportBlock.ID) !== undefined || (resource as unknown as Importable)._imported !== undefined;
}

/** Calls a function before `importFrom` of an L1, which programs may call as well as that of the construct. */
export function beforeImport(l1: TerraformResource, call: (importId: string) => void): void {
  const { importFrom } = l1;
  const value: typeof importFrom = (id, provider) => {
    call(id);
    importFrom.call(l1, id, provider);
  };
  Object.defineProperty(l1, 'importFrom', { value, configurable: true, writable: true });
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
