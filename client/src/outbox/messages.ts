import type { Messages } from '../kit/messages.ts';

export const zh = {
  offline: '当前离线',
  keptSafe: '可继续填报，内容先存本机，联网后自动上报',
  waiting: (count: number) => `${count} 条待传，联网后自动上报，不需重填`,
  sending: (count: number) => `正在上报 ${count} 条`,
  signInFirst: (count: number) => `${count} 条待传，重新登录后自动上报`,
  lastSync: (time: string) => `上次同步 ${time}`,
  failed: (count: number) => `${count} 条没有报上去，已填内容还在本机`,
  open: (name: string) => `处理“${name}”`,
  leave: {
    title: '还有没上报的内容',
    waiting: (count: number) => `${count} 条填报、照片等待上报`,
    drafts: (count: number) => `${count} 份草稿没有提交`,
    means: '现在退出，可以把它们留在本机，您下次在这台设备登录后继续；公用设备请先上报，或清除后再退出。',
    stay: '先不退出',
    keep: '留在本机并退出',
    clear: '清除并退出',
  },
};

export const en: Messages<typeof zh> = {
  offline: 'Offline',
  keptSafe: 'Go on: what you enter is kept on this device and sent when the line is back',
  waiting: (count) => `${count} waiting to be sent when the line is back; nothing has to be entered again`,
  sending: (count) => `Sending ${count}`,
  signInFirst: (count) => `${count} waiting; sent once you have signed in again`,
  lastSync: (time) => `Last in step ${time}`,
  failed: (count) => `${count} could not be sent; what you entered is still on this device`,
  open: (name) => `Look at “${name}”`,
  leave: {
    title: 'Something has not been sent',
    waiting: (count) => `${count} returns and photos wait to be sent`,
    drafts: (count) => `${count} drafts have not been submitted`,
    means: 'You may leave them on this device and go on after your next sign-in here. On a shared machine send them first, or clear them.',
    stay: 'Stay signed in',
    keep: 'Keep them and sign out',
    clear: 'Clear them and sign out',
  },
};
