import { scope } from './scope.ts';

/** Brings back the app when one of its notifications is tapped: browsers by themselves do nothing. */
export async function openApp(): Promise<void> {
  const [open] = await scope.clients.matchAll({ type: 'window' });
  // The browser gives the one that was looked at last first.
  await (open ? open.focus() : scope.clients.openWindow('/recipes'));
}
