import { extension, type JsonObject } from '../json.ts';

/** Requests of the platform, and of telemetry itself, to these paths and below make no span. */
const untraced = ['/health', '/otlp'];

/**
 * A span for every other request. Routes cannot say it: Envoy does not look at their `tracing` when a request's id does
 * not decide. The expression stands as CEL's parser would give it, because Envoy's builds have none.
 */
export function sampler(): JsonObject {
  return extension(
    'envoy.tracers.opentelemetry.samplers.cel',
    'envoy.extensions.tracers.opentelemetry.samplers.v3.CELSamplerConfig',
    { expression: { cel_expr_parsed: { expr: call('!_', [untraced.map(isAt).reduce(or)]) } } },
  );
}

const path: JsonObject = {
  select_expr: { operand: { ident_expr: { name: 'request' } }, field: 'url_path' },
};

/** `request.url_path == "/x" || request.url_path.startsWith("/x/")` */
function isAt(at: string): JsonObject {
  return or(call('_==_', [path, text(at)]), call('startsWith', [text(`${at}/`)], path));
}

function or(one: JsonObject, other: JsonObject): JsonObject {
  return call('_||_', [one, other]);
}

function text(string_value: string): JsonObject {
  return { const_expr: { string_value } };
}

function call(name: string, args: readonly JsonObject[], target?: JsonObject): JsonObject {
  return { call_expr: { function: name, args, ...(target && { target }) } };
}
