import { integer, integerAllowed } from '../types.ts';
import { variables } from '../variable.ts';

/** Connection pool and query limits (REQ-018 TR-018-2, TR-018-3). */
export const databaseVariables = variables({
  DB_CONNECTION_POOL_MIN: {
    schema: integer(0, 1000),
    default: '10',
    allowed: integerAllowed(0, 1000),
    readers: ['app'],
    effect: 'Connections to MongoDB kept open when idle.',
  },
  DB_CONNECTION_POOL_MAX: {
    schema: integer(1, 1000),
    default: '50',
    allowed: integerAllowed(1, 1000),
    readers: ['app'],
    effect: 'Most connections to MongoDB that one process opens.',
  },
  DB_QUERY_TIMEOUT: {
    schema: integer(1, 600_000),
    default: '5000',
    allowed: integerAllowed(1, 600_000),
    readers: ['app'],
    effect: 'Milliseconds after which the database gives up on a query (`maxTimeMS`).',
  },
  DB_SLOW_QUERY: {
    schema: integer(0, 600_000),
    default: '100',
    allowed: integerAllowed(0, 600_000),
    readers: ['app'],
    effect:
      'Milliseconds from which on a query is logged as slow; in development the database profiles those too.',
  },
});
