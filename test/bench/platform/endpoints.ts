import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { webRoot } from '../../../infra/local/src/web-build.ts';
import { freshAddress } from '../../harness/client.ts';
import type { TestUser } from '../../harness/users.ts';
import { abuser } from './abuser.ts';
import type { Contender } from './contenders.ts';
import type { BenchData } from './data.ts';

/** One request, sent again and again. */
export interface Request {
  readonly method?: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Loopback address to send it from. */
  readonly from?: string;
  /** Of the answer. */
  readonly status: number;
}

/** What is asked for. */
export interface Endpoint {
  readonly name: string;
  /** By whom; default: nobody who is signed in. */
  readonly user?: (data: BenchData) => TestUser;
  readonly method?: string;
  readonly path: (data: BenchData) => string;
  readonly body?: (data: BenchData) => object;
  /** Of the answer; default 200. */
  readonly status?: number;
  /** Where the client is; default: the same place for all. */
  readonly from?: () => string;
  /** Done before it is measured. */
  readonly before?: (data: BenchData) => Promise<void>;
  /** True when its client must be far over its limit. */
  readonly refused?: boolean;
}

/** Of recipes, KB. */
export const sizes = [1, 10, 100] as const;

const quiet = ({ quiet }: BenchData) => quiet;
const recipe = (id: string) => `/api/recipes/${id}`;

export const endpoints: readonly Endpoint[] = [
  {
    name: 'list',
    user: ({ changing }) => changing,
    path: () => '/api/recipes',
    before: ({ change }) => change(),
  },
  { name: 'cached list', user: quiet, path: () => '/api/recipes' },
  { name: 'item', user: quiet, path: ({ recipes }) => recipe(recipes.usual) },
  {
    name: 'login',
    method: 'POST',
    path: () => '/api/auth/login',
    body: ({ quiet: { email, password } }) => ({ email, password }),
    from: freshAddress,
  },
  { name: '429', path: () => '/api/recipes', status: 429, from: () => abuser, refused: true },
  { name: 'static asset', path: asset },
  ...sizes.map((size) => ({
    name: `${size} KB`,
    user: quiet,
    path: ({ recipes }: BenchData) => recipe(recipes.bySize[size] ?? ''),
  })),
];

/** The request to an endpoint as a contender understands it. @param origin of the contender. */
export function requestTo(
  { user, path, method = 'GET', body, status = 200, from }: Endpoint,
  data: BenchData,
  { checksTokens }: Contender,
  origin: string,
): Request {
  const who = user?.(data);
  return {
    method,
    url: origin + path(data),
    status,
    headers: {
      'Accept-Encoding': 'gzip',
      ...(who && (checksTokens ? bearer(who) : claims(who))),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body(data)) }),
    ...(from && { from: from() }),
  };
}

function bearer({ token }: TestUser) {
  return { Authorization: `Bearer ${token}` };
}

/** As Envoy passes them on. */
function claims({ token }: TestUser) {
  return { 'X-JWT-Payload': token.split('.')[1] ?? '' };
}

/** A script of the front end, one of usual size: the nearest to 20 KB. */
function asset(): string {
  const folder = join(webRoot, 'assets');
  const far = (name: string) => Math.abs(statSync(join(folder, name)).size - 20_480);
  const [nearest] = globSync('*.js', { cwd: folder }).sort((a, b) => far(a) - far(b));
  return `/assets/${nearest}`;
}
