import { orNothing } from '../device-storage.ts';

/** How the app looks: as the device does, or always light or dark. */
export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

export const storageKey = 'appearance';
/** Colours of the browser's own bars: `--paper` of theme.css. */
const bars = { light: '#f6f5ef', dark: '#141814' };

/** The choice that is kept on this device. */
export function keptAppearance(): Appearance {
  // Not by `deviceStorage`: all of that would stand in each recipe's page.
  const kept = orNothing(() => localStorage.getItem(storageKey));
  return appearances.find((one) => one === kept) ?? 'system';
}

/** Shows the kept choice: `theme.css` knows it by an attribute, the browser's bars by `theme-color`. */
export function applyAppearance(): void {
  const choice = keptAppearance();
  document.documentElement.dataset['appearance'] = choice;
  for (const scheme of ['light', 'dark'] as const) {
    const bar = document.querySelector(`meta[name="theme-color"][media*="${scheme}"]`);
    bar?.setAttribute('content', bars[choice === 'system' ? scheme : choice]);
  }
}
