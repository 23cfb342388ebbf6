/** What everything that this program makes bears, so that it knows its own again. */
export const ownPrefix = 'recipe_book_';

/** Folder of the dashboards and of the alerts; whatever is in there is this program's. */
export const ownFolder = 'Recipe Book';

/** Name of a stream as OpenObserve writes it; in queries it must stand so. */
export function streamOf(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_:]+/g, '_').toLowerCase();
}

/** Name of a column as OpenObserve makes it of an attribute. */
export function columnOf(attribute: string): string {
  return attribute.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_');
}
