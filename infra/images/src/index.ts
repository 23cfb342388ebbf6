export { buildApp, ImageError } from './build.ts';
export { type Builder, findBuilder } from './builder.ts';
export { tagByContent } from './tag-by-content.ts';
