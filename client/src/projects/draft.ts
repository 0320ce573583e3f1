import { useEffect, useState } from 'react';
import { z } from 'zod';
import { dropDraft, keepDraft, readDraft } from '../kit/drafts.ts';
import { emptyForm, type FormField, type ProjectForm } from './form.ts';

const Kept = z.partialRecord(z.string(), z.string());

/** A form that is kept on this device until the server has said yes. Without a key nothing is kept. */
export function useKeptForm(key: string | null, begin: ProjectForm) {
  const [form, setForm] = useState(begin);
  const [isKept, setIsKept] = useState(false);

  useEffect(() => {
    if (key === null) return;
    let isGone = false;
    void readDraft(key).then((found) => {
      const kept = Kept.safeParse(found);
      if (isGone || !kept.success) return;
      setForm((present) => ({ ...present, ...pick(kept.data) }));
      setIsKept(true);
    });
    return () => {
      isGone = true;
    };
  }, [key]);

  function setField(field: FormField, text: string): void {
    const next = { ...form, [field]: text };
    setForm(next);
    if (key !== null) void keepDraft(key, next).then(setIsKept);
  }

  return { form, setForm, setField, isKept, drop: () => (key === null ? Promise.resolve() : dropDraft(key)) };
}

/** Only the fields that this version's form has. */
function pick(kept: Partial<Record<string, string>>): Partial<ProjectForm> {
  return Object.fromEntries(Object.entries(kept).filter(([field]) => field in emptyForm));
}
