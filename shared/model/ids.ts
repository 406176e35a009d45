/**
 * Identifiers and viewpoints. An id is random and means nothing; it is branded so that a node's id cannot
 * be handed in where a link's is meant. Brands vanish at run time: parsers are what makes an id trustworthy.
 */
import * as v from 'valibot';

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

export type NodeId = Brand<'node'>;
export type LinkId = Brand<'link'>;
export type ElementId = NodeId | LinkId;
export type BoardId = Brand<'board'>;
export type InviteId = Brand<'invite'>;
/** Of a template that was saved on this server. */
export type TemplateKey = Brand<'template'>;

/** Whose eyes: the facilitator's, everyone's, or those of one group or person. */
export type Viewpoint = 'facilitator' | 'everyone' | NodeId;

/** 120 bits of the alphabet below: more than the 96 a guess has to be hopeless against. */
const ID_LENGTH = 20;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Fills the array with random bytes; `crypto.getRandomValues` where nothing else is given. */
export type RandomBytes = (bytes: Uint8Array) => Uint8Array;

const cryptoBytes: RandomBytes = (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);

function randomId(random: RandomBytes): string {
  let id = '';
  for (const byte of random(new Uint8Array(ID_LENGTH))) id += ALPHABET[byte & 63];
  return id;
}

export const newNodeId = (random: RandomBytes = cryptoBytes): NodeId => randomId(random) as NodeId;
export const newLinkId = (random: RandomBytes = cryptoBytes): LinkId => randomId(random) as LinkId;
export const newBoardId = (random: RandomBytes = cryptoBytes): BoardId => randomId(random) as BoardId;
export const newTemplateKey = (random: RandomBytes = cryptoBytes): TemplateKey =>
  randomId(random) as TemplateKey;
export const newInviteId = (random: RandomBytes = cryptoBytes): InviteId => randomId(random) as InviteId;

/**
 * What an id from outside may look like. Short ids are accepted so that an import can bring its own; the
 * names the language or the model already uses are not.
 */
const ID_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;
const RESERVED = new Set(['facilitator', 'everyone', '__proto__', 'constructor', 'prototype']);

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value) && !RESERVED.has(value);
}

const ID_MESSAGE = 'An id is 1 to 64 letters, digits, "-" or "_", and no reserved word.';

/** An id of one's own making as a node's. Throws a RangeError for a string that no id may be. */
export function asNodeId(id: string): NodeId {
  return checked(id) as NodeId;
}

/** An id of one's own making as a link's. Throws a RangeError for a string that no id may be. */
export function asLinkId(id: string): LinkId {
  return checked(id) as LinkId;
}

function checked(id: string): string {
  if (!isId(id)) throw new RangeError(`"${id}" is no id. ${ID_MESSAGE}`);
  return id;
}

export const NodeIdSchema = v.custom<NodeId>(isId, ID_MESSAGE);
export const LinkIdSchema = v.custom<LinkId>(isId, ID_MESSAGE);
export const BoardIdSchema = v.custom<BoardId>(isId, ID_MESSAGE);
export const TemplateKeySchema = v.custom<TemplateKey>(isId, ID_MESSAGE);
export const InviteIdSchema = v.custom<InviteId>(isId, ID_MESSAGE);

export function isViewpoint(value: unknown): value is Viewpoint {
  return value === 'facilitator' || value === 'everyone' || isId(value);
}

export const ViewpointSchema = v.custom<Viewpoint>(
  isViewpoint,
  'A viewpoint is "facilitator", "everyone" or the id of a group or person.',
);
