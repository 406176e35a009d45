/**
 * Emphasises some elements of the canvas and dims the rest by a style element: no node renders, and nodes
 * that are mounted later are included.
 */

/** Returns what ends that. Without ids, nothing is dimmed. */
export function emphasize(ids: readonly string[]): () => void {
  if (ids.length === 0) return () => {};
  const named = ids.map((id) => `[data-id="${CSS.escape(id)}"]`).join(',');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    .canvas .react-flow__node:not(:is(${named})) { opacity: 0.25; }
    .canvas .react-flow__edge:not(:is(${named})) { opacity: 0.2; }
    .canvas .react-flow__node:is(${named}) .node-focus { display: block; }
    .canvas .react-flow__edge:is(${named}) .link-hit { stroke: var(--accent); stroke-opacity: 0.3; stroke-width: 10; }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
