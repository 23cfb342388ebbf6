import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.ts';
import type { Step, StepResult } from './step.ts';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
}

/** A Jest project of jest.config.js. @param args further arguments, such as the number of workers. */
export function jest(project: string, args: readonly string[], env: NodeJS.ProcessEnv): Step {
  return {
    name: `${project} tests`,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'recipe-book-test-'));
      const report = join(folder, 'report.json');
      try {
        const fine = await runJest(
          ['--selectProjects', project, '--json', '--outputFile', report, ...args],
          env,
        );
        const found = counts(report);
        // A run can go wrong without a failing test: in its tear-down, or by finding no test.
        const whole = fine && found.passed > 0;
        return { ...found, failed: Math.max(found.failed, whole ? 0 : 1) };
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

/** Gives whether Jest is content. What it says is shown only when it is not. */
function runJest(args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const bin = join(root, 'node_modules/jest/bin/jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin];
  const options = { cwd: root, env, maxBuffer: 256 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(process.execPath, [...flags, ...args], options, (error, _stdout, stderr) => {
      if (error) process.stderr.write(stderr);
      resolve(!error);
    });
  });
}

function counts(path: string): StepResult {
  let report: JestReport;
  try {
    report = JSON.parse(readFileSync(path, 'utf8')) as JestReport;
  } catch {
    return { passed: 0, failed: 1 };
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  };
}
