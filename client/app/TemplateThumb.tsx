/** A built-in template drawn small, from its own data. Loaded after the start page, which is there without it. */
import { useMemo } from 'react';
import { type TemplateId, template } from '../../shared/templates/templates.ts';
import { thumbnail } from '../../shared/templates/thumbnail.ts';
import { ThumbPicture } from './ThumbPicture.tsx';

export default function TemplateThumb({ id }: { readonly id: TemplateId }) {
  const shapes = useMemo(() => {
    const data = template(id);
    return data === null ? [] : thumbnail(data);
  }, [id]);
  return <ThumbPicture shapes={shapes} />;
}
