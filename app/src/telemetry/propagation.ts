import { type Context, propagation, type TextMapPropagator } from '@opentelemetry/api';
import { W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { baggageKeys } from './names.ts';

const traceContext = new W3CTraceContextPropagator();
const baggage = new W3CBaggagePropagator();

/** Names of flows and patterns of routes: short, and nothing that people write. */
const allowedValue = /^[\w/:.*-]{1,64}$/;

/**
 * Takes the trace and a little baggage from whoever asks, and passes neither on: none of the servers
 * that the app calls continues a trace, and sites of others are not to learn of one.
 */
export const incomingOnly: TextMapPropagator = {
  inject() {},
  extract(context, carrier, getter) {
    const traced = traceContext.extract(context, carrier, getter);
    return withAllowedBaggage(baggage.extract(traced, carrier, getter));
  },
  fields: () => [],
};

function withAllowedBaggage(context: Context): Context {
  const sent = propagation.getBaggage(context);
  if (!sent) return context;
  const allowed = baggageKeys.flatMap((key) => {
    const value = sent.getEntry(key)?.value ?? '';
    return allowedValue.test(value) ? [[key, { value }] as const] : [];
  });
  return propagation.setBaggage(context, propagation.createBaggage(Object.fromEntries(allowed)));
}
