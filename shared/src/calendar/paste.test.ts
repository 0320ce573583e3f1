import { expect, test } from 'vitest';
import { exceptionsOf, notices } from './notices.ts';
import { readNotice } from './paste.ts';

/** The text of 国办发明电〔2025〕7号 as it is published, with its weekdays in brackets. */
const published = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

test('the notice pasted as it is published is the notice that is built in', () => {
  const builtIn = notices.find((notice) => notice.year === 2026);
  const wanted = builtIn ? exceptionsOf(builtIn).sort((a, b) => (a.day < b.day ? -1 : 1)) : [];
  expect(readNotice(published, 2026)).toEqual({ days: wanted, unread: [] });
});

test.each([
  ['2027-01-01\t元旦\t放假', ['2027-01-01 off 元旦']],
  ['2027/1/2  周六  调休上班', ['2027-01-02 work 调休上班']],
  ['２０２７年１月１日至３日 元旦 休', ['2027-01-01 off 元旦', '2027-01-02 off 元旦', '2027-01-03 off 元旦']],
  ['1月3日 调休', ['2027-01-03 work 调休上班']],
  ['1月4日 调休', ['2027-01-04 off 放假']],
  ['2026年12月31日至1月2日放假', ['2026-12-31 off 放假', '2027-01-01 off 放假', '2027-01-02 off 放假']],
  ['没有日期的一行', []],
])('%s', (line, wanted) => {
  const { days, unread } = readNotice(line, 2027);
  expect(days.map((each) => `${each.day} ${each.kind} ${each.name}`)).toEqual(wanted);
  expect(unread).toEqual([]);
});

test.each(['2027-02-30 放假', '5月9日', '10月7日至1日放假', '1月1日至6月1日放假'])('%s is given back as it stands', (line) => {
  expect(readNotice(line, 2027)).toEqual({ days: [], unread: [line] });
});
