/** An object of JSON-LD. */
export type Node = Readonly<Record<string, unknown>>;

/** Objects and lists that are looked at in one document. */
const maxNodes = 20_000;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name of schema.org without what may stand before it: `schema:`, `http://schema.org/`. */
function localName(name: string): string {
  return name.slice(
    Math.max(name.lastIndexOf('/'), name.lastIndexOf(':'), name.lastIndexOf('#')) + 1,
  );
}

export function typesOf(node: Node): string[] {
  return listOf(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [localName(type)] : [],
  );
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** What a document says of the things in it. */
export class Graph {
  readonly #byId = new Map<string, Node>();
  /** The outermost first. */
  readonly recipes: readonly Node[];

  constructor(documents: readonly unknown[]) {
    const recipes: Node[] = [];
    const queue: unknown[] = [...documents];
    // One after the other and not one within the other: however deep the document is, the stack is not.
    for (let at = 0; at < queue.length && at < maxNodes; at++) {
      const value = queue[at];
      if (isNode(value)) {
        this.#remember(value);
        if (typesOf(value).includes('Recipe')) recipes.push(value);
      }
      if (typeof value === 'object' && value !== null) {
        for (const inner of Object.values(value).slice(0, maxNodes)) {
          if (typeof inner === 'object' && inner !== null) queue.push(inner);
        }
      }
    }
    // One that is only pointed to is elsewhere in the document.
    this.recipes = recipes.filter((recipe) => !('@id' in recipe) || Object.keys(recipe).length > 2);
  }

  /** All values of a property, what they point to put in their place. */
  values(node: Node, property: string): readonly unknown[] {
    const value =
      node[property] ??
      node[`schema:${property}`] ??
      node[`http://schema.org/${property}`] ??
      node[`https://schema.org/${property}`];
    return listOf(isNode(value) && '@list' in value ? value['@list'] : value).map((one) =>
      this.#resolve(one),
    );
  }

  #resolve(value: unknown): unknown {
    if (!isNode(value) || Object.keys(value).length > 2) return value;
    const id = value['@id'];
    return (typeof id === 'string' && this.#byId.get(id)) || value;
  }

  /** The fullest description of a thing counts; others only point to it. */
  #remember(node: Node): void {
    const id = node['@id'];
    if (typeof id !== 'string') return;
    const known = this.#byId.get(id);
    if (!known || Object.keys(known).length < Object.keys(node).length) this.#byId.set(id, node);
  }
}
