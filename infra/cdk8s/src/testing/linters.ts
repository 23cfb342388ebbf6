import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pathOf, type ToolPaths, versions } from '@recipe-book/tools';

const run = promisify(execFile);

/** Manifests by name. */
type Manifests = ReadonlyMap<string, string>;

/** Gives what a linter finds, as `check kind namespace.name`, in order; it needs no network. */
export type Linter = (tools: ToolPaths, manifests: Manifests) => Promise<string[]>;

/** As kube-score takes it: major and minor. */
const kubernetes = `v${versions.kubernetes.split('.').slice(0, 2).join('.')}`;

/** Checks that are off by default, and that all manifests pass. */
const optional = [
  'container-seccomp-profile',
  'container-ports-check',
  'container-ephemeral-storage-request-equals-limit',
];

interface Scored {
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string; readonly namespace?: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
  }[];
}

/** The grade of a check that has nothing to say; warnings are below it. */
const allOk = 10;

export const kubeScore: Linter = async (tools, manifests) => {
  // One file after the other: objects of another file must not count as somebody's budget or policy.
  const perFile = [...manifests].map(([name, text]) =>
    inFolder(new Map([[name, text]]), async (folder) => {
      const objects = await jsonOf<Scored[]>(pathOf(tools, 'kube-score'), [
        ...['score', '--kubernetes-version', kubernetes, '--output-format', 'json'],
        ...optional.flatMap((test) => ['--enable-optional-test', test]),
        join(folder, `${name}.yaml`),
      ]);
      return objects.flatMap(({ type_meta, object_meta, checks }) =>
        checks
          .filter(({ grade, skipped }) => grade < allOk && !skipped)
          .map(({ check }) =>
            finding(check.id, type_meta.kind, object_meta.namespace, object_meta.name),
          ),
      );
    }),
  );
  return (await Promise.all(perFile)).flat().toSorted();
};

interface Checked {
  readonly summary: { readonly resource_count: number };
  readonly results?: {
    readonly failed_checks: readonly { readonly check_id: string; readonly resource: string }[];
  };
}

export const checkov: Linter = (tools, manifests) =>
  inFolder(manifests, async (folder) => {
    const { summary, results } = await jsonOf<Checked>(pathOf(tools, 'checkov'), [
      ...['--directory', folder, '--framework', 'kubernetes', '--output', 'json'],
      ...['--quiet', '--compact', '--skip-download'],
    ]);
    if (summary.resource_count === 0) throw new Error('checkov read no object.');
    return (results?.failed_checks ?? [])
      .map(({ check_id, resource }) => {
        const [kind = '', namespace, ...name] = resource.split('.');
        return finding(check_id, kind, namespace, name.join('.'));
      })
      .toSorted();
  });

export function finding(check: string, kind: string, namespace = 'default', name = ''): string {
  return `${check} ${kind} ${namespace}.${name}`;
}

async function inFolder<T>(manifests: Manifests, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'linters-'));
  try {
    for (const [name, text] of manifests) writeFileSync(join(folder, `${name}.yaml`), text);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Linters end with an error when they find something. */
async function jsonOf<T>(program: string, args: readonly string[]): Promise<T> {
  const options = { timeout: 120_000, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await run(program, args, options).catch((error: { stdout: string }) => error);
  return JSON.parse(stdout) as T;
}
