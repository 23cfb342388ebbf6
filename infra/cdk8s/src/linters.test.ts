import { ensureTools, type ToolPaths } from '@recipe-book/tools';
import { parseAllDocuments } from 'yaml';
import { allManifests } from './testing/all-manifests.ts';
import { checkov, finding, kubeScore, type Linter } from './testing/linters.ts';

let tools: ToolPaths;
beforeAll(async () => {
  tools = await ensureTools(['kube-score', 'checkov'], { env: process.env });
}, 300_000);

/** The annotations that `waived` makes, each a line. */
const waivers = /^ +(checkov\.io|kube-score|kube-score-reason)\/.*\n/gm;

const bare = new Map([...allManifests].map(([name, text]) => [name, text.replace(waivers, '')]));

/** Checks that an annotation waives, if it is one of a linter's. */
const waivedBy = {
  checkov: (key: string, value: string) =>
    key.startsWith('checkov.io/skip') ? value.split('=', 1) : [],
  'kube-score': (key: string, value: string) =>
    key === 'kube-score/ignore' ? value.split(',') : [],
};

/** What the annotations of all objects waive, in the form of findings. */
function waivedChecks(linter: keyof typeof waivedBy): string[] {
  const objects = [...allManifests.values()].flatMap((text) =>
    parseAllDocuments(text).map((document) => document.toJS()),
  );
  return objects
    .flatMap(({ kind, metadata: { name, namespace, annotations = {} } }) =>
      Object.entries<string>(annotations)
        .flatMap(([key, value]) => waivedBy[linter](key, value))
        .map((check) => finding(check, kind, namespace, name)),
    )
    .toSorted();
}

const bad = new Map([
  [
    'bad',
    (allManifests.get('production') ?? '')
      .replace('allowPrivilegeEscalation: false', 'allowPrivilegeEscalation: true')
      .replace('readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false'),
  ],
]);

describe.each<[keyof typeof waivedBy, Linter, string[]]>([
  ['checkov', checkov, ['CKV_K8S_20 StatefulSet', 'CKV_K8S_22 StatefulSet']],
  ['kube-score', kubeScore, ['container-security-context-readonlyrootfilesystem StatefulSet']],
])('%s', (name, linter, badChecks) => {
  test('finds nothing', async () => {
    expect(await linter(tools, allManifests)).toEqual([]);
  }, 120_000);

  test('would find just what is waived, so that no waiver is needless', async () => {
    const found = await linter(tools, bare);
    expect(found.length).toBeGreaterThan(10);
    expect(found).toEqual(waivedChecks(name));
  }, 120_000);

  test('finds what is bad', async () => {
    expect(await linter(tools, bad)).toEqual(
      badChecks.map((check) => `${check} recipe-book-production.redis`),
    );
  }, 120_000);
});
