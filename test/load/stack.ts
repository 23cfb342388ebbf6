import { demoAccount } from '../../app/src/seed/seed.ts';
import { makeCertificate } from '../../infra/envoy/src/testing/certificate.ts';
import { ownStack } from '../harness/own-stack.ts';
import { make } from '../harness/stack.ts';
import type { Size } from './sizes.ts';
import { throwIfStopped } from './stopped.ts';

/** Which made-up accounts; another number would make others. */
export const seed = 1;

/** All made-up accounts: `cook-1@` and so on. */
export const accounts = { domain: `${seed}.example.com`, password: demoAccount.password } as const;

/**
 * As in production. All limits are the product's own: each user has an address and an account of their own, and stays
 * within them.
 */
const production = { LOG_LEVEL: 'info', OTEL_TRACES_SAMPLER_ARG: '0.1' } as const;

/** A stack that is put under load. */
export interface LoadStack {
  /** Where its ingress is. */
  readonly origin: string;
  /** Path of the certificate that its clients are to trust. */
  readonly certificate: string;
  /** Folder of its state. */
  readonly state: string;
  stop(): void;
}

/**
 * A stack of its own with made-up accounts, by HTTPS: browsers then need one connection each.
 * @param folder for its certificate.
 * @throws Error with what `make` said, or the reason of the signal; then it does not run.
 */
export async function loadStack(
  size: Size,
  folder: string,
  signal: AbortSignal,
): Promise<LoadStack> {
  const { certificate, key } = makeCertificate(folder, 'tls');
  const files = { TLS_CERT_FILE: certificate, TLS_KEY_FILE: key };
  const logging = size.logsRequests ? { LOG_LEVEL: 'http' } : {};
  const stack = await ownStack({ ...production, ...logging, ...files }).catch(async (error) => {
    // A Ctrl-C reaches `make` too, and may be heard of there first.
    await throwIfStopped(signal);
    throw error;
  });
  const { port, state, env, stop } = stack;
  try {
    await throwIfStopped(signal);
    seedAccounts(env, size);
    return { origin: `https://127.0.0.1:${port}`, certificate, state, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Puts made-up accounts into a running stack. @param env what `make` needs to find it. @throws Error with what it said. */
export function seedAccounts(env: Record<string, string>, { accounts, recipes }: Size): void {
  const amount = { USERS: String(accounts), RECIPES: String(recipes), SEED: String(seed) };
  const { status, output } = make('seed', { ...env, ...amount });
  if (status !== 0) throw new Error(`make seed failed:\n${output}`);
}
