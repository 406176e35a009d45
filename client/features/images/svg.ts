/** Builds SVG as text. Everything that comes from people is escaped here and nowhere else. Pure. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also without the control characters and lone halves of letters that XML does not allow. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** An element around children that are SVG already. */
export function tag(name: string, attributes: Attributes = {}, children = ''): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(typeof value === 'number' ? short(value) : value)}"`],
  );
  return `<${name}${pairs.join('')}${children === '' ? '/>' : `>${children}</${name}>`}`;
}

/** Written from right to left where its first letter is: so a full stop or a bracket stands at the right end of it. */
export function text(content: string, attributes: Attributes): string {
  const ways = RIGHT_TO_LEFT.test(content) ? { 'unicode-bidi': 'plaintext', ...attributes } : attributes;
  return content === '' ? '' : tag('text', ways, escapeXml(content));
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
