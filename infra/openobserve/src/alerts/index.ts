export { requestsPassUncounted } from './requests-pass-uncounted.ts';
export type { ShareAlert } from './share-alert.ts';
