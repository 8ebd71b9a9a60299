import { describe, expect, it } from '@jest/globals';
import { home, instance, NOW, table, volume } from '../model/records.fixture.js';
import type { Replica } from '../model/evidence.js';
import type { Resource } from '../model/resource.js';
import { relationFinder, withSourcesOfSources } from './relations.js';
import type { Related } from './relations.js';

const host = instance();
const data = volume({ name: 'data', attachments: [{ instanceArn: host.arn, since: NOW }] });
const [source, middle, last] = [table({ name: 'source' }), table({ name: 'middle' }), table({ name: 'last' })];

function follows(replica: Resource, of: Resource, mechanism: Replica['mechanism'] = 'dynamodb-global-table'): Replica {
  return { scope: home, mechanism, sourceArn: of.arn, replicaArn: replica.arn };
}

function finder(...replicas: readonly Replica[]) {
  const resources = [host, data, source, middle, last];
  return relationFinder({ resources, replicas }, (arn) => resources.find((each) => each.arn === arn));
}

const names = (related: readonly Related[]) => related.map(({ kind, resource }) => `${kind} ${resource?.name ?? '-'}`);

describe('the relations of a resource', () => {
  it('are the instances that a volume is attached to, and since when', () => {
    expect(finder()(data)).toEqual([{ kind: 'host', arn: host.arn, resource: host, since: NOW }]);
  });

  it('say where it was not read since when', () => {
    const undated = volume({ attachments: [{ instanceArn: 'arn:gone' }] });
    expect(finder()(undated)).toEqual([{ kind: 'host', arn: 'arn:gone', since: 'unread' }]);
  });

  it('are the volumes of an instance', () => {
    expect(names(finder()(host))).toEqual(['parts data']);
  });

  it('are what it replicates, and the other replicas of its table', () => {
    const find = finder(follows(last, middle), follows(middle, source, 'efs-replication'));
    expect(names(find(last))).toEqual(['peer middle']);
    expect(names(find(middle))).toEqual(['source source']);
    expect(names(find(source))).toEqual([]);
  });

  it('name a source that AWS does not report', () => {
    expect(finder({ scope: home, mechanism: 'ontap-snapmirror', replicaArn: last.arn })(last)).toEqual([
      { kind: 'source' },
    ]);
  });
});

describe('what a resource follows through others', () => {
  const chain = [follows(last, middle), follows(middle, source)];

  it('comes after what it follows itself', () => {
    expect(names(withSourcesOfSources(last, finder(...chain)))).toEqual(['peer middle', 'peer source']);
  });

  it('is there once, and never the resource itself, where replicas follow each other', () => {
    const circle = [...chain, follows(source, last), follows(last, source)];
    expect(names(withSourcesOfSources(last, finder(...circle)))).toEqual(['peer middle', 'peer source']);
  });
});
