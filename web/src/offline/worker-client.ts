import { asMessage, type Message } from './messages.ts';

/** What a page wants to hear of its service worker. */
export interface WorkerNews {
  /** A newer release is there; `use` loads the page again with it. */
  newRelease: (use: () => void) => void;
  /** The server did not answer, and the page shows what was kept. */
  answeredFromKept: () => void;
  /** From now on what the page asks for is kept, for the first time on this device. */
  keepsFromNowOn: () => void;
}

const address = '/service-worker.js';
/** Pages that stay open ask for a newer release so often, ms. */
const updateEvery = 60 * 60 * 1000;

/** The part of Trusted Types that is used (W3C); browsers without them take the plain address. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (text: string) => string },
  ): { createScriptURL(text: string): string };
}

/** Registers the service worker and listens to it. */
export async function startServiceWorker(news: WorkerNews): Promise<void> {
  const { serviceWorker } = navigator;
  let wasControlled = serviceWorker.controller !== null;
  let asked = false;
  serviceWorker.addEventListener('controllerchange', () => {
    // Another tab asked for the newer release. This one finds no more of its own chunks, so it says so.
    if (asked) location.reload();
    else if (wasControlled) news.newRelease(() => location.reload());
    else news.keepsFromNowOn();
    wasControlled = true;
  });
  serviceWorker.addEventListener('message', ({ data }) => {
    if (asMessage(data)?.type === 'answered-from-kept') news.answeredFromKept();
  });

  const registration = await serviceWorker.register(trustedAddress(), { updateViaCache: 'none' });
  const offer = (worker: ServiceWorker) =>
    news.newRelease(() => {
      asked = true;
      worker.postMessage({ type: 'take-over' } satisfies Message);
    });
  if (registration.waiting && serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && serviceWorker.controller) offer(installing);
    });
  });
  updateNowAndThen(registration);
}

/** Asks for a newer release when the page is looked at again after a while. */
function updateNowAndThen(registration: ServiceWorkerRegistration): void {
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < updateEvery) return;
    asked = Date.now();
    // Without a connection it fails; the next look asks again.
    registration.update().catch(() => undefined);
  });
}

/** The one address that the policy of the page lets become a script's. */
function trustedAddress(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return address;
  const policy = trustedTypes.createPolicy('service-worker', { createScriptURL: () => address });
  return policy.createScriptURL(address);
}
