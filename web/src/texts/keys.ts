import type common from './en/common.json';
import type shares from './en/shares.json';
import type shopping from './en/shopping.json';

/** An area's texts, a file of each language; `common` comes with the app, the others with the pages that name them. */
export type TextArea = 'common' | 'shares' | 'shopping';

/** The keys of every text, which English has all of; a test keeps the other languages alike. */
export type TextKey = keyof typeof common | keyof typeof shares | keyof typeof shopping;
