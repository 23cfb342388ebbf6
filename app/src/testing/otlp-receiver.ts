import { type handleUnaryCall, Server, ServerCredentials } from '@grpc/grpc-js';
import {
  decodeLogs,
  decodeMetrics,
  decodeTraces,
  type ReceivedLog,
  type ReceivedMetric,
  type ReceivedSpan,
} from './otlp-schema.ts';

/** What a receiver got so far. */
export interface OtlpReceiver {
  readonly url: string;
  readonly spans: ReceivedSpan[];
  readonly logs: ReceivedLog[];
  readonly metrics: ReceivedMetric[];
  stop(): void;
}

/** Takes OTLP over gRPC, as the Collector does, and keeps it in memory. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const server = new Server();
  const spans: ReceivedSpan[] = [];
  const logs: ReceivedLog[] = [];
  const metrics: ReceivedMetric[] = [];
  serve(server, 'trace.v1.TraceService', (bytes) => spans.push(...decodeTraces(bytes)));
  serve(server, 'logs.v1.LogsService', (bytes) => logs.push(...decodeLogs(bytes)));
  serve(server, 'metrics.v1.MetricsService', (bytes) => metrics.push(...decodeMetrics(bytes)));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  const url = `http://127.0.0.1:${port}`;
  return { url, spans, logs, metrics, stop: () => server.forceShutdown() };
}

function serve(server: Server, service: string, take: (bytes: Buffer) => void): void {
  const receive: handleUnaryCall<Buffer, Buffer> = ({ request }, answer) => {
    take(request);
    answer(null, Buffer.alloc(0));
  };
  const pass = (bytes: Buffer) => bytes;
  server.addService(
    {
      Export: {
        path: `/opentelemetry.proto.collector.${service}/Export`,
        requestStream: false,
        responseStream: false,
        requestSerialize: pass,
        requestDeserialize: pass,
        responseSerialize: pass,
        responseDeserialize: pass,
      },
    },
    { Export: receive },
  );
}
