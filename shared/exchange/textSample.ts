/**
 * A text as the detectors of formats see it: its beginning, and its value where it is JSON, parsed once and only
 * when a detector asks.
 */

/** Code units of the beginning. Comments and a prologue may stand before the root of an XML file. */
const START_LENGTH = 20_000;

export class TextSample {
  /** Without a byte order mark. */
  readonly text: string;
  /** The first characters, from the first that is no white space. */
  readonly start: string;
  #json: { readonly value: unknown } | null = null;

  constructor(text: string) {
    this.text = text.replace(/^\ufeff/, '');
    this.start = this.text.slice(0, START_LENGTH).trimStart();
  }

  /** By its first sign; it need not be sound. */
  get isJson(): boolean {
    return /^[{[]/.test(this.start);
  }

  get isXml(): boolean {
    return this.start.startsWith('<');
  }

  /** Undefined for what is no JSON. */
  get json(): unknown {
    this.#json ??= { value: this.isJson ? parsed(this.text) : undefined };
    return this.#json.value;
  }

  /** Whether an XML text has an element of that name near its beginning, with any prefix. */
  hasXmlRoot(name: string): boolean {
    return this.isXml && new RegExp(`<(?:[\\w.-]+:)?${name}[\\s>]`, 'i').test(this.start);
  }

  /** Whether a text that begins as a JSON object seems to have lists of these names, judged without parsing it. */
  seemsToHaveLists(...names: readonly string[]): boolean {
    return (
      this.start.startsWith('{') && names.every((name) => new RegExp(`"${name}"\\s*:\\s*\\[`).test(this.text))
    );
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
