import { configRecorder, knownToConfig } from '../builders/config-recorder.js';
import { denied } from '../builders/denied.js';
import type { EstatePart } from '../builders/estate-of.js';
import { longId } from '../builders/ids.js';
import { daysAgo } from '../builders/moment.js';
import { arnIn } from '../builders/resource.js';
import { production } from '../company.js';

const { ireland, frankfurt } = production;

/** In Ireland AWS Config has long known a volume that EC2 does not list; in Frankfurt it may not be asked. */
export const config: EstatePart = {
  world: [
    configRecorder(ireland),
    knownToConfig(ireland, 'AWS::EC2::Volume', arnIn(ireland, 'ec2', `volume/${longId('vol', 'hidden')}`), daysAgo(30)),
    configRecorder(frankfurt),
    denied(frankfurt, { operation: 'config:DescribeConfigurationRecorderStatus', status: 400 }),
  ],
};
