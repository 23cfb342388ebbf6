import { ROOT_CONTEXT, type Span, type Tracer } from '@opentelemetry/api';
import { attributes, spanNames } from './names.ts';
import type { PageState } from './page-state.ts';
import type { Flow } from './signals.ts';

/** Makes a span of what people do in several steps, in a trace of its own: it lasts for many requests. */
export class Flows {
  readonly #tracer: Tracer;
  readonly #state: PageState;
  readonly #open = new Map<Flow, Span>();

  constructor(tracer: Tracer, state: PageState) {
    this.#tracer = tracer;
    this.#state = state;
  }

  /** Begins it; when it is under way already, that attempt is abandoned. */
  start(flow: Flow, at: number): void {
    this.end(flow, 'abandoned', at);
    this.#state.flow = flow;
    const span = this.#tracer.startSpan(spanNames.flow, { startTime: at }, ROOT_CONTEXT);
    this.#open.set(flow, span);
  }

  end(flow: Flow, outcome: 'done' | 'abandoned', at: number): void {
    const span = this.#open.get(flow);
    if (!span) return;
    this.#open.delete(flow);
    if (this.#state.flow === flow) this.#state.flow = undefined;
    span.setAttribute(attributes.flowOutcome, outcome);
    span.end(at);
  }

  /** The page is left. */
  abandonAll(): void {
    for (const flow of this.#open.keys()) this.end(flow, 'abandoned', Date.now());
  }
}
