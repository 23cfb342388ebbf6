import { extension, type JsonObject } from '../json.ts';
import { clusterNames, filesRoute } from '../names.ts';

/** Requests of the platform, and of telemetry itself, to these paths and below make no span. */
const untraced = ['/health', '/otlp'];

/**
 * A span for every other request, and for each call that Envoy makes for it: Envoy asks about those too, without a
 * path. Routes cannot say it: Envoy does not look at their `tracing` when a request's id does not decide. The
 * expression stands as CEL's parser would give it, because Envoy's builds have none.
 * @param files what the paths of files begin with, of which the same holds.
 */
export function sampler(files?: string): JsonObject {
  const paths = untraced.map(isAt);
  const calls = [call('_&&_', [has(cluster), equals(cluster, clusterNames.webTelemetry)])];
  if (files !== undefined) {
    paths.push(call('startsWith', [text(files)], path));
    calls.push(call('_&&_', [has(route), equals(route, filesRoute)]));
  }
  const ofRequest = not(paths.reduce(or));
  const ofCall = not(calls.reduce(or));
  return extension(
    'envoy.tracers.opentelemetry.samplers.cel',
    'envoy.extensions.tracers.opentelemetry.samplers.v3.CELSamplerConfig',
    { expression: { cel_expr_parsed: { expr: call('_?_:_', [has(path), ofRequest, ofCall]) } } },
  );
}

interface Select extends JsonObject {
  readonly select_expr: JsonObject;
}

const path = select('request', 'url_path');
/** Where the request goes, and by which route; not known when its own span begins. */
const cluster = select('xds', 'cluster_name');
const route = select('xds', 'route_name');

/** `request.url_path == "/x" || request.url_path.startsWith("/x/")` */
function isAt(at: string): JsonObject {
  return or(equals(path, at), call('startsWith', [text(`${at}/`)], path));
}

function select(object: string, field: string): Select {
  return { select_expr: { operand: { ident_expr: { name: object } }, field } };
}

function has({ select_expr }: Select): JsonObject {
  return { select_expr: { ...select_expr, test_only: true } };
}

function equals(value: JsonObject, to: string): JsonObject {
  return call('_==_', [value, text(to)]);
}

function not(one: JsonObject): JsonObject {
  return call('!_', [one]);
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
