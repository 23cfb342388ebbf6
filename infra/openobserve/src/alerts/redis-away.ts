import { streamOf } from '../names.ts';
import type { RowsAlert } from './alert.ts';

/** What the app logs, at most twice a minute in each pod. */
export const redisAwayMessage = 'Redis does not answer; going on without it';

/**
 * The app works on without what Redis keeps for it; whether limits are counted is another alert. Each pod is
 * counted by itself: a failover of Redis is one line of every pod.
 */
export function redisAway(logs: string): RowsAlert {
  const stream = streamOf(logs);
  return {
    name: 'redis_away',
    description:
      'A pod has had no answer from Redis for more than a minute; it works on, more slowly.',
    stream,
    streamType: 'logs',
    sql: `SELECT service_instance_id AS pod, count(*) AS n FROM "${stream}" WHERE body = '${redisAwayMessage}' GROUP BY pod HAVING count(*) > 2`,
    row: '{pod}: {n} times',
    period: 5,
    silence: 30,
    runbook: 'docs/observability.md#redis-away',
  };
}
