import * as fs from 'node:fs';
import * as path from 'node:path';
import { makeDeclarationsLean } from '../../scripts/lean-declarations';

const BINDINGS = path.join(__dirname, '../../lib/bindings');

test('what no program uses is removed, and the rest keeps its documentation', () => {
  expect(makeDeclarationsLean(`import * as cdktf from 'cdktf';
export interface KeyConfig {
    /**
    * The id of the key.
    */
    readonly kid?: string;
}
export declare function keyToTerraform(struct?: KeyConfig): any;
export declare class KeyOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    */
    constructor(terraformResource: cdktf.IInterpolatingParent);
    private _kid?;
    /** The id of the key. */
    get kid(): string;
}
export declare class KeyList extends cdktf.ComplexList {
    protected wrapsSet: boolean;
    internalValue?: KeyConfig[];
    /**
    * @param index the index of the item to return
    */
    get(index: number): KeyOutputReference;
}
export declare class Key extends cdktf.TerraformResource {
    private _key;
    /**
    * Create a new {@link https://example.com/key#top auth0_key}
    */
    constructor(scope: Construct, id: string, config: KeyConfig);
    protected synthesizeAttributes(): any;
}
`)).toBe(`import * as cdktf from 'cdktf';
export interface KeyConfig {
    /**
    * The id of the key.
    */
    readonly kid?: string;
}
export declare class KeyOutputReference extends cdktf.ComplexObject {
    /** The id of the key. */
    get kid(): string;
}
export declare class KeyList extends cdktf.ComplexList {
    internalValue?: KeyConfig[];
    /**
    * @param index the index of the item to return
    */
    get(index: number): KeyOutputReference;
}
export declare class Key extends cdktf.TerraformResource {
    /**
    * Create a new [auth0_key](https://example.com/key#top)
    */
    constructor(scope: Construct, id: string, config: KeyConfig);
}
`);
});

test('no declaration of a binding has a member that programs cannot reach, a function, or a link that the compiler reads', () => {
  const declarations = fs.readdirSync(BINDINGS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .map(({ name }) => fs.readFileSync(path.join(BINDINGS, name, 'index.d.ts'), 'utf8'));
  expect(declarations.length).toBeGreaterThan(100);
  expect(declarations.filter((text) => /^ *(private|protected) |^export declare function|\{@link/m.test(text))).toEqual([]);
});
