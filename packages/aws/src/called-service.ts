import type { ClientConfig } from './connection.js';
import type { SdkClient } from './sdk.js';

/** The way in which a listing is cut into pages, in the words of its API. */
export interface Paging {
  /** The largest page that the service accepts. Absent, as `limit`: the service decides. */
  readonly pageSize?: number;
  /** The member of the input that takes the size: `MaxResults`. */
  readonly limit?: string;
  /** The member of the input that takes the token of a page. */
  readonly token: string;
  /** The member of the output that gives the token of the next page. */
  readonly next: string;
}

/** One operation of a service, as the scanner calls it. The least-privilege policy is made of these. */
export interface Operation {
  /** `elasticfilesystem:DescribeFileSystems`. Not all have the operation's name: ListBuckets is `s3:ListAllMyBuckets`. */
  readonly iam: string;
  /** Absent: the operation is not paged. */
  readonly paging?: Paging;
  /** The items that it is called once for, as AWS offers it for one thing at a time only: `each plan`. */
  readonly perItem?: string;
}

/** A service, as far as calling it goes. */
export interface CalledService<Name extends string = string, Client extends SdkClient = SdkClient> {
  /** The name that its endpoints carry: `elasticfilesystem`. */
  readonly name: Name;
  /** Opens a client. The SDK's package is imported here, and nowhere else in a declaration. */
  readonly open: (config: ClientConfig) => Promise<Client>;
  /** The number of requests that it gets at the same time in one scope. Absent: `REQUESTS_AT_ONCE`. */
  readonly requestsAtOnce?: number;
  /** The requests that AWS takes in a second, in one account and Region. Absent: as many as are sent. */
  readonly requestsPerSecond?: number;
  /** Every operation that is called, by AWS's name. A call of any other is refused. */
  readonly operations: Readonly<Record<string, Operation>>;
}
