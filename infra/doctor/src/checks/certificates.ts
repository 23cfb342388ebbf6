import { X509Certificate } from 'node:crypto';
import { duration } from '../about/words.ts';
import type { Check, Finding } from '../finding.ts';
import type { SecretKey, Snapshot } from '../snapshot.ts';

const day = 86_400_000;
/** From how much time before its end a certificate is told of, milliseconds. */
const soon = { warning: 30 * day, error: 7 * day };

/** Certificates in the Secrets: their end, their names, their keys. */
export const certificates: Check = {
  group: 'secrets',
  findings: (snapshot) =>
    [...snapshot.secrets].flatMap(([secret, { keys }]) =>
      [...keys].flatMap(([key, facts]) =>
        facts.certificate === undefined
          ? []
          : ofCertificate(snapshot, secret, key, facts.certificate, facts),
      ),
    ),
};

function ofCertificate(
  { now, hosts }: Snapshot,
  secret: string,
  key: string,
  pem: string,
  { keyFits }: SecretKey,
): Finding[] {
  const object = `Secret ${secret}`;
  const finding = (level: Finding['level'], what: string, remedy: string): Finding => ({
    level,
    object,
    what: `${key} ${what}`,
    remedy,
  });
  const certificate = parse(pem);
  if (!certificate) {
    return [finding('error', 'is no certificate that can be read', 'Put a PEM certificate in.')];
  }
  const renew = 'Renew it; the pods take the new one within two minutes.';
  const left = certificate.validToDate.getTime() - now.getTime();
  const until = certificate.validToDate.toISOString().slice(0, 10);
  const found: Finding[] = [];
  if (left < 0) found.push(finding('error', `expired on ${until}`, renew));
  else if (left < soon.warning) {
    const level = left < soon.error ? 'error' : 'warning';
    found.push(finding(level, `expires in ${duration(left)}, on ${until}`, renew));
  }
  if (certificate.validFromDate > now) {
    const from = certificate.validFromDate.toISOString();
    found.push(finding('error', `is not valid before ${from}`, 'Wait, or mend the clock.'));
  }
  if (keyFits === false) {
    found.push(finding('error', 'does not belong to the private key beside it', 'Put in a pair.'));
  }
  // An authority is no certificate for hosts.
  for (const host of key === 'tls.crt' ? (hosts.get(secret) ?? []) : []) {
    if (certificate.checkHost(host) === undefined) {
      const names = certificate.subjectAltName ?? 'no name at all';
      found.push(
        finding('error', `is not for ${host} but for ${names}`, `Get one that names ${host}.`),
      );
    }
  }
  return found;
}

/** The first of the file is that of the server; those that vouch for it follow. */
function parse(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}
