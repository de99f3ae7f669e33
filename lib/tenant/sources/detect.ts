import type { Source } from '../source';
import { parseJson } from './json';
import { isTerraformJson, terraformJsonSource } from './terraform-json';
import { isTerraformShow, terraformShowSource } from './terraform-show';

/**
 * Reads a synthesized stack, or a plan or state from `terraform show -json`.
 *
 * @param file the name of the file, for errors
 * @throws Error that names the file and what is wrong with it; it never shows a part of the content
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
