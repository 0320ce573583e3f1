import { type SubmitEvent, useState } from 'react';
import { CreateUnit, subtree, type Unit, UnitKind, UpdateUnit } from '#shared/units/schema.ts';
import { wrongFields } from '../app/fields.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Notice } from '../kit/Page.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useCreateUnit, useUpdateUnit } from './mutations.ts';
import { unitOptions } from './tree.ts';
import styles from './UnitsTab.module.css';

/** A district is founded with its settings, and a city stands above it; neither is added here. */
const kinds = UnitKind.options.filter((kind) => kind !== 'city' && kind !== 'district');

export function NewUnitDialog({ parent, onClose }: { parent: Unit; onClose: () => void }) {
  const { units: words, vocabulary } = useMessages();
  const toast = useToast();
  const create = useCreateUnit();
  const [isAsked, setAsked] = useState(false);
  const [value, setValue] = useState<CreateUnit>({ parentId: parent.id, name: '', shortName: '', kind: 'bureau' });
  const wrong = isAsked ? wrongFields(CreateUnit, value) : new Set<string>();

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    if (wrongFields(CreateUnit, value).size > 0) return;
    create.mutate(value, {
      onSuccess: (unit) => {
        toast({ text: words.created(unit.name) });
        onClose();
      },
    });
  }

  return (
    <Dialog
      title={words.addTitle(parent.name)}
      onClose={onClose}
      keepOnOutsidePress
      footer={<Foot form="new-unit" isBusy={create.isPending} onClose={onClose} />}
    >
      <form id="new-unit" className={styles.form} onSubmit={submit} noValidate>
        <Names value={value} onValue={(names) => setValue({ ...value, ...names })} wrong={wrong} />
        <Select
          label={words.kind}
          options={kinds.map((kind) => ({ value: kind, label: vocabulary.unitKind[kind] }))}
          value={value.kind}
          onValue={(kind) => setValue({ ...value, kind: kind ?? value.kind })}
        />
        <SaveError error={create.error} />
      </form>
    </Dialog>
  );
}

type UnitDialogProps = { unit: Unit; units: readonly Unit[]; onClose: () => void; onReload: () => void };

export function UnitDialog({ unit, units, onClose, onReload }: UnitDialogProps) {
  const { units: words } = useMessages();
  const toast = useToast();
  const update = useUpdateUnit();
  const [isAsked, setAsked] = useState(false);
  const { id, name, shortName, active, version } = unit;
  const [value, setValue] = useState<UpdateUnit>({ id, name, shortName, active, version });
  const wrong = isAsked ? wrongFields(UpdateUnit, value) : new Set<string>();
  const isRoot = unit.parentId === null || unit.id === unit.districtId;
  // Not below itself, and not into another district: what would be refused is not offered.
  const own = subtree(units, unit.id);
  const places = units.filter((each) => each.districtId === unit.districtId && !own.has(each.id));

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    if (wrongFields(UpdateUnit, value).size > 0) return;
    update.mutate(value, {
      onSuccess: (saved) => {
        toast({ text: words.saved(saved.name) });
        onClose();
      },
    });
  }

  return (
    <Dialog
      title={words.editTitle(unit.name)}
      onClose={onClose}
      keepOnOutsidePress
      footer={<Foot form="unit" isBusy={update.isPending} onClose={onClose} />}
    >
      <form id="unit" className={styles.form} onSubmit={submit} noValidate>
        {isRoot && <Notice>{words.rootNote}</Notice>}
        <Names value={value} onValue={(names) => setValue({ ...value, ...names })} wrong={wrong} isNameFixed={isRoot} />
        {!isRoot && (
          <Select
            label={words.parent}
            options={unitOptions(places)}
            value={value.parentId ?? unit.parentId}
            onValue={(parentId) => parentId && setValue({ ...value, parentId })}
          />
        )}
        {!isRoot && (
          <Checkbox label={words.isActive} checked={value.active} onChecked={(checked) => setValue({ ...value, active: checked })} />
        )}
        <SaveError error={update.error} onReload={onReload} />
      </form>
    </Dialog>
  );
}

type NamesProps = {
  value: { name: string; shortName: string };
  onValue: (names: { name?: string; shortName?: string }) => void;
  wrong: ReadonlySet<string>;
  isNameFixed?: boolean;
};

function Names({ value, onValue, wrong, isNameFixed = false }: NamesProps) {
  const { units: words } = useMessages();
  return (
    <>
      <TextField
        label={words.name}
        required
        disabled={isNameFixed}
        value={value.name}
        onText={(name) => onValue({ name })}
        {...(wrong.has('name') ? { error: words.wrong.name } : {})}
      />
      <TextField
        label={words.shortName}
        required
        value={value.shortName}
        onText={(shortName) => onValue({ shortName })}
        {...(wrong.has('shortName') ? { error: words.wrong.shortName } : {})}
      />
    </>
  );
}

function Foot({ form, isBusy, onClose }: { form: string; isBusy: boolean; onClose: () => void }) {
  const { units: words } = useMessages();
  return (
    <>
      <Button onClick={onClose}>{words.cancel}</Button>
      <Button look="primary" type="submit" form={form} busy={isBusy}>
        {words.save}
      </Button>
    </>
  );
}
