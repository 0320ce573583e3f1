import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

// What the house style asks and no lint rule can see.
const ROOT = path.resolve(import.meta.dirname, '..');
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
const LETTER = /\p{L}{2,}/u;
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);

type Source = { name: string; tree: ts.SourceFile };

function sources(folder: string, isWanted: (name: string) => boolean = () => true): Source[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && isWanted(name))
    .sort()
    .map((name) => ({ name, tree: ts.createSourceFile(name, readFileSync(path.join(ROOT, name), 'utf8'), ts.ScriptTarget.Latest, true) }));
}

/** Where in the sources something is found, as `file:line what`. */
function found(files: Source[], what: (node: ts.Node) => string | null): string[] {
  return files.flatMap(({ name, tree }) => {
    const places: string[] = [];
    const visit = (node: ts.Node): void => {
      const text = what(node);
      if (text !== null) places.push(`${name}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1} ${text.trim()}`);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return places;
  });
}

function isWords(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node)
  );
}

describe('shared/ is pure', () => {
  const shared = sources('shared/src');

  test('no rule rolls dice', () => {
    expect(
      found(shared, (node) => (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random' ? node.getText() : null)),
    ).toEqual([]);
  });

  test('no rule sorts or formats by the habits of the machine it runs on', () => {
    const habits = /^(localeCompare|toLocale\w*)$/;
    expect(found(shared, (node) => (ts.isPropertyAccessExpression(node) && habits.test(node.name.text) ? node.getText() : null))).toEqual(
      [],
    );
  });

  test('every exported thing says what it is for', () => {
    const silent = shared.flatMap(({ name, tree }) => {
      const told = new Set<string>();
      return tree.statements.flatMap((statement) => {
        const names = exportedNames(statement);
        if (ts.getJSDocCommentsAndTags(statement).length > 0) for (const each of names) told.add(each);
        const missing = names.filter((each) => !told.has(each));
        for (const each of missing) told.add(each);
        return missing.map((each) => `${name} ${each}`);
      });
    });
    expect(silent).toEqual([]);
  });
});

/** A schema and its type share one name, and one comment. */
function exportedNames(statement: ts.Statement): string[] {
  if (!ts.canHaveModifiers(statement)) return [];
  if (!ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map((each) => each.name.getText());
  if (ts.isFunctionDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return statement.name ? [statement.name.text] : [];
  }
  return [];
}

describe('every word on the screen is in the message catalogue', () => {
  const screens = sources('client/src', (name) => !/[/-](messages|vocabulary|catalogue)\.ts$/.test(name));

  test('no Chinese stands in a component', () => {
    expect(found(screens, (node) => (isWords(node) || ts.isJsxText(node) ? (CHINESE.test(node.text) ? node.text : null) : null))).toEqual(
      [],
    );
  });

  test('no English stands between tags or in what a screen reader says', () => {
    const spoken = (node: ts.Node): string | null => {
      if (ts.isJsxText(node)) return LETTER.test(node.text) ? node.text : null;
      if (!ts.isJsxAttribute(node) || !SPOKEN.has(node.name.getText())) return null;
      const value = node.initializer && ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      return value && isWords(value) && LETTER.test(value.text) ? node.getText() : null;
    };
    expect(found(screens, spoken)).toEqual([]);
  });
});

describe('days are counted in one place', () => {
  /** What counts no time that anybody is told: where a bar is drawn, a serial number, a share of a month, a window of a list. */
  const others = [
    'client/src/approvals/chart.ts',
    'client/src/figures/PeriodPicker.tsx',
    'client/src/meetings/curve.ts',
    'server/src/documents/store.ts',
    'server/src/meetings/decision-router.ts',
    'server/src/projects/past.ts',
    'shared/src/bulletins/style.ts',
    'shared/src/figures/plan.ts',
    'shared/src/imports/dates.ts',
    'shared/src/inspections/presets.ts',
    'shared/src/meetings/idle.ts',
  ];
  const isOwn = (name: string): boolean => /\/(kit|calendar)\/|^server\/src\/demo\//.test(name);
  const files = ['shared/src', 'server/src', 'client/src'].flatMap((folder) => sources(folder, (name) => !isOwn(name)));

  test('no deadline, limit or age is worked out besides the calendar', () => {
    const counting = (node: ts.Node): string | null =>
      ts.isImportSpecifier(node) && /^(daysBetween|addDays)$/.test(node.name.text) ? node.name.text : null;
    const places = found(files, counting).map((place) => place.split(':')[0]);
    expect([...new Set(places)].sort()).toEqual(others);
  });

  test('nobody reckons with the milliseconds of a day, or with a weekday for a working day', () => {
    const reckoning = (node: ts.Node): string | null => {
      if (ts.isNumericLiteral(node)) return node.text === '86400000' ? node.getText() : null;
      if (ts.isBinaryExpression(node) && /weekdayOf\(.*\)$/.test(node.left.getText())) return node.getText();
      return ts.isPropertyAccessExpression(node) && /^(get|set)(UTC)?(Date|Day|Month|FullYear)$/.test(node.name.text)
        ? node.getText()
        : null;
    };
    // From Friday on a month's end is as good as the week's: that is about the week, not about days of work.
    expect(found(files, reckoning)).toEqual(['shared/src/returns/prefill.ts:32 weekdayOf(end) >= 5']);
  });
});

test('types are asserted only where data come in: in kit, in stores and in the database', () => {
  const isBorder = (name: string): boolean => /\/kit\/|\/db\/|store\.ts$|\/(clock|now)\.ts$/.test(name);
  const files = ['shared/src', 'server/src', 'client/src'].flatMap((folder) => sources(folder, (name) => !isBorder(name)));
  expect(found(files, (node) => (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type) ? node.getText() : null))).toEqual([]);
});

test('the compiler is one that the border check can read with', () => {
  // From 7 on TypeScript has no interface for tools; dependency-cruiser then finds no module at all, and is content.
  expect(Number(ts.version.split('.')[0])).toBeLessThan(7);
});

test('a fresh clone can be installed: the lock file names the packages of every platform', () => {
  type Entry = { optionalDependencies?: Record<string, string> };
  const { packages }: { packages: Record<string, Entry> } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  const missing = wanted.filter((name) => !Object.keys(packages).some((each) => each.endsWith(`node_modules/${name}`)));
  expect(missing, 'run: node scripts/complete-lock.mjs').toEqual([]);
});
