export type { Alert } from './alerts/alert.ts';
export { requestsPassUncounted } from './alerts/requests-pass-uncounted.ts';
export type { ShareAlert } from './alerts/share-alert.ts';
export { allAlerts } from './alerts/wanted.ts';
export { allDashboards } from './dashboards/wanted.ts';
export { traceNumbers } from './emitted/columns.ts';
export { columnOf, streamOf } from './names.ts';
export { observe } from './observe.ts';
export { wantedStreams } from './streams/wanted.ts';
