/** The day of an ISO 8601 moment. */
export function day(moment: string): string {
  return moment.slice(0, 10);
}
