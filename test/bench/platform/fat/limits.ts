import { STATUS_CODES } from 'node:http';
import type { Policy } from '@recipe-book/envoy';
import { type Request, Router } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { RedisStore, type SendCommandFn } from 'rate-limit-redis';
import { currentRequest } from '../../../../app/src/http/context.ts';
import { templateRegex } from '../../../../infra/envoy/src/policies/path-template.ts';

const status = 429;

/** The policies of the edge, counted in the process: each where Express meets it, one command to Redis for each. */
export function limitRates(policies: readonly Policy[], sendCommand: SendCommandFn): Router {
  const router = Router();
  for (const policy of policies) {
    const { paths, methods } = policy.scope;
    const at = paths.map((path) => path.replace(/\/\*\*$/, '') || '/');
    // Only to sign in and the like is limited by method, and that is to POST.
    if (methods) router.post(at, limiter(policy, sendCommand));
    else router.use(at, limiter(policy, sendCommand));
  }
  return router;
}

function limiter(policy: Policy, sendCommand: SendCommandFn) {
  const { name, client, scope, requests, windowSeconds } = policy;
  const excepted = new RegExp(`^(${(scope.except ?? []).map(templateRegex).join('|') || '(?!)'})$`);
  return rateLimit({
    windowMs: windowSeconds * 1000,
    limit: requests,
    identifier: name,
    legacyHeaders: true,
    standardHeaders: 'draft-8',
    passOnStoreError: true,
    skip: (request) =>
      keyOf(client, request) === undefined || excepted.test(request.baseUrl + request.path),
    keyGenerator: (request) => keyOf(client, request) ?? '',
    store: new RedisStore({ prefix: `in-process:${name}:`, sendCommand }),
    message: { type: 'about:blank', status, title: STATUS_CODES[status] },
  });
}

/** Whose requests are counted together; `undefined` for a request that the policy does not count. */
function keyOf(client: Policy['client'], { ip = '' }: Request): string | undefined {
  const userId = currentRequest()?.userId;
  if (client.by === 'everyone') return 'everyone';
  if (client.by === 'user') return userId;
  if (client.by === 'address' && client.anonymousOnly && userId !== undefined) return undefined;
  return ipKeyGenerator(ip, 64);
}
