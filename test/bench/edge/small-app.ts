/**
 * A program: the smallest Express app that answers requests, on the port PORT and, if it is set, on the
 * Unix socket SOCKET_PATH. With REDIS_URL it limits rates itself, as the edge does with the same limits.
 */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { RedisStore } from 'rate-limit-redis';
import { createClient } from 'redis';
import { addressLimit, globalLimit } from './limits.ts';

const { PORT, SOCKET_PATH, REDIS_URL } = process.env;
const app = express().disable('x-powered-by');
let loop = performance.eventLoopUtilization();

app.get('/health/ready', (_request, response) => {
  response.json({ status: 'ready' });
});
/** Milliseconds for which the event loop was at work since it was asked last. */
app.get('/loop', (_request, response) => {
  const { active } = performance.eventLoopUtilization(loop);
  loop = performance.eventLoopUtilization();
  response.json({ active });
});
/** Envoy asks the app for a key; nobody signs with it. */
const jwk = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
app.get('/.well-known/jwks.json', (_request, response) => {
  response.json({ keys: [{ ...jwk, kid: 'small', alg: 'EdDSA', use: 'sig' }] });
});
if (REDIS_URL) await limitRates(REDIS_URL);
app.get('/api/recipes', (_request, response) => {
  response.json({ items: [], page: 1, limit: 20, total: 0 });
});

createServer(app).listen(Number(PORT), '127.0.0.1');
if (SOCKET_PATH) createServer(app).listen(SOCKET_PATH);

async function limitRates(url: string): Promise<void> {
  const client = await createClient({ url }).connect();
  for (const [name, { requests, windowSeconds }] of Object.entries({ addressLimit, globalLimit })) {
    app.use(
      '/api',
      rateLimit({
        windowMs: windowSeconds * 1000,
        limit: requests,
        legacyHeaders: true,
        standardHeaders: 'draft-8',
        ...(name === 'globalLimit' ? { keyGenerator: () => 'everyone' } : {}),
        store: new RedisStore({
          prefix: `in-process:${name}:`,
          sendCommand: (...args) => client.sendCommand(args),
        }),
      }),
    );
  }
}
