import { buildArn } from '@backproof/core';
import type { Scope } from '@backproof/core';
import { isRecord } from '../is-record.js';
import { Unresolved } from './unresolved.js';

type Resources = Readonly<Record<string, unknown>>;

/** Works out the values of a template as far as they are known before it is applied; the others are unresolved. */
export function templateResolver(resources: Resources, scope: Scope): (value: unknown) => unknown {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== undefined);
    if (!isRecord(value)) return value;
    const [name, ...others] = Object.keys(value);
    if (name !== undefined && others.length === 0 && isFunction(name)) return called(name, value[name]);
    const entries = Object.entries(value).map(([key, part]) => [key, resolve(part)] as const);
    return Object.fromEntries(entries.filter(([, part]) => part !== undefined));
  };

  const called = (name: string, argument: unknown): unknown => {
    const why = new Unresolved(`${name}: ${shown(argument)}`);
    switch (name) {
      case 'Ref':
        return argument === 'AWS::NoValue' ? undefined : (referred(argument) ?? why);
      case 'Fn::GetAtt':
        return attribute(Array.isArray(argument) ? argument.join('.') : argument) ?? why;
      case 'Fn::Sub':
        return typeof argument === 'string' ? (substituted(argument) ?? why) : why;
      case 'Fn::Join':
        return joined(resolve(argument)) ?? why;
      default:
        return why;
    }
  };

  const referred = (id: unknown): string | undefined => {
    if (id === 'AWS::AccountId') return scope.accountId;
    if (id === 'AWS::Region') return scope.region;
    if (id === 'AWS::Partition') return scope.partition;
    const resource = typeof id === 'string' ? resources[id] : undefined;
    if (typeof id !== 'string' || !isRecord(resource)) return undefined;
    if (resource.Type === 'AWS::Backup::BackupPlan') return id;
    return resource.Type === 'AWS::Backup::BackupVault' ? vaultName(resource) : undefined;
  };

  const vaultName = ({ Properties }: Readonly<Record<string, unknown>>): string | undefined => {
    const name = isRecord(Properties) ? Properties.BackupVaultName : undefined;
    if (typeof name === 'string') return name;
    // A vault that is named after itself would be worked out without an end.
    const inside = isRecord(name) ? name['Fn::Sub'] : undefined;
    return typeof inside === 'string' && !/\$\{(?!AWS::)/.test(inside) ? substituted(inside) : undefined;
  };

  const attribute = (path: unknown): string | undefined => {
    if (typeof path !== 'string') return undefined;
    const [id = '', name] = path.split('.');
    const resource = resources[id];
    if (!isRecord(resource)) return undefined;
    if (resource.Type === 'AWS::Backup::BackupPlan' && name === 'BackupPlanId') return id;
    const vault = resource.Type === 'AWS::Backup::BackupVault' ? vaultName(resource) : undefined;
    if (vault === undefined) return undefined;
    if (name === 'BackupVaultName') return vault;
    return name === 'BackupVaultArn'
      ? buildArn({ ...scope, service: 'backup', resource: `backup-vault:${vault}` })
      : undefined;
  };

  /** The text with its variables; undefined if one of them is not known. */
  const substituted = (text: string): string | undefined => {
    const missing: string[] = [];
    const result = text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      const value = name.includes('.') ? attribute(name) : referred(name);
      if (value === undefined) missing.push(name);
      return value ?? '';
    });
    return missing.length === 0 ? result : undefined;
  };

  return resolve;
}

function isFunction(name: string): boolean {
  return name === 'Ref' || name.startsWith('Fn::');
}

function joined(argument: unknown): string | undefined {
  if (!Array.isArray(argument)) return undefined;
  const items: readonly unknown[] = argument;
  const [separator, parts] = items;
  if (typeof separator !== 'string' || !Array.isArray(parts)) return undefined;
  return parts.every((part) => typeof part === 'string') ? parts.join(separator) : undefined;
}

const LONGEST = 60;

function shown(argument: unknown): string {
  const text = typeof argument === 'string' ? argument : JSON.stringify(argument) || '';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
