import { DURATION_SCHEMA } from '@backproof/core';

/** How old the newest backup may be, and what counts as one. */
export interface Options {
  /** The objective: so much of the latest data may be lost. */
  readonly maxAge: string;
  /** Allowed over it: a job may start anywhere in its start window, by default 8 hours, and takes its time. */
  readonly tolerance: string;
  /** A service's own automated backups are enough where no plan covers the resource. */
  readonly acceptNative: boolean;
}

export const defaults: Options = { maxAge: '24h', tolerance: '12h', acceptNative: true };

/** What a service backs up by itself can be switched off with the resource, and lies in no vault that a lock guards. */
export const strict: Partial<Options> = { acceptNative: false };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    maxAge: { ...DURATION_SCHEMA, description: 'How old the newest restorable data may be.' },
    tolerance: {
      ...DURATION_SCHEMA,
      description:
        'Allowed over `maxAge`: a job may start anywhere in its start window, 8 hours unless set otherwise, and takes its time.',
    },
    acceptNative: {
      type: 'boolean',
      description: "A service's own automated backups pass where no backup plan covers the resource.",
    },
  },
};
