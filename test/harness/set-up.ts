import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeIngressPort } from './ports.ts';
import { make } from './stack.ts';

/** Starts one stack of three instances for the whole suite, the way a user does. */
export default async function setUp(): Promise<void> {
  const ingressPort = String(await freeIngressPort());
  process.env['TEST_INGRESS_PORT'] = ingressPort;
  process.env['TEST_INSTANCES'] = '3';
  process.env['TEST_STATE_DIR'] = mkdtempSync(join(tmpdir(), 'recipe-book-stack-'));
  const { status, output } = make('up', stackEnvironment());
  if (status !== 0) {
    make('down', stackEnvironment());
    throw new Error(`make up failed:\n${output}`);
  }
}

/** The environment by which make finds the suite's stack. */
export function stackEnvironment(): Record<string, string> {
  const { TEST_INGRESS_PORT = '', TEST_INSTANCES = '', TEST_STATE_DIR = '' } = process.env;
  return {
    INGRESS_PORT: TEST_INGRESS_PORT,
    INSTANCES: TEST_INSTANCES,
    STATE_DIR: TEST_STATE_DIR,
    DETACH: '1',
  };
}
