import { checks } from './checks/index.ts';
import type { Finding, Group } from './finding.ts';
import type { Snapshot } from './snapshot.ts';

/** What one check found. */
export interface CheckResult {
  /** Name of its file. */
  readonly check: string;
  readonly group: Group;
  readonly findings: readonly Finding[];
}

/** All that was found in a namespace. */
export interface Diagnosis {
  readonly namespace: string;
  readonly environment: string;
  /** When it was looked at, ISO 8601. */
  readonly time: string;
  /** True when nothing is wrong; warnings alone are not. */
  readonly well: boolean;
  readonly checks: readonly CheckResult[];
}

/** Runs every check, and takes secrets out of what they say, wherever they have it from. */
export function diagnose(snapshot: Snapshot): Diagnosis {
  const results = Object.entries(checks).map(([check, { group, findings }]) => ({
    check,
    group,
    findings: findings(snapshot).map((finding) => redacted(finding, snapshot.redact)),
  }));
  return {
    namespace: snapshot.namespace,
    environment: snapshot.environment,
    time: snapshot.now.toISOString(),
    well: results.every(({ findings }) => findings.every(({ level }) => level !== 'error')),
    checks: results,
  };
}

/** The name of the object stays: the cluster shows it to everybody, and some password may be the same word. */
function redacted(finding: Finding, redact: Snapshot['redact']): Finding {
  const { what, remedy, details } = finding;
  return {
    ...finding,
    what: redact(what),
    remedy: redact(remedy),
    ...(details && { details: details.map(redact) }),
  };
}
