import type { ResourceType } from '@aws-sdk/client-config-service';

/** A resource of a world as other services than its own know it. */
export interface WorldResource {
  /** Empty where the world left out what names it. */
  readonly arn: string;
  /** True if a scan lists it: AWS Backup can protect such a resource, or says why it cannot protect this one. */
  readonly isListed: boolean;
  /** As its service lists them. */
  readonly tags?: LooseTags;
  /** As a recorder of AWS Config that records its type knows it. Absent: no recorder does. */
  readonly recorded?: Recorded;
}

/** Tags as AWS's types have them: every part may be missing. */
export type LooseTags =
  readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined;

/** The part of a record of AWS Config that depends on the resource's type. */
interface Recorded {
  readonly resourceType: ResourceType;
  readonly createdAt?: Date | undefined;
  readonly configuration?: object;
  readonly supplementaryConfiguration?: object;
}
