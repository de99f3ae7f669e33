import type { Source } from '../source';
import { parseJson } from './json';
import { isTerraformJson, terraformJsonSource } from './terraform-json';
import { isTerraformShow, terraformShowSource } from './terraform-show';

/**
 * A document of Terraform as a source of the model: a synthesized stack, or a plan or state from `terraform show -json`.
 *
 * @param file its name, for errors
 * @throws Error that names the file and what is wrong with it; never with a part of its content
 */
export function sourceOf(text: string, file: string): Source {
  const document = parseJson(text, file);
  if (isTerraformShow(document)) {
    return terraformShowSource(document, file);
  }
  if (isTerraformJson(document)) {
    return terraformJsonSource(document, file);
  }
  if ('lineage' in document && 'serial' in document) {
    throw new Error(`${file} is a state file: give what \`terraform show -json\` prints of it`);
  }
  throw new Error(`${file} is no Terraform JSON: it must be a synthesized stack (cdk.tf.json), or what \`terraform show -json\` prints`);
}
