export { embeddedMongodbUri } from './parts/mongodb.ts';
export { type StackPaths, stackPaths } from './paths.ts';
export { type LocalPlacements, localPlacements } from './placements.ts';
export { instancePorts, sharedPorts } from './ports.ts';
export { prepare } from './prepare.ts';
export { stackInput, stackParts } from './stack.ts';
export {
  type Part,
  type PartStatus,
  Supervisor,
  SupervisorError,
  type SupervisorStatus,
} from './supervisor/index.ts';
export {
  type LogEntry,
  type PointEntry,
  readLogs,
  readPoints,
  readSeries,
  readSpans,
  type SeriesEntry,
  type SpanEntry,
} from './telemetry/files.ts';
export { buildWeb, webRoot } from './web-build.ts';
