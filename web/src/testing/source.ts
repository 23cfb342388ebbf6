import { globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseFileSync } from '@swc/core';

/** The source of the front end. */
const root = join(import.meta.dirname, '..');

/** A piece of syntax; what it has besides its type depends on that. */
interface SyntaxNode {
  type: string;
  [part: string]: unknown;
}

/** What a file says that readers may see, and what it imports. */
export interface SourceFile {
  /** Below `web/src`. */
  path: string;
  /** Texts in quotation marks. */
  literals: string[];
  /** Texts with values in them, as patterns. */
  patterns: RegExp[];
  /** Words that stand in the page as they are. */
  visible: string[];
  /** Files of the front end that are loaded with it. */
  imports: string[];
}

/** Attributes that people see or hear. */
const spokenAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'legend',
  'placeholder',
  'text',
  'title',
]);
/** Not the beginning of an address, which is the same in every language. */
const word = /^(?!https?:\/\/).*\p{L}/su;

/** Every file but tests and their helpers. */
export function readSource(): SourceFile[] {
  const paths = globSync('**/*.{ts,tsx}', { cwd: root });
  return paths
    .filter((path) => !/\.test\.tsx?$|^testing\/|\.d\.ts$/.test(path))
    .map(readFile)
    .sort((a, b) => a.path.localeCompare(b.path));
}

function readFile(path: string): SourceFile {
  const file: SourceFile = { path, literals: [], patterns: [], visible: [], imports: [] };
  const tree = parseFileSync(join(root, path), { syntax: 'typescript', tsx: path.endsWith('x') });
  visit(tree, file);
  return file;
}

function visit(value: unknown, file: SourceFile): void {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) take(value, file);
  for (const part of Object.values(value)) visit(part, file);
}

function take(node: SyntaxNode, file: SourceFile): void {
  switch (node.type) {
    case 'StringLiteral':
      file.literals.push(String(node['value']));
      return;
    case 'TemplateLiteral':
      file.patterns.push(...patternOf(node));
      return;
    case 'JSXText':
      note(node, file);
      return;
    case 'JSXAttribute': {
      const { name, value } = node;
      if (!isNode(name) || !isNode(value) || value.type !== 'StringLiteral') return;
      if (spokenAttributes.has(String(name['value']))) note(value, file);
      return;
    }
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const { source, typeOnly } = node;
      if (typeOnly || !isNode(source)) return;
      const target = String(source['value']);
      if (!/^\..*\.tsx?$/.test(target)) return;
      file.imports.push(relative(root, join(root, dirname(file.path), target)));
    }
  }
}

function note({ value }: SyntaxNode, file: SourceFile): void {
  const text = String(value).trim();
  if (word.test(text)) file.visible.push(text);
}

/** `error.${kind}.title` as a pattern; none for what does not begin like a key. */
function patternOf({ quasis }: SyntaxNode): RegExp[] {
  if (!Array.isArray(quasis)) return [];
  const parts = quasis.map(({ cooked }) => String(cooked));
  if (parts.length < 2 || !/^[a-z]\w*\./.test(parts[0] ?? '')) return [];
  return [new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('[\\w-]+')}$`)];
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
