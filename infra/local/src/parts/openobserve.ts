import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathOf } from '@recipe-book/tools';
import type { OwnOpenObserve } from '../own-openobserve.ts';
import { loopback, sharedPorts } from '../ports.ts';
import type { StackInput } from '../stack-input.ts';
import type { Part } from '../supervisor/index.ts';
import { sharedNames } from './names.ts';

/** OpenObserve from the PATH (0.16.3 to 0.92.2), with its data in the stack's state. */
export function openobservePart(
  { settings, paths, tools }: StackInput,
  { OPENOBSERVE_URL, OPENOBSERVE_USERNAME, OPENOBSERVE_PASSWORD }: OwnOpenObserve,
): Part {
  const { openobserve: port, openobserveGrpc: grpcPort } = sharedPorts(settings.INGRESS_PORT);
  const dataDir = join(paths.data, 'openobserve');
  mkdirSync(dataDir, { recursive: true });
  return {
    name: sharedNames.openobserve,
    command: pathOf(tools, 'openobserve'),
    args: [],
    cwd: dataDir,
    env: {
      ZO_ROOT_USER_EMAIL: OPENOBSERVE_USERNAME,
      ZO_ROOT_USER_PASSWORD: OPENOBSERVE_PASSWORD,
      ZO_DATA_DIR: dataDir,
      ZO_HTTP_ADDR: loopback,
      ZO_HTTP_PORT: String(port),
      ZO_GRPC_ADDR: loopback,
      ZO_GRPC_PORT: String(grpcPort),
      // Alerts link to it.
      ZO_WEB_URL: OPENOBSERVE_URL,
      // Else it tells its makers how it is used, and fetches a database of places from them.
      ZO_TELEMETRY: 'false',
      ZO_MMDB_DISABLE_DOWNLOAD: 'true',
      // Alerts may go to this machine.
      ZO_SKIP_SSRF_CHECKS: 'true',
    },
    ports: [
      { port, what: 'OpenObserve' },
      { port: grpcPort, what: 'OpenObserve (gRPC)' },
    ],
    niceness: 15,
    // Nothing waits for it: when something is wrong with it, the rest runs, and whoever sets it up tells.
    ready: async () => true,
    // It writes what it has in memory to the disk.
    stopTimeoutMs: 30_000,
  };
}
