import { freshAddress } from '../../harness/client.ts';
import type { MeasuredPart } from './parts.ts';
import type { EdgeStack } from './stack.ts';

/** One way that requests go. */
export interface Scenario {
  readonly name: string;
  readonly port: number;
  /** The programs that work for it, by what they are in the table. */
  readonly parts: Partial<Record<Component, MeasuredPart>>;
  /** How far clients are over their limit: far means that the edge asks nobody about them any more. */
  readonly over: 'not' | 'just' | 'far';
  /** Where the app of this way tells of its event loop. */
  readonly appPort: number;
}

export const components = ['Envoy', 'ratelimit', 'Redis', 'app'] as const;
export type Component = (typeof components)[number];

/** Each with what it is compared with just before it. */
export function scenarios({ ports }: EdgeStack): Scenario[] {
  const plain = { port: ports.app, appPort: ports.app, parts: { app: 'app' } } as const;
  const inProcess = {
    port: ports.limitingApp,
    appPort: ports.limitingApp,
    parts: { app: 'limiting-app', Redis: 'redis' },
  } as const;
  const proxied = {
    port: ports.envoy,
    appPort: ports.app,
    parts: { Envoy: 'envoy-without-limits', app: 'app' },
  } as const;
  const edge = {
    port: ports.edge,
    appPort: ports.app,
    parts: { Envoy: 'envoy', ratelimit: 'ratelimit', Redis: 'redis', app: 'app' },
  } as const;
  return [
    { name: 'app alone', ...plain, over: 'not' },
    { name: 'limits in the app', ...inProcess, over: 'not' },
    { name: 'Envoy without limits', ...proxied, over: 'not' },
    { name: 'the edge', ...edge, over: 'not' },
    { name: 'limits in the app, refused', ...inProcess, over: 'just' },
    { name: 'the edge, refused', ...edge, over: 'just' },
    { name: 'the edge, far over', ...edge, over: 'far' },
  ];
}

/** Enough addresses that none of them comes to its limit. */
export function addresses(requests: number, each: number): string[] {
  return Array.from({ length: Math.ceil(requests / each) }, freshAddress);
}
