import { describe, expect, test } from 'vitest';
import { readProjectCode } from './codes.ts';
import { declaredUnit, unitInHeader } from './money-units.ts';
import { areNear, nearKey } from './names.ts';
import { splitUnits } from './offices.ts';
import { levelInHeading, levelInTitle, levelWord, saysYes, stageInHeading, stageWord, statusWord } from './words.ts';

describe('near names', () => {
  test.each([
    ['示例区智能电气产业园项目', '江城示例智能电气产业园建设项目', true],
    ['××区盐穴储气库', '盐穴储气库', true],
    ['营坡顶村排洪沟水毁修复工程', '示例区营坡顶村排洪沟水毁修复', true],
    ['东林子村高标准农田建设项目', '西林子村高标准农田建设项目', false],
    ['滨河公园', '滨河公园配套停车场及商业街', false],
  ])('%s and %s: %s', (a, b, near) => {
    expect(areNear(nearKey(a), nearKey(b))).toBe(near);
    expect(areNear(nearKey(b), nearKey(a))).toBe(near);
  });
});

describe('the level', () => {
  test.each([
    ['一、省重点项目（22个）', '省'],
    ['二、市级重点项目', '市'],
    ['区重点', '区'],
    ['省市重点', null],
    ['省、市重点项目', null],
    ['（一）续建项目（12个）', null],
  ])('of the heading %s is %s', (text, level) => expect(levelInHeading(text)).toBe(level));

  test.each([
    ['××区2026年重点项目台账', '区'],
    ['江城市示例县2026年省市重点项目清单', '县'],
    ['2026年重点项目台账', null],
  ])('of the office in the title %s is %s', (text, level) => expect(levelInTitle(text)).toBe(level));

  test.each([
    ['省级', '省'],
    ['市重点', '市'],
    ['区', '区'],
    ['国家级', null],
  ])('that a cell says with %s is %s', (text, level) => expect(levelWord(text)).toBe(level));
});

describe('the class in the year', () => {
  test.each([
    ['在建', '续建'],
    ['结转项目', '续建'],
    ['新建', '新开工'],
    ['建成投产', '竣工'],
    ['谋划', '储备'],
    ['待研究', null],
  ])('%s is %s', (text, stage) => expect(stageWord(text)).toBe(stage));
  test.each([
    ['（三）竣工项目（9个）', '竣工'],
    ['谋划储备项目清单', '储备'],
    ['续建和新开工项目', null],
  ])('of the heading %s is %s', (text, stage) => expect(stageInHeading(text)).toBe(stage));
});

describe('how far a reconstruction project is', () => {
  test.each([
    ['前期手续办理', '未开工'],
    ['招标中', '未开工'],
    ['主体施工', '在建'],
    ['收尾', '在建'],
    ['已完工', '已竣工'],
    ['待验收', '已竣工'],
    ['未开工', '未开工'],
    ['不详', null],
  ])('%s is %s', (text, status) => expect(statusWord(text)).toBe(status));
  test.each([
    ['是', true],
    ['√', true],
    ['Y', true],
    ['已开工', true],
    ['否', false],
    ['×', false],
    ['—', false],
    ['', false],
    ['未竣工', false],
  ])('“%s” says yes: %s', (text, yes) => expect(saysYes(text)).toBe(yes));
});

describe('units of money', () => {
  test.each([
    ['总投资（亿元）', '亿元'],
    ['计划投资(单位：万元)', '万元'],
    ['总投资/万元', '万元'],
    ['总投资', null],
    ['单元数量', null],
  ])('of the header %s is %s', (text, unit) => expect(unitInHeader(text)).toBe(unit));
  test.each([
    ['单位：万元', '万元'],
    ['填报单位：示例区发改委   单位：亿元', '亿元'],
    ['金额单位：元', '元'],
    ['填报单位：示例区发展和改革委员会', null],
  ])('declared by %s is %s', (text, unit) => expect(declaredUnit(text)).toBe(unit));
});

describe('responsible units', () => {
  test.each([
    ['区文旅局，白鹭镇', ['区文旅局', '白鹭镇']],
    ['区城管局\n区住建局', ['区城管局', '区住建局']],
    ['区产业集聚区\n管委会', ['区产业集聚区管委会']],
    ['高新区\n经开区', ['高新区', '经开区']],
    ['区林业局\n国有林场', ['区林业局', '国有林场']],
    ['示例建设投资\n有限公司', ['示例建设投资有限公司']],
    ['区水利局；区农委、白鹭镇', ['区水利局', '区农委', '白鹭镇']],
    ['—', []],
  ])('in %j are %j', (text, units) => expect(splitUnits(text)).toEqual(units));
});

describe('project codes', () => {
  test.each([
    ['2001-990101-04-03-549077', '2001-990101-04-03-549077', null],
    ['２００１－９９０１０１－０４－０３－５４９０７７', '2001-990101-04-03-549077', null],
    ['20019901010403549077', '2001-990101-04-03-549077', 'PROJECT_CODE_REFORMATTED'],
    ['2006-990101-0402-190800', null, 'BAD_PROJECT_CODE'],
    ['21O5-990101-04-03-834589', null, 'BAD_PROJECT_CODE'],
    ['办理中', null, null],
    ['—', null, null],
  ])('%s is %s with %s', (text, code, finding) => expect(readProjectCode(text)).toEqual({ code, finding }));
});
