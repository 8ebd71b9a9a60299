/** An account and a Region. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}
