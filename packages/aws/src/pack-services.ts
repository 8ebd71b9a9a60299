import { isPackTypeName, recordFault } from '@backproof/core';
import type { NativeBackup, Resource } from '@backproof/core';
import type { Page } from './page.js';
import type { ListAccount, Reading, ReadingContext, ReadScope } from './reading.js';
import type { Service } from './service.js';
import { SERVICES } from './services/index.js';

/** The kinds that a pack may read, each of its own types only: what it yields is no evidence about other resources. */
const KINDS: readonly string[] = ['resources', 'tags', 'nativeBackups'];

/**
 * The services of a pack, whose pages are checked: they bring nothing but resources of the pack's types, and the backups
 * of these.
 *
 * @param services - as `defineService` made them
 * @param types - the names of the types that the pack declares
 * @throws TypeError if one is not a service, exists already, reads what it must not, or does not read all of a type
 */
export function packServices(services: readonly object[], types: readonly string[]): readonly Service[] {
  const declared = services.map(declaredService);
  for (const { name, readings } of declared) {
    if (SERVICES.some((own) => own.name === name)) {
      throw new TypeError(`its service "${name}" already exists; give it another name`);
    }
    for (const { kind, of = 'everything' } of readings.flatMap(({ yields }) => yields)) {
      if (!KINDS.includes(kind) || !types.includes(of)) {
        throw new TypeError(`its service "${name}" yields ${kind} of ${of}, which no type of the pack has`);
      }
    }
  }
  const yields = declared.flatMap(({ readings }) => readings.flatMap((reading) => reading.yields));
  for (const type of types) {
    const missing = ['resources', 'nativeBackups'].find(
      (kind) => !yields.some((y) => y.kind === kind && y.of === type),
    );
    if (missing !== undefined) throw new TypeError(`none of its services yields ${missing} of its type "${type}"`);
  }
  return declared.map((service) => ({ ...service, readings: service.readings.map(checked) }));
}

/** The boundary at which a service of another author is taken for what it says it is; `defineService` made it. */
function declaredService(value: object): Service {
  const service: Partial<Service> = value;
  const isService =
    typeof service.name === 'string' &&
    typeof service.open === 'function' &&
    typeof service.operations === 'object' &&
    Array.isArray(service.readings);
  if (!isService) throw new TypeError('one of its services was not created with defineService()');
  return value as Service;
}

function checked(reading: Reading): Reading {
  if ('read' in reading) return { ...reading, read: async () => checkedPages(await reading.read()) };
  if ('listAccount' in reading)
    return { ...reading, listAccount: async () => checkedLists(await reading.listAccount()) };
  throw new TypeError('one of its services has a reading that is neither "read" nor "listAccount"');
}

function checkedPages(read: ReadScope): ReadScope {
  return async function* readChecked(context) {
    for await (const page of read(context)) {
      checkPage(page, context);
      yield page;
    }
  };
}

function checkedLists(list: ListAccount): ListAccount {
  return async function* listChecked(context) {
    for await (const resources of list(context)) {
      resources.forEach(checkResource);
      yield resources;
    }
  };
}

function checkPage({ resources = [], nativeBackups = [] }: Page, { found }: ReadingContext): void {
  resources.forEach(checkResource);
  if (nativeBackups.length === 0) return;
  const own = new Set(
    [...found('resources'), ...resources].flatMap(({ arn, type }) => (isPackTypeName(type) ? arn : [])),
  );
  for (const backup of nativeBackups) checkBackup(backup, own);
}

function checkResource(resource: Resource): void {
  const fault = recordFault('resources', resource);
  if (fault !== undefined) throw new TypeError(`a pack yields a malformed resource: ${fault}`);
}

function checkBackup(backup: NativeBackup, own: ReadonlySet<string>): void {
  const fault = recordFault('nativeBackups', backup);
  if (fault !== undefined) throw new TypeError(`a pack yields a malformed native backup: ${fault}`);
  if (!backup.mechanism.startsWith('pack-') || !own.has(backup.resourceArn)) {
    throw new TypeError(`a pack yields a native backup of ${backup.resourceArn}, which is not a resource of a pack`);
  }
}
