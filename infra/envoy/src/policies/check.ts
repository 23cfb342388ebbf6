import type { Policy } from './policy.ts';
import { countWindow } from './window.ts';

/**
 * Refuses policies that Envoy or the ratelimit service could not carry out as written.
 * @throws Error with one sentence for each problem.
 */
export function checkPolicies(policies: readonly Policy[]): void {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const policy of policies) {
    const problem = (text: string) => problems.push(`Policy "${policy.name}": ${text}`);
    if (!/^[a-z][a-z0-9-]{0,40}$/.test(policy.name)) {
      problem('its name must be 1 to 41 lower-case letters, digits and dashes.');
    }
    if (seen.has(policy.name)) problem('its name is taken by an earlier policy.');
    seen.add(policy.name);
    if (
      !Number.isInteger(policy.requests) ||
      policy.requests < 1 ||
      policy.requests > 0xffff_ffff
    ) {
      problem(`requests is ${policy.requests}; it must be a whole number from 1 to 4294967295.`);
    }
    if (policy.scope.paths.length === 0) problem('its scope names no path.');
    for (const path of [...policy.scope.paths, ...(policy.scope.except ?? [])]) {
      if (!path.startsWith('/')) problem(`the path "${path}" must begin with a slash.`);
      if (/[?#%]/.test(path)) problem(`the path "${path}" must not hold ?, # or %.`);
    }
    try {
      countWindow(policy.windowSeconds);
    } catch (error) {
      problem((error as Error).message);
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
