import type { ComponentProps } from 'react';
import { useDraft } from './drafts.ts';
import { ReturnEditor } from './ReturnEditor.tsx';

/** The form, once this device has said whether it keeps words for it. */
export function DraftedEditor(props: Omit<ComponentProps<typeof ReturnEditor>, 'draft' | 'drafts'>) {
  const { found, ...drafts } = useDraft(props.actor.id, props.sheet.project.id);
  return found === undefined ? null : <ReturnEditor {...props} draft={found} drafts={drafts} />;
}
