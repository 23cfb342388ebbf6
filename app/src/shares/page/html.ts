/** A piece of HTML that is safe to send: whatever it was made of has been escaped. */
export class Html {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** Joins the parts of a template, which are trusted, and its values, which are not. */
  static join(parts: readonly string[], values: readonly Value[]): Html {
    return new Html(
      parts.map((part, at) => (at === 0 ? part : textOf(values[at - 1]) + part)).join(''),
    );
  }
}

type Value = string | number | undefined | Html | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * A template of HTML. Each value is escaped unless it is HTML itself, so it can stand in a text and
 * in an attribute within quotation marks, but not in a script or style.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return Html.join(parts, values);
}

function textOf(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return String(value).replace(/[&<>"'`]/g, (sign) => entities[sign] ?? '');
}

/** A style sheet of ours: no value may stand in it. */
export function styleElement(style: string): Html {
  return Html.join([`<style>${style}</style>`], []);
}

/**
 * Data for programs, in a script. Signs that could end the script, or mean something to a reader of
 * HTML or of old JavaScript, are written as JSON writes signs that have no letter.
 */
export function jsonLdScript(data: object): Html {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Html.join([`<script type="application/ld+json">${json}</script>`], []);
}
