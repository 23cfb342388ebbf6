/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Text without what people leave out when they search: capitals, accents, space around. */
export function fold(text: string): string {
  return (
    text
      .normalize('NFKD')
      // Accents only: in Japanese and other scripts marks make another letter.
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[ßæœøđłı]/g, (letter) => plain[letter] ?? letter)
      .trim()
  );
}

/** The words of a text, folded, also of languages that put no space between them. */
export function wordsOf(text: string): string[] {
  return [...segmenter.segment(fold(text))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/**
 * The parts of three letters that a word consists of, with a space for its start and its end.
 * @param open leaves the end out, for words that may go on.
 */
export function trigramsOf(word: string, open = false): string[] {
  const letters = [...` ${word}${open ? '' : ' '}`];
  const count = Math.max(0, letters.length - 2);
  return Array.from({ length: count }, (_, at) => letters.slice(at, at + 3).join(''));
}
