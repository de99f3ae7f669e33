import type { Attribute, Block } from '../../schema/attributes';
import { block, text } from '../../schema/attributes';
import { CLIENT_GRANT } from '../../schema/client-grant';
import { RESOURCE_SERVER } from '../../schema/resource-server';
import { RESOURCE_SERVER_SCOPES } from '../../schema/resource-server-scopes';
import { ROLE, ROLE_PERMISSIONS } from '../../schema/role';
import { nearest } from '../../util/nearest';
import { quote } from '../../util/text';

/** The resources whose attributes are known. */
const RESOURCES: Readonly<Record<string, Block>> = {
  auth0_resource_server: RESOURCE_SERVER,
  auth0_resource_server_scopes: RESOURCE_SERVER_SCOPES,
  auth0_resource_server_scope: block({ resource_server_identifier: text(), scope: text(), description: text() }),
  auth0_client_grant: CLIENT_GRANT,
  auth0_role: ROLE,
  auth0_role_permissions: ROLE_PERMISSIONS,
  auth0_role_permission: block({ role_id: text(), permission: text(), resource_server_identifier: text() }),
};

/** Attributes that only the provider sets. Terraform takes them with a warning of its own. */
const COMPUTED = ['id', 'client_id', 'is_system', 'description', 'resource_server_name'];

/** Blocks in a set: they have no index. */
const SETS: ReadonlyArray<Attribute | undefined> = [
  RESOURCE_SERVER_SCOPES.attributes.scopes, ROLE_PERMISSIONS.attributes.permissions,
];

/** What is another resource, and how its lifecycle is set. */
const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  auth0_resource_server: { scopes: 'the scopes of an API are another resource: set the lifecycle of scopesResource' },
  auth0_role: { permissions: 'the permissions of a role are another resource: set the lifecycle of permissionsResource' },
};

/** A place in `ignore_changes`: `subject_type_authorization[0].user`. */
const PLACE = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\[(?:\d+|"[^"]*")\])*$/;

/** Returns the parts of a place: `subject_type_authorization`, `[0]`, `user`. */
export function partsOf(place: string): string[] {
  return PLACE.test(place) ? place.match(/\[[^\]]*\]|[^.[]+/g)! : [];
}

/** Returns why Terraform refuses a place in the `ignore_changes` of a resource, or undefined. */
export function problemOf(place: unknown, type: string): string | undefined {
  const resource = RESOURCES[type];
  if (!resource) {
    return undefined;
  }
  if (typeof place !== 'string') {
    return 'names something that is no string';
  }
  if (place === 'all' || place === '*') {
    return `names ${quote(place)} in a list: write ignoreChanges: 'all'`;
  }
  const [name, ...rest] = partsOf(place);
  if (name === undefined) {
    return `names ${quote(place)}, which Terraform cannot read: name an attribute, such as 'name' or 'block[0].name'`;
  }
  const attribute = resource.attributes[name];
  if (attribute) {
    return problemBelow(attribute, name, rest, place);
  }
  return COMPUTED.includes(name) ? undefined : `names ${quote(name)}, which is no attribute of ${type}${hint(name, type, resource)}`;
}

function problemBelow(attribute: Attribute, name: string, [index, member, ...rest]: string[], place: string): string | undefined {
  if (index === undefined) {
    return undefined;
  }
  const item = attribute.type === 'list' ? attribute.item : attribute;
  if (item.type !== 'block') {
    return attribute.type === 'list' ? undefined : `names ${quote(place)}, but ${quote(name)} has nothing in it: name ${quote(name)}`;
  }
  if (SETS.includes(attribute)) {
    return `names ${quote(place)}, but blocks of ${quote(name)} cannot be named one by one: name ${quote(name)}`;
  }
  if (!index.startsWith('[')) {
    return `names ${quote(place)}, but ${quote(name)} needs an index: ${quote(`${name}[0]${place.slice(place.indexOf(name) + name.length)}`)}`;
  }
  if (member === undefined) {
    return undefined;
  }
  const inner = item.attributes[member];
  if (!inner) {
    const meant = nearest(member, Object.keys(item.attributes));
    return `names ${quote(place)}, but ${quote(name)} has no ${quote(member)}${meant ? `: did you mean ${quote(meant)}?` : ''}`;
  }
  return problemBelow(inner, member, rest, place);
}

/** What was probably meant: the name of a property of our constructs has another form. */
function hint(name: string, type: string, resource: Block): string {
  const elsewhere = ELSEWHERE[type]?.[name];
  if (elsewhere !== undefined) {
    return `: ${elsewhere}`;
  }
  const ofProp = resource.members.find(({ key, attribute: { prop = key } }) => prop === name)?.name;
  const snakeCase = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const meant = ofProp ?? nearest(snakeCase, Object.keys(resource.attributes));
  return meant === undefined ? '' : `: did you mean ${quote(meant)}?`;
}
