import type { User } from '@recipe-book/app/schemas/users';
import { deviceStorage } from '../device-storage.ts';

const storageKey = 'user';

/**
 * Who is signed in on this device, so that the next visit knows whether there is a session to renew, and whose.
 * No secret: the session itself is in a cookie that scripts cannot read.
 */
export const keptUser = {
  read(): User | null {
    try {
      const kept: unknown = JSON.parse(deviceStorage.getItem(storageKey) ?? 'null');
      return isUser(kept) ? kept : null;
    } catch {
      return null;
    }
  },
  write(user: User): void {
    deviceStorage.setItem(storageKey, JSON.stringify(user));
  },
  forget(): void {
    deviceStorage.removeItem(storageKey);
  },
};

function isUser(value: unknown): value is User {
  const { id, email, name } = Object(value);
  return [id, email, name].every((part) => typeof part === 'string');
}
