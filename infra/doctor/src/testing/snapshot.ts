import { resourceNames } from '../cluster/resources.ts';
import type { Snapshot } from '../snapshot.ts';

const now = new Date('2026-11-26T12:00:00Z');

/** A snapshot of an empty namespace but for what is given. `live` may leave resources out. */
export function snapshotWith({
  live = {},
  ...rest
}: Partial<Omit<Snapshot, 'live'>> & { live?: Partial<Snapshot['live']> } = {}): Snapshot {
  const nothing = Object.fromEntries(resourceNames.map((name) => [name, []]));
  return {
    namespace: 'kitchen',
    environment: 'development',
    now,
    live: { ...nothing, ...live } as Snapshot['live'],
    wanted: [],
    secrets: new Map(),
    needed: new Map(),
    hosts: new Map(),
    logs: new Map(),
    envoys: new Map(),
    apps: new Map(),
    ratelimits: new Map(),
    unreadable: [],
    redact: (text) => text,
    ...rest,
  };
}
