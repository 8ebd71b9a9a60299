import { descriptorOf, RESOURCE_TYPES } from '@backproof/core';
import type { AnyDescriptor, Capability, Known, ResourceType } from '@backproof/core';
import { SERVICES } from './services/index.js';
import type { Service } from './service.js';

/**
 * The page about the types of resource: how each is read, what is asked for one item at a time, what AWS Backup can do
 * for it, and what it has without AWS Backup. It is made of the descriptors of the types and the declarations of the
 * services.
 */
export function coveragePage(services: readonly Service[] = SERVICES): string {
  const descriptors = RESOURCE_TYPES.map((type) => descriptorOf({ type }));
  return [
    '# Coverage',
    "The types of resource that a scan lists and the rules judge. This page is generated: `npm run docs` writes it from the descriptors of the types (`packages/core/src/model/types`), which name the source of each fact in AWS's documentation, and from the declarations of the services (`packages/aws/src/services`).",
    '## How each type is read',
    table(
      ['type', 'ARN', 'AWS Config', 'operations'],
      descriptors.map((each) => [
        each.type,
        each.arns.map(({ service, resource }) => code(`${service}:${resource}`)).join(', '),
        configTypesText(each),
        operationsOf(each.type, services).map(code).join(', '),
      ]),
    ),
    '## What is asked for one item at a time',
    'A scan reads lists. These operations exist for one item at a time only; their calls are counted like all others.',
    table(['operation', 'called once for'], itemOperationsOf(services)),
    '## What AWS Backup can do for it',
    'Source: AWS Backup Developer Guide, feature availability by resource; for restore testing, API RestoreTestingSelectionForCreate. `unknown`: the documentation does not say, or contradicts itself. An asterisk: not in Regions that an account has to enable.',
    table(
      ['kind', ...CAPABILITIES.map(([, title]) => title)],
      descriptors.flatMap((each) =>
        each.variants.map(({ name, can, inOptInRegions = {} }) => [
          name,
          ...CAPABILITIES.map(
            ([key]) => knownText(can[key]) + (can[key] !== false && inOptInRegions[key] === false ? '\\*' : ''),
          ),
        ]),
      ),
    ),
    '## Which rules judge it',
    '`backup-coverage` and `retention-tiers` judge every resource that AWS Backup can back up. The others do not apply to what can be neither copied, nor tested by AWS Backup, nor replicated.',
    table(
      ['kind', '`cross-account-copy`', '`restore-test`', '`replication-only`'],
      descriptors.flatMap((each) =>
        each.variants.map(({ name, can }) => [
          name,
          can.crossAccountCopy === false ? 'not applicable' : 'judged',
          can.restoreTesting === false ? 'by option' : 'judged',
          Object.keys(each.replications).length === 0 ? 'not applicable' : 'judged',
        ]),
      ),
    ),
    '## What it has without AWS Backup',
    table(
      ['type', 'backups of its own', 'replication'],
      descriptors.map((each) => [each.type, backupsText(each), replicationsText(each)]),
    ),
    '## What AWS Backup cannot back up',
    table(
      ['type', 'reason'],
      descriptors.flatMap((each) => Object.values(each.unsupported).map(({ meaning }) => [each.type, meaning])),
    ),
    '## What is not listed',
    ['- Elastic clusters of Amazon DocumentDB, which AWS Backup does not support.'].join('\n'),
  ].join('\n\n');
}

const CAPABILITIES: readonly (readonly [Exclude<keyof Capability, 'oneVault'>, string])[] = [
  ['crossRegionCopy', 'copy to a Region'],
  ['crossAccountCopy', 'copy to an account'],
  ['continuous', 'continuous backup'],
  ['fullManagement', 'full management'],
  ['coldStorage', 'cold storage'],
  ['restoreTesting', 'restore testing'],
  ['airGapped', 'air-gapped vault'],
];

/** The operations of the services whose readings are about a type, and that by which its tags are read. */
function operationsOf(type: ResourceType, services: readonly Service[]): readonly string[] {
  const about = services.filter(
    ({ name, readings }) => name !== 'tagging' && readings.some(({ yields }) => yields.some(({ of }) => of === type)),
  );
  const tags = services.some(({ tagFilters }) => tagFilters?.[type] !== undefined) ? ['tag:GetResources'] : [];
  return [...about.flatMap(({ operations }) => Object.values(operations).map(({ iam }) => iam)), ...tags];
}

function itemOperationsOf(services: readonly Service[]): readonly (readonly string[])[] {
  return services.flatMap(({ name, operations }) =>
    Object.entries(operations).flatMap(([operation, { perItem }]) =>
      perItem === undefined ? [] : [[code(`${name}:${operation}`), perItem]],
    ),
  );
}

function configTypesText({ arns }: AnyDescriptor): string {
  const types = arns.map(({ configType }) => (configType === undefined ? 'not recorded' : code(configType)));
  return [...new Set(types)].join(', ');
}

function backupsText({ nativeBackups }: AnyDescriptor): string {
  const texts = Object.values(nativeBackups).map(({ name, made, continuous }) => {
    const how = made === 'manual' ? 'by hand' : continuous ? 'any moment' : 'automatic';
    return `${name} (${made === 'versions' ? 'kept versions' : how})`;
  });
  return texts.length === 0 ? 'none' : texts.join(', ');
}

function replicationsText({ replications }: AnyDescriptor): string {
  const names = Object.values(replications).map(({ name }) => name);
  return names.length === 0 ? 'none reported' : names.join(', ');
}

function knownText(known: Known): string {
  if (known === 'unknown') return 'unknown';
  return known ? 'yes' : 'no';
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
