/** Where Redis listens and keeps its files. */
export interface RedisPlacement {
  readonly address: string;
  readonly port: number;
  /** Folder for the append-only file. */
  readonly dataDir: string;
}

/**
 * `redis.conf` for one server that holds counters and cached answers. The password, if any, is
 * given on the command line or by an include, never here.
 */
export function redisConfig(placement: RedisPlacement): string {
  const directives: [string, string, string][] = [
    ['bind', placement.address, 'Where clients connect.'],
    ['port', String(placement.port), ''],
    ['protected-mode', 'no', 'Reachable from pods; the network policy and the password guard it.'],
    ['dir', placement.dataDir, 'Counts survive a restart: at most the last second is lost.'],
    ['appendonly', 'yes', ''],
    ['appendfsync', 'everysec', ''],
    ['save', '""', ''],
    ['maxmemory', '128mb', 'When full, keys that expire soonest go first: they matter least.'],
    ['maxmemory-policy', 'volatile-ttl', ''],
    ['timeout', '0', 'Idle connections stay open; dead ones are found by keep-alive.'],
    ['tcp-keepalive', '60', ''],
  ];
  const lines = directives.flatMap(([name, value, why]) => [
    ...(why ? [`# ${why}`] : []),
    `${name} ${value}`,
  ]);
  return `${lines.join('\n')}\n`;
}
