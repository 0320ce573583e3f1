import { AccountRole } from '#shared/accounts/schema.ts';
import type { Unit } from '#shared/units/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import { unitOptions } from '../units/tree.ts';

export type AccountDraft = { name: string; role: AccountRole | null; unitId: Unit['id'] | null };

type AccountFieldsProps = {
  value: AccountDraft;
  onValue: (part: Partial<AccountDraft>) => void;
  units: readonly Unit[];
  wrong: ReadonlySet<string>;
};

/** Who somebody is: what an account takes when it is made and when it is changed. */
export function AccountFields({ value, onValue, units, wrong }: AccountFieldsProps) {
  const { accounts: words, vocabulary } = useMessages();
  const error = (name: keyof AccountDraft) => (wrong.has(name) ? { error: words.wrong[name] } : {});
  return (
    <>
      <TextField label={words.name} required value={value.name} onText={(name) => onValue({ name })} {...error('name')} />
      <Select
        label={words.role}
        required
        options={AccountRole.options.map((role) => ({ value: role, label: vocabulary.role[role] }))}
        value={value.role}
        onValue={(role) => onValue({ role })}
        {...error('role')}
      />
      <Select
        label={words.unit}
        required
        options={unitOptions(units)}
        value={value.unitId}
        onValue={(unitId) => onValue({ unitId })}
        {...error('unitId')}
      />
    </>
  );
}
