import type { Database } from '@backproof/core';

/** The names that AWS Backup gives to the databases that the RDS API lists. */
export const DATABASE_TYPES = ['RDS', 'Aurora', 'DocumentDB', 'Neptune'] as const satisfies readonly Database['type'][];
