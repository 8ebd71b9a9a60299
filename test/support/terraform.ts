import hcl from 'hcl2-parser';

/** The fault for which Terraform's own language does not take a text, or null. */
export function terraformFault(text: string): unknown {
  const parsed: unknown = hcl.parseToObject(text);
  return Array.isArray(parsed) ? parsed[1] : 'no answer';
}
