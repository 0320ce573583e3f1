import { describe, expect, test } from 'vitest';
import { withEdits } from '../documents/edits.ts';
import type { Document } from '../documents/model.ts';
import { checkForm, type FormCheckId, type FormCheckInput, type Sheets, unreasonedOf } from './check.ts';
import { usualOutline } from './outline.ts';
import { draft, project } from './sample-month.ts';

const red = project(1, { lamp: 'red', reasons: [{ dimension: 'progress', text: '投资滞后22%' }] });
const sheets: Sheets = { pages: 4, lines: 22, characters: 28, sections: new Map(), lacking: [], beyond: [] };
const good: FormCheckInput = {
  ...{ document: draft([red, project(2)]), sheets, outline: usualOutline, isCut: true, stale: [], lost: [], unreasoned: [] },
};
const wrong = (changes: Partial<FormCheckInput>) => checkForm({ ...good, ...changes }).filter(({ isRight }) => !isRight);

function typedInto(document: Document): Document {
  return withEdits(document, [{ was: '共{1}个。示例工程1（住建局）投资滞后22%。', now: '共{1}个，须于11月13日前整改。' }]).document;
}

describe('before a bulletin is sent on', () => {
  test('one that is in order has nothing to be looked at', () => {
    expect(wrong({})).toEqual([]);
    expect(checkForm(good).map(({ id }) => id)).toContain('grid');
  });

  test.each<[FormCheckId, Partial<FormCheckInput>, string[], object | null]>([
    ['grid', { sheets: { ...sheets, lines: 21 } }, ['21', '28'], null],
    ['signs', { sheets: { ...sheets, lacking: ['𠮷', '䶮'] } }, ['𠮷', '䶮'], null],
    ['margins', { sheets: { ...sheets, beyond: ['示例工程1'] } }, ['示例工程1'], null],
    ['imprint', { sheets: { ...sheets, pages: 3 } }, ['3'], null],
    ['cut', { isCut: false }, [], { panel: 'flow' }],
    ['numbers', { stale: ['在库项目'] }, ['在库项目'], { panel: 'changes' }],
    ['typed', { document: typedInto(good.document) }, ['11月13日'], { section: 'red' }],
    ['reasons', { unreasoned: unreasonedOf([project(3, { lamp: 'yellow' }), red]) }, ['示例工程3'], { section: 'yellow' }],
    ['words', { lost: ['旧话'] }, ['旧话'], { panel: 'words' }],
    ['date', { document: draft([red], { issue: null, issuedOn: null }) }, [], null],
  ])('%s is named, and where it stands', (id, changes, names, at) => {
    expect(wrong(changes)).toEqual([{ id, isRight: false, names, at }]);
  });

  test('sections that have nothing to say are named, and no fault', () => {
    const silent = checkForm(good).find(({ id }) => id === 'sections');
    expect(silent).toMatchObject({ isRight: true });
    expect(silent?.names).toContain('yellow');
    expect(silent?.names).not.toContain('red');
    const off = usualOutline.map((section) => ({ ...section, isOn: section.id === 'red' }));
    expect(checkForm({ ...good, outline: off }).find(({ id }) => id === 'sections')?.names).toEqual([]);
  });

  test('what is measured is not spoken of until the sheets are laid out', () => {
    expect(checkForm({ ...good, sheets: null }).map(({ id }) => id)).not.toContain('signs');
  });

  test('a project out of the running, or green, needs no reason', () => {
    expect(unreasonedOf([project(1), project(2, { lamp: 'red', standing: 'suspended' })])).toEqual([]);
  });
});
