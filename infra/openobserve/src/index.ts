export { alertBody } from './alerts/body.ts';
export { requestsPassUncounted, type ShareAlert } from './alerts/index.ts';
