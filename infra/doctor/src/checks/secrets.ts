import type { Check, Finding } from '../finding.ts';
import { neededKeys } from '../secret-keys.ts';

/** Secrets that the manifests name: missing ones, missing keys, empty values. */
export const secrets: Check = {
  group: 'secrets',
  findings: (snapshot) => {
    if (snapshot.unreadable.some(({ resource }) => resource === 'secrets')) return [];
    return [...neededKeys(snapshot.wanted)].flatMap(([name, keys]): Finding[] => {
      const object = `Secret ${name}`;
      const secret = snapshot.secrets.get(name);
      if (!secret) {
        const what = `is missing; it needs ${[...keys].join(', ')}`;
        return [{ level: 'error', object, what, remedy: 'Make it before the pods can start.' }];
      }
      return [...keys].flatMap((key): Finding[] => {
        const found = secret.keys.get(key);
        if (found && !found.empty) return [];
        const what = found ? `its key ${key} is empty` : `lacks the key ${key}`;
        return [{ level: 'error', object, what, remedy: remedies[key] ?? remedy(key) }];
      });
    });
  },
};

const remedies: Readonly<Record<string, string>> = {
  'jwt-private-key': 'Put a private key in: "openssl genpkey -algorithm ed25519".',
  'api-keys.json': 'Put in what "make api-keys" prints.',
};

function remedy(key: string): string {
  return `Put ${key} in; infra/cdk8s/src/names.ts says what it is.`;
}
