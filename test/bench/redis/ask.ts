import { Client, credentials } from '@grpc/grpc-js';
import protobuf from 'protobufjs';

/** What is needed of envoy.service.ratelimit.v3. */
const schema = `
syntax = "proto3";
message Request {
  string domain = 1;
  message Descriptor {
    message Entry { string key = 1; string value = 2; }
    repeated Entry entries = 1;
  }
  repeated Descriptor descriptors = 2;
}
message Response { int32 overall_code = 1; }
`;
const { root } = protobuf.parse(schema);
const requestType = root.lookupType('Request');
const responseType = root.lookupType('Response');

/** Asks a ratelimit service over gRPC, as Envoy does. */
export class Asker {
  readonly #client: Client;

  constructor(port: number) {
    this.#client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  /**
   * Counts one request under two limits, as most requests are.
   * @returns milliseconds until the answer.
   */
  async count(client: string): Promise<number> {
    const descriptors = ['everybody', client].map((value) => ({
      entries: [{ key: 'client', value }],
    }));
    const begin = performance.now();
    const answer = await new Promise<Buffer>((resolve, reject) => {
      this.#client.makeUnaryRequest<object, Buffer>(
        '/envoy.service.ratelimit.v3.RateLimitService/ShouldRateLimit',
        (request) => Buffer.from(requestType.encode(request).finish()),
        (bytes) => bytes,
        { domain: 'test', descriptors },
        { deadline: Date.now() + 1000 },
        (error, bytes) => (bytes ? resolve(bytes) : reject(error ?? new Error('No answer.'))),
      );
    });
    const ms = performance.now() - begin;
    const { overallCode } = responseType.decode(answer) as unknown as { overallCode: number };
    if (overallCode === 0) throw new Error('The ratelimit service does not know the limit.');
    return ms;
  }

  close(): void {
    this.#client.close();
  }
}
