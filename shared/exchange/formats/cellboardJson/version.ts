/** What the head of a Cellboard JSON file says it is. */
export const CELLBOARD_FORMAT = 'cellboard';
export const CELLBOARD_VERSION = 1;
