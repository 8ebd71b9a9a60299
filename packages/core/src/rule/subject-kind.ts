/** The kinds of thing that a rule can judge. */
export const SUBJECT_KINDS = ['resource', 'vault', 'plan', 'account'] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];
