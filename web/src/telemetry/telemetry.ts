import type { Context, Logger, Tracer } from '@opentelemetry/api';
import {
  CompositePropagator,
  W3CBaggagePropagator,
  W3CTraceContextPropagator,
} from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { session } from '../auth/session.ts';
import { nextTask } from '../next-task.ts';
import type { WebSettings } from '../web-settings.ts';
import { Activities } from './activities.ts';
import { watchClicks } from './clicks.ts';
import { Errors } from './errors.ts';
import { exporters } from './exporters.ts';
import { Flows } from './flows.ts';
import { attributes, scopeName, serviceName, spanNames } from './names.ts';
import { recordPageLoad } from './page-load.ts';
import { PageState } from './page-state.ts';
import { tracedFetch } from './requests.ts';
import { Sender } from './sender.ts';
import { type Signal, takeSignals } from './signals.ts';
import { watchVitals } from './vitals.ts';

/** Few enough to fit into what the server takes in one request. */
const batch = {
  maxQueueSize: 200,
  maxExportBatchSize: 40,
  scheduledDelayMillis: 5000,
  // That would be before web vitals have told theirs.
  disableAutoFlushOnDocumentHide: true,
};

/** Starts all of it, in several tasks. This module and what it imports are a chunk of their own. */
export async function run(settings: WebSettings): Promise<void> {
  // The modules have just been evaluated.
  await nextTask();
  const send = window.fetch.bind(window);
  const state = new PageState(() => session.getSnapshot().user?.id);
  const { tracer, logger, flush } = sdk(settings, state, new Sender(send));
  const activities = new Activities(tracer);
  const flows = new Flows(tracer, state);

  await nextTask();
  const pageLoad = recordPageLoad(tracer);
  await nextTask();
  takeSignals(signalTaker({ tracer, logger, activities, flows, state, pageLoad }));
  watchClicks(activities);
  window.fetch = tracedFetch(send, {
    tracer,
    activities,
    propagator: new CompositePropagator({
      propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()],
    }),
    withBaggage: (context) => state.withBaggage(context),
    origin: location.origin,
  });

  // The last that a page surely hears; web vitals have told theirs by then, as they listen further in.
  window.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    activities.finish();
    flush();
  });
  window.addEventListener('pagehide', () => {
    flows.abandonAll();
    flush();
  });
  await watchVitals(tracer);
}

function sdk({ version, environment }: WebSettings, state: PageState, sender: Sender) {
  const resource = resourceFromAttributes({
    'service.name': serviceName,
    'service.version': version,
    'deployment.environment.name': environment,
    'telemetry.sdk.name': 'opentelemetry',
    'telemetry.sdk.language': 'webjs',
  });
  const exporter = exporters(sender);
  const spans = new TracerProvider({
    resource,
    spanProcessors: [
      state.spanProcessor,
      new BatchSpanProcessor({ exporter: exporter.spans, ...batch }),
    ],
  });
  const logRecords = new LoggerProvider({
    resource,
    processors: [
      state.logRecordProcessor,
      new BatchLogRecordProcessor({ exporter: exporter.logRecords, ...batch }),
    ],
  });
  return {
    tracer: spans.getTracer(scopeName),
    logger: logRecords.getLogger(scopeName),
    flush() {
      // What could not be sent is gone, and nobody needs to know.
      for (const provider of [spans, logRecords]) provider.forceFlush().catch(() => undefined);
    },
  };
}

interface Taking {
  readonly tracer: Tracer;
  readonly logger: Logger;
  readonly activities: Activities;
  readonly flows: Flows;
  readonly state: PageState;
  /** What was rendered before telemetry was there belongs to the load of the page. */
  readonly pageLoad: Context;
}

/** What becomes of what the app tells. */
function signalTaker(taking: Taking): (signal: Signal) => void {
  const { tracer, activities, flows, state } = taking;
  const errors = new Errors(taking.logger);
  const loaded = Date.now();

  const changeRoute = (pattern: string, at: number) => {
    const isFirst = state.route === '';
    state.route = pattern;
    if (isFirst) return;
    if (activities.isUnderWay) {
      tracer.startSpan(spanNames.routeChange, { startTime: at }, activities.context).end(at);
      activities.touch();
    } else {
      activities.begin(spanNames.routeChange, {}, at);
    }
  };

  const rendered = (page: string, duration: number, at: number) => {
    const context = at < loaded ? taking.pageLoad : activities.context;
    tracer
      .startSpan(
        spanNames.render,
        { startTime: at - duration, attributes: { [attributes.page]: page } },
        context,
      )
      .end(at);
    activities.touch();
  };

  return (signal) => {
    switch (signal.kind) {
      case 'error':
        return errors.record(signal.error, signal.source, signal.at, activities.context);
      case 'route':
        return changeRoute(signal.pattern, signal.at);
      case 'render':
        return rendered(signal.page, signal.duration, signal.at);
      case 'flow-start':
        return flows.start(signal.flow, signal.at);
      case 'flow-end':
        return flows.end(signal.flow, signal.outcome, signal.at);
    }
  };
}
