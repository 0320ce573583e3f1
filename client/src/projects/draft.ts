import { z } from 'zod';
import { useKeptDraft } from '../kit/kept-draft.ts';
import { emptyForm, type FormField, type ProjectForm } from './form.ts';

const Kept = z.partialRecord(z.string(), z.string());

/** A form that is kept on this device until the server has said yes. Without a key nothing is kept. */
export function useKeptForm(key: string | null, begin: ProjectForm) {
  const { typed, put, keep, isKept, drop } = useKeptDraft(key, begin, withKept);
  return { form: typed, setForm: put, setField: (field: FormField, text: string) => keep({ ...typed, [field]: text }), isKept, drop };
}

/** Only the fields that this version's form has. */
function withKept(kept: unknown, form: ProjectForm): ProjectForm | null {
  const read = Kept.safeParse(kept);
  if (!read.success) return null;
  return { ...form, ...Object.fromEntries(Object.entries(read.data).filter(([field]) => field in emptyForm)) };
}
