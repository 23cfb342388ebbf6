import { streamOf } from '../names.ts';
import type { RowsAlert } from './alert.ts';

/** What the app logs, at most twice a minute in each pod. */
export const redisAwayMessage = 'Redis does not answer; going on without it';

/** The app works on without what Redis keeps for it; whether limits are counted is another alert. */
export function redisAway(logs: string): RowsAlert {
  const stream = streamOf(logs);
  return {
    name: 'redis_away',
    description: 'The app has had no answer from Redis for some minutes; it works on, more slowly.',
    stream,
    streamType: 'logs',
    sql: `SELECT count(*) AS n FROM "${stream}" WHERE body = '${redisAwayMessage}' HAVING count(*) > 2`,
    row: '{n} times',
    period: 5,
    silence: 30,
    runbook: 'docs/observability.md#redis-away',
  };
}
