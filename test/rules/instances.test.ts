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

/** A stack with one resource of Auth0. */
function written(texts: string[], by?: 'forEach' | 'count'): InstanceConfig {
  return { resources: new Map(), users: [{ title: 'stack/Api', texts, imports: [], outsideOfBlocks: texts, by }] };
}

const missing = (what: string, by: 'forEach' | 'count', value: string) => ({
  path: 'stack/Api', message: `'stack/Api' uses ${what}, but has no ${by}: set ${by} of its L1, such as api.resource.${by} = ${value}`,
});
const EACH = missing('each.key or each.value', 'forEach', 'iterator');
const COUNT = missing('count.index', 'count', 'count');

testRule(INSTANCE_RULES, 'instances-missing', {
  refuses: {
    'the value of an iterator': { config: written(['${each.value}']), ...EACH },
    'its key within a text and a function': { config: written(['a ${upper("${each.key}")}']), ...EACH },
    'an attribute of its value, once': { config: written(['${each.value.name}', '${each.value["id"]}']), ...EACH },
    'the value of an iterator beside a count': { config: written(['${each.value}'], 'count'), ...EACH },
    'the index of a count': { config: written(['${count.index + 1}']), ...COUNT },
    'the index of a count beside an iterator': { config: written(['${count.index}'], 'forEach'), ...COUNT },
  },
  accepts: {
    'what has forEach': { config: written(['${each.value}'], 'forEach') },
    'what has a count': { config: written(['${count.index}'], 'count') },
    'names of a loop': { config: written(['${[for each in var.a : each.value]}', '${{ for count, x in var.a : count => x }}']) },
    'like names, and texts': {
      config: written(['${var.each.value}', '${local.count.index}', 'each.value', '$${each.value}', '${join("each.value", var.a)}', '${each.value']),
    },
    'what is no resource of Auth0': { config: { resources: new Map(), users: [{ title: 'stack/Out', texts: ['${each.value}'], imports: [] }] } },
  },
});
