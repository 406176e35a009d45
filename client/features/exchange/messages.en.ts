/** What importing and exporting say, in English. Loaded with their dialogs and not with the page. */
import type { WritableId } from '../../../shared/exchange/formats.ts';
import type { RefusalCode, TroubleCode } from '../../../shared/exchange/reading.ts';
import { numbers, plural } from '../../../shared/text/plural.ts';
import type { CatalogueShape } from '../../ui/translations.ts';

const n = numbers('en', { grouping: true });
const many = plural('en', { grouping: true });

const nodes = (count: number) => many(count, { one: '# node', other: '# nodes' });
const links = (count: number) => many(count, { one: '# link', other: '# links' });
const both = (nodeCount: number, linkCount: number) =>
  linkCount === 0 ? nodes(nodeCount) : `${nodes(nodeCount)} and ${links(linkCount)}`;

export const en = {
  both,

  import: {
    title: 'Import',
    hint: 'Nothing comes onto the board before you have seen what it will be.',
    choose: 'Choose files',
    drop: 'or drop them here. You can also drop them on the board, or paste their text.',
    takes:
      'Cellboard JSON, CSV (nodes and links as two files, or a list of links; Kumu’s columns work as they are), GraphML, GEXF, JSON Canvas, JSON with nodes and links.',
    reading: 'Reading…',
    laying: 'Finding places…',
    another: 'Choose other files',
    from: (what: string, file: string, format: string) => `${what} from ${file} (${format})`,
    encoding: (name: string) =>
      `The text was read as ${name}. If letters look wrong, save the file as UTF-8 and choose it again.`,
    types: 'What the file calls things, and what they become here',
    nodeTypes: 'Nodes',
    linkTypes: 'Links',
    noType: 'without a type',
    becomes: (type: string) => `${type} becomes`,
    leaveOut: 'Leave out',
    moreTypes: (count: number) => `and ${n(count)} more types, by the same guess`,
    samples: 'The first of them',
    name: 'Name',
    kind: 'Kind',
    caption: 'Caption',
    fromTo: 'From and to',
    unnamed: 'no name',
    keepExtra: (names: string) => `Keep in the notes what else the file says: ${names}`,
    place: 'Where',
    places: {
      beside: 'Beside what is there',
      view: 'In the middle of what I see',
      file: 'Where the file says',
    },
    unplaced: (count: number) => `The file gives ${nodes(count)} no place; they are laid out.`,
    understood: 'Everything in the file was understood.',
    troubles: (count: number) =>
      many(count, { one: '# thing to know before importing', other: '# things to know before importing' }),
    atLine: (line: number) => `Line ${line}`,
    moreTroubles: (count: number) => `and ${n(count)} more`,
    seenBy: {
      facilitator: 'Only facilitators will see it, until you show it.',
      mine: 'It will belong to your viewpoint: those who share it, those who guide it and facilitators will see it, nobody else.',
      all: 'On this board, what you add may be seen by everyone at once.',
    },
    import: (count: number) => `Import ${nodes(count)}`,
    importForAll: (count: number) => `Import ${nodes(count)} for all to see`,
    nothing: 'Everything is left out: there is nothing to import.',
    tooManyForBoard: (room: number) =>
      `The board has room for ${nodes(room)} more. Leave types out, or split the file.`,
    making: (what: string) => `Importing ${what}…`,
    undoing: 'Taking back what was made…',
    keepOpen: 'Others can go on working meanwhile. Keep this page open.',
    away: 'The connection is away. It goes on by itself as soon as that is back. Keep this page open.',
    done: (what: string) => `Imported ${what}.`,
    doneHidden: (what: string) => `Imported ${what}. Only facilitators see it.`,
    refused: (count: number) => `${n(count)} could not be added.`,
    cancelled: 'The import was cancelled. Nothing of it is on the board.',
    broken: 'The import was interrupted. What had been made by then is on the board.',
    show: 'Show…',
  },

  refusals: {
    empty: ['The file is empty.', 'Choose a file with nodes or links in it.'],
    'too-large': ['The files are too large.', 'Together they may have 64 MB. Split them.'],
    'too-many-nodes': ['There are too many nodes.', 'A board holds 25,000. Split the file.'],
    'too-many-links': ['There are too many links.', 'A board holds 50,000. Split the file.'],
    'too-deep': [
      'The file is nested too deeply.',
      'Files of this kind are rarely more than a few levels deep. Export it again.',
    ],
    doctype: [
      'The file declares a document type, which can hide harmful things.',
      'Open it in a text editor, delete what begins with <!DOCTYPE, up to its closing >, and try again.',
    ],
    'not-xml': [
      'The file is damaged: it is not sound XML.',
      'Export it again from the program it comes from.',
    ],
    'not-json': [
      'The file is damaged: it is not sound JSON.',
      'Export it again from the program it comes from.',
    ],
    'unknown-format': [
      'This is none of the formats that can be read.',
      'A table needs a first row that names its columns, at least Label, or From and To.',
    ],
    newer: [
      'A newer version of Cellboard made this file.',
      'Export it in another format, or update this server.',
    ],
    'no-nodes': ['There are no nodes in the file.', 'Choose the file with the nodes, or a list of links.'],
    'too-many-files': [
      'These are more files than can be read at once.',
      'Choose one, or two CSV files: nodes and links.',
    ],
    'mixed-files': [
      'Only CSV comes in two files.',
      'Choose one file, or the two CSV files of nodes and links.',
    ],
    failed: ['The file could not be read.', 'Try again, or export it in another format.'],
  } satisfies Record<RefusalCode | 'failed', readonly [string, string]>,

  troubles: {
    'no-such-node': (what: string) => `a link names “${what}”, which is no node of the file; it is left out`,
    'self-link': () => 'a link leads from a node to itself; it is left out',
    'same-node': (what: string) => `“${what}” is there already; the first one counts`,
    'same-membership': () => 'the same membership is there already; it is left out',
    'not-joinable': (what: string) => `“${what}” cannot join these two kinds; it becomes a tie`,
    cut: (what: string) => `the text is too long and is cut: “${what}”`,
    'bad-value': (what: string) => `“${what}” was not understood; it is passed over`,
    'no-name': (what: string) => `there is no name in this row: “${what}”; it is left out`,
    'bad-row': (what: string) => `the quotation marks of this row do not fit together: “${what}”`,
    'not-yours': (what: string) => `only facilitators may set ${what}; it is left out`,
    'not-used': (what: string) => `there is no field on a board for ${what}`,
  } satisfies Record<TroubleCode, (what: string) => string>,

  step: { undo: 'Undoing a large step…', redo: 'Redoing a large step…' },
  show: {
    title: (what: string) => `Show ${what}`,
    note: 'It was imported and only facilitators see it. When you show it, the board’s rules decide who sees what, as if it had been drawn by a facilitator.',
    selection: 'This is what you have selected of it.',
    confirm: 'Show',
    tooMany: 'This is too much to work out beforehand who will see what.',
    nothing: 'Nothing imported waits to be shown.',
    done: (what: string) => `${what} are shown now.`,
  },

  export: {
    title: 'Export',
    hint: 'A file of exactly what this view shows, and nothing else.',
    viewing: (name: string) => `This is the view of ${name}.`,
    what: 'What',
    all: (what: string) => `The whole view: ${what}`,
    selection: (what: string) => `The selection: ${what}`,
    format: 'Format',
    download: 'Download',
    downloadNodes: 'Download nodes',
    downloadLinks: 'Download links',
    hints: {
      cellboard: 'Everything, to be imported again.',
      csv: 'Two tables for spreadsheets and Kumu.',
      graphml: 'For yEd, Gephi, NetworkX, Cytoscape.',
      gexf: 'For Gephi, with places and colours.',
      canvas: 'For Obsidian and others.',
      mermaid: 'A diagram as text, for documents.',
      dot: 'For Graphviz.',
      png: 'An image.',
      svg: 'An image that stays sharp.',
      pdf: 'One page, for print.',
    } satisfies Record<WritableId | 'png' | 'svg' | 'pdf', string>,
    governed: 'With owners, audiences and the policy: this file is for facilitators.',
    large: 'Mermaid refuses diagrams of this size unless its limits are raised.',
    empty: 'There is nothing to export.',
    failed: 'The file could not be made.',
  },
};

export type ExchangeMessages = CatalogueShape<typeof en>;
