import { loadAllTexts } from './texts.ts';

/** Stands in for `texts/load-texts.ts`, whose `import.meta.glob` only Vite knows. */
export async function loadTexts(): Promise<void> {
  loadAllTexts();
}
