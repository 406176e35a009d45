/**
 * Why a viewpoint sees an element, step by step over the board, or why not and what would have to be true. It
 * stays beside the canvas, so that the path can be looked at while it is read.
 */
import { useReactFlow } from '@xyflow/react';
import { Eye, EyeOff, Route, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { StillHidden, Why } from '../../../../shared/explain/why.ts';
import type { Condition, WhyNot } from '../../../../shared/explain/whyNot.ts';
import type { ElementId } from '../../../../shared/model/ids.ts';
import { emphasize } from '../../../canvas/emphasis.ts';
import { LinkSample } from '../../../shapes/LinkSample.tsx';
import { usePanels } from '../../../state/panels.ts';
import { elementName, viewpointName } from '../../../state/viewpointNames.ts';
import { bringNodesIntoSight } from '../../../state/viewport.ts';
import { viewAs as lookAs, useView, useViews, type WhyAsked } from '../../../state/views.ts';
import { useAnswer } from '../../../state/visibilityWorker/useAnswer.ts';
import type { VisibilityWorker } from '../../../state/visibilityWorker/visibilityWorker.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { said } from '../../../ui/bidiIsolate.ts';
import { useMessages } from '../../../ui/locale.ts';
import { toast } from '../../../ui/toast.ts';
import { useEscape } from '../../../ui/useEscape.ts';
import { writeBoardEdits } from '../applyBoardEdits.ts';
import { useViewsMessages } from '../messages.ts';
import { propose } from '../preview/propose.ts';
import { ViewpointGlyph } from '../ViewpointGlyph.tsx';
import { blockSentence, conditionSentence, type Speech, stepSentence } from './sentences.ts';
import './why.css';

export interface WhyPopoverProps {
  readonly asked: WhyAsked;
  readonly visibilityWorker: VisibilityWorker;
}

export default function WhyPopover({ asked, visibilityWorker }: WhyPopoverProps) {
  const { store } = useWorkspace();
  const views = useViews();
  const { why: words } = useViewsMessages();
  const { close } = useMessages();
  const popover = useRef<HTMLElement>(null);
  const question = useMemo(() => ({ kind: 'why', ...asked }) as const, [asked]);
  const answer = useAnswer<'why'>(visibilityWorker, question);
  const whose = said(viewpointName(store, asked.viewpoint));
  const what = said(elementName(store, asked.element));
  const sees = answer === null || answer.because.length > 0;
  const leave = () => views.setState({ why: null, path: [] });
  useEscape(popover, { reach: 'anywhere', onEscape: leave });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question takes the focus again.
  useEffect(() => popover.current?.focus({ preventScroll: true }), [asked]);
  return (
    <section
      ref={popover}
      className="why popup"
      role="dialog"
      aria-label={sees ? words.can(whose, what) : words.cannot(whose, what)}
      tabIndex={-1}
    >
      <div className="why-head">
        <ViewpointGlyph store={store} viewpoint={asked.viewpoint} size={24} />
        <h2>{sees ? words.can(whose, what) : words.cannot(whose, what)}</h2>
        <button type="button" className="icon-button is-small" aria-label={close} onClick={leave}>
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      {answer === null ? (
        <p className="empty" role="status">
          {words.working}
        </p>
      ) : sees ? (
        <Reasons asked={asked} answer={answer} whose={whose} />
      ) : (
        <WhatWould asked={asked} answer={answer} whose={whose} />
      )}
    </section>
  );
}

interface PartProps {
  readonly asked: WhyAsked;
  readonly answer: Why & WhyNot;
  readonly whose: string;
}

function Reasons({ asked, answer, whose }: PartProps) {
  const { store } = useWorkspace();
  const views = useViews();
  const path = useView((state) => state.path);
  const { why: words } = useViewsMessages();
  const ids = [
    ...new Set<ElementId>(
      answer.because.flatMap(({ trail }) =>
        trail.flatMap(({ link, node }) => (link === null ? [node] : [node, link])),
      ),
    ),
  ];
  const flow = useReactFlow();
  useEffect(() => {
    if (path.length > 0) bringNodesIntoSight(flow, new Set(path));
    return emphasize(path);
  }, [flow, path]);
  useEffect(() => () => views.setState({ path: [] }), [views]);
  return (
    <>
      <div className="why-body">
        {answer.because.map(({ reason, trail }) => (
          <div key={reason} className="why-reason">
            <p>{words.reasons[reason]}</p>
            {trail.length > 0 && (
              <ol>
                {trail.map(({ link, node, how }, index) => (
                  <li key={`${node} ${link}`}>
                    <ViewpointGlyph store={store} viewpoint={node} size={24} />
                    <span>
                      <b>
                        <bdi>{elementName(store, node)}</bdi>
                      </b>
                      <small>
                        {stepSentence(how, {
                          words,
                          before: beforeIn(trail, index, (id) => said(elementName(store, id))),
                        })}
                      </small>
                    </span>
                  </li>
                ))}
              </ol>
            )}
          </div>
        ))}
        {answer.stillHidden.length > 0 && <Hidden hidden={answer.stillHidden} whose={whose} />}
      </div>
      <div className="why-foot">
        {ids.length > 0 && (
          <button
            type="button"
            className="button is-small is-outlined"
            aria-pressed={path.length > 0}
            onClick={() => views.setState({ path: path.length > 0 ? [] : ids })}
          >
            <Route size={15} aria-hidden="true" />
            {path.length > 0 ? words.hidePath : words.showPath}
          </button>
        )}
        <ViewAsButton asked={asked} whose={whose} />
      </div>
    </>
  );
}

function beforeIn(
  trail: readonly { readonly node: ElementId }[],
  index: number,
  nameOf: (id: string) => string,
): string {
  const before = trail[index - 1];
  return before === undefined ? '' : nameOf(before.node);
}

function ViewAsButton({ asked, whose }: { readonly asked: WhyAsked; readonly whose: string }) {
  const views = useViews();
  const { why: words } = useViewsMessages();
  return (
    <button
      type="button"
      className="button is-small is-outlined"
      onClick={() => lookAs(views, asked.viewpoint)}
    >
      <Eye size={15} aria-hidden="true" />
      {words.viewAs(whose)}
    </button>
  );
}

const MAX_HIDDEN = 5;

function Hidden({ hidden, whose }: { readonly hidden: readonly StillHidden[]; readonly whose: string }) {
  const { store } = useWorkspace();
  const { why: words, preview } = useViewsMessages();
  const { linkKinds } = useMessages();
  return (
    <div className="why-hidden">
      <h3>
        <EyeOff size={15} aria-hidden="true" />
        {words.stillHidden(whose)}
      </h3>
      <ul>
        {hidden.slice(0, MAX_HIDDEN).map(({ link, other, cause }) => {
          const kind = store.links.get(link)?.kind ?? 'tie';
          return (
            <li key={link}>
              <LinkSample kind={kind} width={22} />
              <span className="grow">{words.link(linkKinds[kind], said(elementName(store, other)))}</span>
              <small>{words.causes[cause]}</small>
            </li>
          );
        })}
      </ul>
      {hidden.length > MAX_HIDDEN && <p>{preview.andMore(hidden.length - MAX_HIDDEN)}</p>}
    </div>
  );
}

function WhatWould({ asked, answer, whose }: PartProps) {
  const workspace = useWorkspace();
  const { store, visibilityWorker } = workspace;
  const panels = usePanels();
  const { why: words, reveal } = useViewsMessages();
  const { disclosures, comma } = useMessages();
  const nameOf = (id: string) =>
    said(id === 'everyone' || id === 'facilitator' ? viewpointName(store, id) : elementName(store, id));
  const speech: Speech = { words, nameOf, disclosures, comma };
  const offer = async (condition: Condition) => {
    // A list of viewpoints decides alone: whoever sees it now has to be on it, or would lose it.
    const listed =
      condition.code === 'listed'
        ? await visibilityWorker?.ask<'reveal'>({
            kind: 'reveal',
            elements: condition.names,
            viewpoints: [asked.viewpoint],
          })
        : condition.edits;
    if (listed === 'too-many') return toast(reveal.tooMany, { key: 'why' });
    if (listed === undefined) return;
    await propose(workspace, {
      panels,
      request: {
        title: conditionSentence(condition, { ...speech, whose }),
        edits: listed,
        onConfirm: () => writeBoardEdits(workspace, listed),
      },
    });
  };
  return (
    <>
      <div className="why-body">
        {answer.blocks.map((block) => (
          <p key={JSON.stringify(block)}>{blockSentence(block, speech)}</p>
        ))}
        {answer.conditions.length > 0 && (
          <div className="why-would">
            <h3>{words.would}</h3>
            <ul>
              {answer.conditions.map((condition) => (
                <li key={`${condition.code} ${condition.names} ${condition.disclosure}`}>
                  <span className="grow">{conditionSentence(condition, { ...speech, whose })}</span>
                  <button
                    type="button"
                    className="button is-small is-quiet"
                    onClick={() => void offer(condition)}
                  >
                    {words.tryIt}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div className="why-foot">
        <ViewAsButton asked={asked} whose={whose} />
      </div>
    </>
  );
}
