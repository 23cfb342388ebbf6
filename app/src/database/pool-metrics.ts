import { metrics } from '@opentelemetry/api';
import type { mongo } from 'mongoose';
import {
  connectionLabels,
  instrumentationScope,
  connectionMetricNames as names,
} from '../telemetry/names.ts';

type State = 'idle' | 'used';

/** Measures how the connections of a client are used, by the names of OpenTelemetry's conventions. */
export function measurePool(client: mongo.MongoClient): void {
  const instruments = createInstruments();
  const pools = new Map<string, Pool>();

  /** There is one pool for each server. */
  function poolOf({ address }: { readonly address: string }): Pool {
    const pool = pools.get(address) ?? new Pool(address, instruments);
    pools.set(address, pool);
    return pool;
  }

  client.on('connectionPoolCreated', (event) => {
    const { maxPoolSize = 0, minPoolSize = 0 } = event.options;
    poolOf(event).resize(minPoolSize, maxPoolSize);
  });
  client.on('connectionPoolClosed', (event) => poolOf(event).resize(0, 0));
  client.on('connectionReady', (event) => {
    poolOf(event).created(event.durationMS);
    poolOf(event).set(event.connectionId, 'idle');
  });
  client.on('connectionClosed', (event) => poolOf(event).set(event.connectionId, undefined));
  client.on('connectionCheckOutStarted', (event) => poolOf(event).asked());
  client.on('connectionCheckedOut', (event) => {
    poolOf(event).answered(event.durationMS);
    poolOf(event).set(event.connectionId, 'used');
  });
  client.on('connectionCheckOutFailed', (event) => {
    poolOf(event).answered(event.durationMS, event.reason);
  });
  client.on('connectionCheckedIn', (event) => poolOf(event).set(event.connectionId, 'idle'));
}

type ConnectionId = number | '<monitor>';

/** The connections to one server. */
class Pool {
  readonly #labels: Record<string, string>;
  readonly #instruments: ReturnType<typeof createInstruments>;
  readonly #connections = new Map<ConnectionId, { state: State; since: number }>();
  #size = { min: 0, max: 0 };

  constructor(address: string, instruments: ReturnType<typeof createInstruments>) {
    this.#labels = { [connectionLabels.pool]: address };
    this.#instruments = instruments;
  }

  resize(min: number, max: number): void {
    this.#instruments.idleMin.add(min - this.#size.min, this.#labels);
    this.#instruments.limit.add(max - this.#size.max, this.#labels);
    this.#size = { min, max };
  }

  created(milliseconds: number): void {
    this.#instruments.createTime.record(milliseconds / 1000, this.#labels);
  }

  asked(): void {
    this.#instruments.pendingRequests.add(1, this.#labels);
  }

  /** @param failure why there is no connection. */
  answered(milliseconds: number, failure?: string): void {
    this.#instruments.pendingRequests.add(-1, this.#labels);
    this.#instruments.waitTime.record(milliseconds / 1000, this.#labels);
    if (failure === 'timeout') this.#instruments.timeouts.add(1, this.#labels);
  }

  /** @param state `undefined` when the connection is gone. */
  set(id: ConnectionId, state: State | undefined): void {
    const before = this.#connections.get(id);
    const now = performance.now();
    if (before?.state === 'used' && state !== 'used') {
      this.#instruments.useTime.record((now - before.since) / 1000, this.#labels);
    }
    if (before) this.#count(-1, before.state);
    if (state) this.#count(1, state);
    if (state) this.#connections.set(id, { state, since: now });
    else this.#connections.delete(id);
  }

  #count(change: number, state: State): void {
    this.#instruments.count.add(change, { ...this.#labels, [connectionLabels.state]: state });
  }
}

function createInstruments() {
  const meter = metrics.getMeter(instrumentationScope);
  return {
    count: meter.createUpDownCounter(names.count, {
      description: 'Connections by state: idle or used',
      unit: '{connection}',
    }),
    limit: meter.createUpDownCounter(names.limit, {
      description: 'Most connections that the pool may open',
      unit: '{connection}',
    }),
    idleMin: meter.createUpDownCounter(names.idleMin, {
      description: 'Connections that are kept open when idle',
      unit: '{connection}',
    }),
    pendingRequests: meter.createUpDownCounter(names.pendingRequests, {
      description: 'Commands that wait for a connection',
      unit: '{request}',
    }),
    timeouts: meter.createCounter(names.timeouts, {
      description: 'Commands that waited for a connection in vain',
      unit: '{timeout}',
    }),
    createTime: meter.createHistogram(names.createTime, {
      description: 'Time that opening a connection takes',
      unit: 's',
    }),
    waitTime: meter.createHistogram(names.waitTime, {
      description: 'Time that commands wait for a connection',
      unit: 's',
    }),
    useTime: meter.createHistogram(names.useTime, {
      description: 'Time for which a command holds a connection',
      unit: 's',
    }),
  };
}
