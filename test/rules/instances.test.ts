import { INSTANCE_RULES, InstanceConfig } from '../../lib/rules/instances';
import { testRule } from '../support/rules';

const API = 'auth0_resource_server.api';
const ROLE = 'auth0_role.clerk';

/** A stack in which an API has `forEach` and a role has `count`. */
function using(texts: string[], imports: string[] = []): InstanceConfig {
  return {
    resources: new Map([[API, { title: 'stack/Api', by: 'forEach' }], [ROLE, { title: 'stack/Clerk', by: 'count' }]]),
    users: [{ title: 'stack/Out', texts, imports }],
  };
}

const found = (by: 'forEach' | 'count', attribute: string) => ({
  path: 'stack/Out',
  message: by === 'forEach'
    ? `'stack/Out' refers to ${attribute} of 'stack/Api', which has a forEach, without naming an instance: ` +
      `name one (\${${API}["key"].${attribute}}), iterate over TerraformIterator.fromResources, or give a grant, a role or an API the same forEach`
    : `'stack/Out' refers to ${attribute} of 'stack/Clerk', which has a count, without naming an instance: ` +
      `name one (\${${ROLE}[0].${attribute}}), or give a grant, a role or an API the same count`,
});

testRule(INSTANCE_RULES, 'instance-not-named', {
  refuses: {
    'an attribute of one that has forEach': { config: using([`\${${API}.identifier}`]), ...found('forEach', 'identifier') },
    'an attribute of one that has a count': { config: using([`\${${ROLE}.id}`]), ...found('count', 'id') },
    'a reference within a text and a function': { config: using([`of \${join("{", [${API}.id, "}"])}`]), ...found('forEach', 'id') },
    'a reference in an object': { config: using([`\${{ id = ${API}.id }}`]), ...found('forEach', 'id') },
    'a splat of a map': { config: using([`\${${API}.*.id}`]), ...found('forEach', 'id') },
    'a full splat of a map': { config: using([`\${${API}[*].id}`]), ...found('forEach', 'id') },
    'one attribute once, and two attributes': {
      config: using([`\${${API}.id}`, `\${${API}.id}`, `\${${API}.name}`]), finds: [found('forEach', 'id'), found('forEach', 'name')],
    },
  },
  accepts: {
    'an instance': { config: using([`\${${API}["a"].id}`, `\${${API}[each.key].id}`, `\${${ROLE}[0].id}`, `\${${ROLE}[count.index].id}`]) },
    'a splat of a list': { config: using([`\${${ROLE}.*.id}`, `\${one(${ROLE}[*].id)}`]) },
    'the whole': { config: using([`\${${API}}`, ROLE]) },
    'a text that is no expression': { config: using([`${API}.id`, `$\${${API}.id}`, `\${var.a} of ${API}.id`]) },
    'others of a like name': {
      config: using([`\${data.${API}.id}`, `\${module.a.${API}.id}`, `\${${API}s.id}`, `\${my_${API}.id}`, `\${auth0_client.api.id}`]),
    },
  },
});

testRule(INSTANCE_RULES, 'instance-import', {
  refuses: {
    'forEach': {
      config: using([], [API]),
      path: 'stack/Out',
      message: "'stack/Out' imports 'stack/Api', which has a forEach, without naming an instance: " +
        `write stack.addOverride('import', [{ to: '${API}["key"]', id }]) instead of importFrom`,
    },
    'a count': {
      config: using([], [ROLE]),
      path: 'stack/Out',
      message: "'stack/Out' imports 'stack/Clerk', which has a count, without naming an instance: " +
        `write stack.addOverride('import', [{ to: '${ROLE}[0]', id }]) instead of importFrom`,
    },
  },
  accepts: { 'an instance': { config: using([], [`${API}["a"]`, 'auth0_client.api']) } },
});
