import { type ParsedTokenInfo, Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import { HttpProblem } from '../http/problem.ts';

/** Most things in one file. */
export const maxNodes = 50_000;
/** Objects and lists within each other. */
const maxDepth = 64;
/** Longest text or number, bytes: room for a picture. */
const maxToken = 4 * 1024 * 1024;
/** Largest thing, bytes. */
const maxNode = 8 * 1024 * 1024;
/** Values and names of properties in one thing; a shopping list can have 115,000. */
const maxValues = 150_000;
/** Bytes of memory that a value takes besides its text, at worst; `[]` takes but two in the file. */
const valueSize = 100;

/** A file that cannot be read to its end; `problem` is what is answered. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
  readonly problem: unknown;

  constructor(problem: unknown) {
    super('The file cannot be read to its end.');
    this.problem = problem;
  }
}

/** Tokens that nothing is kept of. */
const marks = new Set<TokenType>([
  TokenType.COMMA,
  TokenType.COLON,
  TokenType.RIGHT_BRACE,
  TokenType.RIGHT_BRACKET,
]);

/** A thing of a file, as it was read, and about how many bytes of memory it takes. */
export interface ReadNode {
  readonly value: unknown;
  readonly size: number;
}

/**
 * Reads the things of a JSON-LD document one after the other: those of its `@graph`, or of a list.
 * However large the document is, no more of it is kept than the thing that is being read.
 * @throws FileFault when it is no such document, or its bytes end too early; after all things before.
 */
export async function* readNodes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadNode> {
  const reader = new NodeReader();
  for await (const chunk of untilFault(bytes)) {
    reader.take(chunk);
    yield* reader.read();
    if (reader.fault) throw new FileFault(reader.fault);
  }
  reader.end();
  if (reader.fault) throw new FileFault(reader.fault);
}

async function* untilFault(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw new FileFault(error);
  }
}

class NodeReader {
  /** What is wrong with the document. */
  fault: HttpProblem | undefined;
  readonly #tokenizer = new Tokenizer({
    stringBufferSize: 64 * 1024,
    numberBufferSize: 64,
  });
  #parser: TokenParser | undefined;
  #read: ReadNode[] = [];
  #count = 0;
  #depth = 0;
  /** Bytes taken so far, and those before the last token and before the end of the last thing. */
  #taken = 0;
  #lastToken = 0;
  #lastNode = 0;
  /** Values since the end of the last thing. */
  #values = 0;
  /** The last text at the top, which names what comes after it. */
  #topText: unknown;
  #isList = false;

  constructor() {
    this.#tokenizer.onToken = (token) => {
      this.#check(token);
      this.#parser ??= this.#newParser(token.token === TokenType.LEFT_BRACKET);
      this.#parser.write(token);
    };
  }

  take(chunk: Uint8Array): void {
    this.#orFault(() => {
      this.#tokenizer.write(chunk);
      this.#taken += chunk.length;
      this.#assertBounds(this.#taken);
    });
  }

  end(): void {
    this.#orFault(() => {
      this.#tokenizer.end();
      if (!this.#parser?.isEnded) throw new Error('The document has no end.');
      if (!this.#isList) throw new HttpProblem(400, 'The file holds no list under @graph.');
    });
  }

  /** What was read since the last time. */
  read(): ReadNode[] {
    const read = this.#read;
    this.#read = [];
    return read;
  }

  #newParser(isList: boolean): TokenParser {
    const parser = new TokenParser({ paths: [isList ? '$.*' : '$.@graph.*'], keepStack: false });
    parser.onValue = ({ value, parent }) => {
      if (!Array.isArray(parent)) return;
      this.#assert(this.#count < maxNodes, `more than ${maxNodes} things`);
      this.#count++;
      const length = this.#lastToken - this.#lastNode;
      this.#read.push({ value, size: length + this.#values * valueSize });
      this.#lastNode = this.#lastToken;
      this.#values = 0;
    };
    return parser;
  }

  #check({ token, value, offset }: ParsedTokenInfo): void {
    this.#assertBounds(offset);
    this.#lastToken = offset;
    if (!marks.has(token)) this.#values++;
    this.#assert(this.#values <= maxValues, `a thing of more than ${maxValues} values`);
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      const mayBeList = this.#depth === 0 || (this.#depth === 1 && this.#topText === '@graph');
      if (token === TokenType.LEFT_BRACKET && mayBeList) this.#isList = true;
      this.#depth++;
      this.#assert(this.#depth <= maxDepth, 'things too deep within each other');
    } else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) {
      this.#depth--;
    } else if (token === TokenType.STRING && this.#depth === 1) {
      this.#topText = value;
    }
  }

  /** A text that does not end would otherwise grow as long as the file. */
  #assertBounds(offset: number): void {
    this.#assert(offset - this.#lastToken <= maxToken, 'a text that is too long');
    this.#assert(offset - this.#lastNode <= maxNode, 'a thing that is too large');
  }

  #assert(isFine: boolean, what: string): void {
    if (!isFine) throw this.#wrong(what);
  }

  /** Messages of the parser quote the file, so they are not passed on. */
  #orFault(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.fault = error instanceof HttpProblem ? error : this.#wrong('what is not valid JSON');
    }
  }

  #wrong(what: string): HttpProblem {
    const detail = `The file holds ${what} after ${this.#count} things, which were read. Mend it and send it again: nothing is added twice.`;
    return new HttpProblem(400, detail, { code: 'damaged-file' });
  }
}
