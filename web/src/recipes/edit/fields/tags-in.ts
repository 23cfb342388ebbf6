/** Most letters of a tag. */
export const maxTag = 50;

/** Tags in a text with commas, each once. */
export function tagsIn(text: string): string[] {
  const words = text.split(',').map((word) => word.trim().slice(0, maxTag).trim());
  const written = words.filter((word) => word !== '');
  return [...new Map(written.map((word) => [word.toLowerCase(), word])).values()];
}
