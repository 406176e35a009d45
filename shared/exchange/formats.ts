/**
 * Registry of file formats: the only list of them, with how each is detected. The file picker, the detection of
 * files and of pasted texts and the export dialog follow from it; `readers.ts` and `writers.ts` hold the function
 * for each id, apart from here because every page with a board loads this file to judge what is pasted.
 */
import type { FileFormat } from './fileFormat.ts';
import { CELLBOARD_FORMAT } from './formats/cellboardJson/version.ts';
import { hasCsvHeader } from './formats/csv/csvHeader.ts';
import { exceedsMermaid } from './formats/mermaid/mermaidLimits.ts';
import { isNodeLink } from './formats/nodeLink/nodeLinkSchema.ts';
import { TextSample } from './textSample.ts';

/** In the order of the export dialog. Detection goes the same way: node-link JSON is narrower than JSON Canvas. */
export const FORMATS = [
  {
    id: 'cellboard',
    label: 'Cellboard JSON',
    read: {
      accept: ['.json'],
      detect: ({ json }) => isObject(json) && json['format'] === CELLBOARD_FORMAT,
      detectPasted: ({ start }) => start.startsWith('{') && /"format"\s*:\s*"cellboard"/.test(start),
    },
    write: { extension: '.cellboard.json', mediaType: 'application/json', isGoverned: true },
  },
  {
    id: 'csv',
    label: 'CSV',
    read: {
      accept: ['.csv', '.tsv', '.txt'],
      isPair: true,
      // Any other text may be a table: what its columns mean is for the reader to find out.
      detect: ({ isJson, isXml }) => !isJson && !isXml,
      detectPasted: ({ isJson, isXml, start }) => !isJson && !isXml && hasCsvHeader(start),
    },
    write: { extension: '.csv', mediaType: 'text/csv', isPair: true },
  },
  {
    id: 'graphml',
    label: 'GraphML',
    read: {
      accept: ['.graphml', '.xml'],
      detect: (sample) => sample.hasXmlRoot('graphml'),
      detectPasted: (sample) => sample.hasXmlRoot('graphml'),
    },
    write: { extension: '.graphml', mediaType: 'application/xml' },
  },
  {
    id: 'gexf',
    label: 'GEXF',
    read: {
      accept: ['.gexf', '.xml'],
      detect: (sample) => sample.hasXmlRoot('gexf'),
      detectPasted: (sample) => sample.hasXmlRoot('gexf'),
    },
    write: { extension: '.gexf', mediaType: 'application/xml' },
  },
  {
    id: 'node-link',
    label: 'JSON',
    read: {
      accept: ['.json'],
      detect: ({ json }) => isNodeLink(json),
      // With `edges` alone: elements copied from a board have lists of nodes and links.
      detectPasted: (sample) => sample.seemsToHaveLists('nodes', 'edges'),
    },
  },
  {
    id: 'canvas',
    label: 'JSON Canvas',
    read: {
      accept: ['.canvas', '.json'],
      detect: ({ json }) =>
        isObject(json) &&
        Array.isArray(json['nodes']) &&
        (json['edges'] === undefined || Array.isArray(json['edges'])) &&
        json['links'] === undefined,
      detectPasted: (sample) => sample.seemsToHaveLists('nodes', 'edges'),
    },
    write: { extension: '.canvas', mediaType: 'application/json' },
  },
  {
    id: 'mermaid',
    label: 'Mermaid',
    write: { extension: '.mmd', mediaType: 'text/plain', isTooLarge: exceedsMermaid },
  },
  { id: 'dot', label: 'DOT', write: { extension: '.gv', mediaType: 'text/vnd.graphviz' } },
] as const satisfies readonly FileFormat[];

type AnyFormat = (typeof FORMATS)[number];
export type ReadableId = Extract<AnyFormat, { readonly read: unknown }>['id'];
export type WritableId = Extract<AnyFormat, { readonly write: unknown }>['id'];

/** Entries by their general type, with their own ids. */
export type ReadableFormat = FileFormat & Required<Pick<FileFormat, 'read'>> & { readonly id: ReadableId };
export type WritableFormat = FileFormat & Required<Pick<FileFormat, 'write'>> & { readonly id: WritableId };

export const READABLE_FORMATS: readonly ReadableFormat[] = FORMATS.filter((format) => 'read' in format);
export const WRITABLE_FORMATS: readonly WritableFormat[] = FORMATS.filter((format) => 'write' in format);

/** For the file picker. */
export function acceptedExtensions(): string {
  return [...new Set(READABLE_FORMATS.flatMap(({ read }) => read.accept))].join(',');
}

/** Null where no format claims the text: unsound JSON, or JSON and XML of other kinds. */
export function detectFormat(sample: TextSample): ReadableFormat | null {
  return READABLE_FORMATS.find(({ read }) => read.detect(sample)) ?? null;
}

/** Whether pasted text is more likely a file of one of the formats than words for a note. */
export function isPastedFile(text: string): boolean {
  const sample = new TextSample(text);
  return READABLE_FORMATS.some(({ read }) => read.detectPasted(sample));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
