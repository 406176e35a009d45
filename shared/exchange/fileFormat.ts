/**
 * Interface of a file format: how files and pasted texts of it are told from others, what its files are called,
 * and what its reader and its writer take and return.
 */
import type { ExchangeContent } from './content.ts';
import type { ReadResult } from './reading.ts';
import type { TextSample } from './textSample.ts';

export interface FileFormat {
  readonly id: string;
  /** A proper name, the same in every language. */
  readonly label: string;
  readonly read?: {
    /** Endings of file names, dot included, that the file picker offers. */
    readonly accept: readonly string[];
    /** Nodes and links may come as two files. */
    readonly isPair?: true;
    /** Whether a file with this text is one of the format. The first format of the registry to say so reads it. */
    readonly detect: (sample: TextSample) => boolean;
    /** Whether a pasted text is more likely such a file than words for a note. Runs on every paste. */
    readonly detectPasted: (sample: TextSample) => boolean;
  };
  readonly write?: {
    /** Ending of the file's name, dot included. */
    readonly extension: string;
    readonly mediaType: string;
    /** Nodes and links are written as two files. */
    readonly isPair?: true;
    /** Holds owners, audiences and the policy where the view has them. */
    readonly isGoverned?: true;
    /** Whether programs that open the format are known to refuse a file of this size. */
    readonly isTooLarge?: (content: ExchangeContent) => boolean;
  };
}

/** A decoded file, without a byte order mark. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

export type TextFiles = readonly [TextFile, ...TextFile[]];

/** More than one file only where the format's `read.isPair` says so. Never throws for what a file holds. */
export type FormatReader = (files: TextFiles) => ReadResult;

/** `part` matters only where the format's `write.isPair` says so. */
export type FormatWriter = (content: ExchangeContent, part: FilePart) => string;
export type FilePart = 'nodes' | 'links';
