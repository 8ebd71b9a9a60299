import type { ConfigurationRecorder, ConfigurationRecorderStatus, ResourceType } from '@aws-sdk/client-config-service';

/** A recorder of AWS Config. */
export interface WorldRecorder {
  readonly recorder: ConfigurationRecorder;
  readonly status: ConfigurationRecorderStatus;
}

/** A resource as a query of AWS Config returns it. */
export interface ConfigItem {
  readonly accountId: string;
  readonly awsRegion: string;
  readonly resourceType: ResourceType;
  readonly arn: string;
  /** ISO 8601. */
  readonly configurationItemCaptureTime: string;
  readonly resourceCreationTime?: string;
  readonly configuration?: object;
  readonly supplementaryConfiguration?: object;
}

/** The contents of one scope in AWS Config. */
export interface ConfigWorld {
  /** One at most. Absent: AWS Config is off. */
  readonly configRecorders?: readonly WorldRecorder[];
  /** Records of AWS Config besides those of existing resources, or different from them. */
  readonly configItems?: readonly ConfigItem[];
  /** The aggregators that are in this scope, by name. */
  readonly configAggregators?: readonly string[];
}
