/**
 * Streaming XML parser (SAX) with line numbers, bounded depth and names without prefixes. A document type is
 * refused whole: with none there are no entities to expand and nothing to fetch.
 */
import { SaxesParser } from 'saxes';
import { EXCHANGE_LIMITS, type FileRefusal, refusal, short } from '../reading.ts';

export interface XmlElement {
  /** Without prefix, in small letters. */
  readonly name: string;
  /** 1 for the root. */
  readonly depth: number;
  readonly line: number;
  /** Undefined where there is no such attribute. Names are looked up without prefix. */
  attribute(name: string): string | undefined;
}

export interface XmlHandler {
  open(element: XmlElement): FileRefusal | null;
  /** What stood directly in the element, pieces joined. */
  close(name: string, text: string): void;
}

/** Longest text kept of one element: longer than any field. */
const MAX_TEXT = 100_000;

/** Ends the parser from within its callbacks. */
class Stop extends Error {
  readonly refusal: FileRefusal;
  constructor(reason: FileRefusal) {
    super(reason.code);
    this.refusal = reason;
  }
}

/** Null when the whole of it was read. */
export function readXml(text: string, handler: XmlHandler): FileRefusal | null {
  const parser = new SaxesParser({ position: true });
  const texts: string[] = [];
  const stop = (reason: FileRefusal): never => {
    throw new Stop(reason);
  };
  const addText = (piece: string) => {
    const at = texts.length - 1;
    const known = texts[at];
    if (known !== undefined && known.length < MAX_TEXT) texts[at] = known + piece;
  };
  parser.on('doctype', () => stop(refusal('doctype', { line: parser.line })));
  parser.on('error', (fault) =>
    stop(refusal('not-xml', { line: parser.line, what: short(fault.message.replace(/^\d+:\d+: /, '')) })),
  );
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name, attributes }) => {
    texts.push('');
    if (texts.length > EXCHANGE_LIMITS.depth) stop(refusal('too-deep', { line: parser.line }));
    const given = new Map(Object.entries(attributes).map(([key, value]) => [bare(key), String(value)]));
    const reason = handler.open({
      name: bare(name).toLowerCase(),
      depth: texts.length,
      line: parser.line,
      attribute: (key) => given.get(key),
    });
    if (reason !== null) stop(reason);
  });
  parser.on('closetag', ({ name }) => handler.close(bare(name).toLowerCase(), texts.pop() ?? ''));
  try {
    parser.write(text).close();
    return null;
  } catch (fault) {
    if (fault instanceof Stop) return fault.refusal;
    throw fault;
  }
}

function bare(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
