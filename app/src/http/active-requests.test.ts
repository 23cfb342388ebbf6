import { once } from 'node:events';
import { createServer } from 'node:http';
import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import express, { type Response } from 'express';
import { incubating } from '../telemetry/names.ts';
import { countActive } from './active-requests.ts';

test('requests count while they are being served', async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter });
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  const active = async () => {
    await reader.forceFlush();
    const metric = exporter
      .getMetrics()
      .at(-1)
      ?.scopeMetrics[0]?.metrics.find(
        ({ descriptor }) => descriptor.name === incubating.activeRequests,
      );
    return metric?.dataPoints[0]?.value;
  };
  const served = Promise.withResolvers<Response>();
  const server = createServer(
    express()
      .use(countActive())
      .use((_request, response) => served.resolve(response)),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const answer = fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
  const response = await served.promise;
  expect(await active()).toBe(1);
  const closed = once(response, 'close');
  response.end();
  await Promise.all([answer, closed]);
  expect(await active()).toBe(0);
  server.close();
  await reader.shutdown();
});
