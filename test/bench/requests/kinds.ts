import type { Kind } from '@recipe-book/capacity';
import type { Call } from '../../harness/client.ts';
import { limits } from './limits.ts';
import type { Scene } from './scene.ts';

/** One kind of request, and how it is answered. */
export interface RequestKind {
  readonly status: number;
  /** Of a refusal: whether it names the limit, as the ratelimit service does and Envoy alone does not. */
  readonly namesLimit?: boolean;
  /** The n-th request. @param over address of a client that is over its limit, for the kinds that are refused. */
  request(scene: Scene, index: number, over: string): Omit<Call, 'port' | 'agent'>;
}

const recipe = { title: 'Onion soup', ingredients: ['1 l water', '2 onions'], steps: ['Boil.'] };

export const requestKinds: Readonly<Record<Kind, RequestKind>> = {
  list: { status: 200, request: ({ user }) => ({ path: '/api/recipes', token: user.token }) },
  item: {
    status: 200,
    request: ({ user, recipeId }) => ({ path: `/api/recipes/${recipeId}`, token: user.token }),
  },
  create: {
    status: 201,
    request: ({ writer }) => ({
      path: '/api/recipes',
      token: writer.token,
      method: 'POST',
      body: recipe,
    }),
  },
  login: {
    status: 200,
    request: ({ user: { email, password } }, index) => ({
      path: '/api/auth/login',
      method: 'POST',
      body: { email, password },
      from: addressOf(index),
    }),
  },
  asset: { status: 200, request: ({ asset }) => ({ path: asset }) },
  refused: { status: 429, namesLimit: true, request: anonymous },
  shed: { status: 429, namesLimit: false, request: anonymous },
};

function anonymous(_scene: Scene, _index: number, over: string): Omit<Call, 'port' | 'agent'> {
  return { path: '/api/recipes', from: over };
}

/** Addresses in turn, each far below its limit. */
function addressOf(index: number): string {
  const nth = Math.floor(index / (limits.anonymous / 4));
  return `127.77.${Math.floor(nth / 250) % 250}.${(nth % 250) + 1}`;
}
