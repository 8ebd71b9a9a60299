import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BackupSelection, RegionSettings, SelectionConditions, TagCondition } from '../model/backup-plan.js';
import type { OptIns } from './opt-in.js';
import type { Database, FsxResource, Resource, Tags } from '../model/resource.js';
import { buildArn } from './arn.js';
import { DEFAULT_SELECTION_OPTIONS, explainSelection } from './selection.js';
import { describeExplanation } from './selection-explanation.js';

const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };
const optIn = { Aurora: true, EBS: true, EC2: true, FSx: true, RDS: true };
const settings: RegionSettings = { scope, optIn, management: {} };
const optedOut = (...types: string[]): RegionSettings => ({
  ...settings,
  optIn: { ...optIn, ...Object.fromEntries(types.map((type) => [type, false])) },
});

function withoutTags(service: string, resource: string) {
  const { accountId, region } = scope;
  return { arn: buildArn({ ...scope, service, resource }), accountId, region, name: 'orders' };
}

const base = (service: string, resource: string) => ({ ...withoutTags(service, resource), tags: {} });

const volume = (tags: Tags = {}): Resource => ({ ...base('ec2', 'volume/vol-1'), type: 'EBS', attachments: [], tags });
const instance: Resource = { ...base('ec2', 'instance/i-1'), type: 'EC2', rootDevice: 'ebs', spot: false };
const database = (name: string): Database => ({
  ...base('rds', `db:${name}`),
  type: 'RDS',
  form: 'instance',
  engine: 'postgres',
});
const cluster = (name: string, type: Database['type'] = 'Aurora'): Database => ({
  ...base('rds', `cluster:${name}`),
  type,
  form: 'cluster',
  engine: 'postgres',
});
const fileSystem = (engine: FsxResource['engine']): Resource => ({
  ...base('fsx', 'file-system/fs-1'),
  type: 'FSx',
  form: 'fileSystem',
  engine,
});

const NO_CONDITIONS: SelectionConditions = { stringEquals: [], stringNotEquals: [], stringLike: [], stringNotLike: [] };
const when = (conditions: Partial<SelectionConditions>) => ({ conditions: { ...NO_CONDITIONS, ...conditions } });
const tag = (key: string, value: string): TagCondition => ({ key, value });

const selection = (over: Partial<BackupSelection>): BackupSelection => ({
  scope,
  planId: 'p1',
  id: 's1',
  name: 'all',
  iamRoleArn: 'arn:aws:iam::111111111111:role/backup',
  resources: [],
  notResources: [],
  listOfTags: [],
  conditions: NO_CONDITIONS,
  ...over,
});

const TYPE_LEVEL = 'arn:aws:ec2:*:*:volume/*';
const WILDCARD_INSIDE = 'arn:aws:ec2:*:*:volume/v*-1';

interface Story {
  readonly name: string;
  readonly select: Partial<BackupSelection>;
  readonly resource: Resource;
  readonly settings?: OptIns | undefined;
  readonly expected: object;
}

const stories: readonly Story[] = [
  {
    name: 'an exact ARN, though its type is opted out',
    select: { resources: [volume().arn] },
    resource: volume(),
    settings: optedOut('EBS'),
    expected: { assigned: 'yes', reason: 'resource-arn', clause: { path: 'Resources[0]', text: volume().arn } },
  },
  {
    name: 'one of two tags is enough',
    select: { listOfTags: [tag('tier', 'gold'), tag('backup', 'true')] },
    resource: volume({ backup: 'true' }),
    expected: {
      assigned: 'yes',
      reason: 'tag',
      clause: { path: 'ListOfTags[1]', text: 'backup=true' },
      setting: 'EBS',
    },
  },
  {
    name: 'one of two conditions is not',
    select: when({ stringEquals: [tag('backup', 'true'), tag('stage', 'prod')] }),
    resource: volume({ backup: 'true' }),
    expected: {
      assigned: 'no',
      reason: 'condition-failed',
      clause: { path: 'Conditions.StringEquals[1]', text: 'stage=prod' },
    },
  },
  {
    name: 'a tag value that differs in case',
    select: { listOfTags: [tag('backup', 'true')] },
    resource: volume({ backup: 'True' }),
    expected: { assigned: 'no', reason: 'no-match' },
  },
  {
    name: 'a tag key that differs in case',
    select: { listOfTags: [tag('backup', 'true')] },
    resource: volume({ Backup: 'true' }),
    expected: { assigned: 'no', reason: 'no-match' },
  },
  {
    name: 'keys come without prefix, so a tag and a condition on one key agree',
    select: { listOfTags: [tag('Environment', 'prod')], ...when({ stringEquals: [tag('Environment', 'prod')] }) },
    resource: volume({ Environment: 'prod' }),
    expected: { assigned: 'yes', reason: 'tag' },
  },
  {
    name: 'excluded by ARN',
    select: { resources: [TYPE_LEVEL], notResources: [volume().arn] },
    resource: volume(),
    expected: {
      assigned: 'no',
      reason: 'excluded',
      clause: { path: 'NotResources[0]', text: volume().arn },
      assumptions: [],
    },
  },
  {
    name: 'everything but one stage, and it is of that stage',
    select: { resources: ['*'], ...when({ stringNotEquals: [tag('stage', 'test')] }) },
    resource: volume({ stage: 'test' }),
    expected: {
      assigned: 'no',
      reason: 'condition-failed',
      clause: { path: 'Conditions.StringNotEquals[0]', text: 'stage=test' },
    },
  },
  {
    name: 'everything but one stage, and it has no stage',
    select: { resources: ['*'], ...when({ stringNotEquals: [tag('stage', 'test')] }) },
    resource: volume(),
    expected: { assigned: 'yes', assumptions: ['absent-tag-passes-negated-condition'] },
  },
  {
    name: 'an empty selection',
    select: {},
    resource: volume(),
    expected: { assigned: 'yes', reason: 'everything', setting: 'EBS', assumptions: [] },
  },
  {
    name: 'an empty selection, opted out',
    select: {},
    resource: volume(),
    settings: optedOut('EBS'),
    expected: { assigned: 'no', reason: 'opted-out', setting: 'EBS' },
  },
  {
    name: 'a tag alone, opted out',
    select: { listOfTags: [tag('backup', 'true')] },
    resource: volume({ backup: 'true' }),
    settings: optedOut('EBS'),
    expected: { assigned: 'no', reason: 'opted-out', setting: 'EBS' },
  },
  {
    name: 'conditions alone, opted out',
    select: when({ stringEquals: [tag('backup', 'true')] }),
    resource: volume({ backup: 'true' }),
    settings: optedOut('EBS'),
    expected: { assigned: 'no', reason: 'opted-out', setting: 'EBS' },
  },
  {
    name: 'a service, and the instance is opted in',
    select: { resources: ['arn:aws:ec2:*'] },
    resource: instance,
    settings: optedOut('EBS'),
    expected: { assigned: 'yes', reason: 'resource-pattern', setting: 'EC2' },
  },
  {
    name: 'a service, and the volume is opted out',
    select: { resources: ['arn:aws:ec2:*'] },
    resource: volume(),
    settings: optedOut('EBS'),
    expected: { assigned: 'no', reason: 'opted-out', setting: 'EBS' },
  },
  {
    name: 'a type, opted out',
    select: { resources: [TYPE_LEVEL] },
    resource: volume(),
    settings: optedOut('EBS'),
    expected: { assigned: 'yes', reason: 'resource-pattern', clause: { path: 'Resources[0]', text: TYPE_LEVEL } },
  },
  ...(['Aurora', 'DocumentDB', 'Neptune'] as const).map((type) => ({
    name: `${type}, whose opt-in always counts, even for an exact ARN`,
    select: { resources: [cluster('orders').arn] },
    resource: cluster('orders', type),
    settings: optedOut(type),
    expected: { assigned: 'no', reason: 'opted-out', setting: type },
  })),
  {
    name: 'a pattern for clusters and an RDS Multi-AZ cluster, which is opted out',
    select: { resources: ['arn:aws:rds:*:*:cluster:*'] },
    resource: cluster('orders', 'RDS'),
    settings: optedOut('RDS'),
    expected: { assigned: 'no', reason: 'opted-out', setting: 'RDS' },
  },
  {
    name: 'a pattern for RDS instances and an Aurora cluster',
    select: { resources: ['arn:aws:rds:*:*:db:*'] },
    resource: cluster('orders'),
    expected: { assigned: 'no', reason: 'no-match' },
  },
  {
    name: 'a pattern for RDS instances and a member of an Aurora cluster',
    select: { resources: ['arn:aws:rds:*:*:db:*'] },
    resource: { ...database('orders-1'), type: 'Aurora', form: 'clusterMember' },
    expected: { assigned: 'no', reason: 'unsupported', cause: 'cluster-member' },
  },
  {
    name: 'a pattern for clusters by prefix',
    select: { resources: ['arn:aws:rds:*:*:cluster:prod-*'] },
    resource: cluster('prod-1'),
    expected: { assigned: 'yes', reason: 'resource-pattern', setting: 'Aurora', assumptions: [] },
  },
  {
    name: 'a plan in another Region',
    select: { scope: { ...scope, region: 'eu-central-1' }, resources: [volume().arn] },
    resource: volume(),
    expected: { assigned: 'no', reason: 'other-scope' },
  },
  {
    name: 'a plan in another account',
    select: { scope: { ...scope, accountId: '222222222222' }, resources: [volume().arn] },
    resource: volume(),
    expected: { assigned: 'no', reason: 'other-scope' },
  },
  {
    name: 'a wildcard inside the name',
    select: { resources: ['arn:aws:rds:*:*:db:*-prod'] },
    resource: database('orders-prod'),
    expected: { assigned: 'yes', reason: 'resource-pattern', assumptions: ['wildcard-inside-arn'] },
  },
  {
    name: 'a wildcard for the service names no type',
    select: { resources: ['arn:aws:*:*:*:volume/*'] },
    resource: volume(),
    settings: optedOut('EBS'),
    expected: { assigned: 'no', reason: 'opted-out' },
  },
  {
    name: 'a pattern that is certain is preferred',
    select: { resources: ['arn:aws:rds:*:*:db:*-prod', 'arn:aws:rds:*:*:db:*'] },
    resource: database('orders-prod'),
    expected: { assigned: 'yes', clause: { path: 'Resources[1]', text: 'arn:aws:rds:*:*:db:*' }, assumptions: [] },
  },
  {
    name: 'StringLike, and the name begins so',
    select: when({ stringLike: [tag('Name', 'web-*')] }),
    resource: volume({ Name: 'web-1' }),
    expected: { assigned: 'yes', reason: 'everything' },
  },
  {
    name: 'StringLike without the tag',
    select: when({ stringLike: [tag('Name', 'web-*')] }),
    resource: volume(),
    expected: {
      assigned: 'no',
      reason: 'condition-failed',
      clause: { path: 'Conditions.StringLike[0]', text: 'Name=web-*' },
    },
  },
  {
    name: 'StringNotLike, and the value is like it',
    select: when({ stringNotLike: [tag('note', '*exclude*')] }),
    resource: volume({ note: 'please exclude me' }),
    expected: { assigned: 'no', reason: 'condition-failed' },
  },
  {
    name: "an organization's plan follows an opt-in that cannot be seen",
    select: { planId: 'orgs/p1', listOfTags: [tag('backup', 'true')] },
    resource: volume({ backup: 'true' }),
    settings: optedOut('EBS'),
    expected: { assigned: 'yes', reason: 'tag', assumptions: ['organization-opt-in'] },
  },
  {
    name: "an organization's plan follows the opt-in of the management account where that was scanned",
    select: { planId: 'orgs/p1', listOfTags: [tag('backup', 'true')] },
    resource: volume({ backup: 'true' }),
    settings: { ...optedOut('EBS'), organizationOptIn: { EBS: true } },
    expected: { assigned: 'yes', reason: 'tag', setting: 'EBS', by: 'management-account', assumptions: [] },
  },
  {
    name: "an organization's plan backs up nothing that the management account has not opted in",
    select: { planId: 'orgs/p1', resources: ['*'] },
    resource: volume(),
    settings: { ...settings, organizationOptIn: { EBS: false } },
    expected: { assigned: 'no', reason: 'opted-out', setting: 'EBS', by: 'management-account', assumptions: [] },
  },
  {
    name: 'settings of the management account without the type leave the opt-in unknown',
    select: { planId: 'orgs/p1', listOfTags: [tag('backup', 'true')] },
    resource: volume({ backup: 'true' }),
    settings: { organizationOptIn: {} },
    expected: { assigned: 'yes', assumptions: ['organization-opt-in'] },
  },
  {
    name: "a plan of the account's own does not follow the management account",
    select: { resources: ['*'] },
    resource: volume(),
    settings: { ...settings, organizationOptIn: { EBS: false } },
    expected: { assigned: 'yes', assumptions: [] },
  },
  {
    name: "an organization's plan that names the type needs no opt-in",
    select: { planId: 'orgs/p1', resources: [TYPE_LEVEL] },
    resource: volume(),
    expected: { assigned: 'yes', assumptions: [] },
  },
  {
    name: 'an FSx pattern does not name the kind of file system, so its opt-in counts',
    select: { resources: ['arn:aws:fsx:*:*:file-system/*'] },
    resource: fileSystem('WINDOWS'),
    settings: optedOut('FSx'),
    expected: { assigned: 'no', reason: 'opted-out', setting: 'FSx', assumptions: [] },
  },
  {
    name: 'the opt-in of OpenZFS may be a setting of its own',
    select: {},
    resource: fileSystem('OPENZFS'),
    expected: { assigned: 'yes', setting: 'FSx', assumptions: ['openzfs-opt-in'] },
  },
  {
    name: 'a pattern that needs no opt-in beats a tag that does',
    select: { resources: [TYPE_LEVEL], listOfTags: [tag('backup', 'true')] },
    resource: volume({ backup: 'true' }),
    settings: optedOut('EBS'),
    expected: { assigned: 'yes', reason: 'resource-pattern' },
  },
  {
    name: 'a tag that needs an opt-in, which is on, beats a pattern that rests on an assumption',
    select: { resources: [WILDCARD_INSIDE], listOfTags: [tag('backup', 'true')] },
    resource: volume({ backup: 'true' }),
    expected: { assigned: 'yes', reason: 'tag', assumptions: [] },
  },
  {
    name: 'such a pattern beats a tag that needs an opt-in, which is off',
    select: { resources: [WILDCARD_INSIDE], listOfTags: [tag('backup', 'true')] },
    resource: volume({ backup: 'true' }),
    settings: optedOut('EBS'),
    expected: { assigned: 'yes', reason: 'resource-pattern', assumptions: ['wildcard-inside-arn'] },
  },
  {
    name: "such a pattern is beaten by a tag in an organization's plan, whose opt-in is taken to be on",
    select: { planId: 'orgs/p1', resources: [WILDCARD_INSIDE], listOfTags: [tag('backup', 'true')] },
    resource: volume({ backup: 'true' }),
    expected: { assigned: 'yes', reason: 'tag', assumptions: ['organization-opt-in'] },
  },
  {
    name: 'the first of patterns that are equally good',
    select: { resources: [TYPE_LEVEL, volume().arn] },
    resource: volume(),
    expected: { assigned: 'yes', clause: { path: 'Resources[0]' } },
  },
  {
    name: 'the exclusion that rests on no assumption',
    select: { notResources: [WILDCARD_INSIDE, TYPE_LEVEL] },
    resource: volume(),
    expected: { assigned: 'no', reason: 'excluded', clause: { path: 'NotResources[1]' }, assumptions: [] },
  },
  {
    name: 'NotResources beats a tag, which AWS does not say',
    select: { listOfTags: [tag('backup', 'true')], notResources: [TYPE_LEVEL] },
    resource: volume({ backup: 'true' }),
    expected: { assigned: 'no', reason: 'excluded', assumptions: ['not-resources-beat-tags'] },
  },
  {
    name: 'settings unread where the opt-in decides',
    select: { resources: ['*'] },
    resource: volume(),
    settings: undefined,
    expected: { assigned: 'unknown', reason: 'opt-in-unknown', setting: 'EBS' },
  },
  {
    name: 'settings without the type',
    select: {},
    resource: volume(),
    settings: { ...settings, optIn: {} },
    expected: { assigned: 'unknown', reason: 'opt-in-unknown', setting: 'EBS' },
  },
  {
    name: 'settings unread where the opt-in does not matter',
    select: { resources: [TYPE_LEVEL] },
    resource: volume(),
    settings: undefined,
    expected: { assigned: 'yes', reason: 'resource-pattern' },
  },
  {
    name: 'a key that every object has is not a tag',
    select: { listOfTags: [tag('constructor', 'x')], ...when({ stringEquals: [tag('__proto__', 'x')] }) },
    resource: volume(),
    expected: { assigned: 'no', reason: 'no-match' },
  },
  {
    name: 'a tag may have any key',
    select: { listOfTags: [tag('__proto__', 'x')] },
    resource: volume(Object.fromEntries([['__proto__', 'x']])),
    expected: { assigned: 'yes', reason: 'tag' },
  },
  {
    name: 'what a restore test made',
    select: { resources: ['*'] },
    resource: volume({ 'awsbackup-restore-test': '' }),
    expected: { assigned: 'no', reason: 'restore-test-resource' },
  },
  {
    name: 'what a restore test made, by its name',
    select: { resources: ['*'] },
    resource: { ...volume(), name: 'awsbackup-restore-test-0a1b' },
    expected: { assigned: 'no', reason: 'restore-test-resource' },
  },
];

it.each(stories)('$name', (story) => {
  const given = 'settings' in story ? story.settings : settings;
  expect(explainSelection(selection(story.select), story.resource, given)).toMatchObject(story.expected);
});

describe('unread tags', () => {
  const unread: Database = { ...withoutTags('rds', 'db:orders'), type: 'RDS', form: 'instance', engine: 'postgres' };
  const asked = { listOfTags: [tag('backup', 'true')] };

  it.each<[string, Partial<BackupSelection>, RegionSettings, object]>([
    [
      'leave a tag open',
      asked,
      settings,
      { assigned: 'unknown', reason: 'tags-unknown', clause: { path: 'ListOfTags[0]' } },
    ],
    [
      'leave a condition open',
      when({ stringNotLike: [tag('a', '*')] }),
      settings,
      { assigned: 'unknown', reason: 'tags-unknown', clause: { path: 'Conditions.StringNotLike[0]' } },
    ],
    [
      'do not matter to an ARN',
      { ...asked, resources: [unread.arn] },
      settings,
      { assigned: 'yes', reason: 'resource-arn' },
    ],
    [
      'do not matter to an exclusion',
      { ...asked, notResources: [unread.arn] },
      settings,
      { assigned: 'no', reason: 'excluded', assumptions: ['not-resources-beat-tags'] },
    ],
    [
      'do not matter to a pattern, even if it rests on an assumption',
      { ...asked, resources: ['arn:aws:rds:*:*:db:o*s'] },
      settings,
      { assigned: 'yes', reason: 'resource-pattern', assumptions: ['wildcard-inside-arn'] },
    ],
    ['do not matter where the type is opted out', asked, optedOut('RDS'), { assigned: 'no', reason: 'opted-out' }],
  ])('%s', (_name, select, given, expected) => {
    expect(explainSelection(selection(select), unread, given)).toMatchObject(expected);
  });
});

describe('options', () => {
  it('a missing tag fails a negated condition, if one says so', () => {
    const select = selection(when({ stringNotEquals: [tag('stage', 'test')] }));
    const options = { ...DEFAULT_SELECTION_OPTIONS, absentTagPassesNegatedCondition: false };
    expect(explainSelection(select, volume(), settings, options)).toMatchObject({ reason: 'condition-failed' });
    expect(explainSelection(select, volume({ stage: 'prod' }), settings, options)).toMatchObject({ assigned: 'yes' });
  });

  it('a wildcard inside an ARN matches nothing, if one says so', () => {
    const pattern = 'arn:aws:rds:*:*:db:*-prod';
    const options = { ...DEFAULT_SELECTION_OPTIONS, wildcardInsideArn: false };
    const explain = (select: Partial<BackupSelection>) =>
      explainSelection(selection(select), database('orders-prod'), settings, options);
    expect(explain({ resources: [pattern] })).toMatchObject({ assigned: 'no', reason: 'no-match' });
    expect(explain({ notResources: [pattern] })).toMatchObject({ assigned: 'yes', reason: 'everything' });
  });
});

describe('describeExplanation', () => {
  const gold = { listOfTags: [tag('tier', 'gold')] };
  const off = optedOut('EBS');

  it.each<[string, Partial<BackupSelection>, Resource, RegionSettings]>([
    ['Resources[0] names it.', { resources: [volume().arn] }, volume(), settings],
    ['ListOfTags[0] (tier=gold) matches it.', gold, volume({ tier: 'gold' }), settings],
    ['No ARN, pattern or tag of the selection matches it.', gold, volume(), settings],
    [
      'The selection names neither resources nor tags, which selects every type that is opted in.',
      {},
      volume(),
      settings,
    ],
    ['NotResources[0] (*) excludes it.', { notResources: ['*'] }, volume(), settings],
    ['It does not meet Conditions.StringLike[0] (a=b*).', when({ stringLike: [tag('a', 'b*')] }), volume(), settings],
    ['The selection matches it, but EBS is not opted in to AWS Backup in its account and Region.', {}, volume(), off],
    [
      'Its tags could not be read, and ListOfTags[0] (tier=gold) requires one.',
      gold,
      { ...withoutTags('ec2', 'volume/vol-1'), type: 'EBS', attachments: [] },
      settings,
    ],
    [
      'The plan belongs to another account or Region.',
      { scope: { ...scope, region: 'us-east-1' } },
      volume(),
      settings,
    ],
    [
      'A restore test created it, and AWS Backup plans ignore such resources.',
      {},
      volume({ 'awsbackup-restore-test': '' }),
      settings,
    ],
    [
      'The selection matches it, but AWS did not report whether Neptune is opted in to AWS Backup.',
      {},
      cluster('orders', 'Neptune'),
      settings,
    ],
    [
      'AWS Backup cannot back it up: an ONTAP file system is backed up by its volumes, not as a whole.',
      {},
      fileSystem('ONTAP'),
      settings,
    ],
    [
      'Resources[0] (arn:aws:rds:*:*:db:*-prod) matches it, assuming that AWS Backup accepts a wildcard inside an ARN ' +
        'and that a resource without the tag meets StringNotEquals and StringNotLike.',
      { resources: ['arn:aws:rds:*:*:db:*-prod'], ...when({ stringNotEquals: [tag('stage', 'test')] }) },
      database('orders-prod'),
      settings,
    ],
  ])('%s', (sentence, select, resource, given) => {
    expect(describeExplanation(explainSelection(selection(select), resource, given))).toBe(sentence);
  });

  it('tells of a plan without rules', () => {
    expect(describeExplanation({ assigned: 'no', reason: 'plan-without-rules', assumptions: [] })).toBe(
      'The plan has no rules, so it backs up nothing.',
    );
  });
});

describe('for every selection', () => {
  const pattern = fc.oneof(
    fc.constantFrom(
      '*',
      TYPE_LEVEL,
      'arn:aws:ec2:*',
      'arn:aws:ec2:*:*:vol*',
      'arn:*:volume/vol-*',
      volume().arn,
      instance.arn,
    ),
    fc.string(),
  );
  const condition = fc.record({
    key: fc.constantFrom('backup', 'stage', '__proto__', 'toString'),
    value: fc.oneof(fc.constantFrom('true', 't*', '*', 'test'), fc.string()),
  });
  const conditions = fc.record({
    stringEquals: fc.array(condition, { maxLength: 1 }),
    stringNotEquals: fc.array(condition, { maxLength: 1 }),
    stringLike: fc.array(condition, { maxLength: 1 }),
    stringNotLike: fc.array(condition, { maxLength: 1 }),
  });
  const parts = fc.record({
    resources: fc.array(pattern, { maxLength: 3 }),
    notResources: fc.array(pattern, { maxLength: 1 }),
    listOfTags: fc.array(condition, { maxLength: 2 }),
    conditions: fc.oneof(fc.constant(NO_CONDITIONS), conditions),
  });
  const resource = fc.constantFrom<Resource>(
    volume(),
    volume({ backup: 'true' }),
    volume({ backup: 'true', stage: 'test' }),
    instance,
    cluster('orders'),
  );
  const given = fc.constantFrom(settings, optedOut('EBS', 'Aurora'), undefined);
  const assigned = (select: Partial<BackupSelection>, subject: Resource, of: RegionSettings | undefined) =>
    explainSelection(selection(select), subject, of).assigned;

  it('the order of its patterns and tags never changes the answer', () => {
    fc.assert(
      fc.property(parts, resource, given, (select, subject, of) => {
        const turned = {
          ...select,
          resources: select.resources.toReversed(),
          listOfTags: select.listOfTags.toReversed(),
        };
        expect(assigned(turned, subject, of)).toBe(assigned(select, subject, of));
      }),
    );
  });

  it('conditions and exclusions only narrow it', () => {
    fc.assert(
      fc.property(parts, resource, given, (select, subject, of) => {
        const wide = { ...select, notResources: [], conditions: NO_CONDITIONS };
        const answer = assigned(wide, subject, of);
        expect(['no', answer]).toContain(assigned({ ...wide, conditions: select.conditions }, subject, of));
        expect(['no', answer]).toContain(assigned({ ...wide, notResources: select.notResources }, subject, of));
      }),
    );
  });

  it('the explanation survives JSON and can be told', () => {
    fc.assert(
      fc.property(parts, resource, given, (select, subject, of) => {
        const explanation = explainSelection(selection(select), subject, of);
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
        expect(describeExplanation(explanation)).toMatch(/\.$/);
      }),
    );
  });
});
