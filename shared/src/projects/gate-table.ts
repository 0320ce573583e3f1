import { words } from '../documents/words.ts';
import { assertNever } from '../kit/errors.ts';
import { Track } from './schema.ts';
import { isAsked, type StageMove, type StageNeed, stageMoves } from './stages.ts';

/** The stage table for people to read, as Markdown: `docs/gates.md` is this text and nothing else. */
export function gateTable(): string {
  const rows = stageMoves.map((move) => [
    `${words.stage[move.from]} → ${words.stage[move.to]}`,
    move.kinds.map((kind) => words.kindShort[kind]).join('、'),
    move.roles.map((role) => (role === 'officer' ? '责任单位' : '项目办')).join('、'),
    move.needs.map((need) => needText(need, move)).join('；') || '无',
    move.reminds.map(() => '开工后一个月内入库纳统（500 万元以上、尚未入库的）').join('；') || '—',
  ]);
  const head = ['变更', '适用项目', '谁办', '条件', '提醒'];
  return [
    '# 阶段关口',
    '',
    '本表由 `shared/src/projects/stages.ts` 生成（`npm run gates`），请勿手改。菜单变灰、看板退回、服务器拒绝用的是同一个函数。',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
    '只有在库项目可以变更阶段；灾后重建项目不设签约、投产、达效。理由和依据随变更留存，列在项目页“阶段历程”。',
    '',
  ].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function needText(need: StageNeed, { kinds }: StageMove): string {
  const ofKinds = need.kinds && need.kinds.length < kinds.length ? need.kinds.map((kind) => words.kindShort[kind]).join('、') : '';
  const whose = need.tracks ? `${ofKinds}（${need.tracks.map((track) => words.track[track]).join('、')}）` : ofKinds;
  const round =
    need.round === undefined ? '' : need.round === 'sign-off' ? '（容缺受理的，须领导签批）' : '（未办结的，须写明合并或简化的理由）';
  return `${whose === '' ? '' : `${whose}：`}${conditionText(need)}${round}`;
}

function conditionText(need: StageNeed): string {
  switch (need.what) {
    case 'basis': {
      const papers = { approval: '批复', verification: '核准', filing: '备案' } as const;
      const tracks = Track.options.filter((track) => isAsked(need, { kind: need.kinds?.[0] ?? 'key', track }));
      return `立项已办结（${tracks.map((track) => `${words.track[track]}${papers[track]}`).join('、')}），手续里没有列的不查`;
    }
    case 'construction-permit':
      return '施工许可已办结或无需办理';
    case 'site-visit':
      return '最近一次实地核查认定已竣工';
    case 'evidence-note':
      return '写明达效依据';
    case 'back-reason':
      return '写明退回理由';
    case 'skip-reason':
      return '写明跳过前期环节的理由';
    default:
      return assertNever(need.what);
  }
}
