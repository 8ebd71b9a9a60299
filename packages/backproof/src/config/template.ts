import type { Rule } from '@backproof/core';
import { PRESET_NAMES } from '../presets.js';

/** Where editors find the schema of the file that `backproof init` writes. */
const SCHEMA_URL = 'https://unpkg.com/backproof/schema/config.schema.json';

/** The configuration file that `backproof init` writes: what holds anyway, with all else as comments. */
export function configTemplate(rules: readonly Rule[]): string {
  return `# yaml-language-server: $schema=${SCHEMA_URL}
#
# The configuration of Backproof. Flags and environment variables stand over it. \`backproof config\` prints what holds
# and where each value comes from.

# Which rules judge, and how: later presets stand over earlier ones. Known are
# ${PRESET_NAMES.join(', ')}.
extends: [recommended]

# Rules of other authors: npm packages or paths from here. Their code is run.
# packs: ["@acme/backproof-rules"]

# scope:
#   regions: [eu-west-1, eu-central-1] # or all
#   roles: # one of each account; without roles, the account of your credentials is scanned
#     - arn:aws:iam::111111111111:role/Backproof
#   exclude:
#     - match: { tags: { Environment: [sandbox, "dev-*"] } }
#       reason: thrown away every night

# A severity or off; a list adds options. What is left out stays as the presets have it.
# rules:
${rules.map(ruleComment).join('\n')}

# Other settings for some resources. The last entry that fits a resource holds, whole.
# overrides:
#   - match: { tags: { Environment: production }, types: [RDS, Aurora] }
#     rules:
#       cross-account-copy: [critical, { accounts: ["222222222222"] }]

# Approved exceptions, each with an owner, an approver and an expiry. See docs/configuration.md.
# waivers: [waivers/*.yaml]

# Failures of an earlier run that are not held against this one; backproof scan --write-baseline FILE writes it.
# baseline: baseline.json

# What makes a build fail.
gate:
  failOn: low # low, medium, high, critical or never
  # allowed: { medium: 5 } # so many open violations of a severity are put up with
  unknown: fail # fail, allow, or the ids of the rules that may leave something untold

# The options of reports.
# reports:
#   sarif: { profile: github }
`;
}

function ruleComment({ id, title, options }: Rule): string {
  const defaults = JSON.stringify(options.defaults)
    .replaceAll(/"(\w+)":/g, ' $1: ')
    .replaceAll(',', ', ');
  return `#   ${id}: { options: ${defaults} } # ${title}`;
}
