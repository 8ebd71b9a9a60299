/** The things that the counts and findings of a report can be grouped by. */
export type GroupBy = 'rule' | 'resource' | 'account' | 'type';
