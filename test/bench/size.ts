/** How large an estate is asked for; what is not said is as the targets have it. */
export interface SizeOptions {
  readonly resources?: number | undefined;
  /** Of each resource. */
  readonly points?: number | undefined;
  /** Of daily runs in a ledger. */
  readonly days?: number | undefined;
}
