/** What the frame of the page says, in English: the key, more of the palette. */

export const en = {
  legend: {
    open: 'Key',
    nodes: 'Shapes',
    links: 'Lines',
    empty: 'Nothing is drawn yet.',
    inBar: 'Keep the lines in sight',
  },

  commands: {
    newBoard: 'New blank board',
    fromTemplate: (name: string) => `New board: ${name}`,
    boardFailed: 'The board could not be made. Try again.',
    colored: (color: string) => `Colour: ${color}`,
    renameBoard: 'Rename board',
    showKey: 'Show the key',
    needThree: 'Select three or more to distribute them.',
  },
};
