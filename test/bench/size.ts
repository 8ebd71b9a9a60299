/** How large an estate is asked for; what is not said is as the targets have it. */
export interface SizeOptions {
  /** The name of a size of the scan: `S`, `M`, `L` or `W`. */
  readonly size?: string | undefined;
  readonly resources?: number | undefined;
  /** Of each resource. */
  readonly points?: number | undefined;
  /** Of daily runs in a ledger. */
  readonly days?: number | undefined;
  /** Of each answer in a scan, in milliseconds. */
  readonly latency?: number | undefined;
}
