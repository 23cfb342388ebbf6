import type { Check } from './check.ts';
import type { Scene } from './scene.ts';

export interface CheckResult {
  readonly name: string;
  /** What was not true, or `undefined`. */
  readonly problem: string | undefined;
}

/** Runs one check after the other; one that fails does not stop the others. */
export async function runChecks(
  scene: Scene,
  checks: readonly Check[],
  say: (line: string) => void,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, run } of checks) {
    const problem = await run(scene).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    say(problem === undefined ? `✓ ${name}` : `✗ ${name}\n${problem}`);
    results.push({ name, problem });
  }
  return results;
}
