/** Management's response to exceptions, as a register of responses has it. */
export interface ExceptionResponse {
  readonly id: string;
  readonly rule: string;
  /** ARNs, or patterns in which `*` stands for any characters. */
  readonly resources: readonly string[];
  /** The day of the run that first saw the exception. Absent: it is about each exception of the rule and the resources. */
  readonly opened?: string;
  readonly owner: string;
  /** The system that the resources belong to. */
  readonly system?: string;
  readonly rootCause: string;
  /** The measures that management takes. */
  readonly response: string;
  /** The last day for it, `2026-12-31`, in UTC. */
  readonly due: string;
  readonly ticket?: string;
  readonly compensatingControls?: readonly string[];
  /** The place of the response in its register. */
  readonly source?: { readonly file: string; readonly line: number };
}

/** A response as the audit found it. */
export interface AuditedResponse extends ExceptionResponse {
  /** The number of exceptions that it answers. 0: it is stale. */
  readonly exceptions: number;
  /** An exception that it answers was open in the last run of the period, after the day on which it was due. */
  readonly overdue: boolean;
}

/** The register of responses, with the number of exceptions that lack one. */
export interface AuditedResponses {
  readonly register: readonly AuditedResponse[];
  /** The exceptions that were not approved for all of their time, and have no response. */
  readonly unanswered: number;
}
