import { randomBytes } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';

/**
 * The library hashes with argon2id unless told otherwise, outside of the main thread.
 * Costs as OWASP's Password Storage Cheat Sheet has them: 19 MiB, 2 passes, 1 lane.
 */
const costs: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobody: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, costs);
}

/**
 * Checks a password.
 * @param passwordHash `undefined` for a user who does not exist: this then takes as long as for one who does.
 */
export async function isPassword(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'));
  const matches = await verify(passwordHash ?? (await nobody), password);
  return matches && passwordHash !== undefined;
}
