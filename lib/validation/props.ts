import { isPresent, META_ARGUMENTS, Options, Problem } from './convert';
import { checkMetaArguments } from './meta-arguments';
import { OptionNames, optionNames, readOptions } from './options';
import { ValidationError } from './validation-error';
import type { Block } from '../schema/attributes';
import { quote } from '../util/text';

/** The names of the props for the attributes of a resource, and of the meta-arguments. */
export function propsOf(resource: Block, ...more: string[]): OptionNames {
  return optionNames(...resource.members.map(({ key, attribute: { prop } }) => prop ?? key), ...META_ARGUMENTS, ...more);
}

/**
 * Reads the props of a construct, each once. The paths of the problems are those of the resource.
 *
 * @param name the name of the construct in messages
 * @param instead what to say of names that are no props, but that users of Terraform expect
 * @throws ValidationError if the props are not an object
 */
export function readProps(
  name: string,
  resource: Block,
  props: unknown,
  known: OptionNames,
  instead: Readonly<Record<string, string>> = {},
): Options {
  const { values, problems, others } = readOptions(props, known);
  const whole = problems.find(({ path }) => path.length === 0);
  if (whole) {
    throw new ValidationError(name, [{ rule: whole.rule, path: 'props', message: `props ${whole.text}` }]);
  }
  const all = [
    ...problems.map((one): Problem => ({ ...one, path: [attributeOf(resource, one.path[0]), ...one.path.slice(1)] })),
    ...namesOfTerraform(resource, others, values, instead),
    ...checkMetaArguments(values),
  ];
  const { lifecycle } = values;
  // a copy: CDKTF also reads members whose names are symbols
  return all.length === 0 && isPresent(lifecycle)
    ? { values: { ...values, lifecycle: Object.fromEntries(Object.entries(lifecycle)) }, problems: all }
    : { values, problems: all };
}

function attributeOf(resource: Block, prop: string | number): string | number {
  return resource.members.find(({ key, attribute }) => (attribute.prop ?? key) === prop)?.name ?? prop;
}

/** Returns a problem for each name that Terraform has, where the prop has another name and is not given. */
function namesOfTerraform(
  resource: Block,
  others: readonly string[],
  values: Options['values'],
  instead: Readonly<Record<string, string>>,
): Problem[] {
  return others.flatMap((key) => {
    const { name, attribute } = resource.members.find((member) => member.attribute.prop && (member.name === key || member.key === key)) ?? {};
    const isMissing = !attribute || !isPresent(values[attribute.prop!]);
    const text = instead[key] ?? (name && `must be given, but ${quote(key)} was given`);
    return text && isMissing ? [{ path: [name ?? key], rule: 'misspelled-property', text }] : [];
  });
}
