import type { Check, Finding } from '../finding.ts';

/** Secrets that the manifests name: missing ones, missing keys, empty values. */
export const secrets: Check = {
  group: 'secrets',
  findings: (snapshot) => {
    if (snapshot.unreadable.some(({ resource }) => resource === 'secrets')) return [];
    return [...snapshot.needed].flatMap(([name, keys]): Finding[] => {
      const object = `Secret ${name}`;
      const secret = snapshot.secrets.get(name);
      if (!secret) {
        const what = `is missing; it needs ${[...keys.keys()].join(', ')}`;
        const remedy = snapshot.hosts.has(name)
          ? `Put your certificate there: "kubectl create secret tls ${name} --cert=FILE --key=FILE"; where cert-manager makes it, see its Certificate.`
          : 'Make it: the pods wait for it. "make secrets" fills in what can be made up.';
        return [{ level: 'error', object, what, remedy }];
      }
      return [...keys].flatMap(([key, holds]): Finding[] => {
        const found = secret.keys.get(key);
        if (found && !found.empty) return [];
        const what = found ? `its key ${key} is empty` : `lacks the key ${key}`;
        return [{ level: 'error', object, what, remedy: `Put it in: ${holds}` }];
      });
    });
  },
};
