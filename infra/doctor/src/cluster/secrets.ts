import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { SecretFacts, SecretKey } from '../snapshot.ts';
import type { Reader } from './reader.ts';

/** `scheme://user:password@`; a password with a slash in it has that encoded. */
const credentials = /^[a-z][a-z\d+.-]*:\/\/[^:/@\s]*:([^/\s]+)@/i;

/** Shorter values would be found in texts where they mean nothing. */
const shortest = 6;

/** What the Secrets hold, and their values for finding them in what programs wrote. */
export interface ReadSecrets {
  readonly facts: ReadonlyMap<string, SecretFacts>;
  readonly values: readonly string[];
}

/** Reads the Secrets of these names, one by one: nobody needs the right to list all. */
export async function readSecrets(reader: Reader, names: Iterable<string>): Promise<ReadSecrets> {
  const facts = new Map<string, SecretFacts>();
  const values: string[] = [];
  for (const name of names) {
    const path = `/api/v1/namespaces/${reader.namespace}/secrets/${name}`;
    const body = await reader.readIfAnswered('secrets', path);
    if (body === undefined) continue;
    const { data } = JSON.parse(body) as { data?: Record<string, string> };
    const content = new Map(Object.entries(data ?? {}).map(([key, value]) => [key, decode(value)]));
    facts.set(name, { keys: new Map([...content].map(([key]) => [key, keyFacts(key, content)])) });
    values.push(...content.values());
  }
  return { facts, values: values.flatMap(tellingParts).filter((part) => part.length >= shortest) };
}

/** The lines of a value, since programs write no more than one; and the passwords of URLs, as programs have them. */
function tellingParts(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .flatMap((line) => {
      const [, password] = credentials.exec(line) ?? [];
      return password === undefined ? [line] : [line, password, decoded(password)];
    });
}

/** The password of a URL without the URL's own way of writing. */
function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    // A percent sign that means nothing but itself.
    return password;
  }
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString();
}

function keyFacts(key: string, all: ReadonlyMap<string, string>): SecretKey {
  const value = all.get(key) ?? '';
  const empty = value.trim() === '';
  if (!key.endsWith('.crt')) return { empty };
  const privateKey = all.get(key.replace(/\.crt$/, '.key'));
  return {
    empty,
    ...(!empty && { certificate: value }),
    ...(!empty && privateKey !== undefined && { keyFits: fits(value, privateKey) }),
  };
}

function fits(certificate: string, privateKey: string): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey));
  } catch {
    return false;
  }
}
