/** What the panels that come and go say, in English: search, palette, outline, tidying up, images, following. */
import { plural } from '../../../shared/text/plural.ts';

const many = plural('en');
export const en = {
  search: {
    label: 'Search the board',
    none: 'Nothing found.',
    count: (count: number) => many(count, { one: '# found', other: '# found' }),
  },

  palette: {
    label: 'Run a command',
    none: 'No such command.',
    tool: (name: string) => `Tool: ${name}`,
    open: 'Command palette',
    rename: 'Rename the selected element',
    deselect: 'Deselect',
    selectAll: 'Select all',
    duplicate: 'Duplicate',
    delete: 'Delete the selection',
    share: 'Share the board',
    home: 'Go to all boards',
    themes: { system: 'Appearance: as the system', light: 'Appearance: light', dark: 'Appearance: dark' },
    language: (name: string) => `Language: ${name}`,
  },

  outline: {
    label: 'Outline of the board',
    open: 'Outline',
    people: 'In no group',
    notes: 'Notes',
    links: 'Links of the selection',
    empty: 'Nothing here yet.',
    chooseRow: 'Choose a row first.',
    rename: 'Rename',
    delete: 'Delete',
    members: (count: number) => many(count, { one: '# member', other: '# members' }),
  },

  tidy: {
    all: 'Tidy up the board',
    selection: 'Tidy up the selection',
    done: (count: number) => many(count, { one: '# element moved.', other: '# elements moved.' }),
    nothing: 'Everything is tidy already.',
    notYours: 'There is nothing here that you may move.',
    failed: 'The board could not be tidied up. Try again.',
  },

  exchange: {
    import: 'Import…',
    export: 'Export…',
    show: 'Show what was imported…',
    dropHere: 'Drop to import',
    pasted: 'Pasted text',
  },

  images: {
    heading: 'Image of this view',
    png: 'Download as PNG',
    svg: 'Download as SVG',
    empty: 'There is nothing to draw.',
    failed: 'The image could not be made.',
    tooLarge: 'The board is too large for a sharp PNG; it was made smaller. The SVG is sharp.',
  },

  together: {
    follow: (name: string) => `Follow ${name}`,
    unfollow: (name: string) => `Stop following ${name}`,
    following: (name: string) => `Following ${name}`,
    stop: 'Stop',
    stopped: (name: string) => `You no longer follow ${name}.`,
    renaming: (name: string) => `${name} is typing`,
    editing: (who: string, what: string) => `${who} is editing ${what}.`,
  },
};
