export { backendAuthorization } from './authorization.ts';
export { collectorConfig } from './config.ts';
export { authorizationVariable, fileName, type Signal, signals } from './pipeline/exporters.ts';
export { secretKeys, secretValues } from './pipeline/redaction.ts';
export type { CollectorPlacement } from './placement.ts';
