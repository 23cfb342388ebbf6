/** In IndexedDB; tabs tell each other of it by the same name. */
export const databaseName = 'shopping-lists';

/**
 * Leaves nothing of anybody's shopping lists on this device, sent or not. For signing out: a session that has
 * only run out may be begun again by the same person, and then what waits is sent.
 */
export function forgetShopping(): void {
  // Some private windows have none.
  globalThis.indexedDB?.deleteDatabase(databaseName);
}
