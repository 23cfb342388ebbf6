import { type Graph, isNode, type Node } from '../read/nodes.ts';

const maxUrl = 2048;
const maxImages = 10;

/** A web address as it stands in a page; `undefined` for what is none. */
function webUrl(text: unknown, base?: string): string | undefined {
  if (typeof text !== 'string' || text.length > maxUrl) return undefined;
  const url = URL.parse(text.trim(), base);
  return url && ['http:', 'https:'].includes(url.protocol) && url.href.length <= maxUrl
    ? url.href
    : undefined;
}

/** Where the recipe comes from: the page it was fetched from, else what the recipe says itself. */
export function sourceOf(graph: Graph, node: Node, page: string | undefined): string | undefined {
  if (page !== undefined) return webUrl(page);
  const named = ['url', 'mainEntityOfPage', '@id'].flatMap((name) => graph.values(node, name));
  return named
    .map((value) => webUrl(isNode(value) ? (value['@id'] ?? value['url']) : value))
    .find((url) => url !== undefined);
}

/** Pictures: addresses, or `ImageObject`s. */
export function imagesOf(graph: Graph, node: Node, base: string | undefined): string[] {
  const images = graph
    .values(node, 'image')
    .slice(0, 50)
    .flatMap((value) => {
      if (!isNode(value)) return webUrl(value, base) ?? [];
      const [url] = ['url', 'contentUrl', '@id'].flatMap((name) => graph.values(value, name));
      return webUrl(url, base) ?? [];
    });
  return [...new Set(images)].slice(0, maxImages);
}
