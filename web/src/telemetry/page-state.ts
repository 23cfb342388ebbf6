import { type Context, propagation } from '@opentelemetry/api';
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import { attributes } from './names.ts';

/** What is known of the page at any time, and stands on all that is sent. */
export class PageState {
  /** Pattern of the route. */
  route = '';
  /** The flow that was begun last and is not over. */
  flow: string | undefined;
  readonly #userId: () => string | undefined;

  /** @param userId opaque id of the signed-in user. */
  constructor(userId: () => string | undefined) {
    this.#userId = userId;
  }

  /** As attributes. */
  get attributes(): Record<string, string> {
    const userId = this.#userId();
    return {
      ...(this.route !== '' && { [attributes.route]: this.route }),
      ...(this.flow !== undefined && { [attributes.flow]: this.flow }),
      ...(userId !== undefined && { [attributes.userId]: userId }),
    };
  }

  /** Adds what the server may know (W3C Baggage): the page and the flow. */
  withBaggage(context: Context): Context {
    const { [attributes.userId]: _, ...shared } = this.attributes;
    const entries = Object.entries(shared).map(([key, value]) => [key, { value }]);
    return propagation.setBaggage(context, propagation.createBaggage(Object.fromEntries(entries)));
  }

  get spanProcessor(): SpanProcessor {
    return { onStart: (span) => void span.setAttributes(this.attributes), onEnd() {}, ...nothing };
  }

  get logRecordProcessor(): LogRecordProcessor {
    return { onEmit: (record) => void record.setAttributes(this.attributes), ...nothing };
  }
}

const nothing = { async forceFlush() {}, async shutdown() {} };
