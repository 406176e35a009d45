/**
 * Builds XML as text, one tag a line. Everything that comes from people is escaped here and nowhere else.
 * Characters that XML 1.0 cannot hold at all are left out; those a parser would change (line ends, tabs) are
 * written as numbers, so that they come back as they were. Pure.
 */
import { wellFormed } from '../words.ts';

export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return xmlText(text)
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\t\n\r\u0085\u2028]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** As much of a text as XML can hold. */
export function xmlText(text: string): string {
  return wellFormed(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** An element around children that are XML already. */
export function xmlTag(name: string, attributes: XmlAttributes, children?: string): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`],
  );
  return `<${name}${pairs.join('')}${children === undefined ? '/>' : `>${children}</${name}>`}`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
