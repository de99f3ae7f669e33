import { Naming, Path } from './path';
import { quote } from '../util/text';

const camelCased = new Map<string, string>();

/** `token_lifetime` as `tokenLifetime` */
export function camelCase(attribute: string): string {
  let name = camelCased.get(attribute);
  if (name === undefined) {
    name = attribute.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    camelCased.set(attribute, name);
  }
  return name;
}

/** Places whose name in our props is another than Terraform's. */
const PROPS: ReadonlyArray<readonly [terraform: readonly string[], prop: string]> = [
  [['access_token', 'claims_mapping', 'custom_claims'], 'customClaims'],
  [['authorization_policy', 'policy_id'], 'authorizationPolicyId'],
  [['audience'], 'resourceServer'],
];

/** Attributes that our props leave out of a path, since their block has no other. */
const IMPLIED = new Set(['authorization_details.type', 'subject_type_authorization.policy']);

function propPath(path: Path): string {
  const renamed = PROPS.find(([terraform]) => terraform.every((name, index) => path[index] === name));
  const [head, rest] = renamed ? [renamed[1], path.slice(renamed[0].length)] : [camelCase(String(path[0])), path.slice(1)];
  const isMap = head === 'scopes' || head === 'customClaims' || head === 'permissions';
  return rest.reduce<string>((name, part, depth) => {
    if (typeof part === 'number') {
      return `${name}[${part}]`;
    }
    if (isMap && depth === 0) {
      return `${name}[${quote(part)}]`;
    }
    return IMPLIED.has(`${path[0]}.${part}`) ? name : `${name}.${camelCase(part)}`;
  }, head);
}

const SUBJECTS: Readonly<Record<string, string>> = {
  scopes: 'scope',
  custom_claims: 'custom claim',
  permissions: 'permission',
};

/** The names of `ResourceServerProps`. */
export const PROPS_NAMING: Naming = {
  path: propPath,
  subject: (path) => {
    const [list, name] = path.slice(-2);
    return typeof name === 'string' && Object.hasOwn(SUBJECTS, list) ? `${SUBJECTS[list]} ${quote(name)}` : propPath(path);
  },
};
