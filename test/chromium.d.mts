/** The path of an executable; undefined where Playwright finds its own; null where there is none to be had. */
export function findChromium(): string | null | undefined;
