import { TerraformElement, TerraformResource, TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';

const FORMER_PATHS = Symbol.for('cdk-auth0/FormerPaths');
const FORMER_ID = Symbol.for('cdk-auth0/FormerId');

/** The ids below the stack. */
type Path = readonly string[];

type Movable = IConstruct & { [FORMER_PATHS]?: Path[]; readonly [FORMER_ID]?: (generation: number) => string };

/**
 * Records that a construct had another id, so that `moved` blocks are written for the resources below it.
 *
 * @param oldId the id in the same scope, or a path below the stack if there is a slash in it
 */
export function addFormerPath(construct: Construct, oldId: string): void {
  const movable = construct as Movable;
  if (!movable[FORMER_PATHS]) {
    Object.defineProperty(construct, FORMER_PATHS, { value: [] });
  }
  const path = oldId.includes('/') ? oldId.split('/').filter(Boolean) : [...pathOf(construct).slice(0, -1), oldId];
  movable[FORMER_PATHS]!.push(path);
  writeMovedBlocks(construct);
}

/** Lets a stack write `moved` blocks. */
export function writeMovedBlocks(construct: Construct): void {
  const stack = TerraformStack.of(construct);
  if (!stack.node.tryFindChild(MovedBlocks.ID)) {
    new MovedBlocks(stack);
  }
}

/** Says what the id of a construct was where it is not the same as now: it may contain the path of another construct. */
export function setFormerId(construct: IConstruct, formerId: (generation: number) => string): void {
  Object.defineProperty(construct, FORMER_ID, { value: formerId });
}

/** Returns the path of a construct below its stack as it was before its last moves; now, if the generation is 0. */
export function pathOf(construct: IConstruct, generation = 0): Path {
  const { scopes } = construct.node;
  return scopes.slice(scopes.indexOf(TerraformStack.of(construct)) + 1).reduce<Path>((path, scope) => {
    const { [FORMER_PATHS]: former = [], [FORMER_ID]: formerId } = scope as Movable;
    const last = Math.min(generation, former.length);
    return last > 0 ? former[last - 1] : [...path, generation > 0 && formerId ? formerId(generation) : scope.node.id];
  }, []);
}

/** A resource that moves. */
interface Move {
  readonly resource: TerraformResource;
  readonly from: string;
  readonly to: string;
}

/** The `moved` blocks of a stack. */
class MovedBlocks extends TerraformElement {
  public static readonly ID = 'auth0-moved';

  public constructor(private readonly stack: TerraformStack) {
    super(stack, MovedBlocks.ID);
    this.node.addValidation({ validate: () => this.problems() });
  }

  public override toTerraform(): any {
    const moved = this.moves().map(({ from, to }) => ({ from, to }));
    return moved.length > 0 ? { moved } : {};
  }

  public override toHclTerraform(): any {
    const reference = (value: string) => ({ value, isBlock: false, type: 'simple', storageClassType: 'reference' });
    const moved = this.moves().map(({ from, to }) => ({ from: reference(from), to: reference(to) }));
    return moved.length > 0 ? { moved } : {};
  }

  private resources(): TerraformResource[] {
    return this.stack.node.findAll().filter(TerraformResource.isTerraformResource).filter(({ cdktfStack }) => cdktfStack === this.stack);
  }

  private moves(): Move[] {
    const generations = Math.max(0, ...this.stack.node.root.node.findAll().map((one) => (one as Movable)[FORMER_PATHS]?.length ?? 0));
    return this.resources().flatMap((resource) => {
      const moves: Move[] = [];
      let [path, to] = [pathOf(resource), addressOf(resource)];
      for (let generation = 1; generation <= generations; generation++) {
        const former = pathOf(resource, generation);
        if (former.join('/') !== path.join('/')) {
          const from = `${resource.terraformResourceType}.${this.logicalId(former)}`;
          moves.push({ resource, from, to });
          [path, to] = [former, from];
        }
      }
      return moves;
    });
  }

  /** What CDKTF makes of a path. */
  private logicalId(path: Path): string {
    const scopes = [...this.stack.node.scopes, ...path.map((id) => ({ node: { id } }))];
    const node = { scopes, id: path[path.length - 1], path: [this.stack.node.path, ...path].join('/') };
    return this.stack.getLogicalId(node as unknown as IConstruct['node']);
  }

  private problems(): string[] {
    const moves = this.moves();
    const there = new Map(this.resources().map((resource) => [addressOf(resource), resource]));
    return moves.flatMap(({ resource, from, to }) => {
      const { path } = resource.node;
      const other = there.get(from);
      return [
        ...(other ? [`'${path}' has moved from ${from}, but '${other.node.path}' is still there: remove it, or give movedFrom another id`] : []),
        ...(to === addressOf(resource) && resource.hasResourceMove() ? [`'${path}' is moved by movedFrom and by its L1: use one of them`] : []),
      ];
    });
  }
}

function addressOf({ terraformResourceType, friendlyUniqueId }: TerraformResource): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}
