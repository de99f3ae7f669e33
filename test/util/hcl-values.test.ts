import { hasPlainText, waitsFor } from '../../lib/util/hcl-values';

const DEFINITIONS: Record<string, unknown> = {
  'var.plain': 'plain',
  'var.map': { signing: 'plain' },
  'local.plain': '${base64encode("plain")}',
  'local.reference': '${var.secret}',
  'local.resource': ['${random_password.a.result}'],
  'local.circle': '${local.circle}',
};
const definition = (names: readonly string[]) => DEFINITIONS[names.slice(0, 2).join('.')];

test.each(['plain', '7', '-'])('text comes out of %j', (text) => {
  expect(hasPlainText(text, definition)).toBe(true);
});

test.each([
  '${sensitive("plain")}',
  '${base64encode("plain")}',
  '${coalesce(var.secret, "plain")}',
  '${join("", [var.secret, "plain"])}',
  '${join("plain", [var.a, var.b])}',
  '${var.flag ? "plain" : var.secret}',
  '${var.flag ? var.secret : (var.other ? var.secret : "plain")}',
  '${try(var.secret, null, "plain")}',
  '${lookup(var.secrets, "signing", "plain")}',
  '${lookup({ signing = "plain" }, var.name)}',
  '${{ a = var.secret, b = "plain" }[var.name]}',
  '${{ "a" = "plain" }.a}',
  '${["plain"][0]}',
  '${element([var.secret, ["plain"]], 1)}',
  '${merge({ a = "plain" }, var.secrets)["a"]}',
  '${jsonencode({ plain = var.secret })}',
  '${keys({ plain = var.secret })[0]}',
  '${format("plain-%s", var.secret)}',
  '${format("%s", "plain")}',
  '${replace(var.secret, "a", "plain")}',
  '${"plain${var.secret}"}',
  '${sensitive("${var.a}\\"plain")}',
  '${[for name in ["plain"] : name][0]}',
  '${[for name in var.names : "plain"][0]}',
  '${{ for key, value in var.map : key => "plain" }["a"]}',
  '${sha256("plain")}',
  '${tostring(12345678)}',
  '${provider::kit::upper("plain")}',
  '${var.plain}',
  '${var.map["signing"]}',
  '${upper(var.plain)}',
  '${local.plain}',
  '%{ if var.a }plain%{ endif }',
  '%{ for name in ["plain"] }${name}%{ endfor }',
  '${var.a}-${var.b}',
  '$${var.a}',
  '${not valid',
  '${sensitive(plain)}',
])('text comes out of %s', (text) => {
  expect(hasPlainText(text, definition)).toBe(true);
});

test.each([
  '${var.secret}',
  '${ var.secret }',
  '${~ var.secret ~}',
  '${var.a}${var.b}',
  '${data.vault.a["b"]}',
  '${data.vault.a.data.b[0].c}',
  '${module.vault["eu"].secrets[*].value}',
  '${sensitive(var.secret)}',
  '${file("keys/secret.txt")}',
  '${trimspace(file("${path.module}/secret.txt"))}',
  '${lookup(var.secrets, "signing")}',
  '${lookup(var.secrets, "signing", "")}',
  '${element(var.secrets, 0)}',
  '${substr(var.secret, 0, 16)}',
  '${slice(var.secrets, 0, 1)[0]}',
  '${jsondecode(data.vault.a.secret_string)["signing"]}',
  '${var.environment == "prod" ? var.a : var.b}',
  '${contains(["prod"], var.environment) ? var.a : var.b}',
  '${var.count > 16 && !var.flag ? var.a : var.b}',
  '${{ prod = var.a, "test" = var.b }[var.environment]}',
  '${{ prod = "plain", test = var.b }["test"]}',
  '${join("", [var.a, var.b])}',
  '${join("-", [var.a, var.b])}',
  '${format("%s:%-5s", var.a, var.b)}',
  '${replace(var.secret, "plain", "")}',
  '${trimsuffix(var.secret, "plain")}',
  '${split("plain", var.secret)[0]}',
  '${regex("[a-z]+", var.secret)}',
  '${coalesce(var.a, null, "")}',
  '${try(var.a, "")}',
  '${"${var.a}${var.b}"}',
  '${sensitive("${var.a}\\n")}',
  '${var.a ? var.b : "${var.c}"}',
  '${[for name, value in var.secrets : value if name == "signing"][0]}',
  '${rsadecrypt("cipher", file("key.pem"))}',
  '%{ if var.environment == "prod" }${var.a}%{ else }${var.b}%{ endif }',
  '${local.reference}',
  '${local.circle}',
  '${/* plain */ var.secret}',
])('no text comes out of %s', (text) => {
  expect(hasPlainText(text, definition)).toBe(false);
});

test('lists and objects are read member by member', () => {
  expect(hasPlainText({ a: ['${var.secret}'] }, definition)).toBe(false);
  expect(hasPlainText({ a: ['${var.secret}', 'plain'] }, definition)).toBe(true);
});

test('a deep expression is not read, and so counts as text', () => {
  expect(hasPlainText(`\${${'('.repeat(100_000)}`, definition)).toBe(true);
});

test.each<[string, string]>([
  ['plain', 'nothing'],
  ['${var.flag}', 'nothing'],
  ['${!var.flag || path.module == "a"}', 'nothing'],
  ['${each.value.flag}', 'nothing'],
  ['${contains(var.names, "a")}', 'nothing'],
  ['${local.reference}', 'nothing'],
  ['${local.circle}', 'unclear'],
  ['${local.elsewhere}', 'unclear'],
  ['${[for name in var.names : name]}', 'unclear'],
  ['${auth0_client.worker.client_id == "a"}', 'resources'],
  ['${var.flag ? data.vault.a.b : false}', 'resources'],
  ['${module.a.flag}', 'resources'],
  ['${local.resource}', 'resources'],
  ['${timestamp() == var.a}', 'resources'],
])('%s waits for %s', (text, expected) => {
  expect(waitsFor(text, definition)).toBe(expected);
});
