/** A call that the world refuses or breaks, as AWS would. */
export interface Fault {
  /** `backup:ListRecoveryPointsByBackupVault` (the name that the service signs with, and the operation). */
  readonly operation: string;
  /** Only calls whose input, as JSON, contains this text. */
  readonly inputContains?: string;
  /** `AccessDeniedException`, `ThrottlingException`, ... as the service spells it. */
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

/** One account in one Region, with what belongs to no single service. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
  /** The tags of resources whose own service does not list them, by ARN: DynamoDB tables, Storage Gateway volumes. */
  readonly tags?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly faults?: readonly Fault[];
}

/** One account of the world. */
export interface WorldAccount {
  readonly id: string;
  readonly name: string;
  readonly globalSettings?: Readonly<Record<string, string>>;
  /** Absent: `ACTIVE`. */
  readonly state?: 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE';
  /** The organizational units that it is in, the nearest first. Absent: it is below the root. */
  readonly units?: readonly string[];
  /** It may list the organization as the management account may. */
  readonly isDelegatedAdministrator?: true;
}

/** An AWS in data, of which a service sees its own contents only. */
export interface WorldOf<Contents> {
  readonly partition: string;
  /** The moment that the world stands at, in milliseconds since 1970: ages and expiries are meant against it. */
  readonly now: number;
  /** The first is the one whose credentials a caller has; the others are reached by assuming a role. */
  readonly accounts: readonly [WorldAccount, ...WorldAccount[]];
  /** The Regions that are enabled, in every account. */
  readonly regions: readonly string[];
  readonly scopes: readonly (Place & Contents)[];
}
