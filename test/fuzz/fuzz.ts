import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../harness/client.ts';
import { type OpenApi, operationsOf, schemathesisConfig } from './config.ts';
import { prepareAccounts } from './known.ts';
import { runSchemathesis } from './schemathesis.ts';
import { failuresIn, progressLine, type Summary, summaryOf } from './summary.ts';

const unlimited = '1000000000';

/** Settings of a stack to try out: no limit stands in the way, and nothing is fetched from elsewhere. */
export const fuzzedStack = {
  RATE_LIMIT_MAX_REQUESTS: unlimited,
  RATE_LIMIT_AUTH_MAX_REQUESTS: unlimited,
  RATE_LIMIT_LOGIN_MAX_REQUESTS: unlimited,
  RATE_LIMIT_REFRESH_MAX_REQUESTS: unlimited,
  RATE_LIMIT_REGISTER_MAX_REQUESTS: unlimited,
  RATE_LIMIT_PASSWORD_RESET_MAX_REQUESTS: unlimited,
  RATE_LIMIT_SITE_MAX_REQUESTS: unlimited,
  RATE_LIMIT_RECIPE_PAGES_MAX_REQUESTS: unlimited,
  RATE_LIMIT_GLOBAL_MAX_REQUESTS: unlimited,
  RECIPE_IMPORT_ALLOW_LOOPBACK: 'false',
  ACCESS_TOKEN_TTL: '1d',
  LOG_LEVEL: 'warn',
} as const;

/** A stack that is tried out. */
export interface Fuzzed {
  readonly port: number;
  /** Folder of its state. */
  readonly state: string;
  /** The program. */
  readonly schemathesis: string;
  /** Where reports go. */
  readonly folder: string;
}

/** How a run ended. */
export interface Outcome extends Summary {
  /** What was found, each with a curl line; empty when nothing was. */
  readonly failures: string;
}

/**
 * Tries every operation of the running API's own description with made-up requests, right and wrong.
 * @param args further arguments of `schemathesis run`: how long, how many.
 */
export async function fuzz(
  { port, state, schemathesis, folder }: Fuzzed,
  args: readonly string[],
  say: (line: string) => void,
): Promise<Outcome> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const baseUrl = `http://127.0.0.1:${port}`;
  const { json } = await call({ port, path: '/api/openapi.json' });
  const document: OpenApi = json;
  const operations = operationsOf(document);
  const { token, known } = await prepareAccounts(port, join(state, 'outbox'), operations);
  const since = performance.now();
  const { code, output, answers } = await runSchemathesis({
    folder,
    program: schemathesis,
    schemaUrl: `${baseUrl}/api/openapi.json`,
    config: schemathesisConfig({ baseUrl, token, document, known }),
    known,
    args,
    onProgress: (soFar) => say(progressLine(operations, soFar, since)),
  });
  const failures = code === 0 ? '' : failuresIn(output) || output.slice(-4000);
  return { ...summaryOf(operations, answers), failures };
}
