import { deviceStorage } from '../device-storage.ts';
import { type Appearance, applyAppearance, storageKey } from '../ui/appearance.ts';

/** Keeps a choice, and shows it. Apart from what shows it, because the early script has that. */
export function chooseAppearance(choice: Appearance): void {
  if (choice === 'system') deviceStorage.removeItem(storageKey);
  else deviceStorage.setItem(storageKey, choice);
  applyAppearance();
}
