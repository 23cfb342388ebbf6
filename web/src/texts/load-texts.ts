import type { Messages } from '@lingui/core';
import { addTexts } from './i18n.ts';
import type { TextArea } from './keys.ts';
import { preferredLanguage } from './language.ts';

/** Each file is a chunk of its own. */
const files = import.meta.glob<{ default: Messages }>('./*/*.json');

/** Fetches an area's texts in the reader's language. Rejects when they cannot be had. */
export async function loadTexts(area: TextArea): Promise<void> {
  const language = preferredLanguage();
  const load = files[`./${language}/${area}.json`];
  if (!load) throw new Error(`There are no texts in ${language}/${area}.json.`);
  const { default: messages } = await load();
  addTexts(language, messages);
}
