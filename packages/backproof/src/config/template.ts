import { DEFAULT_GATE } from '@backproof/core';
import type { Rule } from '@backproof/core';
import { PRESET_NAMES } from '../presets.js';

/** The URL of the schema, for editors. */
const SCHEMA_URL = 'https://unpkg.com/backproof/schema/config.schema.json';

/** The configuration file that `backproof init` writes: the defaults, with all other settings as comments. */
export function configTemplate(rules: readonly Rule[]): string {
  return `# yaml-language-server: $schema=${SCHEMA_URL}
#
# The configuration of Backproof. Flags and environment variables override it. \`backproof config\` prints the effective
# settings and where each value comes from.

# The rules that judge. Later presets override earlier ones. Presets:
# ${PRESET_NAMES.join(', ')}.
extends: [recommended]

# Rules of other authors: npm packages, or paths relative to this file. Their code is run.
# packs: ["@acme/backproof-rules"]

# scope:
#   regions: [eu-west-1, eu-central-1] # or all
#   roles: # one for each account; without roles, the account of your credentials is scanned
#     - arn:aws:iam::111111111111:role/Backproof
#   exclude:
#     - match: { tags: { Environment: [sandbox, "dev-*"] } }
#       reason: deleted every night

# A severity or off; a list adds options. Everything else stays as the presets set it.
# rules:
${rules.map(ruleComment).join('\n')}

# Other settings for some resources. The last entry that matches a resource applies, whole.
# overrides:
#   - match: { tags: { Environment: production }, types: [RDS, Aurora] }
#     rules:
#       cross-account-copy: [critical, { accounts: ["222222222222"] }]

# Approved exceptions, each with an owner, an approver and an expiry date. See docs/configuration.md.
# waivers: [waivers/*.yaml]

# Failures of an earlier run that do not count in this one. Write the file with: backproof scan --write-baseline FILE
# baseline: baseline.json

# The conditions under which a build fails.
gate:
  failOn: ${DEFAULT_GATE.failOn} # low, medium, high, critical or never: violations below it do not count
  # allowed: { medium: 5 } # up to this many open violations of a severity are allowed
  unknown: [${DEFAULT_GATE.unknown.join(', ')}] # fail, allow, or what is allowed: kinds (unread, forgotten, undecided) and ids of rules

# The tags that name the owner and the system of a resource. A ledger records their values, and an audit shows them.
# audit: { ownerTag: Owner, systemTag: Application }

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
