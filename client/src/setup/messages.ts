import type { Messages } from '../kit/messages.ts';

export const zh = {
  title: '初次设置',
  note: '设置区县、项目办和首批两个账号。链接只能用一次，填完提交才生效。',
  district: '区县',
  office: '项目办所在单位',
  officeName: '单位全称',
  officeShortName: '单位简称',
  admin: '管理员账号',
  adminNote: '管理账号、单位和备份，不看业务数据',
  officeAccount: '项目办账号',
  officeAccountNote: '管理项目清单、例会、通报和观摩',
  submit: '完成设置',
  done: '设置已完成，请用刚建的账号登录。',
  already: '系统已完成初次设置',
  alreadyHint: '链接已失效。请直接登录；没有账号请找管理员开通。',
  badLink: '设置链接不完整或已失效',
  badLinkHint:
    '请从服务器启动时打印的那一行复制整条链接重新打开。链接 24 小时内有效，刷新页面后也须重新打开；重新启动服务器会打印新的链接。',
  signIn: '去登录',
  fix: '有几处还不合要求，已在栏目下标出。已填内容都保留。',
  passwordHint: '至少 10 位，含三类字符',
  sameNames: '两个账号的用户名不能相同',
};

export const en: Messages<typeof zh> = {
  title: 'First set-up',
  note: 'The district, the project office and the first two accounts. The link works once; nothing counts before it is submitted.',
  district: 'District',
  office: 'Unit of the project office',
  officeName: 'Full name of the unit',
  officeShortName: 'Short name',
  admin: 'Administrator',
  adminNote: 'manages accounts, units and backups; sees no business figures',
  officeAccount: 'Project office',
  officeAccountNote: 'keeps the lists, the meeting, the bulletin and the inspection',
  submit: 'Finish the set-up',
  done: 'The set-up is done. Sign in with one of the new accounts.',
  already: 'The system has been set up already',
  alreadyHint: 'The link no longer works. Sign in; without an account, ask the administrator.',
  badLink: 'The set-up link is incomplete or no longer valid',
  badLinkHint:
    'Copy the whole line that the server printed when it started and open it again. A link is good for 24 hours and must be opened again after a reload; a restart prints a new one.',
  signIn: 'Sign in',
  fix: 'Some fields are not right yet; they are marked. Everything you typed is kept.',
  passwordHint: '10 characters of three classes',
  sameNames: 'The two accounts need different user names',
};
