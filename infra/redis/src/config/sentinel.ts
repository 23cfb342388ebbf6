import { configText, type Directive, quoted } from './directives.ts';
import { listenDirectives } from './listen.ts';
import type { RedisPlacement, TlsOptions } from './options.ts';
import type { Primary } from './replica.ts';

/** What a Sentinel watches. */
export interface Watched {
  /** Name that clients ask for (REDIS_SENTINEL_MASTER). */
  readonly name: string;
  /** The server that takes writes when all begins. */
  readonly primary: Primary;
  /** How many Sentinels must miss it before another one takes its place: more than half of them. */
  readonly quorum: number;
  /** After how many milliseconds without an answer one of them misses it; default 5000. */
  readonly failureAfter?: number;
}

interface SentinelOptions {
  readonly tls?: TlsOptions;
  /** Who it is to the servers that it watches; makes the text a secret. */
  readonly login?: { readonly username: string; readonly password: string };
  /** Whether it names servers and Sentinels by their names: for where their addresses change, as those of pods do. */
  readonly announceHostnames?: boolean;
  /** What its own clients and the other Sentinels must know; makes the text a secret. */
  readonly password?: string;
}

/**
 * `sentinel.conf`. A Sentinel keeps what it learns in this very file, so it needs a copy that it may
 * write to, and one file cannot include another.
 */
export function sentinelConfig(
  placement: RedisPlacement,
  { name, primary, quorum, failureAfter = 5000 }: Watched,
  { tls, login, announceHostnames, password }: SentinelOptions = {},
): string {
  return configText([
    ...listenDirectives(placement, tls),
    ['dir', placement.dataDir],
    ['sentinel resolve-hostnames', 'yes'],
    ...(announceHostnames ? [['sentinel announce-hostnames', 'yes'] as const] : []),
    ['sentinel monitor', `${name} ${primary.address} ${primary.port} ${quorum}`],
    ['sentinel down-after-milliseconds', `${name} ${failureAfter}`],
    [
      'sentinel failover-timeout',
      `${name} ${2 * failureAfter}`,
      'When the chosen replica does not take over, another try follows after twice this.',
    ],
    ['sentinel parallel-syncs', `${name} 1`],
    ...secretDirectives(name, login, password),
  ]);
}

function secretDirectives(
  name: string,
  login: SentinelOptions['login'],
  password: string | undefined,
): Directive[] {
  return [
    ...(login
      ? ([
          ['sentinel auth-user', `${name} ${login.username}`],
          ['sentinel auth-pass', `${name} ${quoted(login.password)}`],
        ] as const)
      : []),
    ...(password
      ? ([
          ['requirepass', quoted(password)],
          ['sentinel sentinel-pass', quoted(password)],
        ] as const)
      : []),
  ];
}
