import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const load = createRequire(import.meta.url);
const WEIGHTS = ['400Regular', '700Bold'];
const SANS = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'SimHei', 'sans-serif', 'system-ui', 'monospace'];
const SERIF = [
  ...['SimSun', 'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC', 'serif'],
  ...['FangSong', 'FangSong_GB2312', 'STFangsong', 'KaiTi', 'KaiTi_GB2312', 'STKaiti'],
];

function folders(family: 'noto-sans-sc' | 'noto-serif-sc'): string[] {
  const home = path.dirname(load.resolve(`@expo-google-fonts/${family}/package.json`));
  return WEIGHTS.map((weight) => path.join(home, weight));
}

function alias(names: readonly string[], family: string): string[] {
  return names.map((name) => `<alias binding="same"><family>${name}</family><prefer><family>${family}</family></prefer></alias>`);
}

/**
 * Writes a font configuration with the Chinese fonts from npm and no other, so that a bare machine
 * shows every character and every machine breaks a line at the same place. Answers the file.
 */
export async function writeFontConfig(folder: string): Promise<string> {
  const file = path.join(folder, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...[...folders('noto-sans-sc'), ...folders('noto-serif-sc')].map((each) => `<dir>${each}</dir>`),
    `<cachedir>${path.join(folder, 'font-cache')}</cachedir>`,
    ...alias(SANS, 'Noto Sans SC'),
    ...alias(SERIF, 'Noto Serif SC'),
    '</fontconfig>',
    '',
  ];
  await mkdir(folder, { recursive: true });
  await writeFile(file, lines.join('\n'));
  return file;
}
