/**
 * Templates that facilitators saved on this server, beside the ones that are shipped: made from what is on a
 * board, listed for everybody who may start a board here, deleted from the board they were saved from.
 */
import { completeRecord } from '../../shared/model/completeRecord.ts';
import type { LinkRecord, NodeRecord } from '../../shared/model/element.ts';
import {
  type BoardId,
  type LinkId,
  type NodeId,
  newTemplateKey,
  type RandomBytes,
  type TemplateKey,
} from '../../shared/model/ids.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import { type FromBoardOptions, fromBoard } from '../../shared/templates/fromBoard.ts';
import { TEMPLATE_IDS } from '../../shared/templates/template.ts';
import { template as shippedTemplate } from '../../shared/templates/templates.ts';
import { thumbnail } from '../../shared/templates/thumbnail.ts';
import type { ThumbnailShape } from '../../shared/templates/thumbnailShapes.ts';
import type { ElementsAnswer } from '../room/roomApi.ts';
import type { Store, TemplateRow } from '../store/store.ts';

export interface SavedTemplatesOptions {
  readonly store: Store;
  readonly clock: () => number;
  readonly random: RandomBytes;
}

export interface SaveWish extends FromBoardOptions {
  readonly board: BoardId;
  readonly title: string;
}

export interface TemplateListing {
  readonly id: string;
  readonly title: string;
  /** Whether somebody saved it here; the others are shipped. */
  readonly saved: boolean;
  readonly thumbnail: readonly ThumbnailShape[];
}

export class SavedTemplates {
  readonly #options: SavedTemplatesOptions;
  #shipped: readonly TemplateListing[] | null = null;

  constructor(options: SavedTemplatesOptions) {
    this.#options = options;
  }

  /** What a start page offers: the shipped ones, then the saved ones, newest first. */
  async list(): Promise<TemplateListing[]> {
    this.#shipped ??= TEMPLATE_IDS.flatMap((id) => {
      const shipped = shippedTemplate(id);
      return shipped === null
        ? []
        : [{ id, title: shipped.title, saved: false, thumbnail: thumbnail(shipped) }];
    });
    const saved = await this.#options.store.templates();
    return [
      ...this.#shipped,
      ...saved.map(({ id, title, thumbnail: shapes }) => ({ id, title, saved: true, thumbnail: shapes })),
    ];
  }

  async ofBoard(board: BoardId): Promise<TemplateRow[]> {
    return (await this.#options.store.templates()).filter((template) => template.board === board);
  }

  /**
   * Saves what a facilitator sees. `empty` where nothing of it is confirmed, `full` where this board or this
   * server has as many templates as it may, `too-large` where it is more than a template may be.
   */
  async save(
    elements: ElementsAnswer,
    wish: SaveWish,
  ): Promise<TemplateKey | 'empty' | 'full' | 'too-large'> {
    const { store, clock, random } = this.#options;
    const { board, title, names, language } = wish;
    const { policy } = elements;
    if (policy === undefined) throw new TypeError('Templates are saved from what a facilitator sees.');
    const made = fromBoard(
      { nodes: elements.nodes.map(nodeOf), links: elements.links.map(linkOf) },
      { names, language },
    );
    if (made.nodes.length === 0) return 'empty';
    const size = made.nodes.length + made.links.length;
    if (size > LIMITS.templateElements || JSON.stringify(made).length > LIMITS.templateBytes)
      return 'too-large';
    const all = await store.templates();
    const own = all.filter((template) => template.board === board).length;
    if (all.length >= LIMITS.templates || own >= LIMITS.templatesOfBoard) return 'full';
    const id = newTemplateKey(random);
    await store.putTemplate({
      id,
      board,
      title,
      created: clock(),
      size: made.nodes.length,
      thumbnail: thumbnail(made),
      body: { policy, ...made },
    });
    return id;
  }

  drop(board: BoardId, id: TemplateKey): Promise<boolean> {
    return this.#options.store.dropTemplate(id, board);
  }
}

/** What a view leaves out is empty. */
function nodeOf(node: ElementsAnswer['nodes'][number]): NodeRecord {
  return completeRecord('nodes', { ...node, id: node.id as NodeId });
}

function linkOf(link: ElementsAnswer['links'][number]): LinkRecord {
  return completeRecord('links', { ...link, id: link.id as LinkId });
}
