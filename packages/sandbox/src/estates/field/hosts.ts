import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { ec2Instance, volumeOf } from '../builders/ec2.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { production } from '../company.js';
import { GOLD, goldHistory, goldSays, nothingSays } from './plans.js';
import { frankfurtVault } from './vaults.js';

const { ireland, frankfurt } = production;

/** A volume that stays when its host goes. */
const stays = (name: string, tags = {}) => ({ name, tags, deleteOnTermination: false });

const node = ec2Instance(ireland, {
  name: 'cluster-node',
  tags: { 'aws:autoscaling:groupName': 'cluster-nodes' },
  dataVolumes: [stays('claim-www', GOLD), stays('claim-restored')],
});
const spot = ec2Instance(ireland, { name: 'render', lifecycle: 'spot', dataVolumes: [stays('render-results')] });
const cache = ec2Instance(ireland, { name: 'cache', instanceStore: true, dataVolumes: [stays('cache-journal', GOLD)] });

const tags = { 'aws:autoscaling:groupName': 'web' };
const web = ec2Instance(frankfurt, { name: 'web', tags });
const named = ec2Instance(frankfurt, { name: 'web-named', tags });
const tagged = ec2Instance(frankfurt, { name: 'web-tagged', tags, rootTags: { keep: 'yes' } });

/** Reaches every volume of the Region by a wildcard, one by its ARN, and others by their own tags. */
const volumesPlan = plan(frankfurt, {
  name: 'volumes',
  rules: [daily(35, frankfurtVault)],
  selections: [
    { SelectionName: 'every-volume', Resources: ['arn:aws:ec2:*:*:volume/*'] },
    { SelectionName: 'one-volume', Resources: [volumeOf(named, 'web-named-root').arn] },
    { SelectionName: 'kept-volumes', ListOfTags: anyOf({ keep: 'yes' }) },
  ],
});

const replaced: readonly Entry[] = [
  { resource: node, expect: 'auto-scaling', why: 'its Auto Scaling group replaces it' },
  {
    resource: volumeOf(node, 'cluster-node-root'),
    expect: 'auto-scaling',
    why: 'it goes with its node, which its Auto Scaling group replaces',
  },
  { resource: spot, expect: 'spot', why: 'a spot instance may vanish at any time' },
  { resource: volumeOf(spot, 'render-root'), expect: 'spot', why: 'the root volume goes with its spot instance' },
  { resource: cache, expect: 'instance-store', why: 'its root device is an instance store' },
  ...[web, named, tagged].map((resource): Entry => ({
    resource,
    expect: 'auto-scaling',
    why: 'its group replaces it',
  })),
  {
    resource: volumeOf(web, 'web-root'),
    expect: 'auto-scaling',
    why: 'a wildcard reaches the root volume, but it goes with its host',
  },
];

const judged: readonly Entry[] = [
  {
    resource: volumeOf(node, 'claim-www'),
    history: [goldHistory],
    expect: 'backed-up',
    why: 'the data volume outlives its node, its own tag is selected, and its newest point is from this morning',
    and: goldSays,
  },
  {
    resource: volumeOf(node, 'claim-restored'),
    expect: 'unprotected',
    why: 'the data volume outlives its node, and nothing backs it up',
    and: nothingSays,
  },
  {
    resource: volumeOf(spot, 'render-results'),
    expect: 'unprotected',
    why: 'the data volume outlives the spot instance, and nothing backs it up',
    and: nothingSays,
  },
  {
    resource: volumeOf(cache, 'cache-journal'),
    history: [goldHistory],
    expect: 'backed-up',
    why: 'the data volume of an instance-store host has points of its own',
    and: goldSays,
  },
  {
    resource: volumeOf(named, 'web-named-root'),
    history: [{ plan: volumesPlan, since: 60 }],
    expect: 'backed-up',
    why: 'a selection names this root volume by its ARN, so somebody wants it kept',
  },
  {
    resource: volumeOf(tagged, 'web-tagged-root'),
    history: [{ plan: volumesPlan, since: 60 }],
    expect: 'backed-up',
    why: 'a selection asks for a tag that this root volume carries itself',
  },
];

/** Hosts that are replaced rather than restored, and their volumes: what goes with the host is left out, what stays is judged. */
export const hosts: EstatePart = { plans: [volumesPlan], entries: [...replaced, ...judged] };
