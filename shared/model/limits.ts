/**
 * How much of anything a board takes. Every bound that a person can run into stands here, so that the page,
 * the server and the message that explains a refusal agree.
 */

export const LIMITS = {
  /** UTF-16 code units, as JavaScript and Yjs count. */
  labelLength: 500,
  notesLength: 10_000,
  captionLength: 80,
  titleLength: 200,
  /** On one board; for a participant: in what their viewpoint sees, so that the answer tells nothing. */
  nodes: 25_000,
  links: 50_000,
  /** Board units; one unit is one CSS pixel at 100 %. */
  coordinate: 1_000_000,
  minSize: 16,
  maxSize: 100_000,
  /** Palette entries, counted from 0. */
  colors: 8,
  audience: 1_000,
  personNameLength: 60,
  inviteLabelLength: 80,
  invites: 1_000,
  inviteUses: 100_000,
  /** Saved from one board, and on one server. */
  templatesOfBoard: 20,
  templates: 300,
  /** Of one saved template: whoever opens a board from it has all of it made at once. */
  templateElements: 2_000,
  templateBytes: 1024 * 1024,
  /** What a facilitator says to the maker of a drawing that is declined. */
  wordLength: 500,
  /** Elements that one call to a place, or one answer to drawings, may name. */
  named: 1_000,
} as const;
