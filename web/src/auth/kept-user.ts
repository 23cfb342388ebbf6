import type { User } from '@recipe-book/app/schemas/users';

const storageKey = 'user';

/**
 * Who is signed in on this device, so that the next visit knows whether there is a session to renew, and whose.
 * No secret: the session itself is in a cookie that scripts cannot read.
 */
export const keptUser = {
  read(): User | null {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
      return isUser(kept) ? kept : null;
    } catch {
      return null;
    }
  },
  write(user: User): void {
    localStorage.setItem(storageKey, JSON.stringify(user));
  },
  forget(): void {
    localStorage.removeItem(storageKey);
  },
};

function isUser(value: unknown): value is User {
  const { id, email, name } = Object(value);
  return [id, email, name].every((part) => typeof part === 'string');
}
