import { lifecyclePolicy, policySnapshots } from '../builders/dlm.js';
import { ec2Instance, volumeOf, volumesOf } from '../builders/ec2.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { instanceImages, policyImages } from '../builders/image.js';
import { production } from '../company.js';
import { GOLD, goldHistory, goldSays, nothingSays } from './plans.js';

const { ireland } = production;

/** Nightly, as their ages in days. */
const NIGHTS = [2.4, 1.4, 0.4];

const snapshots = lifecyclePolicy(ireland, {
  name: 'snapshots of all volumes',
  targets: 'INSTANCE',
  targetTags: { nightly: 'snapshots' },
});
const images = lifecyclePolicy(ireland, {
  name: 'images',
  targets: 'INSTANCE',
  makes: 'images',
  targetTags: { nightly: 'images' },
});

const wiki = ec2Instance(ireland, { name: 'wiki', tags: { nightly: 'snapshots' }, dataVolumes: ['wiki-data'] });
const forum = ec2Instance(ireland, {
  name: 'forum',
  rootTags: GOLD,
  dataVolumes: [{ name: 'forum-data', tags: GOLD }],
});
const chat = ec2Instance(ireland, { name: 'chat', rootTags: GOLD, dataVolumes: ['chat-data'] });
const build = ec2Instance(ireland, { name: 'build', tags: { nightly: 'images' } });
const legacy = ec2Instance(ireland, { name: 'legacy' });

/** A volume that its own points protect. */
const gold = {
  history: [goldHistory],
  expect: 'backed-up',
  why: 'its newest point is from this morning',
  and: goldSays,
} as const;

const entries: readonly Entry[] = [
  {
    resource: wiki,
    expect: 'parts-covered',
    why: 'no plan selects it; Data Lifecycle Manager made snapshots of both of its volumes last night',
    and: nothingSays,
  },
  ...volumesOf(wiki).map((resource): Entry => ({
    resource,
    expect: 'native-only',
    why: 'Data Lifecycle Manager made a snapshot last night',
    and: nothingSays,
  })),
  {
    resource: forum,
    expect: 'parts-covered',
    why: 'no plan selects it, and one selects each of its volumes',
    and: nothingSays,
  },
  ...volumesOf(forum).map((resource): Entry => ({ resource, ...gold })),
  {
    resource: chat,
    expect: 'parts-missing',
    why: 'no plan selects it, and one of its two volumes has no backup either',
    and: nothingSays,
  },
  { resource: volumeOf(chat, 'chat-root'), ...gold },
  { resource: volumeOf(chat, 'chat-data'), expect: 'unprotected', why: 'nothing backs it up', and: nothingSays },
  {
    resource: build,
    expect: 'native-only',
    why: 'no plan selects it; Data Lifecycle Manager made an image last night',
    and: nothingSays,
  },
  ...volumesOf(build).map((resource): Entry => ({
    resource,
    expect: 'covered-by',
    why: "last night's image of its instance holds it",
    and: nothingSays,
  })),
  {
    resource: legacy,
    expect: 'manual-only',
    why: 'somebody made an image last week, which counts only by an option',
    and: nothingSays,
  },
  ...volumesOf(legacy).map((resource): Entry => ({
    resource,
    expect: 'unprotected',
    why: 'an image that somebody made of its instance does not count',
    and: nothingSays,
  })),
];

/** Instances that are backed up without a plan: through their volumes, or by images. */
export const parts: EstatePart = {
  world: [
    snapshots.world,
    images.world,
    ...volumesOf(wiki).map((volume) => policySnapshots(snapshots, volume, NIGHTS)),
    policyImages(images, build, NIGHTS),
    instanceImages(legacy, [7]),
  ],
  entries,
};
