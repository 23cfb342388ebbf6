/** An item of microdata in the shape of JSON-LD. */
type Item = Record<string, unknown[]>;

interface OpenElement {
  /** The item that the element is, when it is one. */
  readonly item: Item | undefined;
  /** Properties of the item around it whose value is the element's text. */
  readonly texts: readonly string[];
  /** Where its text begins. */
  readonly start: number;
}

const urlAttributes: Readonly<Record<string, string>> = {
  a: 'href',
  link: 'href',
  area: 'href',
  img: 'src',
  source: 'src',
  time: 'datetime',
  data: 'value',
  meter: 'value',
};
const blocks = new Set(['br', 'p', 'li', 'div', 'tr']);
/** Longest value, characters, and most values of a page. */
const maxText = 20_000;
const maxValues = 2000;

/** Reads microdata (HTML Living Standard, 5) from the events of a parser. */
export class MicrodataReader {
  /** Those that are no property of another. */
  readonly items: Item[] = [];
  readonly #open: OpenElement[] = [];
  readonly #around: Item[] = [];
  #text = '';
  #values = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const properties = attributes['itemprop']?.split(/\s+/, 3).filter(Boolean) ?? [];
    const value = attributes['content'] ?? attributes[urlAttributes[name] ?? ''];
    const item = 'itemscope' in attributes ? newItem(attributes['itemtype']) : undefined;
    if (blocks.has(name)) this.#text += '\n';
    if (item && properties.length === 0) this.items.push(item);
    else if (item ?? value) this.#add(properties, item ?? value);
    const texts = item || value !== undefined ? [] : properties;
    this.#open.push({ item, texts, start: this.#text.length });
    if (item) this.#around.push(item);
  }

  text(text: string): void {
    if (this.#around.length > 0) this.#text += text;
  }

  close(): void {
    const element = this.#open.pop();
    if (!element) return;
    if (element.item) this.#around.pop();
    if (element.texts.length > 0) {
      this.#add(element.texts, this.#text.slice(element.start, element.start + maxText));
    }
    if (this.#around.length === 0) this.#text = '';
  }

  #add(properties: readonly string[], value: unknown): void {
    const item = this.#around.at(-1);
    if (!item || ++this.#values > maxValues) return;
    for (const property of properties) {
      if (property === '__proto__') continue;
      const values = item[property] ?? [];
      values.push(value);
      item[property] = values;
    }
  }
}

function newItem(types = ''): Item {
  return Object.assign(Object.create(null), { '@type': types.split(/\s+/, 5) });
}
