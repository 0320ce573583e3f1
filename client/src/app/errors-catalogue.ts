import type { ErrorCode } from '#shared/kit/errors.ts';

/** What a sentence about an error may mention. Anything that the server did not say is null. */
export type ErrorFacts = {
  minutes: number | null;
  /** Which bound was passed, and what it allows: megabytes, rows, columns, sheets; null for time and memory. */
  bound: { limit: 'file' | 'rows' | 'columns' | 'sheets'; most: number } | null;
  changedBy: string | null;
  requestId: string | null;
};

/** Exhaustive: a new code of the server breaks the build here until it has its words. */
type ErrorMessages = { byCode: Record<ErrorCode, (facts: ErrorFacts) => string>; unreachable: string };

/** Each says what happened, what was kept, and what to do. */
const boundsZh = { file: ' MB', rows: ' 行', columns: ' 列', sheets: ' 个工作表' };
const boundsEn = { file: ' MB', rows: ' rows', columns: ' columns', sheets: ' sheets' };

export const zh: ErrorMessages = {
  byCode: {
    INVALID: () => '有内容不合要求，没有提交。已填内容保留，请改正标出的栏目后再交。',
    SIGN_IN_REQUIRED: () => '登录已到期，这一步没有执行。已填内容留在本机，重新登录后可继续。',
    SIGN_IN_FAILED: () => '用户名或密码不对，没有登录。请重新输入；忘记密码请找管理员重设。',
    LOCKED_OUT: ({ minutes }) =>
      `连续输错次数过多，账号暂时锁定。${minutes ? `请 ${minutes} 分钟后再试，` : '请稍后再试，'}或找管理员解锁。`,
    PASSWORD_TOO_WEAK: () => '新密码太容易猜到，没有更改，原密码仍然有效。请换一个更长、不常见的密码。',
    PASSWORD_MUST_CHANGE: () => '须先更改密码才能继续，这一步没有执行。请先设一个新密码。',
    FORBIDDEN: () => '您的角色不能做这一步，没有任何改动。确需办理请联系项目办。',
    NOT_FOUND: () => '找不到这一项，可能已被移除或不在您的查看范围。请返回上一页刷新列表。',
    CONFLICT: ({ changedBy }) => `${changedBy ?? '别人'}刚改过这一项，您的改动没有覆盖它，已填内容保留。请核对新内容后再定。`,
    REFUSED: () => '条件还不具备，没有改动。请按列出的原因补齐后再办。',
    ALREADY_SET_UP: () => '系统已完成初次设置，没有重复执行。请直接登录。',
    SETUP_LINK_INVALID: () => '设置链接无效或已用过，没有改动。请在服务器上重新生成链接。',
    TOO_LARGE: ({ bound }) =>
      `内容太大，没有收下${bound ? `（上限 ${bound.most}${boundsZh[bound.limit]}）` : ''}。原文件未动，请压缩或分批再传。`,
    TOO_MANY_REQUESTS: ({ minutes }) => `操作太频繁，这一步没有执行，已填内容保留。请${minutes ? ` ${minutes} 分钟后` : '稍等片刻'}再试。`,
    FILE_UNREADABLE: () => '文件读不出来，没有导入任何内容。请确认是未加密的 xlsx 文件，另存后再传。',
    FILE_TYPE_REFUSED: () => '文件没有收下：类型不在允许范围，或内容与扩展名不符。请换成 PDF、OFD、图片或 Office 文件再传。',
    STORAGE_FAILED: ({ requestId }) =>
      `服务器没能存下这一步，原有数据未变，已填内容保留。请稍后重试；仍不行请把编号 ${requestId ?? '（无）'} 告诉管理员。`,
    INTERNAL: ({ requestId }) => `系统出错，这一步没有生效，已填内容保留。请重试；仍不行请把编号 ${requestId ?? '（无）'} 告诉管理员。`,
  },
  unreachable: '连不上服务器，这一步没有送达，已填内容保留在本机。请检查网络后重试。',
};

export const en: ErrorMessages = {
  byCode: {
    INVALID: () =>
      'Some fields are not valid, so nothing was submitted. What you typed is kept: correct the marked fields and submit again.',
    SIGN_IN_REQUIRED: () =>
      'Your sign-in has expired, so this step was not carried out. What you typed stays on this device: sign in again to go on.',
    SIGN_IN_FAILED: () =>
      'The user name or password is wrong; you are not signed in. Try again, or ask the administrator to reset the password.',
    LOCKED_OUT: ({ minutes }) =>
      `Too many wrong attempts: the account is locked for now. Try again ${minutes ? `in ${minutes} minutes` : 'later'}, or ask the administrator to unlock it.`,
    PASSWORD_TOO_WEAK: () =>
      'The new password is too easy to guess. It was not changed; the old one still works. Choose a longer, less common one.',
    PASSWORD_MUST_CHANGE: () => 'Your password has to be changed first; this step was not carried out. Set a new password to go on.',
    FORBIDDEN: () => 'Your role may not do this; nothing was changed. If it has to be done, ask the project office.',
    NOT_FOUND: () => 'This item cannot be found: it was removed or lies outside what you may see. Go back and refresh the list.',
    CONFLICT: ({ changedBy }) =>
      `${changedBy ?? 'Someone else'} has just changed this. Your change did not overwrite it and what you typed is kept. Compare with the new content, then decide.`,
    REFUSED: () => 'The conditions are not met yet, so nothing was changed. Settle the reasons listed, then try again.',
    ALREADY_SET_UP: () => 'The system has been set up already; nothing was done twice. Please sign in.',
    SETUP_LINK_INVALID: () => 'The set-up link is invalid or was used before; nothing was changed. Make a new link on the server.',
    TOO_LARGE: ({ bound }) =>
      `This is too large and was not taken in${bound ? ` (at most ${bound.most}${boundsEn[bound.limit]})` : ''}. Your file is untouched: compress it or send it in parts.`,
    TOO_MANY_REQUESTS: ({ minutes }) =>
      `Too many requests: this step was not carried out, what you typed is kept. Try again ${minutes ? `in ${minutes} minutes` : 'in a moment'}.`,
    FILE_UNREADABLE: () =>
      'The file cannot be read; nothing was imported. Make sure that it is an unencrypted xlsx file, save it again and upload it.',
    FILE_TYPE_REFUSED: () =>
      'The file was not taken in: its type is not allowed, or its content does not fit its ending. Send a PDF, OFD, picture or Office file.',
    STORAGE_FAILED: ({ requestId }) =>
      `The server could not store this step. Existing data are unchanged and what you typed is kept. Try again later, or give the administrator the number ${requestId ?? '(none)'}.`,
    INTERNAL: ({ requestId }) =>
      `Something went wrong and this step had no effect; what you typed is kept. Try again, or give the administrator the number ${requestId ?? '(none)'}.`,
  },
  unreachable:
    'The server cannot be reached. This step was not sent and what you typed is kept on this device. Check the network and try again.',
};
