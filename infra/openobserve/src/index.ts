export { requestsPassUncounted } from './alerts/requests-pass-uncounted.ts';
export type { ShareAlert } from './alerts/share-alert.ts';
