/** A preview in one sentence: "Shows 7 elements to Cell 2, hides 3 from Circle 1." Pure. */
import type { ViewChange } from '../../../../shared/explain/preview.ts';
import type { Viewpoint } from '../../../../shared/model/ids.ts';
import type { ViewsMessages } from '../messages.en.ts';

export interface SummaryOptions {
  readonly messages: ViewsMessages['preview'];
  readonly nameOf: (viewpoint: Viewpoint) => string;
}

/** A change that concerns more viewpoints than this is counted, not told. */
const MAX_NAMED = 2;

export function previewSummary(changes: readonly ViewChange[], { messages, nameOf }: SummaryOptions): string {
  const gaining = changes.filter(({ gained }) => gained.length > 0);
  const losing = changes.filter(({ lost }) => lost.length > 0);
  if (gaining.length === 0 && losing.length === 0) return messages.nobody;
  const shows =
    gaining.length > MAX_NAMED
      ? [messages.showsMany(gaining.length)]
      : gaining.map(({ viewpoint, gained }) => messages.shows(gained.length, nameOf(viewpoint)));
  const isFirst = shows.length === 0;
  const hides =
    losing.length > MAX_NAMED
      ? [isFirst ? messages.hidesManyFirst(losing.length) : messages.hidesMany(losing.length)]
      : losing.map(({ viewpoint, lost }, index) => {
          const say = isFirst && index === 0 ? messages.hidesFirst : messages.hides;
          return say(lost.length, nameOf(viewpoint));
        });
  return [...shows, ...hides].join(messages.and) + messages.end;
}
