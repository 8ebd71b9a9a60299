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
  /** The folder in which the pages of a scan are kept for the next time. */
  readonly pages?: string | undefined;
  /** Without the second scan, under a profiler. */
  readonly noPhases?: boolean | undefined;
  /** That evaluate a scan; what the machine has by default. */
  readonly threads?: number | undefined;
}
